#pragma once

#include <QByteArray>
#include <QString>

namespace faceid {

/// What is written down of what people do with the history and the profiles.
enum class Deed {
    Reveal, ///< a masked value was shown in full
    Copy, ///< a token left the program
    Export,
    Delete,
    Restore, ///< a deletion was undone
    Purge, ///< personal data or rows erased for good, by hand or by retention
    Profile, ///< added, changed or removed
};

/// Stable text for the file: "reveal", "copy", ...
QString deedName(Deed deed);

/// A deed as it is handed in. Never a personal value, a token or a secret: the trail is kept for good.
struct AuditNote
{
    Deed deed;
    QString subject; ///< id of the row or profile; empty where there is no single one
    QString detail; ///< what exactly, untranslated
};

/// An entry as the file holds it.
struct AuditEntry
{
    qint64 number = 0; ///< 1, 2, 3, ... without a gap
    qint64 at = 0; ///< milliseconds since 1970, UTC
    QString who; ///< account on this computer
    QString deed;
    QString subject;
    QString detail;
    QByteArray hash; ///< hexadecimal
};

/// SHA-256 in hexadecimal over the hash of the entry before (nothing for the first), a line feed, and
/// [number,at,"who","deed","subject","detail"] as compact JSON in UTF-8.
QByteArray chainHash(const QByteArray &before, const AuditEntry &entry);

struct AuditVerdict
{
    qint64 entries = 0; ///< read until the end or the first broken one
    QByteArray head; ///< hash of the last one that is in order; to be written down somewhere else
    qint64 firstBroken = 0; ///< number of the first entry that is not in order; 0: all are
    QString reason; ///< one sentence, translated; empty when all are in order
    QString error; ///< why it cannot be read, one sentence, translated

    bool isWhole() const { return reason.isEmpty() && error.isEmpty(); }
};

} // namespace faceid
