#include "cli/historyreport.h"

#include "cli/console.h"
#include "contract/masking.h"

#include <QJsonArray>

#include <algorithm>

namespace faceid {

namespace {

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

} // namespace

QJsonObject toJson(const HistoryRow &row, bool showToken)
{
    return {
        {QStringLiteral("id"), row.id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("retry_of"),
            row.retryOf.isNull() ? QJsonValue() : QJsonValue(row.retryOf.toString(QUuid::WithoutBraces))},
        {QStringLiteral("started_at"), textOrNull(timeText(row.startedAt))},
        {QStringLiteral("endpoint"), row.endpointId},
        {QStringLiteral("comparison_type"), textOrNull(row.comparison)},
        {QStringLiteral("profile"), row.profileName},
        {QStringLiteral("environment"), environmentName(row.environment)},
        {QStringLiteral("outcome"), outcomeName(row.outcome)},
        {QStringLiteral("http_status"), row.httpStatus > 0 ? QJsonValue(row.httpStatus) : QJsonValue()},
        {QStringLiteral("error_code"), textOrNull(row.errorCode)},
        {QStringLiteral("biz_no"), textOrNull(row.bizNo)},
        {QStringLiteral("token"), textOrNull(showToken ? row.token : maskedToken(row.token))},
        {QStringLiteral("request_id"), textOrNull(row.requestId)},
        {QStringLiteral("expires_at"), textOrNull(timeText(row.expiresAt))},
        {QStringLiteral("person"), textOrNull(row.person)},
        {QStringLiteral("resolution"), textOrNull(resolutionName(row.resolution))},
        {QStringLiteral("resolved_at"), textOrNull(timeText(row.resolvedAt))},
        {QStringLiteral("note"), textOrNull(row.note)},
        {QStringLiteral("tags"), textOrNull(row.tags)},
        {QStringLiteral("ticket"), textOrNull(row.ticket)},
        {QStringLiteral("operator"), textOrNull(row.operatorName)},
        {QStringLiteral("copied_at"), textOrNull(timeText(row.copiedAt))},
    };
}

QJsonObject toJson(const Exchange &exchange, bool showToken)
{
    const Reply &reply = exchange.reply;
    const auto masked = [&](QString words) {
        return showToken || reply.token.isEmpty() ? words
                                                  : words.replace(reply.token, maskedToken(reply.token));
    };
    QJsonObject object = toJson(rowOf(exchange), showToken);
    // Of the row's own, which the exchange does not know.
    for (const char *name : {"resolution", "resolved_at", "note", "tags", "ticket", "operator", "copied_at"})
        object.remove(QLatin1String(name));
    QJsonArray parts;
    for (const Part &part : exchange.request)
        parts.append(QJsonObject{{QStringLiteral("name"), part.name},
            {QStringLiteral("value"), QString::fromUtf8(part.value)},
            {QStringLiteral("file"), part.isFile() ? QJsonValue(part.fileName) : QJsonValue()}});
    QJsonArray headers;
    for (const auto &[name, value] : reply.headers)
        headers.append(QJsonArray{QString::fromLatin1(name), masked(QString::fromLatin1(value))});
    object.insert(QStringLiteral("address"), exchange.address.toString(QUrl::FullyEncoded));
    object.insert(QStringLiteral("request"), parts);
    object.insert(QStringLiteral("headers"), headers);
    object.insert(QStringLiteral("body"), masked(QString::fromUtf8(reply.body)));
    object.insert(QStringLiteral("why"), stopSentence(exchange));
    object.insert(QStringLiteral("error"), reply.errorText);
    object.insert(QStringLiteral("key_fingerprint"), exchange.keyFingerprint);
    object.insert(QStringLiteral("milliseconds"), exchange.timing.finished);
    if (exchange.result) {
        const QByteArray note = QJsonDocument(toJson(*exchange.result)).toJson(QJsonDocument::Compact);
        object.insert(QStringLiteral("result"),
            QJsonDocument::fromJson(masked(QString::fromUtf8(note)).toUtf8()).object());
    } else {
        object.insert(QStringLiteral("result"), QJsonValue());
    }
    return object;
}

QStringList toLines(const Exchange &exchange, bool showToken)
{
    // One way of masking: the lines are made from what programs get.
    const QJsonObject object = toJson(exchange, showToken);
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        lines.append(value.isEmpty() ? name + u':' : QStringLiteral("%1: %2").arg(name, printable(value)));
    };
    for (const char *name : {"id", "retry_of", "started_at", "profile", "environment", "endpoint", "address",
             "key_fingerprint", "outcome", "why", "http_status", "error", "biz_no", "token", "expires_at",
             "request_id", "milliseconds"}) {
        const QString value = object.value(QLatin1String(name)).toVariant().toString();
        if (!value.isEmpty())
            add(QLatin1String(name), value);
    }
    add(QStringLiteral("request"), {});
    const QJsonArray parts = object.value(u"request").toArray();
    for (const QJsonValue &part : parts)
        add(QStringLiteral("  ") + part[u"name"].toString(), part[u"value"].toString());
    add(QStringLiteral("answer"), {});
    const QJsonArray headers = object.value(u"headers").toArray();
    for (const QJsonValue &header : headers)
        add(QStringLiteral("  ") + header[0].toString(), header[1].toString());
    const QString body = object.value(u"body").toString();
    if (!body.isEmpty())
        lines.append(QStringLiteral("  ") + printable(body));
    if (exchange.result) {
        add(QStringLiteral("result"), verdictsText(exchange.result->verdicts));
        for (const char *name : {"asked_at", "calls", "security_level"})
            add(QStringLiteral("  ") + QLatin1String(name),
                object[u"result"][QLatin1String(name)].toVariant().toString());
    }
    return lines;
}

