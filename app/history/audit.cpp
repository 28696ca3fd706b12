#include "history/audit.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace faceid {

QString deedName(Deed deed)
{
    switch (deed) {
    case Deed::Reveal:
        return QStringLiteral("reveal");
    case Deed::Copy:
        return QStringLiteral("copy");
    case Deed::Export:
        return QStringLiteral("export");
    case Deed::Delete:
        return QStringLiteral("delete");
    case Deed::Restore:
        return QStringLiteral("restore");
    case Deed::Purge:
        return QStringLiteral("purge");
    case Deed::Profile:
        return QStringLiteral("profile");
    }
    return {};
}

QByteArray chainHash(const QByteArray &before, const AuditEntry &entry)
{
    const QJsonArray fields{entry.number, entry.at, entry.who, entry.deed, entry.subject, entry.detail};
    return QCryptographicHash::hash(
        before + '\n' + QJsonDocument(fields).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256)
        .toHex();
}

} // namespace faceid
