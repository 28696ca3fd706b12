#include "cli/console.h"
#include "cli/verb.h"
#include "export/curlreader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace faceid {

namespace {

/// The text of the only argument's file, or of stdin; nothing, with a message, when it cannot be read.
std::optional<QString> textFrom(const QCommandLineParser &parser)
{
    const QString name =
        parser.positionalArguments().isEmpty() ? QStringLiteral("-") : onlyArgument(parser, QString());
    QFile file(name);
    const bool isOpen = name == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        note(Cli::tr("%1 cannot be read: %2").arg(name, file.errorString()));
        return std::nullopt;
    }
    return QString::fromUtf8(file.readAll());
}

QStringList problemsOf(const CurlReading &reading)
{
    return refusalCodes(
        *reading.spec, reading.parts, unreadFields(reading.findings) + reading.photoPaths.keys());
}

/// Personal values as they would be kept: what is printed may be sent on.
QJsonObject toJson(const CurlReading &reading)
{
    QJsonArray parts;
    for (const Part &part : redacted(*reading.spec, reading.parts))
        parts.append(QJsonObject{
            {QStringLiteral("name"), part.name}, {QStringLiteral("value"), QString::fromUtf8(part.value)}});
    QJsonArray photos;
    for (auto it = reading.photoPaths.cbegin(); it != reading.photoPaths.cend(); ++it)
        photos.append(QJsonObject{{QStringLiteral("name"), it.key()}, {QStringLiteral("path"), it.value()}});
    QJsonArray findings;
    for (const FillFinding &finding : reading.findings)
        findings.append(QJsonObject{{QStringLiteral("kind"), findingName(finding.kind)},
            {QStringLiteral("name"), finding.name}, {QStringLiteral("detail"), finding.detail},
            {QStringLiteral("message"), describe(finding)}});
    return {{QStringLiteral("endpoint"), reading.spec->id},
        {QStringLiteral("shell"), shellName(reading.shell)},
        {QStringLiteral("url"), reading.address.toString(QUrl::FullyEncoded)},
        {QStringLiteral("parts"), parts}, {QStringLiteral("photos"), photos},
        {QStringLiteral("does_not_fit"), findings},
        {QStringLiteral("problems"), QJsonArray::fromStringList(problemsOf(reading))}};
}

QStringList toLines(const CurlReading &reading)
{
    QStringList lines{QStringLiteral("%1  %2").arg(reading.spec->id, printable(reading.address.toString()))};
    for (const Part &part : redacted(*reading.spec, reading.parts))
        lines.append(QStringLiteral("    %1 = %2").arg(part.name, printable(QString::fromUtf8(part.value))));
    for (auto it = reading.photoPaths.cbegin(); it != reading.photoPaths.cend(); ++it)
        lines.append(QStringLiteral("    %1 = @%2").arg(it.key(), printable(it.value())));
    if (!reading.findings.isEmpty())
        lines.append(Cli::tr("Does not fit:"));
    for (const FillFinding &finding : reading.findings)
        lines.append(
            QStringLiteral("    ") + printable(finding.name + QStringLiteral(": ") + describe(finding)));
    const QStringList problems = problemsOf(reading);
    if (!problems.isEmpty())
        lines.append(Cli::tr("Would be refused: %1").arg(problems.join(QStringLiteral(", "))));
    return lines;
}

int importCommand(const QCommandLineParser &parser, const Policy &)
{
    const std::optional<QString> text = textFrom(parser);
    if (!text)
        return ExitRefused;
    const CurlReading reading = readCurl(*text);
    if (!reading.spec) {
        note(printable(reading.error));
        return ExitRefused;
    }
    return wantsJson(parser) ? deliver(QJsonDocument(toJson(reading)), ExitDone)
                             : deliver(toLines(reading), ExitDone);
}

} // namespace

Verb curlImportVerb()
{
    return {QStringLiteral("curl import"), QStringLiteral("[FILE|-] [options]"),
        Cli::tr("Say what a cURL command would send, and what of it fits no form."),
        Cli::tr(
            "From FILE or stdin: a command as bash, cmd or PowerShell take it, a mail or script with one, or\n"
            "what a browser copies as cURL. It is not run, no photo is read, nothing is sent or kept.\n"
            "Credentials are left out and personal values printed masked.\n"),
        {jsonOption()}, importCommand};
}

} // namespace faceid
