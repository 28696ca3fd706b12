#include "cli/batchreport.h"

namespace faceid {

QString toLine(const CellProblem &problem)
{
    const QString where = problem.column.isEmpty()
        ? Cli::tr("row %1").arg(problem.row)
        : Cli::tr("row %1, %2").arg(problem.row).arg(printable(problem.column));
    const QString code = problem.code.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(problem.code);
    const QString line = QStringLiteral("%1: %2%3").arg(where, printable(problem.message), code);
    return problem.isRefusal ? line : Cli::tr("Warning: %1").arg(line);
}

QJsonArray toJson(const QList<CellProblem> &problems)
{
    QJsonArray array;
    for (const CellProblem &problem : problems)
        array.append(QJsonObject{{QStringLiteral("row"), problem.row},
            {QStringLiteral("column"), problem.column}, {QStringLiteral("code"), problem.code},
            {QStringLiteral("message"), problem.message}, {QStringLiteral("refusal"), problem.isRefusal}});
    return array;
}

QString progressLine(const BatchProgress &progress)
{
    QString line = Cli::tr("%1 of %2 rows, %3 issued, %4 a second")
                       .arg(progress.done())
                       .arg(progress.total)
                       .arg(progress.issued)
                       .arg(progress.perSecond, 0, 'f', 1);
    if (progress.secondsLeft >= 0)
        line += Cli::tr(", about %1 s left").arg(progress.secondsLeft);
    if (progress.backOffSeconds > 0)
        line += Cli::tr("; the service is busy or away, waiting %1 s").arg(progress.backOffSeconds);
    return line;
}

QStringList summaryLines(const BatchProgress &progress, const QString &why)
{
    QStringList lines{Cli::tr("Issued %1, refused %2, not sent %3, unknown %4, not come to %5.")
                          .arg(progress.issued)
                          .arg(progress.refused)
                          .arg(progress.notSent)
                          .arg(progress.unknown)
                          .arg(progress.total - progress.done())};
    if (!why.isEmpty())
        lines.append(Cli::tr("Stopped: %1 Go on with --resume.").arg(printable(why)));
    if (progress.unknown > 0)
        lines.append(Cli::tr(
            "Of unknown rows a token may have been issued, so they are not sent again. Find out, take "
            "it down (faceidctl history resolve ID not-issued), then --resume sends them."));
    return lines;
}

QJsonObject summaryJson(const BatchProgress &progress, const QString &why)
{
    return {{QStringLiteral("rows"), progress.total}, {QStringLiteral("issued"), progress.issued},
        {QStringLiteral("refused"), progress.refused}, {QStringLiteral("not_sent"), progress.notSent},
        {QStringLiteral("unknown"), progress.unknown}, {QStringLiteral("earlier"), progress.earlier},
        {QStringLiteral("waiting"), progress.total - progress.done()},
        {QStringLiteral("why"), textOrNull(why)}};
}

ExitStatus statusOf(const BatchProgress &progress)
{
    if (progress.unknown > 0)
        return ExitUnknown;
    return progress.issued == progress.total ? ExitDone : ExitRefused;
}

} // namespace faceid
