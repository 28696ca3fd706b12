#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

namespace faceid {

/// One thing an operator can do, as the command palette and the shortcut sheet show it.
struct Command
{
    QString id; ///< stable; by it the palette remembers what was used last, and it can be searched for in any
                ///< language
    QString group; ///< translated; what it belongs to
    QString text; ///< translated
    QList<QKeySequence> keys{}; ///< may be empty
    bool isEnabled = true;
    std::function<void()> run{}; ///< empty for a key that only works where the group says
};

/// The keys as people write them, in the language of the interface: "Ctrl+C", "Ctrl+Left / Ctrl+Right".
QString keysText(const Command &command);

/// How well \a pattern, typed in a hurry, fits \a text: 0 not at all, higher is better. The words of the
/// pattern may come in any order; each must be part of the text, or at least its letters must come in order.
int fuzzyScore(const QString &pattern, const QString &text);

} // namespace faceid
