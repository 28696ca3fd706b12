#include "callback/madecallback.h"
#include "cli/callbackreport.h"
#include "cli/callbacksecret.h"
#include "cli/console.h"
#include "cli/verb.h"

#include <QFile>

namespace faceid {

namespace {

constexpr QLatin1String dataOption("data");
constexpr QLatin1String signOption("sign");

int verifyCallback(const QCommandLineParser &parser, const Policy &policy)
{
    noArguments(parser);
    QFile file(requiredValue(parser, dataOption, Cli::tr("the file with the bytes of the field data")));
    if (!file.open(QIODevice::ReadOnly))
        throw UsageError{QStringLiteral("--%1 %2: %3").arg(dataOption, file.fileName(), file.errorString())};
    const QByteArray sign =
        valueBytes(requiredValue(parser, signOption, Cli::tr("the field sign of the same callback")));
    const Secret secret = callbackSecret(parser, policy);
    if (secret.isEmpty())
        throw UsageError{Cli::tr(
            "A sign is checked with the api_secret: set FACEID_API_SECRET, or give --profile or --sandbox.")};
    const SeenCallback seen = lookAt(callbackOf(file.read(maxCallbackBytes), sign), secret);
    const ExitStatus status = seen.isGenuine() ? ExitDone : ExitRefused;
    if (wantsJson(parser))
        return deliver(QJsonDocument(toJson(seen)), status);
    return deliver(QStringList{checkSentence(seen.check)} + toLines(seen).mid(2), status);
}

} // namespace

Verb callbackVerifyVerb()
{
    return {QStringLiteral("callback verify"), QStringLiteral("--data FILE --sign SIGN [options]"),
        Cli::tr("Check the sign of a callback offline, and say what the callback says."),
        Cli::tr(
            "The file holds the bytes of the field data after url-decoding, nothing else. Of a sign that differs\n"
            "the usual mistakes are named: capitals, a line break, HMAC, secret behind the data, JSON written anew.\n"
            "\n"
            "Exit status: 0 the sign matches, 1 it differs, 64 the command line is wrong.\n"),
        callbackSecretOptions()
            + QList<QCommandLineOption>{{dataOption, Cli::tr("File with the field data."),
                                            QStringLiteral("FILE")},
                {signOption, Cli::tr("The field sign."), QStringLiteral("SIGN")}, jsonOption()},
        verifyCallback, Feature::Callbacks};
}

} // namespace faceid
