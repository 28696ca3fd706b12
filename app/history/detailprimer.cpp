#include "history/detailprimer.h"

#include <QCborArray>
#include <QCborValue>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QUrl>

namespace faceid {

namespace {

/// The shape of most answers.
constexpr char answers[] =
    R"({"error_message":"","error":"","result":"","biz_no":"","expired_time":,"token":"","request_id":"","biz_token":"","time_used":)";
constexpr char heads[] =
    R"([["Server","nginx"],["Transfer-Encoding","chunked"],["Date"," GMT"],["Connection","close"],["Content-Length","1"],)"
    R"(["Content-Type","application/json; charset=utf-8"],["Content-Type","application/json"]])";

QByteArray cbor(const QJsonArray &array)
{
    return QCborArray::fromJsonArray(array).toCborValue().toCbor();
}

QString valueForEverybody(const FieldSpec *row, const QString &value)
{
    if (!row || row->section == Section::Subject || row->unique)
        return {};
    switch (row->kind) {
    case Kind::Url:
        return QUrl(value).toString(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    case Kind::Integer:
    case Kind::Choice:
        return value;
    case Kind::Text:
    case Kind::PersonName:
    case Kind::IdCardNumber:
    case Kind::Image:
        break;
    }
    return {};
}

QString word(const schema::Record &record, const char *name)
{
    return record.at(schema::indexOf(name)).toString();
}

} // namespace

QByteArray originPrimer(const schema::Record &record)
{
    const EndpointSpec *spec = endpointById(word(record, "endpoint"));
    QJsonArray parts;
    const auto request = QJsonDocument::fromJson(word(record, "request").toUtf8()).array();
    for (const QJsonValue &part : request) {
        QJsonObject object = part.toObject();
        const QString name = object[QStringLiteral("name")].toString();
        object[QStringLiteral("value")] = object.contains(QStringLiteral("file"))
            ? QStringLiteral("JPEG 1024x768, 100000 B, sha256 ")
            : valueForEverybody(
                spec ? spec->field(name) : nullptr, object[QStringLiteral("value")].toString());
        parts.append(object);
    }
    return answers + cbor(QJsonDocument::fromJson(heads).array()) + cbor(parts);
}

QByteArray rowPrimer(const schema::Record &record)
{
    const auto time = [&record](const char *name) {
        return QDateTime::fromMSecsSinceEpoch(record.at(schema::indexOf(name)).toLongLong(), Qt::UTC);
    };
    QStringList words{QString::number(time("expires_at").toSecsSinceEpoch()),
        QLocale::c().toString(time("started_at"), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss"))};
    for (const char *name : {"error_text", "person", "uuid", "biz_no", "token", "request_id"})
        words.append(word(record, name));
    return words.join(u'\n').toUtf8();
}

} // namespace faceid
