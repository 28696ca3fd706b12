#include "history/audit.h"

#include "cli/askhistory.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/verb.h"
#include "export/auditexport.h"

#include <QJsonArray>
#include <QJsonObject>

namespace faceid {

namespace {

constexpr QLatin1String anchorOption("anchor");
constexpr int pageSize = 1000; // entries

int verifyTrail(const QCommandLineParser &parser, const Policy &)
{
    noArguments(parser);
    AuditVerdict verdict;
    askHistory([&](HistoryStore &store, const auto &done) {
        store.verifyAudit(
            parser.value(anchorOption).toLatin1(), &store, [&verdict, done](const AuditVerdict &found) {
                verdict = found;
                done({});
            });
    });
    if (!verdict.error.isEmpty()) {
        note(Cli::tr("The history cannot be read: %1").arg(verdict.error));
        return ExitRefused;
    }
    const ExitStatus status = verdict.isWhole() ? ExitDone : ExitRefused;
    const QString head = QString::fromLatin1(verdict.head);
    if (wantsJson(parser)) {
        return deliver(QJsonDocument(QJsonObject{
                           {QStringLiteral("whole"), verdict.isWhole()},
                           {QStringLiteral("entries"), verdict.entries},
                           {QStringLiteral("head"), textOrNull(head)},
                           {QStringLiteral("first_broken"),
                               verdict.firstBroken > 0 ? QJsonValue(verdict.firstBroken) : QJsonValue()},
                           {QStringLiteral("reason"), textOrNull(verdict.reason)},
                       }),
            status);
    }
    if (!verdict.isWhole())
        return deliver(QStringList{verdict.reason}, status);
    QStringList lines{Cli::tr("The audit trail is whole: %n entries.", nullptr, int(verdict.entries))};
    if (!head.isEmpty())
        lines.append(Cli::tr("Its last hash, to be kept somewhere else: %1").arg(head));
    return deliver(lines, status);
}

int printTrail(const QCommandLineParser &parser, const Policy &)
{
    noArguments(parser);
    const bool isCsv = wantsCsv(parser);
    int status = ExitDone;
    if (isCsv)
        status = deliver(auditCsvHead(), ExitDone);
    std::function<void(qint64)> next;
    const QString error = askHistory([&](HistoryStore &store, const auto &done) {
        next = [&store, &status, &next, isCsv, done](qint64 after) {
            store.readAudit(after, pageSize, &store,
                [&status, &next, isCsv, done](const QList<AuditEntry> &entries, const QString &why) {
                    QByteArray text;
                    for (const AuditEntry &entry : entries)
                        text += isCsv ? auditCsv(entry) : auditJson(entry);
                    if (status == ExitDone && !text.isEmpty())
                        status = deliver(text, ExitDone);
                    if (entries.isEmpty() || status != ExitDone)
                        done(why);
                    else
                        next(entries.constLast().number);
                });
        };
        next(0);
    });
    if (error.isEmpty())
        return status;
    note(Cli::tr("The history cannot be read: %1").arg(error));
    return ExitRefused;
}

} // namespace

Verb historyVerifyVerb()
{
    return {QStringLiteral("history verify"), QStringLiteral("[options]"),
        Cli::tr("Check that nothing was changed in the audit trail."),
        Cli::tr(
            "The trail holds who revealed, copied, exported, deleted or purged what, and changed profiles. Each\n"
            "entry carries a hash over itself and the one before.\n"
            "\n"
            "Exit status: 0 whole; 1 broken, and the first entry that is wrong is named; 64 the command line is\n"
            "wrong.\n"),
        {{anchorOption, Cli::tr("A last hash that was kept: also finds a trail cut off or made anew."),
             QStringLiteral("HASH")},
            jsonOption()},
        verifyTrail};
}

Verb historyAuditVerb()
{
    return {QStringLiteral("history audit"), QStringLiteral("--format csv|json"),
        Cli::tr("Print the audit trail, oldest first."),
        Cli::tr(
            "JSON is one object a line. hash is SHA-256 in hexadecimal over the hash before (nothing for the\n"
            "first), a line feed, and [number,at,who,deed,subject,detail] as JSON without spaces; at is\n"
            "milliseconds since 1970.\n"
            "\n"
            "Exit status: 0 printed, 1 the history cannot be read, 64 the command line is wrong.\n"),
        {formatChoice()}, printTrail};
}

} // namespace faceid
