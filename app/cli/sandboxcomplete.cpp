#include "sandbox/formpost.h"
#include "sandbox/outcome.h"

#include "cli/console.h"
#include "cli/options.h"
#include "cli/sandboxlistener.h"
#include "cli/verb.h"

#include <QJsonObject>

namespace faceid {

namespace {

constexpr auto completionPatience = std::chrono::seconds(10);

QUrl completionUrl(const QCommandLineParser &parser)
{
    QUrl url(requiredValue(parser, baseUrlOption, Cli::tr("what the sandbox says it listens on")),
        QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"http" && url.scheme() != u"https"))
        throw UsageError{Cli::tr("--base-url takes an address like http://127.0.0.1:PORT.")};
    url.setPath(QStringLiteral("/sandbox/complete"));
    return url;
}

int complete(const QCommandLineParser &parser, const Policy &)
{
    const QString token = onlyArgument(parser, Cli::tr("the token"));
    const QString outcome = requiredValue(parser, outcomeOption, outcomeNames());
    if (!outcomeNamed(outcome))
        throw UsageError{Cli::tr("--outcome takes one of: %1.").arg(outcomeNames())};
    const QUrl url = completionUrl(parser);
    const FormReply reply =
        postForm(url, "token=" + token.toUtf8().toPercentEncoding() + "&outcome=" + outcome.toUtf8(),
            completionPatience, nullptr, keptCertificates());
    if (reply.httpStatus == 0) {
        note(Cli::tr("No answer from %1: %2").arg(url.toDisplayString(), reply.failure));
        return ExitRefused;
    }
    if (reply.httpStatus != 200) {
        const QString error =
            QJsonDocument::fromJson(reply.body).object().value(QLatin1String("error")).toString();
        note(Cli::tr("The sandbox refuses: %1").arg(printable(error)));
        return ExitRefused;
    }
    return deliver(QStringList{outcome}, ExitDone);
}

} // namespace

Verb sandboxCompleteVerb()
{
    return {QStringLiteral("sandbox complete"), QStringLiteral("TOKEN --outcome OUTCOME --base-url URL"),
        Cli::tr("End a liveness check of a running sandbox, as the end user's phone would."),
        Cli::tr("Outcomes: %1.\n"
                "get_result tells it from then on; for a PC token the callback to notify_url is sent.\n"
                "\n"
                "Exit status: 0 ended, 1 refused or not reached, 64 the command line is wrong.\n")
            .arg(outcomeNames()),
        {{outcomeOption, Cli::tr("How the check ends."), QStringLiteral("OUTCOME")},
            {baseUrlOption, Cli::tr("Address of the sandbox."), QStringLiteral("URL")}},
        complete, Feature::Sandbox};
}

} // namespace faceid
