#include "cli/moment.h"

#include "cli/console.h"
#include "cli/verb.h"

namespace faceid {

std::optional<QDateTime> momentOption(const QCommandLineParser &parser, const QString &option)
{
    if (!parser.isSet(option))
        return std::nullopt;
    const QString text = parser.value(option);
    const QDate date = QDate::fromString(text, Qt::ISODate);
    const QDateTime moment =
        date.isValid() && text.size() == 10 ? date.startOfDay() : QDateTime::fromString(text, Qt::ISODate);
    if (!moment.isValid())
        throw UsageError{Cli::tr("--%1 takes a date such as 2026-11-25, or 2026-11-25T08:00, not '%2'.")
                             .arg(option, text)};
    return moment;
}

} // namespace faceid
