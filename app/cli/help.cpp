#include "cli/help.h"

#include "about.h"
#include "cli/console.h"
#include "cli/verb.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace faceid {

namespace {

QString conventions()
{
    return Cli::tr("Results go to stdout, messages to stderr. Secrets never go on the command line.\n"
                   "A first token: faceidctl issue get_biz_token --sandbox -f comparison_type=0 -f uuid=u-1 "
                   "-i image_ref1=FACE.jpg\n");
}

/// Options as aligned lines.
QString optionsHelp(const QList<QCommandLineOption> &options)
{
    qsizetype width = 0;
    for (const QCommandLineOption &option : options)
        width = std::max(width, optionForms(option).size());
    QString text;
    for (const QCommandLineOption &option : options) {
        QString description = option.description();
        description.replace(u'\n', u'\n' + QString(width + 4, u' '));
        text += QStringLiteral("  %1  %2\n").arg(optionForms(option), -int(width)).arg(description);
    }
    return text;
}

/// \a text with nothing in it that roff would take for a command. Behind Chinese punctuation a line may end,
/// which roff does not know of a line that has Latin letters around it.
QString escaped(const QString &text)
{
    QString result = text;
    result.replace(u'\\', QStringLiteral("\\e")).replace(u'-', QStringLiteral("\\-"));
    static const QRegularExpression punctuation(QStringLiteral("([，。、；：）])"));
    result.replace(punctuation, QStringLiteral("\\1\\:"));
    return result.startsWith(u'.') || result.startsWith(u'\'') ? QStringLiteral("\\&") + result : result;
}

/// Paragraphs are filled anew; lines that begin with a blank are tables and stay as they are.
QString flowing(const QString &text)
{
    QString result;
    bool isTable = false;
    for (const QString &line : text.split(u'\n')) {
        const bool isRow = line.startsWith(u' ');
        if (isRow != isTable && !line.isEmpty()) {
            result += isRow ? QStringLiteral(".nf\n") : QStringLiteral(".fi\n");
            isTable = isRow;
        }
        result += line.isEmpty() ? QStringLiteral(".PP\n") : escaped(line) + u'\n';
    }
    return isTable ? result + QStringLiteral(".fi\n") : result;
}

QString section(const QString &title, const QString &text)
{
    return QStringLiteral(".SH \"%1\"\n%2").arg(title, text);
}

QString verbSection(const Verb &verb)
{
    QString text = QStringLiteral(".SS \"%1 %2\"\n%3\n")
                       .arg(escaped(verb.name), escaped(verb.synopsis), escaped(verb.summary));
    for (const QCommandLineOption &option : verb.options)
        text += QStringLiteral(".TP\n\\fB%1\\fR\n%2")
                    .arg(escaped(optionForms(option)), flowing(option.description()));
    return text + QStringLiteral(".PP\n") + flowing(verb.details.trimmed());
}

QString usageOf(const Verb &verb)
{
    return QStringLiteral("  faceidctl %1 %2\n      %3\n").arg(verb.name, verb.synopsis, verb.summary);
}

} // namespace

QString generalHelp()
{
    QString text = Cli::tr("faceidctl issues FaceID tokens from a terminal.\n\nUsage:\n");
    for (const Verb &verb : allVerbs())
        text += usageOf(verb);
    text += QStringLiteral("  faceidctl %1 --help\n  faceidctl --version\n\n").arg(Cli::tr("VERB"));
    return text + conventions();
}

QString groupHelp(const QString &group)
{
    QString text;
    for (const Verb &verb : allVerbs()) {
        if (verb.name.startsWith(group + u' '))
            text += usageOf(verb);
    }
    return text.isEmpty() ? text
                          : text + QStringLiteral("  faceidctl %1 %2 --help\n").arg(group, Cli::tr("VERB"));
}

QString verbHelp(const Verb &verb)
{
    return Cli::tr("Usage: faceidctl %1 %2\n%3\n\nOptions:\n%4\n%5")
        .arg(verb.name, verb.synopsis, verb.summary, optionsHelp(allOptions(verb)), verb.details);
}

QString manualPage()
{
    QString page = QStringLiteral(".TH FACEIDCTL 1 \"\" \"FaceID Console %1\"\n.ad l\n.nh\n").arg(version());
    if (QLocale::system().language() == QLocale::Chinese)
        page += QStringLiteral(".mso zh.tmac\n"); // where its lines may end
    page += section(Cli::tr("NAME"),
        QStringLiteral("faceidctl \\- %1\n").arg(Cli::tr("issue FaceID tokens from a terminal")));
    page += section(Cli::tr("SYNOPSIS"),
        QStringLiteral("\\fBfaceidctl\\fR \\fI%1\\fR ...\n.br\n"
                       "\\fBfaceidctl\\fR \\fI%1\\fR \\fB\\-\\-help\\fR\n.br\n"
                       "\\fBfaceidctl \\-\\-help\\fR | \\fB\\-\\-version\\fR\n")
            .arg(Cli::tr("VERB")));
    page += section(Cli::tr("DESCRIPTION"), flowing(conventions().trimmed()));
    QString verbs;
    for (const Verb &verb : allVerbs())
        verbs += verbSection(verb);
    page += section(Cli::tr("VERBS"), verbs);
    page += section(Cli::tr("FILES"),
        QStringLiteral(".TP\n\\fI$XDG_CONFIG_HOME/faceid\\-console/faceid\\-console.ini\\fR\n%1\n"
                       ".TP\n\\fI$XDG_DATA_HOME/faceid\\-console/history.sqlite\\fR\n%2\n")
            .arg(Cli::tr("Settings and profiles, without secrets."),
                Cli::tr("What was sent and what became of it.")));
    return page + section(Cli::tr("SEE ALSO"), QStringLiteral("\\fBfaceid\\-console\\fR(1)\n"));
}

} // namespace faceid
