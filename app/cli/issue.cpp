#include "cli/console.h"
#include "cli/exchangereport.h"
#include "cli/options.h"
#include "cli/requestinput.h"
#include "cli/senddesk.h"
#include "cli/stopsignal.h"
#include "cli/target.h"
#include "cli/verb.h"
#include "client/preparation.h"
#include "client/tokenjob.h"
#include "sandbox/sandboxserver.h"

namespace faceid {

namespace {

/// What came of a request that has nowhere to go.
Exchange withoutAddress(const RequestInput &input, const QString &why)
{
    Exchange exchange;
    exchange.endpointId = input.spec().id;
    exchange.bizNo = uniqueText(input.spec(), input.parts());
    exchange.outcome = Outcome::NotSent;
    exchange.stop = Stop::Address;
    exchange.detail = why;
    return exchange;
}

void noteWarnings(const RequestInput &input)
{
    input.noteDropped();
    const Problems problems = requestProblems(input.spec(), input.parts());
    for (const ProblemText &warning : input.texts(problems, Severity::Warning))
        note(Cli::tr("Warning: %1").arg(toLine(warning)));
}

/// Sends, and runs the event loop until the answer is in and written down.
Exchange send(const TokenRequest &request, Target &target, const Policy &policy, const StopSignal &stop)
{
    SendDesk desk(target, policy);
    const bool isStopped = namesAPerson(*request.endpoint, request.parts) // the keychain takes its time
        && !desk.awaitPersonKey(stop);
    TokenJob *job = desk.client.send(request);
    if (isStopped)
        job->cancel();
    QObject::connect(&stop, &StopSignal::raised, job, &TokenJob::cancel);
    // Held by the lambda too: nobody can tell the compiler that the job ends before this function does.
    const auto result = std::make_shared<Exchange>();
    QObject::connect(job, &TokenJob::finished, &desk.client, [result](const Exchange &exchange) {
        *result = exchange;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return *result;
}

int issue(const QCommandLineParser &parser, const Policy &policy)
{
    RequestInput input(parser);
    if (!policy.allows(input.spec()))
        throw Forbidden{sdkOnlySentence()};
    input.addProposals();
    TokenRequest request;
    request.endpoint = &input.spec();
    request.parts = input.parts();
    request.deadline = deadlineFrom(parser);
    Target target = Target::from(parser, policy);
    request.profile = target.profile;

    noteWarnings(input);
    const StopSignal stop; // until the result is out: a late Ctrl+C must not swallow a token
    const Exchange exchange = target.failure.isEmpty() ? send(request, target, policy, stop)
                                                       : withoutAddress(input, target.failure);
    if (!exchange.notSaved.isEmpty())
        note(Cli::tr("The history could not be updated, so keep this result: %1").arg(exchange.notSaved));
    const ExchangeReport report(input, exchange);
    if (wantsJson(parser))
        return deliver(QJsonDocument(report.json()), report.status());
    return deliver(report.lines(), report.status());
}

QString manners()
{
    return Cli::tr(
        "Exactly one of --sandbox, --profile and --base-url says where to send. A missing biz_no is\n"
        "generated. Nothing is ever sent twice and no redirect is followed. Ctrl+C ends the request and\n"
        "reports what became of it.\n");
}

/// The exit statuses, one a line, aligned.
QString exitLines()
{
    QString lines;
    for (const ExitMeaning &meaning : exitMeanings()) {
        const QString outcome =
            meaning.outcome.isEmpty() ? QString() : QStringLiteral("%1  ").arg(meaning.outcome, -11);
        lines += QStringLiteral("  %1  %2%3\n").arg(meaning.status, 2).arg(outcome, describe(meaning));
    }
    return lines;
}

QString environment()
{
    return Cli::tr(
        "Environment:\n"
        "  FACEID_API_SECRET  the api_secret for --base-url; with --profile it replaces the keychain's\n"
        "  SSL_CERT_FILE      certificate authorities to trust as well, where --ca names none\n");
}

QString issueDetails()
{
    return manners() + u'\n' + Cli::tr("Exit status:") + u'\n' + exitLines() + u'\n' + environment();
}

} // namespace

Verb issueVerb()
{
    return {QStringLiteral("issue"), QStringLiteral("get_biz_token|get_token [options]"),
        Cli::tr("Issue a token."), issueDetails(),
        Target::options() + RequestInput::options()
            + QList<QCommandLineOption>{deadlineChoice(), jsonOption()},
        issue};
}

} // namespace faceid
