#include "export/outfile.h"
#include "export/rowexport.h"

#include "cli/askhistory.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/rowoptions.h"
#include "cli/verb.h"

#include <QFile>

#include <cstdio>

namespace faceid {

namespace {

constexpr QLatin1String bomOption("bom");

ExportWish exportWish(const QCommandLineParser &parser, const Policy &policy)
{
    ExportWish wish;
    wish.format = wantsCsv(parser) ? ExportWish::Format::Csv : ExportWish::Format::Json;
    wish.withPersonal = wantsPersonal(parser, policy);
    wish.withMark = parser.isSet(bomOption);
    if (wish.withMark && wish.format == ExportWish::Format::Json)
        throw UsageError{Cli::tr("--bom goes with --format csv only.")};
    return wish;
}

std::function<bool(const HistoryRow &)> filterFrom(const QCommandLineParser &parser)
{
    return [query = queryFrom(parser), now = QDateTime::currentDateTimeUtc()](
               const HistoryRow &row) { return query.matches(row, now); };
}

/// Writes all rows to \a out. Returns the error, one sentence, and how many there were.
QString writeRows(QIODevice &out, const ExportWish &wish,
    const std::function<bool(const HistoryRow &)> &filter, qint64 &count)
{
    return askHistory([&](HistoryStore &store, const auto &done) {
        auto *job = new RowExport(out, wish, rowsOf(store, filter), &store);
        QObject::connect(job, &RowExport::finished, &store, [job, &count, done](const QString &error) {
            count = job->rows();
            done(error);
        });
        job->start();
    });
}

int exportRows(const QCommandLineParser &parser, const Policy &policy)
{
    noArguments(parser);
    const ExportWish wish = exportWish(parser, policy);
    const auto filter = filterFrom(parser);
    qint64 count = 0;
    QString error;
    if (parser.isSet(outOption)) {
        OutFile file(requiredValue(parser, outOption, Cli::tr("the file to write")));
        if (file.begin())
            error = writeRows(file, wish, filter, count);
        if (error.isEmpty() && !file.commit())
            error = file.errorString();
    } else {
        QFile out;
        if (out.open(stdout, QFile::WriteOnly))
            error = writeRows(out, wish, filter, count);
        if (error.isEmpty() && !out.flush())
            error = out.errorString();
    }
    if (!error.isEmpty()) {
        note(Cli::tr("The history could not be exported: %1").arg(error));
        return ExitNoOutput;
    }
    writeDown(exportDeed(wish, count));
    return ExitDone;
}

} // namespace

Verb historyExportVerb()
{
    return {QStringLiteral("history export"), QStringLiteral("--format csv|json [options]"),
        Cli::tr("Write rows of the history, the last made first, as CSV or JSON."),
        Cli::tr(
            "The token is masked. CSV follows RFC 4180; what a spreadsheet would take for a formula gets an\n"
            "apostrophe in front. Every export is noted in the audit trail.\n"
            "\n"
            "Exit status: 0 written; 74 not, and nothing is left under the name of --out; 64 the command line is\n"
            "wrong.\n"),
        QList<QCommandLineOption>{formatChoice(),
            personalChoice(Cli::tr("Also the masked name and ID number, or the uuid, and the notes.")),
            {bomOption, Cli::tr("CSV: a UTF-8 mark in front, for spreadsheets.")},
            {outOption, Cli::tr("The file to write, which only you can read. Default: stdout."),
                QStringLiteral("FILE")}}
            + rowOptions(),
        exportRows, Feature::Export};
}

} // namespace faceid
