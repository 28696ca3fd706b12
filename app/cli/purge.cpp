#include "history/retention.h"
#include "policy/policy.h"

#include "about.h"
#include "cli/askhistory.h"
#include "cli/console.h"
#include "cli/moment.h"
#include "cli/options.h"
#include "cli/personinput.h"
#include "cli/verb.h"

#include <QJsonObject>
#include <QSettings>

namespace faceid {

namespace {

constexpr QLatin1String beforeOption("before");
constexpr QLatin1String rowsOption("rows");
constexpr QLatin1String dueOption("due");

PurgeWish purgeWish(const QCommandLineParser &parser, const Policy &policy)
{
    int chosen = 0;
    for (const QLatin1String option : {beforeOption, personOption, dueOption})
        chosen += parser.isSet(option) ? 1 : 0;
    if (chosen != 1)
        throw UsageError{Cli::tr("Say what to purge: exactly one of --before WHEN, --person and --due.")};
    if (parser.isSet(rowsOption) && !parser.isSet(beforeOption))
        throw UsageError{Cli::tr("--rows goes with --before only.")};
    if (parser.isSet(dueOption))
        return RetentionPolicy::load(*openSettings(), policy).due(QDateTime::currentDateTimeUtc());
    PurgeWish wish;
    if (parser.isSet(personOption))
        wish.person = personFromInput(policy);
    else
        (parser.isSet(rowsOption) ? wish.rowsBefore : wish.personalBefore) =
            momentOption(parser, beforeOption);
    return wish;
}

QJsonObject toJson(const PurgeResult &result)
{
    return {{QStringLiteral("personal"), result.personal}, {QStringLiteral("rows"), result.rows},
        {QStringLiteral("unreachable"), result.unreachable},
        {QStringLiteral("traceless"), result.isTraceless}};
}

QStringList toText(const PurgeResult &result)
{
    return {Cli::tr("Personal data erased from %n row(s).", nullptr, int(result.personal)),
        Cli::tr("%n row(s) erased.", nullptr, int(result.rows))};
}

int purge(const QCommandLineParser &parser, const Policy &policy)
{
    noArguments(parser);
    const PurgeWish wish = purgeWish(parser, policy);
    PurgeResult result;
    askHistory([&](HistoryStore &store, const auto &done) {
        store.purge(wish, &store, [&result, done](const PurgeResult &purged) {
            result = purged;
            done({});
        });
    });
    if (!result.error.isEmpty())
        note(result.error);
    else if (!result.isTraceless)
        note(
            Cli::tr("Another program reads the history, so traces are left in its file. Purge again later."));
    if (result.unreachable > 0)
        note(Cli::tr(
            "%n row(s) about somebody carry no key by which persons are told apart: whether they are this "
            "person's is not known. --before erases them.",
            nullptr, int(result.unreachable)));
    const bool isAll = result.error.isEmpty() && result.isTraceless && result.unreachable == 0;
    const ExitStatus status = isAll ? ExitDone : ExitRefused;
    return wantsJson(parser) ? deliver(QJsonDocument(toJson(result)), status)
                             : deliver(toText(result), status);
}

} // namespace

Verb historyPurgeVerb()
{
    return {QStringLiteral("history purge"), QStringLiteral("--before WHEN [--rows] | --person | --due"),
        Cli::tr("Erase personal data for good, from every file of the history."),
        Cli::tr(
            "Personal are name, ID number, uuid, token, what was sent and answered, notes, tags and ticket. Time,\n"
            "serial number, request_id and outcome are kept, unless --rows takes the whole row. Backups of the\n"
            "history from before an upgrade are deleted.\n"
            "\n"
            "Exit status: 0 erased, and nothing of it is left in the files; 1 something is left, and it is said\n"
            "what; 64 the command line is wrong.\n"),
        {{beforeOption, Cli::tr("Of requests before this moment: 2026-11-25 or 2026-11-25T08:00."),
             QStringLiteral("WHEN")},
            {rowsOption, Cli::tr("With --before: the whole rows.")}, personChoice(),
            {dueOption,
                Cli::tr(
                    "What is due: personal data after 30 days, rows after 3 years, or as set in\nthe window. The window does it every day.")},
            jsonOption()},
        purge};
}

} // namespace faceid
