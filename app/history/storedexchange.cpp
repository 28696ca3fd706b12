// A record back as the exchange it was made from, as far as it was kept.

#include "history/historyschema.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace faceid::schema {

namespace {

QJsonArray arrayOf(const QVariant &json)
{
    return QJsonDocument::fromJson(json.toString().toUtf8()).array();
}

Parts partsOf(const QJsonArray &array)
{
    Parts parts;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        Part part =
            textPart(object[QStringLiteral("name")].toString(), object[QStringLiteral("value")].toString());
        part.fileName = object[QStringLiteral("file")].toString();
        parts.append(part);
    }
    return parts;
}

Timing timingOf(const QJsonArray &times)
{
    const auto at = [&times](int place) { return times.at(place).toInteger(-1); };
    return {at(0), at(1), at(2), at(3), at(4), at(5)};
}

Reply replyOf(const EndpointSpec *spec, const Record &record)
{
    const auto at = [&record](const char *name) { return record.at(indexOf(name)); };
    Reply reply;
    reply.httpStatus = at("http_status").toInt();
    const QJsonArray headers = arrayOf(at("head"));
    for (const QJsonValue &header : headers) {
        const QJsonArray pair = header.toArray();
        reply.headers.append({pair.at(0).toString().toLatin1(), pair.at(1).toString().toLatin1()});
    }
    reply.body = at("body").toByteArray();
    if (spec && reply.httpStatus != 0)
        readReply(*spec, reply); // isJson and oddity, which are not kept
    reply.token = at("token").toString();
    reply.requestId = at("request_id").toString();
    reply.timeUsedMs = at("time_used_ms").toLongLong();
    reply.errorText = at("error_text").toString();
    reply.errorCode = at("error_code").toString();
    reply.errorField = at("error_field").toString();
    reply.location = QUrl(at("location").toString());
    const QVariant until = at("expires_at");
    reply.expiresAt =
        until.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(until.toLongLong(), Qt::UTC);
    return reply;
}

} // namespace

Exchange exchangeOf(const Record &record)
{
    const auto at = [&record](const char *name) { return record.at(indexOf(name)); };
    Exchange e;
    e.id = QUuid(at("id").toString());
    e.retryOf = QUuid(at("retry_of").toString());
    e.endpointId = at("endpoint").toString();
    e.profileId = at("profile_id").toString();
    e.profileName = at("profile_name").toString();
    e.environment = environmentFromName(at("environment").toString());
    e.address = QUrl(at("address").toString());
    e.request = partsOf(arrayOf(at("request")));
    e.bizNo = at("biz_no").toString();
    e.nameKey = at("name_key").toByteArray();
    e.numberKey = at("number_key").toByteArray();
    e.keyFingerprint = at("key_fingerprint").toString();
    e.sign = at("sign").toString();
    e.startedAt = QDateTime::fromMSecsSinceEpoch(at("started_at").toLongLong(), Qt::UTC);
    e.outcome = outcomeFromName(at("outcome").toString()).value_or(Outcome::Unknown);
    e.stop = stopFromName(at("stop").toString());
    e.detail = at("detail").toString();
    e.reply = replyOf(e.spec(), record);
    e.timing = timingOf(arrayOf(at("timing")));
    e.bodyBytes = at("body_bytes").toLongLong();
    e.bytesHandedOver = at("bytes_handed_over").toLongLong();
    e.posts = at("posts").toInt();
    e.result = resultNoteFrom(at("result").toString());
    if (const QVariant skew = at("clock_skew_ms"); !skew.isNull())
        e.clockSkewMs = skew.toLongLong();
    return e;
}

/// Layouts 1 and 2 had no columns for what else is in the request, and the uuid in the place of the person.
Record completed(Record record)
{
    const Exchange e = exchangeOf(record);
    for (const char *name : {"person", "uuid", "security_level"}) {
        const Column &column = columns()[size_t(indexOf(name))];
        record[indexOf(name)] = column.save(e);
    }
    return record;
}

} // namespace faceid::schema
