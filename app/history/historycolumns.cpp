#include "history/historyschema.h"

#include "history/operatorname.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

namespace faceid::schema {

namespace {

using When = Column::When;
using Place = Column::Place;

constexpr qsizetype maxHead = 16 * 1024; // bytes of headers that are kept

constexpr std::array<std::pair<Stop, const char *>, 15> stopNames{{
    {Stop::None, ""},
    {Stop::Problems, "Problems"},
    {Stop::DuplicateBizNo, "DuplicateBizNo"},
    {Stop::HistoryUnavailable, "HistoryUnavailable"},
    {Stop::NoSecret, "NoSecret"},
    {Stop::Address, "Address"},
    {Stop::Cancelled, "Cancelled"},
    {Stop::ConnectTimeout, "ConnectTimeout"},
    {Stop::IdleTimeout, "IdleTimeout"},
    {Stop::Deadline, "Deadline"},
    {Stop::AnswerTooLarge, "AnswerTooLarge"},
    {Stop::Redirected, "Redirected"},
    {Stop::Certificate, "Certificate"},
    {Stop::Policy, "Policy"},
    {Stop::Network, "Network"},
}};

QDateTime timeOf(const QVariant &value)
{
    return value.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

QVariant json(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

/// What a serial number has to be unique at: scheme, host and port, the port also where it goes without
/// saying.
QVariant service(const Exchange &e)
{
    const QString scheme = e.address.scheme();
    QString host = e.address.host();
    if (host.contains(u':'))
        host = u'[' + host + u']';
    return QStringLiteral("%1://%2:%3").arg(scheme, host).arg(e.address.port(scheme == u"http" ? 80 : 443));
}

QVariant request(const Exchange &e)
{
    QJsonArray parts;
    for (const Part &part : e.request) {
        QJsonObject object{
            {QStringLiteral("name"), part.name}, {QStringLiteral("value"), QString::fromUtf8(part.value)}};
        if (part.isFile())
            object.insert(QStringLiteral("file"), part.fileName);
        parts.append(object);
    }
    return json(parts);
}

/// The answer's head, header by header, as it came. A hostile one may have hundreds of thousands.
QVariant head(const Exchange &e)
{
    QJsonArray headers;
    qsizetype bytes = 0;
    for (const auto &[name, value] : e.reply.headers) {
        bytes += name.size() + value.size();
        if (bytes > maxHead)
            break;
        headers.append(QJsonArray{QString::fromLatin1(name), QString::fromLatin1(value)});
    }
    return json(headers);
}

QVariant body(const Exchange &e)
{
    if (e.reply.body.isNull())
        return QByteArray("");
    return e.outcome == Outcome::Unknown ? e.reply.body.first(qMin(e.reply.body.size(), maxUnknownBody))
                                         : e.reply.body;
}

/// Values of the request that say whom it is about: name and ID number as masked in it, or else what else
/// identifies the person (uuid).
QVariant subject(const Exchange &e, bool isPersonal)
{
    const EndpointSpec *spec = e.spec();
    QStringList values;
    for (const Part &part : spec ? e.request : Parts()) {
        const FieldSpec *row = spec->field(part.name);
        if (row && row->section == Section::Subject && !part.isFile() && row->isPersonal() == isPersonal)
            values.append(QString::fromUtf8(part.value));
    }
    return text(values.join(u' '));
}

QVariant comparison(const Exchange &e)
{
    const EndpointSpec *spec = e.spec();
    return text(spec ? partText(e.request, spec->selector().name) : QString());
}

QVariant number(const QString &digits)
{
    bool isNumber = false;
    const int value = digits.toInt(&isNumber);
    return isNumber ? QVariant(value) : QVariant();
}

QVariant bytes(const QByteArray &value)
{
    return value.isEmpty() ? QVariant() : QVariant(value);
}

QVariant timing(const Exchange &e)
{
    return json({e.timing.prepared, e.timing.connecting, e.timing.firstByteSent, e.timing.bodySent,
        e.timing.firstByteReceived, e.timing.finished});
}

} // namespace

QString stopName(Stop stop)
{
    const auto it = std::find_if(
        stopNames.cbegin(), stopNames.cend(), [stop](const auto &entry) { return entry.first == stop; });
    return it == stopNames.cend() ? QString() : QString::fromLatin1(it->second);
}

Stop stopFromName(QStringView name)
{
    const auto it = std::find_if(stopNames.cbegin(), stopNames.cend(),
        [name](const auto &entry) { return name == QLatin1String(entry.second); });
    return it == stopNames.cend() ? Stop::None : it->first;
}

/// Never NULL, so that every comparison in SQL means what it says.
QVariant text(const QString &value)
{
    return value.isNull() ? QStringLiteral("") : value;
}

QVariant idText(const QUuid &id)
{
    return id.isNull() ? QVariant() : id.toString(QUuid::WithoutBraces);
}

QVariant milliseconds(const QDateTime &time)
{
    return time.isValid() ? QVariant(time.toMSecsSinceEpoch()) : QVariant();
}

const std::vector<Column> &columns()
{
    static const std::vector<Column> all{
        {"id", "TEXT NOT NULL PRIMARY KEY", When::Begin, Place::Row, &idForm,
            [](const Exchange &e) { return idText(e.id); },
            [](HistoryRow &r, const QVariant &v) { r.id = QUuid(v.toString()); }},
        {"owner", "TEXT NOT NULL", When::Begin, Place::Row, &packedForm, nullptr, nullptr},
        {"retry_of", "TEXT", When::Begin, Place::Row, &idForm,
            [](const Exchange &e) { return idText(e.retryOf); },
            [](HistoryRow &r, const QVariant &v) { r.retryOf = QUuid(v.toString()); }},
        {"started_at", "INTEGER NOT NULL", When::Begin, Place::Row,
            &plainForm, // milliseconds since 1970, UTC, as all times
            [](const Exchange &e) { return milliseconds(e.startedAt); },
            [](HistoryRow &r, const QVariant &v) { r.startedAt = timeOf(v); }},
        {"endpoint", "TEXT NOT NULL", When::Begin, Place::Origin, &plainForm,
            [](const Exchange &e) { return text(e.endpointId); },
            [](HistoryRow &r, const QVariant &v) { r.endpointId = v.toString(); }},
        {"comparison", "TEXT NOT NULL", When::Begin, Place::Origin, &plainForm, comparison,
            [](HistoryRow &r, const QVariant &v) { r.comparison = v.toString(); }},
        {"profile_id", "TEXT NOT NULL", When::Begin, Place::Origin, &plainForm,
            [](const Exchange &e) { return text(e.profileId); },
            [](HistoryRow &r, const QVariant &v) { r.profileId = v.toString(); }},
        {"profile_name", "TEXT NOT NULL", When::Begin, Place::Origin, &plainForm,
            [](const Exchange &e) { return text(e.profileName); },
            [](HistoryRow &r, const QVariant &v) { r.profileName = v.toString(); }},
        {"environment", "TEXT NOT NULL", When::Begin, Place::Origin, &plainForm,
            [](const Exchange &e) { return text(environmentName(e.environment)); },
            [](HistoryRow &r, const QVariant &v) { r.environment = environmentFromName(v.toString()); }},
        {"address", "TEXT NOT NULL", When::Begin, Place::Origin, &plainForm,
            [](const Exchange &e) { return text(e.address.toString(QUrl::FullyEncoded)); }, nullptr},
        {"service", "TEXT NOT NULL", When::Begin, Place::Service, &plainForm, service, nullptr},
        {"biz_no", "TEXT NOT NULL", When::Begin, Place::Row, &packedForm,
            [](const Exchange &e) { return text(e.bizNo); },
            [](HistoryRow &r, const QVariant &v) { r.bizNo = v.toString(); }},
        {"person", "TEXT NOT NULL", When::Begin, Place::Row, &sparseForm,
            [](const Exchange &e) { return subject(e, true); },
            [](HistoryRow &r, const QVariant &v) { r.person = v.toString(); }},
        {"request", "TEXT NOT NULL", When::Begin, Place::Detail, &plainForm, request, nullptr},
        {"outcome", "TEXT NOT NULL", When::Always, Place::Row, &outcomeForm,
            [](const Exchange &e) { return text(outcomeName(e.outcome)); },
            [](HistoryRow &r, const QVariant &v) {
                // A name that only a later version knows: the careful reading.
                r.outcome = outcomeFromName(v.toString()).value_or(Outcome::Unknown);
            }},
        {"stop", "TEXT NOT NULL", When::Always, Place::Ending, &plainForm,
            [](const Exchange &e) { return text(stopName(e.stop)); }, nullptr},
        {"detail", "TEXT NOT NULL", When::Always, Place::Detail, &plainForm,
            [](const Exchange &e) { return text(e.detail); }, nullptr},
        {"key_fingerprint", "TEXT NOT NULL", When::Always, Place::Ending, &plainForm,
            [](const Exchange &e) { return text(e.keyFingerprint); }, nullptr},
        {"http_status", "INTEGER NOT NULL", When::Always, Place::Ending, &plainForm,
            [](const Exchange &e) { return QVariant(e.reply.httpStatus); },
            [](HistoryRow &r, const QVariant &v) { r.httpStatus = v.toInt(); }},
        {"head", "TEXT NOT NULL", When::Always, Place::Detail, &plainForm, head, nullptr},
        {"body", "BLOB NOT NULL", When::Always, Place::Detail, &plainForm, body, nullptr},
        {"body_size", "INTEGER NOT NULL", When::Always, Place::Detail, &plainForm, // of the whole one
            [](const Exchange &e) { return QVariant(qlonglong(e.reply.body.size())); }, nullptr},
        {"token", "TEXT NOT NULL", When::Always, Place::Row, &packedForm,
            [](const Exchange &e) { return text(e.reply.token); },
            [](HistoryRow &r, const QVariant &v) { r.token = v.toString(); }},
        {"request_id", "TEXT NOT NULL", When::Always, Place::Row, &packedForm,
            [](const Exchange &e) { return text(e.reply.requestId); },
            [](HistoryRow &r, const QVariant &v) { r.requestId = v.toString(); }},
        {"time_used_ms", "INTEGER NOT NULL", When::Always, Place::Detail, &plainForm,
            [](const Exchange &e) { return QVariant(e.reply.timeUsedMs); }, nullptr},
        {"expires_at", "INTEGER", When::Always, Place::Row, &plainForm,
            [](const Exchange &e) { return milliseconds(e.expiresAt()); },
            [](HistoryRow &r, const QVariant &v) { r.expiresAt = timeOf(v); }},
        {"error_text", "TEXT NOT NULL", When::Always, Place::Ending, &plainForm,
            [](const Exchange &e) { return text(e.reply.errorText); },
            [](HistoryRow &r, const QVariant &v) { r.errorText = v.toString(); }},
        {"error_code", "TEXT NOT NULL", When::Always, Place::Ending, &plainForm,
            [](const Exchange &e) { return text(e.reply.errorCode); },
            [](HistoryRow &r, const QVariant &v) { r.errorCode = v.toString(); }},
        {"error_field", "TEXT NOT NULL", When::Always, Place::Ending, &plainForm,
            [](const Exchange &e) { return text(e.reply.errorField); }, nullptr},
        {"location", "TEXT NOT NULL", When::Always, Place::Detail, &plainForm,
            [](const Exchange &e) { return text(e.reply.location.toString(QUrl::FullyEncoded)); }, nullptr},
        {"timing", "TEXT NOT NULL", When::Always, Place::Detail, &plainForm, timing,
            nullptr}, // milliseconds, in Timing's order
        {"body_bytes", "INTEGER NOT NULL", When::Always, Place::Detail, &plainForm,
            [](const Exchange &e) { return QVariant(e.bodyBytes); }, nullptr},
        {"bytes_handed_over", "INTEGER NOT NULL", When::Always, Place::Detail, &plainForm,
            [](const Exchange &e) { return QVariant(e.bytesHandedOver); }, nullptr},
        {"posts", "INTEGER NOT NULL", When::Always, Place::Detail, &plainForm,
            [](const Exchange &e) { return QVariant(e.posts); }, nullptr},
        {"clock_skew_ms", "INTEGER", When::Always, Place::Detail, &plainForm,
            [](const Exchange &e) { return e.clockSkewMs ? QVariant(*e.clockSkewMs) : QVariant(); }, nullptr},
        {"resolution", "TEXT NOT NULL", When::ByHand, Place::Row, &resolutionForm, nullptr,
            [](HistoryRow &r, const QVariant &v) {
                r.resolution = resolutionFromName(v.toString()).value_or(Resolution::None);
            },
            2},
        {"resolved_at", "INTEGER", When::ByHand, Place::Row, &plainForm, nullptr,
            [](HistoryRow &r, const QVariant &v) { r.resolvedAt = timeOf(v); }, 2},
        {"note", "TEXT NOT NULL", When::ByHand, Place::Row, &sparseForm, nullptr,
            [](HistoryRow &r, const QVariant &v) { r.note = v.toString(); }, 2},
        {"copied_at", "INTEGER", When::ByHand, Place::Row, &plainForm, nullptr,
            [](HistoryRow &r, const QVariant &v) { r.copiedAt = timeOf(v); }, 2},
        {"operator", "TEXT NOT NULL", When::Begin, Place::Origin, &plainForm,
            [](const Exchange &) { return text(operatorName()); },
            [](HistoryRow &r, const QVariant &v) { r.operatorName = v.toString(); }, 3},
        {"uuid", "TEXT NOT NULL", When::Begin, Place::Row, &packedForm,
            [](const Exchange &e) { return subject(e, false); },
            [](HistoryRow &r, const QVariant &v) {
                r.uuid = v.toString();
                if (r.person.isEmpty())
                    r.person = r.uuid;
            },
            3},
        {"security_level", "INTEGER", When::Begin, Place::Row,
            &plainForm, // 1 to 4; NULL: as the service assumes
            [](const Exchange &e) { return number(partText(e.request, u"security_level")); },
            [](HistoryRow &r, const QVariant &v) { r.securityLevel = v.toInt(); }, 3},
        {"tags", "TEXT NOT NULL", When::ByHand, Place::Row, &sparseForm, nullptr,
            [](HistoryRow &r, const QVariant &v) { r.tags = v.toString(); }, 3},
        {"ticket", "TEXT NOT NULL", When::ByHand, Place::Row, &sparseForm, nullptr,
            [](HistoryRow &r, const QVariant &v) { r.ticket = v.toString(); }, 3},
        // HMACs of name and ID number, for finding one person's rows; NULL where they are not known.
        {"name_key", "BLOB", When::Begin, Place::Row, &plainForm,
            [](const Exchange &e) { return bytes(e.nameKey); },
            [](HistoryRow &r, const QVariant &v) { r.nameKey = v.toByteArray(); }, 3},
        {"number_key", "BLOB", When::Begin, Place::Row, &plainForm,
            [](const Exchange &e) { return bytes(e.numberKey); },
            [](HistoryRow &r, const QVariant &v) { r.numberKey = v.toByteArray(); }, 3},
        // JSON of a ResultNote. Layout 3 has it since details may end early: an older one says nothing here.
        {"result", "TEXT NOT NULL", When::ByHand, Place::Detail, &plainForm, nullptr, nullptr, 4},
        {"sign", "TEXT NOT NULL", When::Always, Place::Detail, &plainForm,
            [](const Exchange &e) { return text(e.sign); }, nullptr, 4}, // likewise
    };
    return all;
}

} // namespace faceid::schema
