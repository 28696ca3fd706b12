#include "export/har.h"

#include "client/multipart.h"
#include "export/pseudonyms.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QUrlQuery>

namespace faceid {

namespace {

constexpr QLatin1String multipartType("multipart/form-data");
constexpr qint64 largestFile = 256 * 1024 * 1024; // bytes
constexpr qint64 blockBytes = 1024 * 1024;

/// With \a tokens masked, as everywhere in an archive, which goes to others.
QJsonArray headersOf(const Reply &reply, const QStringList &tokens)
{
    QJsonArray array;
    for (const auto &[name, value] : reply.headers)
        array.append(QJsonObject{{QStringLiteral("name"), QString::fromLatin1(name)},
            {QStringLiteral("value"), withTokensMasked(QString::fromUtf8(value), tokens)}});
    return array;
}

QJsonObject postData(const Exchange &exchange)
{
    QJsonArray params;
    for (const Part &part : exchange.request) {
        QJsonObject param{
            {QStringLiteral("name"), part.name}, {QStringLiteral("value"), QString::fromUtf8(part.value)}};
        if (part.isFile()) {
            param.insert(QStringLiteral("fileName"), part.fileName);
            for (const auto &[name, value] : partHeaders(part)) {
                if (name == "Content-Type")
                    param.insert(QStringLiteral("contentType"), QString::fromLatin1(value));
            }
        }
        params.append(param);
    }
    return {{QStringLiteral("mimeType"), multipartType}, {QStringLiteral("params"), params},
        {QStringLiteral("text"), QString()},
        {QStringLiteral("comment"), QStringLiteral("personal values masked, credentials left out")}};
}

QJsonObject request(const Exchange &exchange)
{
    return {{QStringLiteral("method"), QStringLiteral("POST")},
        {QStringLiteral("url"), exchange.address.toString(QUrl::FullyEncoded)},
        {QStringLiteral("httpVersion"), QStringLiteral("HTTP/1.1")},
        {QStringLiteral("cookies"), QJsonArray()}, {QStringLiteral("headers"), QJsonArray()},
        {QStringLiteral("queryString"), QJsonArray()}, {QStringLiteral("postData"), postData(exchange)},
        {QStringLiteral("headersSize"), -1},
        {QStringLiteral("bodySize"), exchange.bodyBytes > 0 ? exchange.bodyBytes : -1}};
}

QJsonObject content(const Reply &reply, const QStringList &tokens)
{
    const bool isText = reply.body.isValidUtf8();
    QJsonObject object{{QStringLiteral("size"), reply.body.size()},
        {QStringLiteral("mimeType"),
            reply.isJson ? QStringLiteral("application/json") : QStringLiteral("application/octet-stream")},
        {QStringLiteral("text"),
            isText ? withTokensMasked(QString::fromUtf8(reply.body), tokens) : QString()}};
    if (!isText)
        object.insert(QStringLiteral("comment"),
            QStringLiteral("left out: it is no UTF-8, so a token in it could not be masked"));
    return object;
}

/// Status 0: there was no answer.
QJsonObject response(const Exchange &exchange)
{
    const Reply &reply = exchange.reply;
    const QStringList tokens = tokensIn(reply);
    return {{QStringLiteral("status"), reply.httpStatus}, {QStringLiteral("statusText"), QString()},
        {QStringLiteral("httpVersion"), QStringLiteral("HTTP/1.1")},
        {QStringLiteral("cookies"), QJsonArray()}, {QStringLiteral("headers"), headersOf(reply, tokens)},
        {QStringLiteral("content"), content(reply, tokens)},
        {QStringLiteral("redirectURL"), withTokensMasked(reply.location.toString(), tokens)},
        {QStringLiteral("headersSize"), -1},
        {QStringLiteral("bodySize"), reply.httpStatus > 0 ? reply.body.size() : -1},
        {QStringLiteral("comment"), outcomeName(exchange.outcome)}};
}

/// From one moment to the next; \a none where it never came to one of them.
qint64 between(qint64 start, qint64 end, qint64 none)
{
    return start >= 0 && end >= start ? end - start : none;
}

QJsonObject timings(const Timing &timing)
{
    const qint64 up = timing.connecting >= 0 ? timing.connecting : timing.prepared;
    return {{QStringLiteral("blocked"), timing.prepared},
        {QStringLiteral("dns"), between(timing.prepared, timing.connecting, -1)},
        {QStringLiteral("connect"), between(up, timing.firstByteSent, -1)}, {QStringLiteral("ssl"), -1},
        {QStringLiteral("send"), between(timing.firstByteSent, timing.bodySent, 0)},
        {QStringLiteral("wait"), between(timing.bodySent, timing.firstByteReceived, 0)},
        {QStringLiteral("receive"), between(timing.firstByteReceived, timing.finished, 0)}};
}

QJsonObject entry(const Exchange &exchange)
{
    return {{QStringLiteral("startedDateTime"), exchange.startedAt.toUTC().toString(Qt::ISODateWithMs)},
        {QStringLiteral("time"), qMax<qint64>(0, exchange.timing.finished)},
        {QStringLiteral("request"), request(exchange)}, {QStringLiteral("response"), response(exchange)},
        {QStringLiteral("cache"), QJsonObject()}, {QStringLiteral("timings"), timings(exchange.timing)},
        {QStringLiteral("comment"), exchange.id.toString(QUuid::WithoutBraces)}};
}

/// The fields that an entry posted: listed, or url-encoded in one text.
Parts postedParts(const QJsonObject &data)
{
    Parts parts;
    const QJsonArray params = data.value(QStringLiteral("params")).toArray();
    for (const QJsonValue &value : params) {
        const QJsonObject param = value.toObject();
        parts.append({param.value(QStringLiteral("name")).toString(),
            param.value(QStringLiteral("value")).toString().toUtf8(),
            param.value(QStringLiteral("fileName")).toString(), {}});
    }
    const QString type = data.value(QStringLiteral("mimeType")).toString();
    if (parts.isEmpty() && type.startsWith(QLatin1String("application/x-www-form-urlencoded"))) {
        QString text = data.value(QStringLiteral("text")).toString();
        text.replace(u'+', QStringLiteral("%20"));
        for (const auto &[name, value] : QUrlQuery(text).queryItems(QUrl::FullyDecoded))
            parts.append(textPart(name, value));
    }
    return parts;
}

QByteArray answeredBody(const QJsonObject &content)
{
    const QByteArray text = content.value(QStringLiteral("text")).toString().toUtf8();
    const bool isEncoded = content.value(QStringLiteral("encoding")).toString() == u"base64";
    return isEncoded ? QByteArray::fromBase64(text) : text;
}

/// Most programs write decimals. -1: it is not told.
qint64 millisecondsOf(const QJsonValue &value)
{
    constexpr double longest = 1e12; // beyond it no number is a time
    const double ms = value.toDouble(-1);
    return ms >= 0 && ms < longest ? qRound64(ms) : -1;
}

/// Why a form cannot take a part; nothing when it can.
std::optional<FillFinding::Kind> obstacle(const EndpointSpec &spec, const Parts &all, const Part &part)
{
    const FieldSpec *row = spec.field(part.name);
    const QString text = QString::fromUtf8(part.value);
    if (isCredential(part.name))
        return FillFinding::Kind::Credential;
    if (!row)
        return FillFinding::Kind::UnknownField;
    if (row->kind == Kind::Image || part.isFile()) // an archive has no bytes of files
        return FillFinding::Kind::File;
    if (holdsMask(spec, all, part) || holdsPseudonym(text))
        return FillFinding::Kind::Masked;
    return text.isEmpty() || row->offers(text) ? std::nullopt : std::optional(FillFinding::Kind::NotOffered);
}

void takeParts(HarEntry &entry)
{
    Parts fitting;
    for (const Part &part : std::as_const(entry.exchange.request)) {
        const auto kind = obstacle(*entry.spec, entry.exchange.request, part);
        if (!kind)
            fitting.append(part);
        else if (*kind == FillFinding::Kind::NotOffered)
            entry.findings.append({*kind, part.name, QString::fromUtf8(part.value)});
        else
            entry.findings.append({*kind, part.name, part.fileName});
    }
    QStringList dropped;
    entry.parts = assembled(*entry.spec, fitting, &dropped);
    for (const QString &name : std::as_const(dropped))
        entry.findings.append({FillFinding::Kind::OtherCase, name, {}});
}

HarEntry readEntry(const EndpointSpec &spec, const QUrl &address, const QJsonObject &object)
{
    const QJsonObject response = object.value(QStringLiteral("response")).toObject();
    HarEntry entry;
    entry.spec = &spec;
    Exchange &exchange = entry.exchange;
    exchange.endpointId = spec.id;
    exchange.address = address.adjusted(QUrl::RemoveQuery);
    exchange.startedAt =
        QDateTime::fromString(object.value(QStringLiteral("startedDateTime")).toString(), Qt::ISODateWithMs)
            .toUTC();
    exchange.timing.finished = millisecondsOf(object.value(QStringLiteral("time")));
    exchange.request = postedParts(
        object.value(QStringLiteral("request")).toObject().value(QStringLiteral("postData")).toObject());
    exchange.bizNo = uniqueText(spec, exchange.request);
    exchange.reply.httpStatus = response.value(QStringLiteral("status")).toInt();
    exchange.reply.body = answeredBody(response.value(QStringLiteral("content")).toObject());
    // Judged without the archive's headers: they tell of bytes, and an archive has texts, unpacked and
    // changed.
    const QString type =
        response.value(QStringLiteral("content")).toObject().value(QStringLiteral("mimeType")).toString();
    exchange.reply.headers = {{"Content-Type", type.toUtf8()}};
    const Outcome judged = exchange.reply.httpStatus != 0
        ? outcomeOf(readReply(spec, exchange.reply), Outcome::Unknown)
        : Outcome::Unknown;
    // Of an archive of this program, whose tokens are masked and so no tokens any more.
    exchange.outcome = outcomeFromName(response.value(QStringLiteral("comment")).toString()).value_or(judged);
    exchange.reply.headers.clear();
    const QJsonArray headers = response.value(QStringLiteral("headers")).toArray();
    for (const QJsonValue &header : headers) {
        exchange.reply.headers.append({header[QStringLiteral("name")].toString().toLatin1(),
            header[QStringLiteral("value")].toString().toUtf8()});
    }
    takeParts(entry);
    return entry;
}

} // namespace

QJsonObject harOf(const QList<Exchange> &exchanges)
{
    QJsonArray entries;
    for (const Exchange &exchange : exchanges)
        entries.append(entry(exchange));
    const QJsonObject creator{{QStringLiteral("name"), QStringLiteral("FaceID Console")},
        {QStringLiteral("version"), QCoreApplication::applicationVersion()}};
    return {{QStringLiteral("log"),
        QJsonObject{{QStringLiteral("version"), QStringLiteral("1.2")}, {QStringLiteral("creator"), creator},
            {QStringLiteral("pages"), QJsonArray()}, {QStringLiteral("entries"), entries}}}};
}

HarFrame harFrame()
{
    const QByteArray empty = QJsonDocument(harOf({})).toJson(QJsonDocument::Compact);
    const QByteArray list("\"entries\":[");
    const qsizetype at = empty.indexOf(list) + list.size();
    return {empty.first(at), empty.sliced(at)};
}

QByteArray harEntry(const Exchange &exchange)
{
    return QJsonDocument(entry(exchange)).toJson(QJsonDocument::Compact);
}

HarReading readHar(const QByteArray &json)
{
    HarReading reading;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    const QJsonValue entries = document[QStringLiteral("log")][QStringLiteral("entries")];
    if (!document.isObject() || !entries.isArray()) {
        reading.error = document.isObject()
            ? QCoreApplication::translate("Har", "This is no HTTP archive: it has no log with entries.")
            : QCoreApplication::translate("Har", "This is no HTTP archive: %1.").arg(problem.errorString());
        return reading;
    }
    const QJsonArray all = entries.toArray();
    for (const QJsonValue &value : all) {
        const QJsonObject object = value.toObject();
        const QUrl address(value[QStringLiteral("request")][QStringLiteral("url")].toString());
        const bool isPost = value[QStringLiteral("request")][QStringLiteral("method")].toString() == u"POST";
        const EndpointSpec *spec = isPost ? endpointAt(address.path()) : nullptr;
        if (spec)
            reading.entries.append(readEntry(*spec, address, object));
        else
            ++reading.others;
    }
    return reading;
}

HarReading readHarFile(const QString &path)
{
    QFile file(path);
    QByteArray json;
    if (file.open(QIODevice::ReadOnly)) {
        while (json.size() <= largestFile) { // a pipe does not say how much will come
            const QByteArray block = file.read(blockBytes);
            if (block.isEmpty())
                break;
            json += block;
        }
    }
    QString why = file.error() == QFile::NoError ? QString() : file.errorString();
    if (json.size() > largestFile)
        why = QCoreApplication::translate("Har", "it is larger than %1")
                  .arg(QLocale().formattedDataSize(largestFile, 0));
    if (why.isEmpty())
        return readHar(json);
    HarReading reading;
    reading.error =
        QCoreApplication::translate("Har", "%1 cannot be read: %2").arg(QDir::toNativeSeparators(path), why);
    return reading;
}

} // namespace faceid
