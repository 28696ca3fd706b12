#include "sandbox/sandboxserver.h"

#include "cli/console.h"
#include "cli/stopsignal.h"
#include "cli/verb.h"

namespace faceid {

namespace {

constexpr QLatin1String listenOption("listen");

quint16 portToListenOn(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    const QString host = text.first(qMax<qsizetype>(0, colon));
    bool isNumber = false;
    const int port = text.sliced(colon + 1).toInt(&isNumber);
    if (colon < 0 || !isNumber || port < 0 || port > 65535)
        throw UsageError{Cli::tr("--listen takes 127.0.0.1:PORT; port 0 means any free one.")};
    if (host != u"127.0.0.1" && host != u"localhost") {
        throw UsageError{Cli::tr("The sandbox listens on this machine only, its key pair being public: give "
                                 "127.0.0.1:PORT instead of '%1'.")
                             .arg(text)};
    }
    return quint16(port);
}

int sandbox(const QCommandLineParser &parser)
{
    noArguments(parser);
    const quint16 port = parser.isSet(listenOption) ? portToListenOn(parser.value(listenOption)) : quint16(0);
    StopSignal stop;
    QObject::connect(&stop, &StopSignal::raised, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    SandboxServer server;
    if (!server.start(port)) {
        note(Cli::tr("Could not listen on 127.0.0.1:%1: %2").arg(port).arg(server.errorString()));
        return ExitRefused;
    }
    // A fixed text, whatever the language: programs wait for this line.
    const int status =
        deliver(QStringList{QStringLiteral("listening on ") + server.baseUrl().toString()}, ExitDone);
    if (status != ExitDone)
        return status;
    note(Cli::tr("api_key %1, api_secret %2. Ctrl+C stops.")
             .arg(QLatin1String(sandboxApiKey), QLatin1String(sandboxApiSecret)));
    QCoreApplication::exec();
    server.stop();
    return ExitDone;
}

} // namespace

Verb sandboxVerb()
{
    return {QStringLiteral("sandbox"), QStringLiteral("[options]"),
        Cli::tr("Run the imitation of both services on this machine."),
        Cli::tr(
            "The first line of stdout is \"listening on http://127.0.0.1:PORT\". Runs until Ctrl+C or SIGTERM.\n"
            "\n"
            "Exit status: 0 stopped, 1 could not listen, 64 the command line is wrong.\n"),
        {{listenOption, Cli::tr("Where to listen. Default: any free port of this machine."),
            QStringLiteral("127.0.0.1:PORT")}},
        sandbox};
}

} // namespace faceid
