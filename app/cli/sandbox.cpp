#include "faces/facesearch.h"

#include "cli/console.h"
#include "cli/optionlog.h"
#include "cli/options.h"
#include "cli/sandboxlistener.h"
#include "cli/stopsignal.h"
#include "cli/verb.h"
#include "sandbox/tlsflaw.h"

#include <QFile>

#include <algorithm>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace faceid {

namespace {

constexpr QLatin1String scenarioOption("scenario");
constexpr QLatin1String scenarioFileOption("scenario-file");
constexpr QLatin1String seedOption("seed");
constexpr QLatin1String listOption("list-scenarios");
constexpr QLatin1String facesOption("faces");
constexpr QLatin1String callbackOption("callback");
constexpr QLatin1String keysOption("keys");
constexpr QLatin1String stateOption("state");
constexpr QLatin1String spacedOption("spaced-codes");
constexpr QLatin1String uniqueBizNoOption("unique-biz-no");
constexpr QLatin1String toleranceOption("clock-tolerance");
constexpr QLatin1String signReasonOption("sign-as-reason");
constexpr qint64 maxFileBytes = 1024 * 1024; // of keys and scenarios

/// The content of the file that \a option names.
QByteArray fileOf(const QCommandLineParser &parser, const QString &option)
{
    QFile file(parser.value(option));
    if (!file.open(QIODevice::ReadOnly))
        throw UsageError{QStringLiteral("--%1 %2: %3").arg(option, file.fileName(), file.errorString())};
    return file.read(maxFileBytes);
}

/// Those of the command line come before those of the file.
void addScenarios(ScenarioQueue &queue, const QCommandLineParser &parser)
{
    for (const QString &text : parser.values(scenarioOption)) {
        const auto order = readOrder(text);
        if (const QString *problem = std::get_if<QString>(&order))
            throw UsageError{Cli::tr("--scenario %1: %2 --list-scenarios names all.").arg(text, *problem)};
        queue.add(std::get<ScenarioOrder>(order));
    }
    if (!parser.isSet(scenarioFileOption))
        return;
    const auto orders = readOrders(QString::fromUtf8(fileOf(parser, scenarioFileOption)));
    if (const QString *problem = std::get_if<QString>(&orders))
        throw UsageError{QStringLiteral("--%1 %2: %3")
                             .arg(scenarioFileOption, parser.value(scenarioFileOption), *problem)};
    for (const ScenarioOrder &order : std::get<QList<ScenarioOrder>>(orders))
        queue.add(order);
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
    const auto keys = readSandboxKeys(fileOf(parser, keysOption));
    if (const QString *problem = std::get_if<QString>(&keys))
        throw UsageError{QStringLiteral("--%1 %2: %3").arg(keysOption, parser.value(keysOption), *problem)};
    return std::get<QList<SandboxKey>>(keys);
}

SandboxRules rulesFrom(const QCommandLineParser &parser)
{
    SandboxRules rules;
    rules.faces = facesFrom(parser);
    rules.callbacks = callbacksFrom(parser);
    rules.signs.toleranceSeconds = wholeNumber(parser, toleranceOption, 0, 0);
    rules.signs.invalidIsAReason = parser.isSet(signReasonOption);
    rules.spacedColon = parser.isSet(spacedOption);
    rules.refusesRepeatedBizNo = parser.isSet(uniqueBizNoOption);
    return rules;
}

int listScenarios()
{
    QList<ScenarioEntry> entries = scenarioCatalog();
    for (const TlsFlaw &flaw : tlsFlaws()) // an option, as it holds from the start and for all
        entries.append({QLatin1String("--tls-flaw=") + QLatin1String(flaw.name), flaw.description(), {}});
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

/// What whoever started it should know.
void noteStart(const QCommandLineParser &parser, const SandboxListener &listener, const SandboxRules &rules)
{
    if (parser.isSet(keysOption))
        note(Cli::tr("Keys are those of %1. Ctrl+C stops.").arg(parser.value(keysOption)));
    else
        note(Cli::tr("api_key %1, api_secret %2. Ctrl+C stops.")
                 .arg(QLatin1String(sandboxApiKey), QLatin1String(sandboxApiSecret)));
    if (rules.faces == SandboxRules::Faces::Search && !canSearchFaces())
        note(Cli::tr("Built without a face detector: every photo counts as showing one face (--faces)."));
    noteListener(parser, listener);
}

/// Large photos get memory of their own, which goes back as soon as they are judged. Left alone, the
/// allocator would take them into its arenas after the first one, where those of many clients leave holes of
/// their size.
void giveLargePhotosBack()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 4 * 1024 * 1024);
    mallopt(M_TRIM_THRESHOLD, 8 * 1024 * 1024); // what smaller ones took is used again
#endif
}

