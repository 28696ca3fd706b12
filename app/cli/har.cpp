#include "export/har.h"
#include "export/redaction.h"
#include "export/rowexport.h"

#include "cli/askhistory.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/rowids.h"
#include "cli/verb.h"

#include <QJsonArray>

namespace faceid {

namespace {

int exportArchive(const QCommandLineParser &parser, const Policy &policy)
{
    ExportWish wish;
    wish.format = ExportWish::Format::Har;
    wish.withPersonal = wantsPersonal(parser, policy);
    QString error;
    QList<Exchange> exchanges = exchangesOf(idsFrom(parser), error);
    if (!error.isEmpty()) {
        note(error);
        return ExitRefused;
    }
    if (!wish.withPersonal) {
        Pseudonyms pseudonyms;
        for (Exchange &exchange : exchanges)
            exchange = pseudonymized(exchange, pseudonyms);
    }
    writeDown(exportDeed(wish, exchanges.size()));
    return deliver(QJsonDocument(harOf(exchanges)), ExitDone);
}

QStringList problemsOf(const HarEntry &entry)
{
    return refusalCodes(*entry.spec, entry.parts, unreadFields(entry.findings));
}

QStringList leftOut(const HarEntry &entry)
{
    QStringList names;
    for (const FillFinding &finding : entry.findings)
        names.append(finding.name);
    return names;
}

/// The parts as they would be kept: an archive may hold what nobody else should read.
QJsonObject toJson(const HarEntry &entry)
{
    QJsonArray parts;
    for (const Part &part : redacted(*entry.spec, entry.exchange.request)) {
        const FieldSpec *row = entry.spec->field(part.name);
        if (!row || row->role != Role::Credential)
            parts.append(QJsonObject{{QStringLiteral("name"), part.name},
                {QStringLiteral("value"), QString::fromUtf8(part.value)}});
    }
    return {{QStringLiteral("endpoint"), entry.spec->id},
        {QStringLiteral("url"), entry.exchange.address.toString()},
        {QStringLiteral("started_at"), entry.exchange.startedAt.toString(Qt::ISODateWithMs)},
        {QStringLiteral("outcome"), outcomeName(entry.exchange.outcome)},
        {QStringLiteral("http_status"), entry.exchange.reply.httpStatus},
        {QStringLiteral("error"), entry.exchange.reply.errorText},
        {QStringLiteral("request_id"), entry.exchange.reply.requestId},
        {QStringLiteral("biz_no"), entry.exchange.bizNo}, {QStringLiteral("parts"), parts},
        {QStringLiteral("left_out"), QJsonArray::fromStringList(leftOut(entry))},
        {QStringLiteral("problems"), QJsonArray::fromStringList(problemsOf(entry))}};
}

QStringList toLines(const HarEntry &entry)
{
    const Reply &reply = entry.exchange.reply;
    QStringList lines{QStringLiteral("%1  %2  %3  HTTP %4")
                          .arg(entry.exchange.startedAt.toString(Qt::ISODate), entry.spec->id,
                              outcomeName(entry.exchange.outcome))
                          .arg(reply.httpStatus)};
    if (!reply.errorText.isEmpty())
        lines.append(QStringLiteral("    ") + printable(reply.errorText));
    if (!entry.findings.isEmpty())
        lines.append(QStringLiteral("    ")
            + Cli::tr("Does not fit: %1").arg(printable(leftOut(entry).join(QStringLiteral(", ")))));
    const QStringList problems = problemsOf(entry);
    if (!problems.isEmpty())
        lines.append(QStringLiteral("    ")
            + Cli::tr("Would be refused: %1").arg(problems.join(QStringLiteral(", "))));
    return lines;
}

int importArchive(const QCommandLineParser &parser, const Policy &)
{
    const HarReading reading = readHarFile(onlyArgument(parser, Cli::tr("the archive to read")));
    if (!reading.error.isEmpty()) {
        note(printable(reading.error));
        return ExitRefused;
    }
    if (reading.others > 0)
        note(Cli::tr("Left out: %n other request(s).", nullptr, reading.others));
    QStringList lines;
    QJsonArray entries;
    for (const HarEntry &entry : reading.entries) {
        lines += toLines(entry);
        entries.append(toJson(entry));
    }
    return wantsJson(parser) ? deliver(QJsonDocument(entries), ExitDone) : deliver(lines, ExitDone);
}

} // namespace

Verb harExportVerb()
{
    return {QStringLiteral("har export"), QStringLiteral("ID... [options]"),
        Cli::tr("Print rows of the history as an HTTP archive (HAR 1.2)."),
        Cli::tr(
            "Credentials are left out, photos replaced by their size and hash, and pseudonyms stand for names, ID\n"
            "numbers, user ids and tokens. The audit trail notes it.\n"),
        {personalChoice(Cli::tr("Masked names and ID numbers, and uuids, instead of pseudonyms."))},
        exportArchive, Feature::Export};
}

Verb harImportVerb()
{
    return {QStringLiteral("har import"), QStringLiteral("FILE [options]"),
        Cli::tr("Say which token requests an HTTP archive of some other program holds."),
        Cli::tr(
            "Each with what became of it, what would be refused, and what does not fit. Personal values are\n"
            "printed masked; nothing is sent and nothing is kept.\n"),
        {jsonOption()}, importArchive};
}

} // namespace faceid
