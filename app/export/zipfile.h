#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

class QIODevice;

namespace faceid {

/// One file in a zip.
struct ZipEntry
{
    QString name; ///< ASCII, with slashes between folders
    QByteArray content;
};

/// Writes a zip of \a entries, all of the time \a at, to \a out, which is open and can be sought. False when
/// it does not take everything.
bool writeZip(QIODevice &out, const QList<ZipEntry> &entries, const QDateTime &at);

/// What was in a zip.
struct ZipReading
{
    QList<ZipEntry> entries;
    QString error; ///< one sentence, translated; empty when all of it was read and its check sums fit
};
/// Reads a zip of anybody: at most 256 files and 64 MB of what they inflate to. Nothing is written anywhere,
/// so a name may be what it likes.
ZipReading readZip(QIODevice &in);

} // namespace faceid
