#include "callback/notifydoctor.h"

#include "callback/notifyreport.h"
#include "cli/callbackreport.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/verb.h"
#include "credentials/credentialstore.h"

#include <QJsonArray>

namespace faceid {

namespace {

int examine(const QCommandLineParser &parser, const Policy &)
{
    const QUrl url(onlyArgument(parser, Cli::tr("the notify_url")), QUrl::StrictMode);
    CredentialStore credentials;
    NotifyDoctor doctor(url, parser.value(caOption), credentials);
    QList<NotifyFinding> findings;
    QObject::connect(
        &doctor, &NotifyDoctor::finished, &doctor, [&findings](const QList<NotifyFinding> &found) {
            findings = found;
            QCoreApplication::quit();
        });
    doctor.start();
    QCoreApplication::exec();
    const ExitStatus status = isBad(findings) ? ExitRefused : ExitDone;
    if (!wantsJson(parser)) {
        QStringList lines = toText(findings).split(u'\n', Qt::SkipEmptyParts);
        for (QString &line : lines)
            line = printable(line);
        return deliver(lines, status);
    }
    QJsonArray array;
    for (const NotifyFinding &finding : std::as_const(findings))
        array.append(toJson(finding));
    return deliver(QJsonDocument(array), status);
}

} // namespace

Verb callbackDoctorVerb()
{
    return {QStringLiteral("callback doctor"), QStringLiteral("URL [options]"),
        Cli::tr("Say whether the service can call a notify_url: scheme, port, host, certificate, time."),
        Cli::tr(
            "It asks for headers only and sends no callback. A way that is open from here may be closed from the\n"
            "service's network. Plain HTTP to another machine is not tried.\n"
            "\n"
            "Exit status: 0 nothing bad was found, 1 the service cannot use it, 64 the command line is wrong.\n"),
        {caChoice(), jsonOption()}, examine, Feature::Callbacks};
}

} // namespace faceid
