#pragma once

#include "shell/command.h"

#include <functional>
#include <map>
#include <optional>

namespace faceid {

/// What the pages of the user guide name in braces, {outcomes} or {errors:get_token}: facts that stand in a
/// table of the program and are read from there each time a page is shown, in the language of the moment.
class HelpFacts
{
public:
    using Commands = std::function<QList<Command>()>;

    /// \a commands: everything that has a key or stands in the menu.
    explicit HelpFacts(const Commands &commands);

    /// HTML for a \a name with its \a argument, which may be empty; nothing when no table knows it.
    std::optional<QString> fact(const QString &name, const QString &argument) const;

private:
    using Source = std::function<std::optional<QString>(const QString &argument)>;

    void addTables(const Commands &commands);
    void addWords(const Commands &commands);

    std::map<QString, Source> m_sources;
};

} // namespace faceid
