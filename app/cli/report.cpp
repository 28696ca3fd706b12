#include "export/shiftreport.h"

#include "cli/askhistory.h"
#include "cli/console.h"
#include "cli/moment.h"
#include "cli/options.h"
#include "cli/verb.h"
#include "export/outfile.h"

namespace faceid {

namespace {

int report(const QCommandLineParser &parser, const Policy &)
{
    noArguments(parser);
    const QString path = requiredValue(parser, outOption, Cli::tr("the PDF file to write"));
    const QDateTime since = momentOption(parser, sinceOption).value_or(QDate::currentDate().startOfDay());
    const QDateTime until =
        momentOption(parser, untilOption).value_or(QDate::currentDate().addDays(1).startOfDay());
    if (until <= since)
        throw UsageError{Cli::tr("--until must be later than --since.")};
    ShiftFigures figures;
    askHistory([&](HistoryStore &store, const auto &done) {
        store.countShift(since, until, &store, [&figures, done](const ShiftFigures &counted) {
            figures = counted;
            done({});
        });
    });
    if (!figures.error.isEmpty()) {
        note(Cli::tr("The history cannot be read: %1").arg(figures.error));
        return ExitRefused;
    }
    OutFile file(path);
    if (file.begin() && writeShiftReport(file, figures) && file.commit()) {
        writeDown(shiftReportDeed());
        return ExitDone;
    }
    note(Cli::tr("'%1' could not be written: %2").arg(path, file.errorString()));
    return ExitNoOutput;
}

} // namespace

Verb historyReportVerb()
{
    return {QStringLiteral("history report"), QStringLiteral("--out FILE.pdf [options]"),
        Cli::tr("Write a shift report: what became of the requests, in numbers."),
        Cli::tr(
            "A page to print, per profile and API, refusals by reason, nothing about a person in it.\n"
            "\n"
            "Exit status: 0 written, 1 the history cannot be read, 74 the file cannot be written, 64 the command\n"
            "line is wrong.\n"),
        {{outOption, Cli::tr("The PDF file to write; only you can read it."), QStringLiteral("FILE")},
            {sinceOption, Cli::tr("From this moment on: 2026-11-25 or 2026-11-25T08:00. Default: today."),
                QStringLiteral("WHEN")},
            {untilOption, Cli::tr("Before this moment. Default: the end of today."), QStringLiteral("WHEN")}},
        report, Feature::Export};
}

} // namespace faceid
