#include "batch/batchrun.h"
#include "batch/batchsheet.h"
#include "cli/batchreport.h"
#include "cli/options.h"
#include "cli/requestinput.h"
#include "cli/senddesk.h"
#include "cli/stopsignal.h"
#include "cli/target.h"
#include "cli/verb.h"
#include "sandbox/sandboxserver.h"

namespace faceid {

namespace {

constexpr QLatin1String parallelOption("parallel");
constexpr QLatin1String resumeOption("resume");
constexpr QLatin1String checkOption("check");
constexpr QLatin1String endpointOption("endpoint");
constexpr QLatin1String qrOption("qr");

/// What the command line says of the sheet.
struct SheetWish
{
    QString path;
    const EndpointSpec *endpoint = nullptr;
    Parts fixed;
};

/// A batch that is gone on with has the fields of all rows from its plan, so that what is checked is what is
/// sent.
void takePlan(SheetWish &wish, const QCommandLineParser &parser)
{
    const auto loaded = BatchPlan::load(wish.path);
    const auto *plan = std::get_if<BatchPlan>(&loaded);
    if (!plan)
        return; // BatchRun says why
    for (const Part &part : std::as_const(wish.fixed)) {
        if (part.value != partText(plan->fixed, part.name).toUtf8())
            throw UsageError{
                Cli::tr("The batch was begun with another %1 for all rows. Leave it out: the plan has it.")
                    .arg(part.name)};
    }
    wish.fixed = plan->fixed;
    if (!parser.isSet(endpointOption))
        wish.endpoint = endpointById(plan->endpointId);
}

SheetWish sheetFrom(const QCommandLineParser &parser)
{
    SheetWish wish;
    wish.path = onlyArgument(parser, Cli::tr("the sheet, a CSV file"));
    for (const QString &text : parser.values(fieldOption))
        wish.fixed.append(fieldPart(text));
    wish.endpoint = parser.isSet(endpointOption) ? endpointById(parser.value(endpointOption))
                                                 : &BatchSheet::guessedEndpoint(wish.path, wish.fixed);
    if (!wish.endpoint)
        throw UsageError{Cli::tr("--endpoint takes get_biz_token or get_token.")};
    for (const Part &part : std::as_const(wish.fixed)) {
        if (!BatchSheet::canBeFixed(*wish.endpoint, part.name))
            throw UsageError{Cli::tr("'%1' cannot be the same for all rows.").arg(part.name)};
    }
    if (parser.isSet(resumeOption))
        takePlan(wish, parser);
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
        return deliver(QJsonDocument(QJsonObject{{QStringLiteral("rows"), found.rows},
                           {QStringLiteral("refused_rows"), found.refusedRows},
                           {QStringLiteral("problems"), toJson(found.first)},
                           {QStringLiteral("more_problems"), found.problems - found.first.size()},
                           {QStringLiteral("error"), textOrNull(found.error)}}),
            status);
    QStringList lines;
    for (const CellProblem &problem : found.first)
        lines.append(toLine(problem));
    if (found.problems > found.first.size())
        lines.append(Cli::tr("and %1 more").arg(found.problems - found.first.size()));
    if (!found.error.isEmpty())
        lines.append(printable(found.error));
    else
        lines.append(
            Cli::tr("%n row(s), %1 of them would be refused.", nullptr, found.rows).arg(found.refusedRows));
    return deliver(lines, status);
}

int runAndReport(const QCommandLineParser &parser, BatchRun &run, const StopSignal &stop)
{
    QObject::connect(&stop, &StopSignal::raised, &run, &BatchRun::cancel);
    QTimer clock;
    QObject::connect(&clock, &QTimer::timeout, &run, [&run] { note(progressLine(run.progress())); });
    clock.start(2000);
    QString why;
    QString problem;
    QObject::connect(
        &run, &BatchRun::finished, &run, [&why, &problem](const QString &reason, const QString &ofSheet) {
            why = reason;
            problem = ofSheet;
            QCoreApplication::quit();
        });
    run.start();
    QCoreApplication::exec();
    clock.stop();

    if (!problem.isEmpty())
        note(Cli::tr(
            "The results could not be written: %1 They are in the history; --resume writes them again.")
                 .arg(problem));
    const BatchProgress progress = run.progress();
    const ExitStatus status = problem.isEmpty() ? statusOf(progress) : ExitNoOutput;
    if (!wantsJson(parser))
        return deliver(summaryLines(progress, why), status);
    QJsonObject summary = summaryJson(progress, why);
    summary.insert(QStringLiteral("out"), parser.value(outOption));
    return deliver(QJsonDocument(summary), status);
}

BatchRun::Wish batchWish(const QCommandLineParser &parser, const SheetWish &sheet)
{
    BatchRun::Wish wish;
    wish.sheet = sheet.path;
    wish.endpoint = sheet.endpoint;
    wish.fixed = sheet.fixed;
    wish.out = parser.value(outOption);
    wish.qrFolder = parser.value(qrOption);
    wish.parallel = wholeNumber(parser, parallelOption, 1, BatchRun::usualParallel);
    if (wish.parallel > BatchRun::mostParallel)
        throw UsageError{Cli::tr("--parallel takes 1 to %1.").arg(BatchRun::mostParallel)};
    wish.deadline = deadlineFrom(parser);
    wish.isResumed = parser.isSet(resumeOption);
    if (!parser.isSet(checkOption))
        requiredValue(parser, outOption, Cli::tr("the file for the results"));
    return wish;
}

int batch(const QCommandLineParser &parser, const Policy &policy)
{
    const SheetWish sheet = sheetFrom(parser);
    BatchRun::Wish wish = batchWish(parser, sheet);
    const SheetCheck found = check(sheet);
    // Of rows that have their token the photos may be gone by now.
    const bool isGoodEnough = found.isGood() || (wish.isResumed && found.error.isEmpty());
    if (parser.isSet(checkOption) || !isGoodEnough)
        return reportCheck(parser, found);
    for (const CellProblem &warning : found.first)
        note(toLine(warning));

    if (!policy.allows(*wish.endpoint))
        throw Forbidden{sdkOnlySentence()};
    Target target = Target::from(parser, policy);
    if (!target.failure.isEmpty()) {
        note(target.failure);
        return ExitNotSent;
    }
    wish.profile = target.profile;
    SendDesk desk(target, policy);
    BatchRun run(wish, desk.client, desk.history);
    if (QString problem = run.prepare(found); !problem.isEmpty()) {
        if (!wish.isResumed && BatchPlan::exists(wish.sheet))
            problem += u' ' + Cli::tr("--resume goes on with it.");
        throw UsageError{problem};
    }
    const StopSignal stop;
    if (found.namesPersons && !desk.awaitPersonKey(stop)) { // the keychain takes its time
        note(Cli::tr("Stopped before anything was sent. --resume goes on with it."));
        return ExitNotSent;
    }
    return runAndReport(parser, run, stop);
}

QString batchDetails()
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
        Cli::tr("Issue a token for each row of a sheet."), batchDetails(),
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
                deadlineChoice(), jsonOption()},
        batch, Feature::Batch};
}

} // namespace faceid
