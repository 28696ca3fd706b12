#include "cli/console.h"
#include "cli/requestinput.h"
#include "cli/verb.h"
#include "client/tokenclient.h"

#include <QJsonObject>

namespace faceid {

namespace {

int check(const QCommandLineParser &parser, const Policy &)
{
    const RequestInput input(parser);
    input.noteDropped();
    const Problems found = requestProblems(input.spec(), input.parts());
    const QList<ProblemText> problems = input.texts(found, Severity::Refusal);
    const QList<ProblemText> warnings = input.texts(found, Severity::Warning);
    const ExitStatus status = problems.isEmpty() ? ExitDone : ExitNotSent;
    if (wantsJson(parser)) {
        return deliver(QJsonDocument(QJsonObject{{QStringLiteral("problems"), toJson(problems)},
                           {QStringLiteral("warnings"), toJson(warnings)}}),
            status);
    }
    QStringList lines;
    for (const ProblemText &problem : problems)
        lines.append(toLine(problem));
    for (const ProblemText &warning : warnings)
        lines.append(Cli::tr("Warning: %1").arg(toLine(warning)));
    if (problems.isEmpty())
        lines.append(Cli::tr("Nothing to refuse."));
    return deliver(lines, status);
}

} // namespace

Verb checkVerb()
{
    return {QStringLiteral("check"), QStringLiteral("get_biz_token|get_token [options]"),
        Cli::tr("Say what would be refused; send nothing."),
        Cli::tr(
            "Credentials are not asked for, and a missing biz_no is not generated. Problems come in the order\n"
            "in which the service would find them.\n"
            "\n"
            "Exit status: 0 nothing to refuse, 2 something would be refused, 64 the command line is wrong.\n"),
        RequestInput::options() + QList<QCommandLineOption>{jsonOption()}, check};
}

} // namespace faceid
