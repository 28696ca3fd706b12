#pragma once

#include "credentials/profile.h"

#include <QList>

#include <optional>

class QSettings;

namespace faceid {

/// Profiles in the program's settings file. Secrets are not its business and never in that file.
class ProfileStore
{
public:
    /// Uses \a settings, which must outlive the store.
    explicit ProfileStore(QSettings &settings);

    /// All saved profiles by name; the built-in sandbox is not among them.
    QList<Profile> profiles() const;
    std::optional<Profile> byName(const QString &name) const;
    std::optional<Profile> byId(const QString &id) const;
    /// Adds or replaces by id. Returns why it could not be saved, translated; empty when it was.
    QString save(const Profile &profile);
    void remove(const QString &id);
    /// A new profile with a fresh id and the documented addresses.
    static Profile blank();

private:
    QString nameProblem(const Profile &profile) const;

    QSettings &m_settings;
};

} // namespace faceid
