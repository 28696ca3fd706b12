#include "cli/verb.h"

#include "cli/console.h"

namespace faceid {

QList<Verb> allVerbs()
{
    return {issueVerb(), checkVerb(), carryVerb(), codeVerb(), curlImportVerb(), harExportVerb(),
        harImportVerb(), diffVerb(), bundleShowVerb(), bundleVerb(), profileListVerb(), profileShowVerb(),
        profileAddVerb(), profileRemoveVerb(), profileTestVerb(), sandboxCompleteVerb(), sandboxVerb(),
        signMakeVerb(), signExplainVerb(), historyListVerb(), historySearchVerb(), historyShowVerb(),
        historyResolveVerb(), historyNoteVerb(), historyExportVerb(), historyPurgeVerb(), historyReportVerb(),
        historyAuditVerb(), historyVerifyVerb(), tokenReadVerb(), resultVerb(), batchVerb(),
        callbackListenVerb(), callbackVerifyVerb(), callbackSendVerb(), callbackReplayVerb(),
        callbackDoctorVerb(), doctorContactsVerb(), doctorVerb()};
}

QCommandLineOption helpOption()
{
    return {{QStringLiteral("h"), QStringLiteral("help")}, Cli::tr("Show this help.")};
}

QList<QCommandLineOption> allOptions(const Verb &verb)
{
    return verb.options + QList<QCommandLineOption>{helpOption()};
}

QCommandLineOption jsonOption()
{
    return {QStringLiteral("json"), Cli::tr("Print JSON, for programs.")};
}

bool wantsJson(const QCommandLineParser &parser)
{
    return parser.isSet(QStringLiteral("json"));
}

QString requiredValue(const QCommandLineParser &parser, const QString &option, const QString &purpose)
{
    const QString value = parser.value(option);
    if (value.isEmpty())
        throw UsageError{Cli::tr("Give --%1: %2.").arg(option, purpose)};
    return value;
}

QString onlyArgument(const QCommandLineParser &parser, const QString &what)
{
    const QStringList arguments = parser.positionalArguments();
    if (arguments.isEmpty())
        throw UsageError{Cli::tr("Name %1.").arg(what)};
    if (arguments.size() > 1)
        throw UsageError{Cli::tr("'%1' is one argument too many.").arg(arguments.at(1))};
    return arguments.constFirst();
}

void noArguments(const QCommandLineParser &parser)
{
    const QStringList arguments = parser.positionalArguments();
    if (!arguments.isEmpty())
        throw UsageError{Cli::tr("'%1' is one argument too many.").arg(arguments.constFirst())};
}

int wholeNumber(const QCommandLineParser &parser, const QString &option, int low, int assumed)
{
    if (!parser.isSet(option))
        return assumed;
    bool isNumber = false;
    const int number = parser.value(option).toInt(&isNumber);
    if (!isNumber || number < low)
        throw UsageError{Cli::tr("--%1 takes a whole number of %2 or more.").arg(option).arg(low)};
    return number;
}

QStringList optionWords(const QCommandLineOption &option)
{
    QStringList words;
    for (const QString &name : option.names())
        words.append((name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name);
    return words;
}

QString optionForms(const QCommandLineOption &option)
{
    const QString value = option.valueName().isEmpty() ? QString() : QString(u' ' + option.valueName());
    return optionWords(option).join(QStringLiteral(", ")) + value;
}

} // namespace faceid
