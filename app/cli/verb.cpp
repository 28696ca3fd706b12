#include "cli/verb.h"

#include "cli/console.h"

#include <algorithm>

namespace faceid {

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

QString optionsHelp(const QList<QCommandLineOption> &options)
{
    QStringList names;
    qsizetype width = 0;
    for (const QCommandLineOption &option : options) {
        QStringList forms;
        for (const QString &name : option.names())
            forms.append((name.size() == 1 ? QStringLiteral("-") : QStringLiteral("--")) + name);
        const QString value = option.valueName().isEmpty() ? QString() : QString(u' ' + option.valueName());
        names.append(forms.join(QStringLiteral(", ")) + value);
        width = std::max(width, names.constLast().size());
    }
    QString text;
    for (qsizetype i = 0; i < options.size(); ++i) {
        QString description = options[i].description();
        description.replace(u'\n', u'\n' + QString(width + 4, u' '));
        text += QStringLiteral("  %1  %2\n").arg(names[i], -int(width)).arg(description);
    }
    return text;
}

} // namespace faceid
