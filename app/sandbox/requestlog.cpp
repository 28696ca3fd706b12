#include "sandbox/requestlog.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace faceid {

QJsonObject toJson(const SandboxRecord &record)
{
    QJsonArray parts;
    for (const Part &part : record.parts) {
        QJsonObject entry{
            {QStringLiteral("name"), part.name}, {QStringLiteral("value"), QString::fromUtf8(part.value)}};
        if (part.isFile())
            entry.insert(QStringLiteral("file"), true);
        parts.append(entry);
    }
    QJsonObject object{{QStringLiteral("at"),
                           QDateTime::fromMSecsSinceEpoch(record.at, Qt::UTC).toString(Qt::ISODateWithMs)},
        {QStringLiteral("method"), QString::fromLatin1(record.method)}, {QStringLiteral("path"), record.path},
        {QStringLiteral("body_bytes"), record.bodyBytes}, {QStringLiteral("status"), record.httpStatus},
        {QStringLiteral("ms"), record.milliseconds}};
    if (!record.api.isEmpty()) {
        object.insert(QStringLiteral("api"), record.api);
        object.insert(QStringLiteral("parts"), parts);
    }
    if (!record.error.isEmpty())
        object.insert(QStringLiteral("error"), record.error);
    if (!record.scenario.isEmpty())
        object.insert(QStringLiteral("scenario"), record.scenario);
    return object;
}

RequestLog::RequestLog(const QString &path)
    : m_file(path)
{ }

bool RequestLog::open()
{
    // Made for its owner alone before anything stands in it.
    return m_file.open(
        QIODevice::WriteOnly | QIODevice::Append, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void RequestLog::write(const SandboxRecord &record)
{
    write(toJson(record));
}

void RequestLog::write(const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    const QMutexLocker lock(&m_mutex);
    m_file.write(line);
    m_file.flush();
}

} // namespace faceid
