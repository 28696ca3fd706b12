#include "export/auditexport.h"

#include "export/csv.h"
#include "history/historystore.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace faceid {

namespace {

constexpr int batch = 1000;

} // namespace

QByteArray auditCsvHead()
{
    return csvRecord({QStringLiteral("number"), QStringLiteral("at"), QStringLiteral("who"),
        QStringLiteral("deed"), QStringLiteral("subject"), QStringLiteral("detail"), QStringLiteral("hash")});
}

QByteArray auditCsv(const AuditEntry &entry)
{
    const QString at = QDateTime::fromMSecsSinceEpoch(entry.at, Qt::UTC).toString(Qt::ISODateWithMs);
    return csvRecord({QString::number(entry.number), at, entry.who, entry.deed, entry.subject, entry.detail,
        QString::fromLatin1(entry.hash)});
}

QByteArray auditJson(const AuditEntry &entry)
{
    const QJsonObject object{{QStringLiteral("number"), entry.number}, {QStringLiteral("at"), entry.at},
        {QStringLiteral("who"), entry.who}, {QStringLiteral("deed"), entry.deed},
        {QStringLiteral("subject"), entry.subject}, {QStringLiteral("detail"), entry.detail},
        {QStringLiteral("hash"), QString::fromLatin1(entry.hash)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

AuditExport::AuditExport(HistoryStore &history, const QString &path, QObject *parent)
    : QObject(parent)
    , m_history(history)
    , m_file(path)
{ }

void AuditExport::start()
{
    if (m_file.begin())
        m_file.write(auditCsvHead());
    goOn(0);
}

void AuditExport::goOn(qint64 after)
{
    m_history.readAudit(after, batch, this, [this](const QList<AuditEntry> &entries, const QString &error) {
        for (const AuditEntry &entry : entries)
            m_file.write(auditCsv(entry));
        if (!error.isEmpty())
            Q_EMIT finished(error);
        else if (!entries.isEmpty())
            goOn(entries.constLast().number);
        else if (m_file.commit())
            Q_EMIT finished({});
        else
            Q_EMIT finished(tr("It could not be written: %1").arg(m_file.errorString()));
    });
}

} // namespace faceid
