#include "cli/askhistory.h"
#include "cli/console.h"
#include "cli/historyreport.h"
#include "cli/resultreport.h"
#include "cli/shelf.h"
#include "cli/stopsignal.h"
#include "cli/target.h"
#include "cli/verb.h"
#include "contract/tokenreading.h"
#include "sandbox/sandboxserver.h"

#include <memory>

namespace faceid {

namespace {

constexpr QLatin1String bizIdOption("biz-id");
constexpr QLatin1String levelOption("level");

/// What is asked for, and the row of the history that it belongs to.
struct Question
{
    const EndpointSpec *endpoint = nullptr;
    QString id;
    std::optional<HistoryRow> row;
};

std::optional<HistoryRow> firstRow(const QList<HistoryRow> &rows)
{
    return rows.isEmpty() ? std::nullopt : std::optional(rows.constFirst());
}

/// The row of a token, with the biz_id that a callback has brought for a PC token.
Question questionAbout(const TokenReading &reading)
{
    const bool isPc = reading.shape == TokenReading::Shape::Hex;
    Question question{isPc ? &getToken() : &getBizToken(), isPc ? QString() : reading.text, {}};
    const QString error = askHistory([&](HistoryStore &store, const auto &done) {
        store.rowsOfToken(reading.text, &store, [&, done](const QList<HistoryRow> &rows, const QString &why) {
            question.row = firstRow(rows);
            if (!isPc || rows.isEmpty())
                return done(why);
            store.exchange(rows.constFirst().id, &store,
                [&question, done](const std::optional<Exchange> &exchange, const QString &failed) {
                    if (exchange && exchange->result)
                        question.id = exchange->result->bizId;
                    done(failed);
                });
        });
    });
    if (!error.isEmpty())
        note(Cli::tr("The history cannot be read: %1").arg(error));
    if (question.id.isEmpty())
        throw UsageError{Cli::tr(
            "The result of a PC token is asked for by its biz_id, and no callback has brought it: give "
            "--biz-id ID.")};
    return question;
}

Question questionFrom(const QCommandLineParser &parser)
{
    if (parser.isSet(bizIdOption)) {
        noArguments(parser);
        return {&getToken(), requiredValue(parser, bizIdOption, Cli::tr("the biz_id of a callback")), {}};
    }
    const QString given = onlyArgument(parser, Cli::tr("the token, or --biz-id ID"));
    const TokenReading reading = readToken(given);
    if (const QString hint = maskedTokenHint(given); !hint.isEmpty())
        throw UsageError{hint};
    if (reading.shape == TokenReading::Shape::None)
        throw UsageError{Cli::tr("'%1' is no token.").arg(given)};
    return questionAbout(reading);
}

/// Where the row was sent, if the options do not say otherwise.
Target targetOf(const QCommandLineParser &parser, const Question &question, const Policy &policy)
{
    if (!question.row || question.row->environment == Environment::Sandbox || Target::isChosen(parser))
        return Target::from(parser, policy);
    if (Target::wasAddress(*question.row))
        throw UsageError{Cli::tr("It was issued with --base-url %1: give that and --api-key again.")
                             .arg(question.row->profileName)};
    return Target::saved(question.row->profileName, policy);
}

ResultLookup lookUp(const ResultRequest &request, Target &target, const Policy &policy)
{
    Shelf shelf(policy);
    if (!target.secret.isEmpty())
        shelf.credentials.keepForSession(request.profile.secretEntry(), std::move(target.secret));
    const StopSignal stop;
    QObject context;
    auto *job = new ResultJob(request, shelf.credentials, &context);
    QObject::connect(&stop, &StopSignal::raised, job, &ResultJob::cancel);
    const auto result = std::make_shared<ResultLookup>();
    QObject::connect(job, &ResultJob::finished, &context, [result](const ResultLookup &lookup) {
        *result = lookup;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return *result;
}

/// Keeps what was found with its row. \return how often that has been asked for; 0 where there is no row.
int keep(const ResultLookup &lookup, int securityLevel, Question &question)
{
    const QJsonObject answer = QJsonDocument::fromJson(lookup.reply.body).object();
    const ResultRemark remark{resultNote(*lookup.report, answer, securityLevel, lookup.askedAt)};
    int calls = 0;
    const QString error = askHistory([&](HistoryStore &store, const auto &done) {
        const auto write = [&, done] {
            if (!question.row)
                return done({});
            const QUuid id = question.row->id;
            store.remark(id, remark, &store, [&store, &calls, id, done](const QString &why) {
                store.exchange(id, &store,
                    [&calls, why, done](const std::optional<Exchange> &exchange, const QString &failed) {
                        calls = exchange && exchange->result ? exchange->result->calls : 0;
                        done(why.isEmpty() ? failed : why);
                    });
            });
        };
        if (question.row || lookup.report->bizNo.isEmpty())
            return write();
        store.rowsOfBizNo(
            lookup.report->bizNo, &store, [&question, write](const QList<HistoryRow> &rows, const QString &) {
                for (const HistoryRow &row : rows) {
                    if (row.endpointId == question.endpoint->id && !question.row)
                        question.row = row;
                }
                write();
            });
    });
    if (!error.isEmpty())
        note(Cli::tr("The history could not be updated: %1").arg(error));
    return calls;
}

int chosenLevel(const QCommandLineParser &parser, const Question &question)
{
    const int ofRow = question.row ? question.row->securityLevel : 0;
    const int level = wholeNumber(parser, levelOption, 1, ofRow > 0 ? ofRow : assumedSecurityLevel());
    if (level > int(falseAcceptRates.size()))
        throw UsageError{Cli::tr("--level takes 1 to %1.").arg(falseAcceptRates.size())};
    return level;
}

int result(const QCommandLineParser &parser, const Policy &policy)
{
    Question question = questionFrom(parser);
    const int level = chosenLevel(parser, question);
    Target target = targetOf(parser, question, policy);
    ResultRequest request;
    request.endpoint = question.endpoint;
    request.id = question.id;
    request.profile = target.profile;
    ResultLookup lookup;
    if (target.failure.isEmpty()) {
        lookup = lookUp(request, target, policy);
    } else {
        lookup.endpointId = question.endpoint->id;
        lookup.stop = Stop::Address;
        lookup.detail = target.failure;
    }
    const int calls = lookup.report ? keep(lookup, level, question) : 0;
    const ResultReport report(lookup, level, calls, question.row ? question.row->id : QUuid());
    return wantsJson(parser) ? deliver(QJsonDocument(report.json()), report.status())
                             : deliver(report.lines(), report.status());
}

} // namespace

Verb resultVerb()
{
    return {QStringLiteral("result"), QStringLiteral("TOKEN | --biz-id ID [options]"),
        Cli::tr("Look up what became of a token: flow, liveness and comparison."),
        Cli::tr(
            "A biz_token is asked for as it is, a PC token by its biz_id, which its callback brings. A row of the\n"
            "history says which profile to ask with and keeps the result, redacted. Pictures are fetched but shown\n"
            "as sizes only, and never written. A finished flow is not a pass: read all three verdicts.\n"
            "\n"
            "Exit status: 0 everything that was asked for passed, 1 it did not, 2 there is no result, 64 the command\n"
            "line is wrong.\n"),
        Target::options()
            + QList<QCommandLineOption>{{bizIdOption,
                                            Cli::tr("Of the PC API: the id in its callback's data."),
                                            QStringLiteral("ID")},
                {levelOption,
                    Cli::tr("Read scores against this security_level, 1 to 4. Default: the row's, or 2."),
                    QStringLiteral("N")},
                jsonOption()},
        result};
}

} // namespace faceid
