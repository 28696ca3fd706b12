#include "cli/console.h"
#include "cli/options.h"
#include "cli/verb.h"
#include "client/signfacts.h"
#include "credentials/secret.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace faceid {

namespace {

int makeSign(const QCommandLineParser &parser, const Policy &policy)
{
    noArguments(parser);
    signature::Claims claims;
    claims.apiKey = requiredValue(parser, apiKeyOption, Cli::tr("the sign states whose it is"));
    const int validity = wholeNumber(parser, validOption, 0, 600);
    const Secret secret = takeEnvironmentSecret(policy);
    if (secret.isEmpty())
        throw UsageError{Cli::tr("A sign needs the api_secret in the environment: set FACEID_API_SECRET.")};
    claims.issuedAt = QDateTime::currentSecsSinceEpoch();
    claims.expiresAt = validity == 0 ? 0 : claims.issuedAt + validity;
    claims.random = signature::randomNumber();
    return deliver(signature::make(claims, secret.bytes()) + '\n', ExitDone);
}

ExitStatus statusOf(const SignFacts &facts)
{
    return facts.reading.readable && facts.matches.value_or(true) ? ExitDone : ExitRefused;
}

QString utc(qint64 epochSeconds)
{
    return QDateTime::fromSecsSinceEpoch(epochSeconds, Qt::UTC).toString(Qt::ISODate);
}

QJsonObject toJson(const SignFacts &facts, const QDateTime &now)
{
    const signature::Reading &reading = facts.reading;
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
        {QStringLiteral("expires_at"), facts.isSingleUse() ? QJsonValue() : known(utc(claims.expiresAt))},
        {QStringLiteral("single_use"), known(facts.isSingleUse())},
        {QStringLiteral("expired"), known(facts.isExpired(now))},
        {QStringLiteral("matches"), facts.matches ? QJsonValue(*facts.matches) : QJsonValue()},
        {QStringLiteral("flaws"), flaws},
    };
}

QStringList toLines(const SignFacts &facts, const QDateTime &now)
{
    const QList<SignLine> described = linesOf(facts, now);
    const auto longest = std::max_element(described.cbegin(), described.cend(),
        [](const SignLine &a, const SignLine &b) { return a.title.size() < b.title.size(); });
    QStringList lines;
    for (const SignLine &line : described) {
        const QString text = printable(line.text);
        lines.append(
            line.title.isEmpty() ? text : line.title.leftJustified(longest->title.size() + 2) + text);
    }
    if (!facts.matches)
        lines.append(Cli::tr("Set FACEID_API_SECRET to learn whether the digest fits the secret."));
    return lines;
}

int explainSign(const QCommandLineParser &parser, const Policy &policy)
{
    SignFacts facts;
    facts.reading = signature::read(valueBytes(onlyArgument(parser, Cli::tr("the sign to take apart"))));
    const Secret secret = takeEnvironmentSecret(policy);
    if (!secret.isEmpty())
        facts.matches = signature::matches(facts.reading, secret.bytes());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (wantsJson(parser))
        return deliver(QJsonDocument(toJson(facts, now)), statusOf(facts));
    return deliver(toLines(facts, now), statusOf(facts));
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
        makeSign};
}

Verb signExplainVerb()
{
    return {QStringLiteral("sign explain"), QStringLiteral("SIGN [options]"),
        Cli::tr("Take a sign apart and name what is wrong with it."),
        Cli::tr(
            "With FACEID_API_SECRET in the environment it is also said whether the digest fits that secret.\n"
            "\n"
            "Exit status: 0 readable and, with a secret, fitting; 1 otherwise.\n"),
        {jsonOption()}, explainSign};
}

} // namespace faceid
