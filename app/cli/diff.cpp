#include "export/exchangediff.h"

#include "cli/console.h"
#include "cli/rowids.h"
#include "cli/verb.h"

#include <QJsonArray>

#include <algorithm>

namespace faceid {

namespace {

constexpr QLatin1String allOption("all");

/// What stands in front of a name, as letters: a terminal may have no colours.
QChar mark(Difference difference)
{
    switch (difference) {
    case Difference::None:
        return u' ';
    case Difference::EachTime:
        return u'~';
    case Difference::Unclear:
        return u'?';
    case Difference::Real:
        return u'!';
    }
    return u' ';
}

QStringList toLines(const QList<DiffRow> &rows, bool withSame)
{
    QStringList lines;
    std::optional<DiffSection> section;
    for (const DiffRow &row : rows) {
        if (row.difference == Difference::None && !withSame)
            continue;
        if (row.section != section)
            lines.append(sectionName(row.section));
        section = row.section;
        lines.append(QStringLiteral("%1 %2").arg(mark(row.difference)).arg(printable(row.name)));
        if (row.left == row.right && row.difference != Difference::Real) {
            lines.append(QStringLiteral("    = ") + printable(*row.left));
            continue;
        }
        if (row.left)
            lines.append(QStringLiteral("    < ") + printable(*row.left));
        if (row.right)
            lines.append(QStringLiteral("    > ") + printable(*row.right));
    }
    return lines;
}

int diff(const QCommandLineParser &parser, const Policy &)
{
    const QList<QUuid> ids = idsFrom(parser);
    if (ids.size() != 2)
        throw UsageError{Cli::tr("Give %1.").arg(Cli::tr("the ids of two rows"))};
    QString error;
    const QList<Exchange> exchanges = exchangesOf(ids, error);
    if (!error.isEmpty()) {
        note(error);
        return ExitTrouble;
    }
    const QList<DiffRow> rows = compared(exchanges.constFirst(), exchanges.constLast());
    const bool isSame = std::none_of(
        rows.cbegin(), rows.cend(), [](const DiffRow &row) { return row.difference == Difference::Real; });
    const ExitStatus status = isSame ? ExitDone : ExitRefused;
    if (!wantsJson(parser)) {
        const QStringList lines = toLines(rows, parser.isSet(allOption));
        return deliver(lines.isEmpty() ? QStringList{Cli::tr("Nothing differs.")} : lines, status);
    }
    QJsonArray array;
    for (const DiffRow &row : rows)
        array.append(toJson(row));
    return deliver(
        QJsonDocument(QJsonObject{{QStringLiteral("same"), isSame}, {QStringLiteral("rows"), array}}),
        status);
}

} // namespace

Verb diffVerb()
{
    return {QStringLiteral("diff"), QStringLiteral("ID ID [options]"),
        Cli::tr("Compare two rows of the history: request, answer and times."),
        Cli::tr(
            "In front of each name:\n"
            "  !  it differs\n"
            "  ~  it differs as any two requests do: ids, moments, durations\n"
            "  ?  two masked values that are alike; whether they are the same is not known\n"
            "Of a row's values < is the first one's, > the second one's, and = both's. A JSON answer is\n"
            "compared member by member. Exit status: 0 nothing is marked !, 1 something is, 2 a row is not\n"
            "there.\n"),
        {QCommandLineOption(allOption, Cli::tr("Also print what is the same.")), jsonOption()}, diff};
}

} // namespace faceid
