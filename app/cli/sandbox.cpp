#include "faces/facesearch.h"
#include "sandbox/sandboxserver.h"

#include "cli/console.h"
#include "cli/stopsignal.h"
#include "cli/verb.h"

#include <QFile>

#include <algorithm>

namespace faceid {

namespace {

constexpr QLatin1String listenOption("listen");
constexpr QLatin1String scenarioOption("scenario");
constexpr QLatin1String seedOption("seed");
constexpr QLatin1String listOption("list-scenarios");
constexpr QLatin1String facesOption("faces");
constexpr QLatin1String callbackOption("callback");
constexpr QLatin1String keysOption("keys");
constexpr QLatin1String logOption("log");
constexpr QLatin1String spacedOption("spaced-codes");
constexpr QLatin1String bizNoOption("unique-biz-no");
constexpr qint64 maxKeysBytes = 1024 * 1024;

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

void addScenarios(ScenarioQueue &queue, const QStringList &orders)
{
    for (const QString &text : orders) {
        const auto order = readOrder(text);
        if (const QString *problem = std::get_if<QString>(&order))
            throw UsageError{Cli::tr("--scenario %1: %2 --list-scenarios names all.").arg(text, *problem)};
        queue.add(std::get<ScenarioOrder>(order));
    }
}

SandboxRules::Faces facesFrom(const QCommandLineParser &parser)
{
    const QString name = parser.value(facesOption);
    if (!parser.isSet(facesOption) || name == u"search")
        return SandboxRules::Faces::Search;
    if (name == u"one")
        return SandboxRules::Faces::One;
    if (name == u"none")
        return SandboxRules::Faces::None;
    if (name == u"several")
        return SandboxRules::Faces::Several;
    throw UsageError{Cli::tr("--faces takes search, one, none or several.")};
}

SandboxRules::Callbacks callbacksFrom(const QCommandLineParser &parser)
{
    SandboxRules::Callbacks rules;
    for (const QString &text : parser.values(callbackOption)) {
        const QString name = text.section(u'=', 0, 0);
        bool isNumber = false;
        const int number = text.section(u'=', 1).toInt(&isNumber);
        const bool counted = isNumber && number >= 1 && number <= 3600;
        if (text == u"twice")
            rules.twice = true;
        else if (text == u"never")
            rules.never = true;
        else if (text == u"wrong-sign")
            rules.wrongSign = true;
        else if (name == u"late" && counted)
            rules.lateSeconds = number;
        else if (name == u"retries" && counted)
            rules.retries = number;
        else
            throw UsageError{Cli::tr(
                "--callback takes twice, never, wrong-sign, late=SECONDS or retries=N, each number from "
                "1 to 3600.")};
    }
    return rules;
}

QList<SandboxKey> keysFrom(const QCommandLineParser &parser)
{
    if (!parser.isSet(keysOption))
        return defaultSandboxKeys();
    QFile file(parser.value(keysOption));
    if (!file.open(QIODevice::ReadOnly))
        throw UsageError{Cli::tr("--keys %1: %2").arg(file.fileName(), file.errorString())};
    const auto keys = readSandboxKeys(file.read(maxKeysBytes));
    if (const QString *problem = std::get_if<QString>(&keys))
        throw UsageError{Cli::tr("--keys %1: %2").arg(file.fileName(), *problem)};
    return std::get<QList<SandboxKey>>(keys);
}

int listScenarios()
{
    const QList<ScenarioEntry> entries = scenarioCatalog();
    qsizetype width = 0;
    for (const ScenarioEntry &entry : entries)
        width = std::max(width, entry.name.size());
    QStringList lines;
    for (const ScenarioEntry &entry : entries) {
        QString line = entry.name.leftJustified(width) + QStringLiteral("  ") + entry.description;
        if (entry.endpoints.size() == 1)
            line += Cli::tr(" (%1 only)").arg(entry.endpoints.constFirst());
        lines.append(line);
    }
    return deliver(lines, ExitDone);
}

int sandbox(const QCommandLineParser &parser)
{
    noArguments(parser);
    if (parser.isSet(listOption))
        return listScenarios();
    const quint16 port = parser.isSet(listenOption) ? portToListenOn(parser.value(listenOption)) : quint16(0);
    const SandboxRules rules{
        facesFrom(parser), callbacksFrom(parser), parser.isSet(spacedOption), parser.isSet(bizNoOption)};
    RequestLog log(parser.value(logOption));
    if (parser.isSet(logOption) && !log.open())
        throw UsageError{Cli::tr("--log %1: %2").arg(parser.value(logOption), log.errorString())};
    SandboxServer server(keysFrom(parser), rules);
    if (parser.isSet(logOption))
        server.setObserver([&log](const SandboxRecord &record) { log.write(record); });
    server.scenarios().setSeed(quint32(wholeNumber(parser, seedOption, 0, 1)));
    addScenarios(server.scenarios(), parser.values(scenarioOption));
    StopSignal stop;
    QObject::connect(&stop, &StopSignal::raised, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    if (!server.start(port)) {
        note(Cli::tr("Could not listen on 127.0.0.1:%1: %2").arg(port).arg(server.errorString()));
        return ExitRefused;
    }
    // A fixed text, whatever the language: programs wait for this line.
    const int status =
        deliver(QStringList{QStringLiteral("listening on ") + server.baseUrl().toString()}, ExitDone);
    if (status != ExitDone)
        return status;
    if (parser.isSet(keysOption))
        note(Cli::tr("Keys are those of %1. Ctrl+C stops.").arg(parser.value(keysOption)));
    else
        note(Cli::tr("api_key %1, api_secret %2. Ctrl+C stops.")
                 .arg(QLatin1String(sandboxApiKey), QLatin1String(sandboxApiSecret)));
    if (rules.faces == SandboxRules::Faces::Search && !canSearchFaces())
        note(Cli::tr("Built without a face detector: every photo counts as showing one face (--faces)."));
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
            "A scenario is a documented error code or a fault: NAME[=NUMBER][:COUNT][:SHARE%][@FIELD=VALUE],\n"
            "for the next COUNT requests (all without), for SHARE% of them by chance, or for those in which\n"
            "FIELD is VALUE. The first one given that fits a request happens to it:\n"
            "  --scenario NO_FACE_FOUND:image_ref1:1 --scenario delay=500:3 --scenario reset:20%\n"
            "  --scenario INTERNAL_ERROR@biz_no=b-1\n"
            "\n"
            "A PC token's page is /faceid/liveness/v2/do?token=TOKEN: it asks for an outcome and sends both callbacks.\n"
            "An SDK token's check is ended by faceidctl sandbox complete. Results: get_result of either API.\n"
            "\n"
            "A keys file is a JSON array of objects with api_key, api_secret and, as wanted, discontinued (true),\n"
            "data_source (false), apis ([\"get_token\"]), networks ([\"10.0.0.0/8\"]), concurrency and attempts\n"
            "(numbers): requests at one time, and tokens for one person.\n"
            "\n"
            "Exit status: 0 stopped, 1 could not listen, 64 the command line is wrong.\n"),
        {{listenOption, Cli::tr("Where to listen. Default: any free port of this machine."),
             QStringLiteral("127.0.0.1:PORT")},
            {scenarioOption,
                Cli::tr("What to do to requests instead of answering as documented. May be given again."),
                QStringLiteral("SCENARIO")},
            {seedOption, Cli::tr("Number that the chance of shares starts from. Default: 1."),
                QStringLiteral("N")},
            {facesOption,
                Cli::tr("What photos show: search looks at them (default); one, none, several is believed."),
                QStringLiteral("WHAT")},
            {callbackOption,
                Cli::tr(
                    "What goes wrong with notify_url: twice, never, wrong-sign, late=SECONDS, or retries=N\n"
                    "after an answer other than 2xx. May be given again."),
                QStringLiteral("HOW")},
            {keysOption, Cli::tr("Key pairs and what each of them may do, instead of the built-in pair."),
                QStringLiteral("FILE")},
            {logOption, Cli::tr("Append a line of JSON for each request; what is personal is masked."),
                QStringLiteral("FILE")},
            {spacedOption, Cli::tr("Write error codes as \"CODE: key\" instead of \"CODE:key\".")},
            {bizNoOption, Cli::tr("Refuse a biz_no that a token was issued for.")},
            {listOption, Cli::tr("Name all scenarios and stop.")}},
        sandbox};
}

} // namespace faceid
