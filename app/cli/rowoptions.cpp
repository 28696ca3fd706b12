#include "cli/rowoptions.h"

#include "cli/console.h"
#include "cli/moment.h"
#include "cli/options.h"
#include "cli/verb.h"

namespace faceid {

QList<QCommandLineOption> rowOptions()
{
    return {{outcomeOption, Cli::tr("Only rows that ended so, e.g. Unknown. May be given more than once."),
                QStringLiteral("OUTCOME")},
        {sinceOption, Cli::tr("Of requests from this moment on: 2026-11-25 or 2026-11-25T08:00."),
            QStringLiteral("WHEN")},
        {untilOption, Cli::tr("Of requests before this moment."), QStringLiteral("WHEN")}};
}

HistoryQuery queryFrom(const QCommandLineParser &parser)
{
    HistoryQuery query;
    for (const QString &name : parser.values(outcomeOption)) {
        const std::optional<Outcome> outcome = outcomeFromName(name);
        if (!outcome)
            throw UsageError{
                Cli::tr("'%1' is no outcome: Pending, NotSent, CutOff, Unknown, Issued, Refused or "
                        "ServerError.")
                    .arg(name)};
        query.outcomes.insert(*outcome);
    }
    query.from = momentOption(parser, sinceOption).value_or(QDateTime());
    query.until = momentOption(parser, untilOption).value_or(QDateTime());
    return query;
}

} // namespace faceid
