#pragma once

#include "client/exchange.h"
#include "export/pseudonyms.h"
#include "export/zipfile.h"
#include "history/audit.h"

class QIODevice;

namespace faceid {

/// What support gets to see of requests: JSON files of the request's parts, the answer and the times, and the
/// versions of everything that took part, with pseudonyms for what is personal. See Redaction.
struct Bundle
{
    QList<ZipEntry> files;
    QList<Replacement> replacements; ///< those that stand in the files; without originals when it was read
    QDateTime madeAt;
    QString error; ///< of reading: one sentence, translated
};

/// Rows in one; of each there are up to five files.
inline constexpr qsizetype mostInBundle = 40;

/// The bundle of these rows of the history, in their order.
Bundle supportBundle(const QList<Exchange> &exchanges, const QDateTime &madeAt);
/// \a out is open and can be sought. False when it does not take everything.
bool writeBundle(QIODevice &out, const Bundle &bundle);
/// Reads what writeBundle() wrote, here or on another computer.
Bundle readBundle(QIODevice &in);

/// What the audit trail keeps of a bundle.
AuditNote bundleDeed(const QList<Exchange> &exchanges);

/// Where in a text a pseudonym stands.
struct BundleMark
{
    qsizetype at = 0;
    qsizetype length = 0;
    int replacement = 0; ///< place in the list
};
/// In the order of the text.
QList<BundleMark> marksIn(const QString &text, const QList<Replacement> &replacements);

} // namespace faceid
