#include "history/historystore.h"

#include "cli/console.h"
#include "cli/verb.h"
#include "contract/masking.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace faceid {

namespace {

constexpr QLatin1String limitOption("limit");
constexpr QLatin1String showTokenOption("show-token");

QString timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QJsonObject toJson(const HistoryRow &row, bool showToken)
{
    const auto text = [](const QString &value) { return value.isEmpty() ? QJsonValue() : QJsonValue(value); };
    return {
        {QStringLiteral("id"), row.id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("retry_of"),
            row.retryOf.isNull() ? QJsonValue() : QJsonValue(row.retryOf.toString(QUuid::WithoutBraces))},
        {QStringLiteral("started_at"), text(timeText(row.startedAt))},
        {QStringLiteral("endpoint"), row.endpointId},
        {QStringLiteral("comparison_type"), text(row.comparison)},
        {QStringLiteral("profile"), row.profileName},
        {QStringLiteral("environment"), environmentName(row.environment)},
        {QStringLiteral("outcome"), outcomeName(row.outcome)},
        {QStringLiteral("http_status"), row.httpStatus > 0 ? QJsonValue(row.httpStatus) : QJsonValue()},
        {QStringLiteral("error_code"), text(row.errorCode)},
        {QStringLiteral("biz_no"), text(row.bizNo)},
        {QStringLiteral("token"), text(showToken ? row.token : maskedToken(row.token))},
        {QStringLiteral("request_id"), text(row.requestId)},
        {QStringLiteral("expires_at"), text(timeText(row.expiresAt))},
        {QStringLiteral("person"), text(row.person)},
    };
}

QStringList cells(const HistoryRow &row, bool showToken)
{
    return {timeText(row.startedAt), outcomeName(row.outcome), row.endpointId, printable(row.profileName),
        printable(row.bizNo), printable(showToken ? row.token : maskedToken(row.token)),
        printable(row.requestId), timeText(row.expiresAt)};
}

/// Columns a text takes on a terminal, where Chinese letters are two wide.
qsizetype columns(const QString &text)
{
    return text.size() + std::count_if(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() >= 0x1100 && c != u'\u2026';
    });
}

QStringList table(const QList<HistoryRow> &rows, bool showToken)
{
    QList<QStringList> grid{{QStringLiteral("started_at"), QStringLiteral("outcome"),
        QStringLiteral("endpoint"), QStringLiteral("profile"), QStringLiteral("biz_no"),
        QStringLiteral("token"), QStringLiteral("request_id"), QStringLiteral("expires_at")}};
    for (const HistoryRow &row : rows)
        grid.append(cells(row, showToken));
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

/// The newest rows, or why they cannot be had.
struct Listing
{
    QList<HistoryRow> rows;
    QString error;
};

Listing newestRows(int limit)
{
    Listing listing;
    HistoryStore store(HistoryStore::defaultPath());
    QObject::connect(&store, &HistoryStore::opened, &store, [](int unfinished) {
        if (unfinished > 0)
            note(Cli::tr(
                "%n request(s) of an earlier run never ended and are Unknown now: a token may have been "
                "issued.",
                nullptr, unfinished));
    });
    store.list(limit, &store, [&listing](const QList<HistoryRow> &rows, const QString &error) {
        listing = {rows, error};
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return listing;
}

int list(const QCommandLineParser &parser)
{
    noArguments(parser);
    const int limit = wholeNumber(parser, limitOption, 1, 50);
    const bool showToken = parser.isSet(showTokenOption);
    const Listing listing = newestRows(limit);
    if (!listing.error.isEmpty()) {
        note(Cli::tr("The history cannot be read: %1").arg(listing.error));
        return ExitRefused;
    }
    if (!wantsJson(parser))
        return deliver(table(listing.rows, showToken), ExitDone);
    QJsonArray array;
    for (const HistoryRow &row : listing.rows)
        array.append(toJson(row, showToken));
    return deliver(QJsonDocument(array), ExitDone);
}

} // namespace

Verb historyListVerb()
{
    return {QStringLiteral("history list"), QStringLiteral("[options]"),
        Cli::tr("List what was sent and what became of it, newest first."),
        Cli::tr("Times are UTC. Names and ID numbers are kept masked only.\n"
                "\n"
                "Exit status: 0 listed, 1 the history cannot be read, 64 the command line is wrong.\n"),
        {{limitOption, Cli::tr("At most so many rows. Default: 50."), QStringLiteral("N")},
            {showTokenOption, Cli::tr("Print tokens in full instead of masked.")}, jsonOption()},
        list};
}

} // namespace faceid
