#include "callback/callbacklog.h"

#include <QFile>
#include <QJsonDocument>

namespace faceid {

namespace {

constexpr QLatin1String atKey("at");
constexpr QLatin1String fromKey("from");
constexpr QLatin1String pathKey("path");
constexpr QLatin1String dataKey("data");
constexpr QLatin1String bytesKey("data_base64"); // of data that is no text
constexpr QLatin1String signKey("sign");
constexpr qint64 longestLine = 8 * 1024 * 1024; // of a form of 1 MiB, whose control characters take six bytes

} // namespace

QJsonObject toJson(const ReceivedCallback &callback)
{
    QJsonObject json{{atKey, callback.at.toUTC().toString(Qt::ISODateWithMs)},
        {fromKey, callback.from.toString()}, {pathKey, callback.path}};
    if (!callback.isForm)
        return json;
    const QString text = QString::fromUtf8(callback.data);
    if (text.toUtf8() == callback.data)
        json.insert(dataKey, text);
    else
        json.insert(bytesKey, QString::fromLatin1(callback.data.toBase64()));
    json.insert(signKey, QString::fromUtf8(callback.sign));
    return json;
}

std::optional<ReceivedCallback> callbackFrom(const QJsonObject &json)
{
    ReceivedCallback callback;
    callback.at = QDateTime::fromString(json.value(atKey).toString(), Qt::ISODateWithMs);
    if (!callback.at.isValid())
        return std::nullopt;
    callback.from = QHostAddress(json.value(fromKey).toString());
    callback.path = json.value(pathKey).toString();
    callback.isForm = json.contains(signKey);
    callback.sign = json.value(signKey).toString().toUtf8();
    callback.data = json.contains(bytesKey)
        ? QByteArray::fromBase64(json.value(bytesKey).toString().toLatin1())
        : json.value(dataKey).toString().toUtf8();
    return callback;
}

QList<ReceivedCallback> readCallbackLog(const QString &path, QString &error)
{
    QList<ReceivedCallback> callbacks;
    QFile file(path);
    if (!file.open(QFile::ReadOnly)) {
        error = file.errorString();
        return callbacks;
    }
    while (!file.atEnd()) {
        if (const auto callback = callbackFrom(QJsonDocument::fromJson(file.readLine(longestLine)).object()))
            callbacks.append(*callback);
    }
    return callbacks;
}

} // namespace faceid