namespace {

QStringList cells(const HistoryRow &row, bool showToken)
{
    return {timeText(row.startedAt), outcomeName(row.outcome), row.endpointId, printable(row.profileName),
        printable(row.bizNo), printable(showToken ? row.token : maskedToken(row.token)),
        printable(row.requestId), timeText(row.expiresAt), row.id.toString(QUuid::WithoutBraces)};
}

/// Columns a text takes on a terminal, where Chinese letters are two wide.
qsizetype columns(const QString &text)
{
    return text.size() + std::count_if(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() >= 0x1100 && c != u'\u2026';
    });
}

} // namespace

QStringList historyTable(const QList<HistoryRow> &rows, bool showToken)
{
    QList<QStringList> grid{
        {QStringLiteral("started_at"), QStringLiteral("outcome"), QStringLiteral("endpoint"),
            QStringLiteral("profile"), QStringLiteral("biz_no"), QStringLiteral("token"),
            QStringLiteral("request_id"), QStringLiteral("expires_at"), QStringLiteral("id")}};
    const auto remark = [](const HistoryRow &row) { return remarkText(row.resolution, row.note); };
    const bool hasRemarks = std::any_of(
        rows.cbegin(), rows.cend(), [remark](const HistoryRow &row) { return !remark(row).isEmpty(); });
    for (const HistoryRow &row : rows)
        grid.append(cells(row, showToken));
    for (qsizetype i = 0; hasRemarks && i < grid.size(); ++i) // in front of the id
        grid[i].insert(
            grid[i].size() - 1, i == 0 ? QStringLiteral("note") : printable(remark(rows.at(i - 1))));
    QList<qsizetype> widths(grid.constFirst().size(), 0);
    for (const QStringList &line : std::as_const(grid)) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], columns(line[i]));
    }
    QStringList lines;
    for (const QStringList &line : std::as_const(grid)) {
        QString text;
        for (qsizetype i = 0; i < line.size(); ++i)
            text += line[i] + QString(widths[i] - columns(line[i]) + 2, u' ');
        lines.append(text.trimmed());
    }
    return lines;
}

QString maskedTokenHint(const QString &token)
{
    return maskedToken(token.left(4) + QString(16, u'x') + token.right(4)) == token
        ? Cli::tr("This token is masked. faceidctl history list --show-token prints it in full.")
        : QString();
}

} // namespace faceid
