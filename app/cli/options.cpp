#include "cli/options.h"

#include "cli/console.h"
#include "cli/verb.h"
#include "client/tokenclient.h"

namespace faceid {

namespace {

constexpr QLatin1String personalOption("with-personal");

} // namespace

QCommandLineOption caChoice()
{
    return {
        caOption, Cli::tr("PEM file of certificate authorities to trust as well."), QStringLiteral("FILE")};
}

QCommandLineOption formatChoice()
{
    return {formatOption, Cli::tr("csv or json."), QStringLiteral("csv|json")};
}

bool wantsCsv(const QCommandLineParser &parser)
{
    const QString format = requiredValue(parser, formatOption, Cli::tr("csv or json"));
    if (format != u"csv" && format != u"json")
        throw UsageError{Cli::tr("--format takes csv or json, not '%1'.").arg(format)};
    return format == u"csv";
}

QCommandLineOption personChoice()
{
    return {personOption,
        Cli::tr("Of one person: name, ID number or uuid, read from standard input and never\n"
                "from the command line.")};
}

QCommandLineOption personalChoice(const QString &help)
{
    return {personalOption, help};
}

bool wantsPersonal(const QCommandLineParser &parser, const Policy &policy)
{
    if (!parser.isSet(personalOption))
        return false;
    if (policy.forcesMasking)
        throw Forbidden{Cli::tr("Your administrator has personal data masked, so --%1 is not to be had.")
                            .arg(personalOption)};
    return true;
}

QCommandLineOption deadlineChoice()
{
    return {timeoutOption, Cli::tr("Most seconds that the whole request may take. Default: 120."),
        QStringLiteral("SECONDS")};
}

std::chrono::milliseconds deadlineFrom(const QCommandLineParser &parser)
{
    const TokenRequest defaults;
    if (!parser.isSet(timeoutOption))
        return defaults.deadline;
    bool isNumber = false;
    const double seconds = parser.value(timeoutOption).toDouble(&isNumber);
    const double longest = 24 * 60 * 60;
    if (!isNumber || !(seconds >= 0.001 && seconds <= longest))
        throw UsageError{Cli::tr("--timeout takes seconds: a number above 0, at most %1.").arg(int(longest))};
    return std::chrono::milliseconds(qint64(seconds * 1000));
}

} // namespace faceid