int sandbox(const QCommandLineParser &parser, const Policy &)
{
    noArguments(parser);
    if (parser.isSet(listOption))
        return listScenarios();
    const SandboxRules rules = rulesFrom(parser);
    OptionLog log(parser);
    giveLargePhotosBack();
    SandboxServer server(keysFrom(parser), rules);
    if (log.isWanted())
        server.setObserver([&log](const SandboxRecord &record) { log.write(toJson(record)); });
    server.scenarios().setSeed(quint32(wholeNumber(parser, seedOption, 0, 1)));
    addScenarios(server.scenarios(), parser);
    const SandboxListener listener = listenerFrom(parser);
    if (parser.isSet(stateOption) && !server.keepState(parser.value(stateOption)))
        throw UsageError{
            QStringLiteral("--state %1: %2").arg(parser.value(stateOption), server.errorString())};
    StopSignal stop;
    QObject::connect(&stop, &StopSignal::raised, QCoreApplication::instance(), &QCoreApplication::quit,
        Qt::QueuedConnection);
    if (!server.start(listener)) {
        note(server.errorString());
        return ExitRefused;
    }
    // A fixed text, whatever the language: programs wait for this line.
    const int status =
        deliver(QStringList{QStringLiteral("listening on ") + server.baseUrl().toString()}, ExitDone);
    if (status != ExitDone)
        return status;
    noteStart(parser, listener, rules);
    QCoreApplication::exec();
    server.stop();
    return ExitDone;
}

QString sandboxDetails()
{
    return Cli::tr(
        "Point your own program at it in five lines (curl stands for your program):\n"
        "  faceidctl sandbox --listen 127.0.0.1:8080 &\n"
        "  HOST=http://127.0.0.1:8080     # instead of https://openapi.faceid.com and https://api.megvii.com\n"
        "  SIGN=$(FACEID_API_SECRET=sandbox-secret faceidctl sign make --api-key sandbox-key)\n"
        "  curl -F sign=$SIGN -F sign_version=hmac_sha1 -F liveness_type=meglive -F comparison_type=0 -F uuid=u-1 \\\n"
        "       -F image_ref1=@FACE.jpg $HOST/face/v1.2/sdk/get_biz_token\n"
        "\n"
        "The first line of stdout is \"listening on http://127.0.0.1:PORT\". Runs until Ctrl+C or SIGTERM.\n"
        "The page at / has both APIs, what was chosen where their documents say nothing, and all scenarios.\n"
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
        "data_source (false), apis ([\"get_token\"]), networks ([\"10.0.0.0/8\"]), concurrency, attempts and balance\n"
        "(numbers): requests at one time, tokens for one person, and tokens at all.\n"
        "\n"
        "Exit status: 0 stopped, 1 could not listen, 64 the command line is wrong.\n");
}

QList<QCommandLineOption> sandboxOptions()
{
    return {{scenarioOption,
                Cli::tr("What to do to requests instead of answering as documented. May be given again."),
                QStringLiteral("SCENARIO")},
        {scenarioFileOption, Cli::tr("More of them, one on each line; # begins a comment."),
            QStringLiteral("FILE")},
        {seedOption, Cli::tr("Number that the chance of shares starts from. Default: 1."),
            QStringLiteral("N")},
        {facesOption,
            Cli::tr("What photos show: search looks at them (default); one, none, several is believed."),
            QStringLiteral("WHAT")},
        {callbackOption,
            Cli::tr("What goes wrong with notify_url: twice, never, wrong-sign, late=SECONDS, or retries=N\n"
                    "after an answer other than 2xx. May be given again."),
            QStringLiteral("HOW")},
        {keysOption, Cli::tr("Key pairs and what each of them may do, instead of the built-in pair."),
            QStringLiteral("FILE")},
        {stateOption,
            Cli::tr(
                "Keep tokens, results, serial numbers and used signs over a restart. No secret is in it."),
            QStringLiteral("FILE")},
        {logOption, Cli::tr("Append a line of JSON for each request; what is personal is masked."),
            QStringLiteral("FILE")},
        {toleranceOption, Cli::tr("Take a sign for so long after its end. Default: 0."),
            QStringLiteral("SECONDS")},
        {signReasonOption, Cli::tr("Write AUTHORIZATION_ERROR:INVALID_SIGN instead of INVALID_SIGN.")},
        {spacedOption, Cli::tr("Write error codes as \"CODE: key\" instead of \"CODE:key\".")},
        {uniqueBizNoOption, Cli::tr("Refuse a biz_no that a token was issued for.")},
        {listOption, Cli::tr("Name all scenarios and stop.")}};
}

} // namespace

Verb sandboxVerb()
{
    return {QStringLiteral("sandbox"), QStringLiteral("[options]"),
        Cli::tr("Run the imitation of both services on this machine."), sandboxDetails(),
        listenerOptions() + sandboxOptions(), sandbox, Feature::Sandbox};
}

} // namespace faceid
