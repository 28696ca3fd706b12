#include "history/detailprimer.h"

#include <QCborArray>
#include <QCborValue>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

namespace faceid {

namespace {

constexpr qsizetype maxShape = 2048; // bytes of an answer

QByteArray cbor(const QJsonArray &array)
{
    return QCborArray::fromJsonArray(array).toCborValue().toCbor();
}

/// Headers whose value says nothing of the request.
bool isForEverybody(const QString &header)
{
    static const QStringList names{QStringLiteral("server"), QStringLiteral("content-type"),
        QStringLiteral("connection"), QStringLiteral("transfer-encoding"), QStringLiteral("cache-control"),
        QStringLiteral("vary"), QStringLiteral("content-length")};
    return names.contains(header);
}

/// What a header's value ends with for everybody.
QString endOf(const QString &header)
{
    return header == u"date" ? QStringLiteral(" GMT") : QString();
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
    return cbor(parts);
}

QByteArray endingPrimer(const schema::Record &record)
{
    QJsonArray head;
    const QJsonArray headers = QJsonDocument::fromJson(word(record, "head").toUtf8()).array();
    for (const QJsonValue &header : headers) {
        const QJsonArray pair = header.toArray();
        const QString name = pair.at(0).toString().toLower();
        head.append(QJsonArray{pair.at(0), isForEverybody(name) ? pair.at(1).toString() : endOf(name)});
    }
    QString body = QString::fromUtf8(record.at(schema::indexOf("body")).toByteArray().left(maxShape));
    static const QRegularExpression value(QStringLiteral("(?<=:)(\"[^\"]*\"|[-+.0-9eE]+)"));
    body.replace(value, QStringLiteral("\"\""));
    const bool isJson = QJsonDocument::fromJson(body.toUtf8()).isObject(); // anything else may be anybody's
    return cbor(head) + (isJson ? body.toUtf8() : QByteArray());
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
