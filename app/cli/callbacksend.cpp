#include "callback/madecallback.h"

#include "callback/callbacklog.h"
#include "callback/callbackpost.h"
#include "cli/callbacksecret.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/verb.h"

#include <QFile>
#include <QJsonObject>

namespace faceid {

namespace {

constexpr QLatin1String bizNoOption("biz-no");
constexpr QLatin1String extraOption("extra");
constexpr QLatin1String comparisonOption("comparison-type");
constexpr QLatin1String wrongSignOption("wrong-sign");
constexpr QLatin1String timesOption("times");
constexpr QLatin1String numberOption("number");

QUrl urlFrom(const QCommandLineParser &parser, bool isReplay)
{
    const QUrl url(onlyArgument(parser, Cli::tr("the address to send to")), QUrl::StrictMode);
    if (const QString problem = sendProblem(url, isReplay); !problem.isEmpty())
        throw UsageError{problem};
    return url;
}

/// Prints what came back.
int report(const QCommandLineParser &parser, const SentCallback &sent, const Parts &fields)
{
    const ExitStatus outcome = sent.isTaken() ? ExitDone : sent.isAnswered() ? ExitRefused : ExitNotSent;
    if (!wantsJson(parser)) {
        QStringList lines{printable(sent.sentence())};
        if (sent.isAnswered())
            lines.append(printable(sent.bodyStart().trimmed()));
        return deliver(lines, outcome);
    }
    const QString failure = sent.isAnswered() ? QString() : sent.reply.failure;
    return deliver(QJsonDocument(QJsonObject{{QStringLiteral("http_status"), sent.reply.httpStatus},
                       {QStringLiteral("milliseconds"), sent.milliseconds},
                       {QStringLiteral("body"), QString::fromUtf8(sent.reply.body)},
                       {QStringLiteral("failure"), textOrNull(failure)},
                       {QStringLiteral("data"), QString::fromUtf8(fields.at(0).value)},
                       {QStringLiteral("sign"), QString::fromUtf8(fields.at(1).value)}}),
        outcome);
}

/// Sends \a fields and prints what came back of each.
int post(const QCommandLineParser &parser, const QUrl &url, const Parts &fields, int times)
{
    int status = ExitDone;
    CallbackPost sender;
    QObject::connect(&sender, &CallbackPost::answered, &sender, [&](const SentCallback &sent) {
        status = report(parser, sent, fields);
        if (status != ExitDone)
            sender.cancel();
    });
    QObject::connect(&sender, &CallbackPost::finished, QCoreApplication::instance(), &QCoreApplication::quit,
        Qt::QueuedConnection);
    sender.start(url, fields, times);
    QCoreApplication::exec();
    return status;
}

CallbackWish callbackWish(const QCommandLineParser &parser)
{
    CallbackWish wish;
    wish.outcome = outcomeNamed(requiredValue(parser, outcomeOption, outcomeNames()));
    if (!wish.outcome)
        throw UsageError{Cli::tr("--outcome takes one of: %1.").arg(outcomeNames())};
    if (parser.isSet(comparisonOption))
        wish.comparison = caseFromValue(parser.value(comparisonOption));
    if (wish.comparison == NoCase)
        throw UsageError{Cli::tr("--comparison-type takes 1, 0 or -1.")};
    if (parser.isSet(bizNoOption))
        wish.bizNo = parser.value(bizNoOption);
    wish.extraData = parser.value(extraOption);
    wish.wrongSign = parser.isSet(wrongSignOption);
    return wish;
}

int send(const QCommandLineParser &parser, const Policy &policy)
{
    const QUrl url = urlFrom(parser, false);
    const CallbackWish wish = callbackWish(parser);
    const int times = wholeNumber(parser, timesOption, 1, 1);
    const Secret secret = callbackSecret(parser, policy);
    if (secret.isEmpty())
        throw UsageError{Cli::tr(
            "A callback is signed with the api_secret: set FACEID_API_SECRET, or give --profile or --sandbox.")};
    return post(parser, url, madeCallback(wish, secret.bytes(), QDateTime::currentSecsSinceEpoch()), times);
}

int replay(const QCommandLineParser &parser, const Policy &)
{
    const QUrl url = urlFrom(parser, true);
    QString error;
    const QString path = requiredValue(parser, logOption, Cli::tr("the log of callback listen"));
    const QList<ReceivedCallback> callbacks = readCallbackLog(path, error);
    if (!error.isEmpty())
        throw UsageError{QStringLiteral("--log %1: %2").arg(path, error)};
    const int number = wholeNumber(parser, numberOption, 1, int(callbacks.size()));
    if (number > callbacks.size() || callbacks.isEmpty())
        throw UsageError{Cli::tr("The log has %1 callbacks.").arg(callbacks.size())};
    const ReceivedCallback &callback = callbacks.at(number - 1);
    if (const QString problem = replayProblem(callback); !problem.isEmpty())
        throw UsageError{problem};
    return post(parser, url, fieldsOf(callback.data, callback.sign), 1);
}

QString exitStatuses()
{
    return Cli::tr(
        "Exit status: 0 taken (2xx), 1 refused (another status), 2 no answer, 64 the command line is wrong.\n");
}

} // namespace

Verb callbackSendVerb()
{
    return {QStringLiteral("callback send"), QStringLiteral("URL --outcome OUTCOME [options]"),
        Cli::tr("Send a made, signed callback to an integration under test."),
        Cli::tr(
            "As the service does: one POST of a form with data and sign. Its result says \"log\":\"simulated\". The\n"
            "secret is that of --sandbox, of --profile, or in FACEID_API_SECRET.\n"
            "\n")
            + exitStatuses(),
        callbackSecretOptions()
            + QList<QCommandLineOption>{{outcomeOption,
                                            Cli::tr("How the check ended: %1.").arg(outcomeNames()),
                                            QStringLiteral("OUTCOME")},
                {bizNoOption, Cli::tr("Default: callback-test."), QStringLiteral("TEXT")},
                {extraOption, Cli::tr("biz_extra_data."), QStringLiteral("TEXT")},
                {comparisonOption, Cli::tr("1 (default), 0, or -1 for liveness alone."), QStringLiteral("N")},
                {wrongSignOption, Cli::tr("Spoil the sign: the integration must not take it.")},
                {timesOption, Cli::tr("Send the very same so often: nothing may be booked twice."),
                    QStringLiteral("N")},
                jsonOption()},
        send, Feature::Callbacks};
}

Verb callbackReplayVerb()
{
    return {QStringLiteral("callback replay"), QStringLiteral("URL --log FILE [--number N]"),
        Cli::tr("Send a callback that came once more, byte for byte, to this machine."),
        Cli::tr("URL is an address of this machine, as a callback that came may be about a real person.\n"
                "\n")
            + exitStatuses(),
        {{logOption, Cli::tr("What callback listen --log has written."), QStringLiteral("FILE")},
            {numberOption, Cli::tr("Which of them, from 1. Default: the last."), QStringLiteral("N")},
            jsonOption()},
        replay, Feature::Callbacks};
}

} // namespace faceid
