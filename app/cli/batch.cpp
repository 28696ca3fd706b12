#include "about.h"
#include "batch/resultsheet.h"
#include "cli/askhistory.h"
#include "cli/batchreport.h"
#include "cli/stopsignal.h"
#include "cli/target.h"
#include "cli/verb.h"
#include "client/tokenclient.h"
#include "credentials/credentialstore.h"
#include "credentials/personkeyring.h"
#include "sandbox/sandboxserver.h"

#include <QLockFile>
#include <QSettings>

namespace faceid {

namespace {

constexpr QLatin1String outOption("out");
constexpr QLatin1String parallelOption("parallel");
constexpr QLatin1String resumeOption("resume");
constexpr QLatin1String checkOption("check");
constexpr QLatin1String endpointOption("endpoint");
constexpr QLatin1String fieldOption("f");
constexpr QLatin1String qrOption("qr");
constexpr QLatin1String timeoutOption("timeout");
constexpr int mostParallel = 32;

/// What the command line says of the sheet.
struct SheetWish
{
    QString path;
    const EndpointSpec *endpoint = nullptr;
    Parts fixed;
};

Part fixedField(const QString &text)
{
    const qsizetype sign = text.indexOf(u'=');
    if (sign < 1)
        throw UsageError{Cli::tr("'%1 %2' is not NAME=VALUE.").arg(QStringLiteral("-f"), text)};
    return {text.first(sign), valueBytes(text.sliced(sign + 1)), {}, {}};
}

/// What all rows have must not be about one person, and no credential.
void refuseUnfit(const EndpointSpec &endpoint, const Part &part)
{
    const FieldSpec *field = endpoint.field(part.name);
    if (!field || field->role == Role::Credential || field->isPersonal() || field->kind == Kind::Image
        || field->unique)
        throw UsageError{Cli::tr("'%1' cannot be the same for all rows.").arg(part.name)};
}

SheetWish sheetFrom(const QCommandLineParser &parser)
{
    SheetWish wish;
    wish.path = onlyArgument(parser, Cli::tr("the sheet, a CSV file"));
    for (const QString &text : parser.values(fieldOption))
        wish.fixed.append(fixedField(text));
    wish.endpoint = parser.isSet(endpointOption) ? endpointById(parser.value(endpointOption))
                                                 : &BatchSheet::guessedEndpoint(wish.path, wish.fixed);
    if (!wish.endpoint)
        throw UsageError{Cli::tr("--endpoint takes get_biz_token or get_token.")};
    for (const Part &part : std::as_const(wish.fixed))
        refuseUnfit(*wish.endpoint, part);
    return wish;
}

SheetCheck check(const SheetWish &wish)
{
    return checkSheet(wish.path, *wish.endpoint, wish.fixed, [](int rows) {
        if (rows % 1000 == 0)
            note(Cli::tr("%1 rows checked").arg(rows));
        return true;
    });
}

int reportCheck(const QCommandLineParser &parser, const SheetCheck &found)
{
    const ExitStatus status = found.isGood() ? ExitDone : ExitNotSent;
    if (wantsJson(parser))
        return deliver(
            QJsonDocument(QJsonObject{{QStringLiteral("rows"), found.rows},
                {QStringLiteral("refused_rows"), found.refusedRows},
                {QStringLiteral("problems"), toJson(found.first)},
                {QStringLiteral("more_problems"), found.problems - found.first.size()},
                {QStringLiteral("error"), found.error.isEmpty() ? QJsonValue() : QJsonValue(found.error)}}),
            status);
    QStringList lines;
    for (const CellProblem &problem : found.first)
        lines.append(toLine(problem));
    if (found.problems > found.first.size())
        lines.append(Cli::tr("and %1 more").arg(found.problems - found.first.size()));
    if (!found.error.isEmpty())
        lines.append(printable(found.error));
    else
        lines.append(Cli::tr("%1 rows, %2 of them would be refused.").arg(found.rows).arg(found.refusedRows));
    return deliver(lines, status);
}

/// Who a plan was made for: rows must not go to another service half-way.
QString serviceOf(const EndpointSpec &endpoint, const Target &target)
{
    if (target.sandbox)
        return QStringLiteral("sandbox"); // its port is another one each time
    return target.profile.baseUrl(endpoint).toString() + u' ' + target.profile.apiKey;
}

BatchPlan freshPlan(const SheetWish &wish, const SheetCheck &found, const QString &service)
{
    BatchPlan plan;
    plan.sheetHash = QString::fromLatin1(found.hash);
    plan.endpointId = wish.endpoint->id;
    plan.service = service;
    plan.seed = BatchPlan::freshSeed(*wish.endpoint);
    plan.rows = found.rows;
    plan.fixed = wish.fixed;
    if (const QString error = plan.save(wish.path); !error.isEmpty())
        throw UsageError{Cli::tr("The plan %1 cannot be written, so nothing is sent: %2")
                             .arg(BatchPlan::pathOf(wish.path), error)};
    return plan;
}

BatchPlan resumedPlan(const SheetWish &wish, const SheetCheck &found, const QString &service)
{
    const auto loaded = BatchPlan::load(wish.path);
    if (const auto *error = std::get_if<QString>(&loaded))
        throw UsageError{Cli::tr("There is nothing to resume: %1").arg(*error)};
    const BatchPlan plan = std::get<BatchPlan>(loaded);
    if (plan.sheetHash != QString::fromLatin1(found.hash) || plan.rows != found.rows)
        throw UsageError{
            Cli::tr("The sheet has changed since the batch was begun, so rows could be mistaken for others. "
                    "Bring it back as it was, or put the rest into a new sheet.")};
    if (plan.endpointId != wish.endpoint->id || plan.service != service)
        throw UsageError{Cli::tr("The batch was begun with %1 at %2: resume it there.")
                             .arg(plan.endpointId, plan.service)};
    return plan;
}

BatchPlan planFrom(
    const QCommandLineParser &parser, const SheetWish &wish, const SheetCheck &found, const QString &service)
{
    if (parser.isSet(resumeOption))
        return resumedPlan(wish, found, service);
    if (BatchPlan::exists(wish.path))
        throw UsageError{
            Cli::tr("This sheet was begun before: --resume goes on and sends no row twice. To send all rows "
                    "again, as new requests, remove %1.")
                .arg(BatchPlan::pathOf(wish.path))};
    return freshPlan(wish, found, service);
}

/// Runs the event loop until the key for finding persons again is there, or is not to be had.
void givePersonKey(TokenClient &client, CredentialStore &credentials)
{
    PersonKeyring persons(credentials);
    persons.get(&persons, [&client](const std::shared_ptr<const PersonKey> &key, const QString &) {
        client.setPersonKey(key);
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
}

/// What is needed to send rows, for as long as the batch runs.
struct Desk
{
    explicit Desk(Target &target)
        : settings(openSettings())
        , history(HistoryStore::defaultPath())
        , client(credentials, &history)
    {
        credentials.rememberPlacesIn(*settings);
        if (!target.secret.isEmpty())
            credentials.keepForSession(target.profile.secretEntry(), std::move(target.secret));
        givePersonKey(client, credentials);
    }

    std::unique_ptr<QSettings> settings;
    CredentialStore credentials;
    HistoryStore history;
    TokenClient client;
};

QString writeResults(const ResultSheet::Settings &settings, Desk &desk)
{
    QString problem;
    ResultSheet results(settings, desk.history);
    QObject::connect(&results, &ResultSheet::finished, &results, [&problem](const QString &error) {
        problem = error;
        QCoreApplication::quit();
    });
    results.start();
    QCoreApplication::exec();
    return problem;
}

int run(const QCommandLineParser &parser, const BatchRunner::Settings &settings, Target &target)
{
    const StopSignal stop;
    Desk desk(target);
    BatchRunner runner(settings, desk.client, desk.history);
    QObject::connect(&stop, &StopSignal::raised, &runner, &BatchRunner::cancel);
    QTimer clock;
    QObject::connect(&clock, &QTimer::timeout, &runner, [&runner] { note(progressLine(runner.progress())); });
    clock.start(2000);
    QString why;
    QObject::connect(&runner, &BatchRunner::finished, &runner, [&why](const QString &reason) {
        why = reason;
        QCoreApplication::quit();
    });
    runner.start();
    QCoreApplication::exec();
    clock.stop();

    const QString out = parser.value(outOption);
    const QString problem = writeResults({settings.sheet, out, parser.value(qrOption), settings.plan,
                                             settings.profile, runner.localProblems()},
        desk);
    if (!problem.isEmpty())
        note(Cli::tr(
            "The results could not be written: %1 They are in the history; --resume writes them again.")
                 .arg(problem));
    const ExitStatus status = problem.isEmpty() ? statusOf(runner.progress()) : ExitNoOutput;
    if (!wantsJson(parser))
        return deliver(summaryLines(runner.progress(), why), status);
    QJsonObject summary = summaryJson(runner.progress(), why);
    summary.insert(QStringLiteral("out"), out);
    return deliver(QJsonDocument(summary), status);
}

int batch(const QCommandLineParser &parser)
{
    const SheetWish wish = sheetFrom(parser);
    BatchRunner::Settings settings;
    settings.parallel = wholeNumber(parser, parallelOption, 1, 4);
    if (settings.parallel > mostParallel)
        throw UsageError{Cli::tr("--parallel takes 1 to %1.").arg(mostParallel)};
    settings.deadline = std::chrono::seconds(wholeNumber(parser, timeoutOption, 1, 120));
    if (!parser.isSet(checkOption))
        requiredValue(parser, outOption, Cli::tr("the file for the results"));
    const SheetCheck found = check(wish);
    // Of rows that have their token the photos may be gone by now.
    const bool isGoodEnough = found.isGood() || (parser.isSet(resumeOption) && found.error.isEmpty());
    if (parser.isSet(checkOption) || !isGoodEnough)
        return reportCheck(parser, found);
    for (const CellProblem &warning : found.first)
        note(toLine(warning));

    Target target = Target::from(parser);
    if (!target.failure.isEmpty()) {
        note(target.failure);
        return ExitNotSent;
    }
    QLockFile lock(BatchPlan::pathOf(wish.path) + QStringLiteral(".lock"));
    lock.setStaleLockTime(0); // a dead owner is found out, however long a batch takes
    if (!lock.tryLock(0))
        throw UsageError{Cli::tr("Another faceidctl is at this sheet.")};
    settings.sheet = wish.path;
    settings.profile = target.profile;
    settings.isResumed = parser.isSet(resumeOption);
    settings.plan = planFrom(parser, wish, found, serviceOf(*wish.endpoint, target));
    return run(parser, settings, target);
}

QString details()
{
    return Cli::tr(
        "The sheet is UTF-8 CSV with a header. Columns are named as the API's fields (idcard_name, biz_no ...); cells\n"
        "of image_ref1 to image_ref3 are paths of photos, relative to the sheet. A column that begins with # is passed\n"
        "over. All rows are checked before the first is sent; if one would be refused, nothing is sent.\n"
        "\n"
        "A row is sent once. Only what the service cannot have issued (not sent, cut off, busy) is sent again, after\n"
        "pauses that grow. FILE.csv.batch keeps the serial number of every row: after a crash --resume goes on, and no\n"
        "row that may have a token is sent again. Ctrl+C ends the batch and writes the results so far.\n"
        "\n"
        "The results have what is not personal of the sheet, and outcome, token, link, expires_at, error, message,\n"
        "serial_number, request_id and history_id. Only you can read them.\n"
        "\n"
        "Exit status: 0 every row has a token, 1 not every row, 2 nothing was sent, 4 of at least one row nobody knows,\n"
        "64 the command line is wrong, 74 the results could not be written.\n");
}

} // namespace

Verb batchVerb()
{
    return {QStringLiteral("batch"), QStringLiteral("FILE.csv --out OUT.csv [options]"),
        Cli::tr("Issue a token for each row of a sheet."), details(),
        Target::options()
            + QList<QCommandLineOption>{{outOption, Cli::tr("Write the results there."),
                                            QStringLiteral("OUT.csv")},
                {parallelOption, Cli::tr("So many requests at one time. Default: 4."), QStringLiteral("N")},
                {resumeOption, Cli::tr("Go on with a batch that was begun; sends nothing twice.")},
                {checkOption, Cli::tr("Check all rows and send nothing.")},
                {fieldOption,
                    Cli::tr("A field of every row that does not have it itself. May be given again."),
                    QStringLiteral("NAME=VALUE")},
                {endpointOption, Cli::tr("get_biz_token or get_token. Default: as the columns tell."),
                    QStringLiteral("get_biz_token|get_token")},
                {qrOption, Cli::tr("Write a QR code of each link or token into this folder."),
                    QStringLiteral("DIR")},
                {timeoutOption, Cli::tr("Most seconds that one request may take. Default: 120."),
                    QStringLiteral("SECONDS")},
                jsonOption()},
        batch};
}

} // namespace faceid
