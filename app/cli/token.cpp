#include "history/tokenfacts.h"

#include "cli/askhistory.h"
#include "cli/console.h"
#include "cli/historyreport.h"
#include "cli/verb.h"

namespace faceid {

namespace {

QString kindName(TokenFacts::Kind kind)
{
    switch (kind) {
    case TokenFacts::Kind::None:
        break;
    case TokenFacts::Kind::BizToken:
        return QStringLiteral("biz_token");
    case TokenFacts::Kind::PcToken:
        return QStringLiteral("token");
    case TokenFacts::Kind::RequestId:
        return QStringLiteral("request_id");
    case TokenFacts::Kind::Stamped:
        return QStringLiteral("biz_token or request_id");
    }
    return {};
}

QJsonObject toJson(const TokenFacts &facts, const QDateTime &now)
{
    const auto moment = [](const QDateTime &time) {
        return time.isValid() ? QJsonValue(time.toString(Qt::ISODate)) : QJsonValue();
    };
    const auto open = [&now](const QDateTime &until) {
        return until.isValid() ? QJsonValue(now < until) : QJsonValue();
    };
    const QString kind = kindName(facts.kind);
    return {
        {QStringLiteral("kind"), textOrNull(kind)},
        {QStringLiteral("issued_at"), moment(facts.issuedAt)},
        {QStringLiteral("usable_until"), moment(facts.usableUntil)},
        {QStringLiteral("usable"), open(facts.usableUntil)},
        {QStringLiteral("queryable_until"), moment(facts.queryableUntil)},
        {QStringLiteral("queryable"), open(facts.queryableUntil)},
        {QStringLiteral("row"), facts.row ? QJsonValue(toJson(*facts.row, false)) : QJsonValue()},
    };
}

QStringList toText(const TokenFacts &facts, const QDateTime &now)
{
    QStringList lines;
    const auto utc = [](const QDateTime &time) { return time.toString(Qt::ISODate); };
    for (const TokenLine &line : linesOf(facts, now, utc))
        lines.append(QStringLiteral("%1: %2").arg(line.title, printable(line.text)));
    return lines;
}

int readGiven(const QCommandLineParser &parser, const Policy &)
{
    const QString given = onlyArgument(parser, Cli::tr("the token or request_id to read"));
    if (const QString hint = maskedTokenHint(given); !hint.isEmpty())
        note(hint);
    const TokenReading reading = readToken(given);
    QList<HistoryRow> rows;
    if (reading.shape != TokenReading::Shape::None) {
        const QString error = askHistory([&](HistoryStore &store, const auto &done) {
            store.rowsOfToken(
                reading.text, &store, [&rows, done](const QList<HistoryRow> &found, const QString &why) {
                    rows = found;
                    done(why);
                });
        });
        if (!error.isEmpty())
            note(Cli::tr("The history cannot be read: %1").arg(error));
    }
    const TokenFacts facts = factsOf(reading, rows);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const ExitStatus status = facts.kind == TokenFacts::Kind::None ? ExitRefused : ExitDone;
    return wantsJson(parser) ? deliver(QJsonDocument(toJson(facts, now)), status)
                             : deliver(toText(facts, now), status);
}

} // namespace

Verb tokenReadVerb()
{
    return {QStringLiteral("token read"), QStringLiteral("TOKEN [options]"),
        Cli::tr("Say when a token was issued and how long it is good for."),
        Cli::tr(
            "TOKEN is a biz_token, a token of get_token or a request_id, also inside a longer text. Its row is\n"
            "looked up in the history. Times are UTC.\n"
            "\n"
            "Exit status: 0 read, 1 there is no token in it, 64 the command line is wrong.\n"),
        {jsonOption()}, readGiven};
}

} // namespace faceid
