#include "export/rowfields.h"

#include "contract/masking.h"

namespace faceid {

namespace {

QJsonValue text(const QString &value)
{
    return value.isEmpty() ? QJsonValue() : QJsonValue(value);
}

QJsonValue moment(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonValue id(const QUuid &value)
{
    return value.isNull() ? QJsonValue() : QJsonValue(value.toString(QUuid::WithoutBraces));
}

} // namespace

const std::vector<RowField> &rowFields()
{
    using Row = HistoryRow;
    static const std::vector<RowField> all{
        {"id", false, [](const Row &r) { return id(r.id); }},
        {"retry_of", false, [](const Row &r) { return id(r.retryOf); }},
        {"started_at", false, [](const Row &r) { return moment(r.startedAt); }},
        {"endpoint", false, [](const Row &r) { return text(r.endpointId); }},
        {"comparison_type", false, [](const Row &r) { return text(r.comparison); }},
        {"profile", false, [](const Row &r) { return text(r.profileName); }},
        {"environment", false, [](const Row &r) { return text(environmentName(r.environment)); }},
        {"outcome", false, [](const Row &r) { return text(outcomeName(r.outcome)); }},
        {"http_status", false,
            [](const Row &r) { return r.httpStatus > 0 ? QJsonValue(r.httpStatus) : QJsonValue(); }},
        {"error_code", false, [](const Row &r) { return text(r.errorCode); }},
        {"biz_no", false, [](const Row &r) { return text(r.bizNo); }},
        {"token", false, [](const Row &r) { return text(maskedToken(r.token)); }},
        {"request_id", false, [](const Row &r) { return text(r.requestId); }},
        {"expires_at", false, [](const Row &r) { return moment(r.expiresAt); }},
        {"person", true, [](const Row &r) { return text(r.person); }},
        {"resolution", false, [](const Row &r) { return text(resolutionName(r.resolution)); }},
        {"resolved_at", false, [](const Row &r) { return moment(r.resolvedAt); }},
        {"note", true, [](const Row &r) { return text(r.note); }},
        {"copied_at", false, [](const Row &r) { return moment(r.copiedAt); }},
    };
    return all;
}

QJsonObject rowJson(const HistoryRow &row, bool withPersonal)
{
    QJsonObject object;
    for (const RowField &field : rowFields()) {
        if (withPersonal || !field.isPersonal)
            object.insert(QLatin1String(field.name), field.value(row));
    }
    return object;
}

} // namespace faceid
