#include "callback/callbacklistener.h"

#include "callback/callbacklog.h"
#include "callback/notifyurl.h"
#include "cli/callbackreport.h"
#include "cli/callbacksecret.h"
#include "cli/console.h"
#include "cli/optionlog.h"
#include "cli/options.h"
#include "cli/sandboxlistener.h"
#include "cli/stopsignal.h"
#include "cli/verb.h"
#include "history/historystore.h"

#include <QFile>

namespace faceid {

namespace {

constexpr QLatin1String answerOption("answer");
constexpr QLatin1String slowOption("slow-seconds");
constexpr QLatin1String countOption("count");

CallbackListener::Answer answerFrom(const QCommandLineParser &parser)
{
    const auto answer = CallbackListener::answerNamed(
        parser.isSet(answerOption) ? parser.value(answerOption) : QStringLiteral("200"));
    if (!answer)
        throw UsageError{Cli::tr("--answer takes one of: %1.")
                             .arg(CallbackListener::answerNames().join(QStringLiteral(", ")))};
    return *answer;
}

void noteStart(const QCommandLineParser &parser, const CallbackListener &listener,
    const SandboxListener &where, bool hasSecret)
{
    note(QStringLiteral("notify_url  %1\nreturn_url  %2")
             .arg(listener.url(CallbackListener::notifyPath).toString(),
                 listener.url(CallbackListener::returnPath).toString()));
    if (!hasSecret)
        note(Cli::tr(
            "No secret was given, so signs are not checked: set FACEID_API_SECRET, or give --profile or "
            "--sandbox."));
    noteCertificate(parser, where);
    if (where.address.isLoopback())
        return note(Cli::tr("Only this machine can reach it. Ctrl+C stops."));
    note(Cli::tr(
        "WARNING: other machines can reach it, and anybody may send forms: trust only what has a matching "
        "sign. The service calls public addresses only, and related pages of it allow the ports %1. Ctrl+C "
        "stops.")
             .arg(notifyPortList()));
}

int listen(const QCommandLineParser &parser, const Policy &policy)
{
    noArguments(parser);
    const int count = wholeNumber(parser, countOption, 1, 0);
    const SandboxListener where = listenerFrom(parser);
    CallbackListener listener;
    listener.setAnswer(answerFrom(parser));
    listener.setSlowness(std::chrono::seconds(wholeNumber(parser, slowOption, 1, 10)));
    OptionLog log(parser);
    Secret secret = callbackSecret(parser, policy);
    const bool hasSecret = !secret.isEmpty();

    HistoryStore history(HistoryStore::defaultPath());
    CallbackDesk desk(&history);
    desk.setSecret(std::move(secret));
    int status = ExitDone;
    int seenCount = 0;
    QObject::connect(&listener, &CallbackListener::received, &desk, [&](const ReceivedCallback &callback) {
        log.write(toJson(callback)); // as it came, before anybody looks at it
        desk.take(callback);
    });
    QObject::connect(&desk, &CallbackDesk::arrived, &desk, [&](const SeenCallback &seen) {
        status = wantsJson(parser) ? deliver(QJsonDocument(toJson(seen)), ExitDone)
                                   : deliver(toLines(seen) + QStringList{QString()}, ExitDone);
        if (status != ExitDone || ++seenCount == count)
            QCoreApplication::quit();
    });
    const StopSignal stop;
    QObject::connect(&stop, &StopSignal::raised, QCoreApplication::instance(), &QCoreApplication::quit,
        Qt::QueuedConnection);
    if (!listener.start(where)) {
        note(listener.errorString());
        return ExitRefused;
    }
    // A fixed text, whatever the language: programs wait for this line.
    status = deliver(
        QStringList{QStringLiteral("listening on ") + listener.url({}).toString(QUrl::RemovePath)}, ExitDone);
    if (status != ExitDone)
        return status;
    noteStart(parser, listener, where, hasSecret);
    QCoreApplication::exec();
    listener.stop();
    return status;
}

} // namespace

Verb callbackListenVerb()
{
    return {QStringLiteral("callback listen"), QStringLiteral("[options]"),
        Cli::tr("Receive callbacks of notify_url and return_url, check them and answer as chosen."),
        Cli::tr(
            "The first line of stdout is \"listening on http://127.0.0.1:PORT\"; stderr has the two addresses for a\n"
            "form. Each callback is checked (sign, over the bytes of data), read and tied to its row of the\n"
            "history by biz_no; the result of a genuine one is kept there. When more come than can be looked\n"
            "at, they are answered 503 and not kept.\n"
            "\n"
            "Exit status: 0 stopped, 1 could not listen, 64 the command line is wrong.\n"),
        listenerOptions() + callbackSecretOptions()
            + QList<
                QCommandLineOption>{{answerOption,
                                        Cli::tr(
                                            "200 (default), 500, slow, or none: leave the connection open."),
                                        QStringLiteral("200|500|slow|none")},
                {slowOption, Cli::tr("How long slow takes. Default: 10."), QStringLiteral("SECONDS")},
                {logOption,
                    Cli::tr(
                        "Append each callback as a line of JSON, for callback replay. Only you can read it."),
                    QStringLiteral("FILE")},
                {countOption, Cli::tr("Stop after so many."), QStringLiteral("N")}, jsonOption()},
        listen, Feature::Callbacks};
}

} // namespace faceid
