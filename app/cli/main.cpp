#include "about.h"
#include "cli/closest.h"
#include "cli/completion.h"
#include "cli/console.h"
#include "cli/help.h"
#include "cli/verb.h"
#include "credentials/secret.h"
#include "policy/policy.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTranslator>

#include <algorithm>
#include <memory>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using namespace faceid;

namespace {

int runVerb(const Verb &verb, const QStringList &arguments, const Policy &policy)
{
    QCommandLineParser parser;
    parser.addOptions(allOptions(verb));
    const bool understood = parser.parse(QStringList{verb.name} + arguments);
    if (parser.isSet(helpOption()))
        return deliver(verbHelp(verb).toUtf8(), ExitDone);
    if (!understood)
        throw UsageError{parser.errorText()};
    return verb.run(parser, policy);
}

int runAllowedVerb(const Verb &verb, const QStringList &arguments)
{
    const Policy policy = systemPolicy();
    if (!policy.problem.isEmpty() && !verb.worksWithoutPolicy)
        throw Forbidden{policy.problem};
    if (verb.feature && !policy.allows(*verb.feature))
        throw Forbidden{switchedOffSentence(*verb.feature)};
    return runVerb(verb, arguments, policy);
}

/// Finds the verb at the front of \a arguments, which are those behind the program's name.
int run(const QStringList &arguments)
{
    const QString first = arguments.value(0);
    if (first == u"--help" || first == u"-h" || first == u"help")
        return deliver(generalHelp().toUtf8(), ExitDone);
    if (first == u"--version")
        return deliver(QStringList{QStringLiteral("faceidctl ") + version()}, ExitDone);
    if (first == u"--manual") // asked for by the build
        return deliver(manualPage().toUtf8(), ExitDone);
    if (first == u"--complete") // asked for by the shells
        return deliver(completionText(arguments.sliced(1)).toUtf8(), ExitDone);
    QStringList names;
    for (const Verb &verb : allVerbs()) {
        const QStringList words = verb.name.split(u' ');
        if (arguments.first(qMin(words.size(), arguments.size())) == words)
            return runAllowedVerb(verb, arguments.sliced(words.size()));
        names.append(verb.name);
    }
    const QString ofGroup = groupHelp(first);
    if (!ofGroup.isEmpty() && (arguments.value(1) == u"--help" || arguments.value(1) == u"-h"))
        return deliver(ofGroup.toUtf8(), ExitDone);
    const QStringList ofFirst =
        names.filter(QRegularExpression(u'^' + QRegularExpression::escape(first) + u' '));
    const QStringList offered = ofFirst.isEmpty() ? names : ofFirst;
    const QString known = offered.join(QStringLiteral(", "));
    if (first.isEmpty() || first.startsWith(u'-'))
        throw UsageError{Cli::tr("Name what to do first: %1.").arg(known)};
    const QString typed =
        (ofFirst.isEmpty() ? QStringList{first} : arguments.first(qMin<qsizetype>(2, arguments.size())))
            .join(u' ');
    throw UsageError{Cli::tr("There is no '%1'. Did you mean '%2'? Known: %3.")
                         .arg(typed, closestOf(offered, typed), known)};
}

void install(QCoreApplication &app, const QLocale &locale, const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(&app);
    if (translator->load(locale, name, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
}

/// The language of the environment. LC_ALL=C is English, which has a translation too, for its plurals.
void installTranslations(QCoreApplication &app)
{
    const QString folder = QStringLiteral(":/i18n");
    const QString own = QStringLiteral("faceid-console");
    install(app, QLocale(QLocale::English), own, folder);
    if (QLocale::system().language() == QLocale::C)
        return;
    install(
        app, QLocale::system(), QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(app, QLocale::system(), own, folder); // asked first, as the last one installed
}

/// The report is set in type and the doctor counts fonts, which takes Qt's; no screen is needed for it.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    const QStringList words = commandLine(argc, argv).sliced(1).first(qMin(2, argc - 1));
    if (words != QStringList{QStringLiteral("history"), QStringLiteral("report")}
        && words.value(0) != u"doctor")
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    hardenProcessMemory();
#ifdef Q_OS_UNIX
    std::signal(SIGPIPE, SIG_IGN); // a reader that has gone is an error of the write, see deliver()
#endif
    // What is wrong with a photo is said in the contract's words; what a decoder mutters helps nobody.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio=false"));
    const std::unique_ptr<QCoreApplication> app = makeApplication(argc, argv);
    setApplicationNames();
    installTranslations(*app);
    try {
        return run(commandLine(argc, argv).sliced(1));
    } catch (const Forbidden &error) {
        note(printable(error.message));
        return ExitForbidden;
    } catch (const UsageError &error) {
        note(printable(error.message));
        note(Cli::tr("See faceidctl --help, or --help behind what you want to do."));
        return ExitUsage;
    }
}
