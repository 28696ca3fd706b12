#include "sandbox/requestlog.h"

#include "places.h"

#include <QDateTime>
#include <QFileInfo>
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
    // Made for its owner alone before anything stands in it; an older one may have been open to others.
    constexpr QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered, ownerOnly))
        return false;
    const bool isOpenToOthers = QFileInfo(m_file).isFile() && (m_file.permissions() & others); // no device
    return !isOpenToOthers || m_file.setPermissions(ownerOnly);
}

QString RequestLog::errorString() const
{
    const QMutexLocker lock(&m_mutex);
    return m_file.errorString();
}

bool RequestLog::write(const QJsonObject &object)
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray line =
        (m_isTorn ? "\n" : "") + QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    const qint64 written = m_file.write(line);
    if (written > 0 && written < line.size())
        m_isTorn = m_file.write(line.sliced(written)) != line.size() - written; // or why the rest cannot be
    else if (written > 0)
        m_isTorn = false;
    return written > 0 && !m_isTorn;
}

} // namespace faceid
