#include "contract/signature.h"

#include "cli/console.h"
#include "cli/verb.h"
#include "credentials/secret.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace faceid {

namespace {

constexpr QLatin1String apiKeyOption("api-key");
constexpr QLatin1String validOption("valid");

int make(const QCommandLineParser &parser)
{
    noArguments(parser);
    signature::Claims claims;
    claims.apiKey = requiredValue(parser, apiKeyOption, Cli::tr("the sign states whose it is"));
    const int validity = wholeNumber(parser, validOption, 0, 600);
    const Secret secret = takeEnvironmentSecret();
    if (secret.isEmpty())
        throw UsageError{Cli::tr("A sign needs the api_secret in the environment: set FACEID_API_SECRET.")};
    claims.issuedAt = QDateTime::currentSecsSinceEpoch();
    claims.expiresAt = validity == 0 ? 0 : claims.issuedAt + validity;
    claims.random = signature::randomNumber();
    return deliver(signature::make(claims, secret.bytes()) + '\n', ExitDone);
}

/// A sign taken apart, for `sign explain`.
struct Explanation
{
    signature::Reading reading;
    std::optional<bool> matches; ///< empty: there was no secret to try

    bool isSingleUse() const { return reading.claims.expiresAt == 0; }
    bool isExpired() const
    {
        return !isSingleUse() && reading.claims.expiresAt <= QDateTime::currentSecsSinceEpoch();
    }
    ExitStatus status() const { return reading.readable && matches.value_or(true) ? ExitDone : ExitRefused; }
};

QString utc(qint64 epochSeconds)
{
    return QDateTime::fromSecsSinceEpoch(epochSeconds, Qt::UTC).toString(Qt::ISODate);
}

QString span(qint64 seconds)
{
    const qint64 size = qAbs(seconds);
    if (size < 120)
        return Cli::tr("%n second(s)", nullptr, int(size));
    if (size < 2 * 60 * 60)
        return Cli::tr("%n minute(s)", nullptr, int(size / 60));
    if (size < 2 * 24 * 60 * 60)
        return Cli::tr("%n hour(s)", nullptr, int(size / (60 * 60)));
    return Cli::tr("%n day(s)", nullptr, int(qMin<qint64>(size / (24 * 60 * 60), 1'000'000)));
}

QString moment(qint64 epochSeconds)
{
    const qint64 ahead = epochSeconds - QDateTime::currentSecsSinceEpoch();
    const QString text = ahead < 0 ? Cli::tr("%1 = %2, %3 ago") : Cli::tr("%1 = %2, in %3");
    return text.arg(epochSeconds).arg(utc(epochSeconds), span(ahead));
}

QJsonObject toJson(const Explanation &explanation)
{
    const signature::Reading &reading = explanation.reading;
    const signature::Claims &claims = reading.claims;
    const auto known = [&reading](
                           const QJsonValue &value) { return reading.readable ? value : QJsonValue(); };
    QJsonArray flaws;
    for (const signature::Flaw flaw : reading.flaws)
        flaws.append(signature::describe(flaw));
    return {
        {QStringLiteral("readable"), reading.readable},
        {QStringLiteral("digest"), known(QString::fromLatin1(reading.digest.toHex()))},
        {QStringLiteral("a"), known(claims.apiKey)},
        {QStringLiteral("b"), known(claims.expiresAt)},
        {QStringLiteral("c"), known(claims.issuedAt)},
        {QStringLiteral("d"), known(QString::fromLatin1(claims.random))},
        {QStringLiteral("issued_at"), known(utc(claims.issuedAt))},
        {QStringLiteral("expires_at"),
            explanation.isSingleUse() ? QJsonValue() : known(utc(claims.expiresAt))},
        {QStringLiteral("single_use"), known(explanation.isSingleUse())},
        {QStringLiteral("expired"), known(explanation.isExpired())},
        {QStringLiteral("matches"), explanation.matches ? QJsonValue(*explanation.matches) : QJsonValue()},
        {QStringLiteral("flaws"), flaws},
    };
}

QStringList toLines(const Explanation &explanation)
{
    const signature::Reading &reading = explanation.reading;
    const signature::Claims &claims = reading.claims;
    QStringList lines;
    if (reading.readable) {
        lines.append(Cli::tr("digest  %1").arg(QLatin1String(reading.digest.toHex())));
        lines.append(Cli::tr("a  api_key  %1").arg(printable(claims.apiKey)));
        if (explanation.isSingleUse())
            lines.append(Cli::tr("b  expires  0 = never; good for a single use"));
        else
            lines.append(Cli::tr("b  expires  %1").arg(moment(claims.expiresAt)));
        lines.append(Cli::tr("c  made     %1").arg(moment(claims.issuedAt)));
        lines.append(Cli::tr("d  random   %1").arg(QLatin1String(claims.random)));
        if (explanation.isExpired())
            lines.append(Cli::tr("It has expired."));
    } else {
        lines.append(Cli::tr("This is no sign that can be read."));
    }
    for (const signature::Flaw flaw : reading.flaws)
        lines.append(signature::describe(flaw));
    if (!explanation.matches)
        lines.append(Cli::tr("Set FACEID_API_SECRET to learn whether the digest fits the secret."));
    else if (*explanation.matches)
        lines.append(Cli::tr("The digest fits the secret."));
    else
        lines.append(Cli::tr("The digest does not fit the secret: another secret, or a changed text."));
    return lines;
}

int explain(const QCommandLineParser &parser)
{
    Explanation explanation;
    explanation.reading =
        signature::read(valueBytes(onlyArgument(parser, Cli::tr("the sign to take apart"))));
    const Secret secret = takeEnvironmentSecret();
    if (!secret.isEmpty())
        explanation.matches = signature::matches(explanation.reading, secret.bytes());
    if (wantsJson(parser))
        return deliver(QJsonDocument(toJson(explanation)), explanation.status());
    return deliver(toLines(explanation), explanation.status());
}

} // namespace

Verb signMakeVerb()
{
    return {QStringLiteral("sign make"), QStringLiteral("--api-key KEY [options]"),
        Cli::tr("Make a sign (hmac_sha1) for get_biz_token."),
        Cli::tr(
            "The api_secret comes from FACEID_API_SECRET in the environment. The sign alone goes to stdout.\n"),
        {{apiKeyOption, Cli::tr("Whose sign it is."), QStringLiteral("KEY")},
            {validOption, Cli::tr("How long it is good for; 0: for a single use. Default: 600."),
                QStringLiteral("SECONDS")}},
        make};
}

Verb signExplainVerb()
{
    return {QStringLiteral("sign explain"), QStringLiteral("SIGN [options]"),
        Cli::tr("Take a sign apart and name what is wrong with it."),
        Cli::tr(
            "With FACEID_API_SECRET in the environment it is also said whether the digest fits that secret.\n"
            "\n"
            "Exit status: 0 readable and, with a secret, fitting; 1 otherwise.\n"),
        {jsonOption()}, explain};
}

} // namespace faceid
