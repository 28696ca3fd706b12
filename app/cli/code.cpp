#include "cli/console.h"
#include "cli/requestinput.h"
#include "cli/verb.h"
#include "client/tokenclient.h"
#include "export/codewriter.h"

namespace faceid {

namespace {

QStringList languageIds()
{
    QStringList ids;
    for (const CodeLanguage &language : codeLanguages())
        ids.append(QLatin1String(language.id));
    return ids;
}

const CodeLanguage &languageNamed(const QString &id)
{
    if (const CodeLanguage *language = codeLanguage(id))
        return *language;
    throw UsageError{Cli::tr("There is no language '%1'. Name one of: %2.")
                         .arg(id, languageIds().join(QStringLiteral(", ")))};
}

int code(const QCommandLineParser &parser, const Policy &)
{
    const QStringList arguments = parser.positionalArguments();
    if (arguments.size() != 2)
        throw UsageError{Cli::tr("Name the language and the endpoint: faceidctl code python get_biz_token.")};
    const CodeLanguage &language = languageNamed(arguments.constFirst());
    RequestInput input(parser, arguments.constLast());
    input.addProposals();
    input.noteDropped();
    for (const ProblemText &problem :
        input.texts(requestProblems(input.spec(), input.parts()), Severity::Refusal))
        note(Cli::tr("Would be refused: %1").arg(toLine(problem)));
    const CodeRequest request{input.spec(), input.parts(), input.photoPaths(), QUrl(input.spec().host)};
    return deliver(codeFor(language, request).toUtf8(), ExitDone);
}

} // namespace

Verb codeVerb()
{
    return {QStringLiteral("code"), QStringLiteral("LANGUAGE get_biz_token|get_token [options]"),
        Cli::tr("Write the request as a program that runs."),
        Cli::tr(
            "LANGUAGE is one of: %1.\n"
            "The program makes the sign itself. It takes FACEID_API_KEY, FACEID_API_SECRET and, for another\n"
            "service, FACEID_BASE_URL from its environment; no secret stands in it. A missing biz_no is\n"
            "generated. What would be refused is said on stderr, and written all the same.\n")
            .arg(languageIds().join(QStringLiteral(", "))),
        RequestInput::options(), code};
}

} // namespace faceid
