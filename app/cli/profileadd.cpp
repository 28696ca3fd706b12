#include "cli/askhistory.h"
#include "cli/profilereport.h"

#include "cli/console.h"
#include "cli/options.h"
#include "cli/savedprofile.h"
#include "cli/shelf.h"
#include "cli/verb.h"

namespace faceid {

namespace {

constexpr QLatin1String environmentOption("environment");
constexpr QLatin1String addressOption("address");
constexpr QLatin1String singleUseOption("single-use");
constexpr QLatin1String proxyOption("proxy");
constexpr QLatin1String proxyUserOption("proxy-user");
constexpr QLatin1String pageOption("page");
constexpr QLatin1String noSecretOption("no-secret");

void readEnvironment(const QCommandLineParser &parser, Profile &profile)
{
    if (!parser.isSet(environmentOption))
        return;
    const QString name = parser.value(environmentOption);
    profile.environment = environmentFromName(name);
    if (environmentName(profile.environment) != name || profile.environment == Environment::Sandbox)
        throw UsageError{Cli::tr("--environment is test or production.")};
}

void readAddresses(const QCommandLineParser &parser, Profile &profile)
{
    if (parser.isSet(baseUrlOption)) {
        for (const EndpointSpec *spec : endpoints())
            profile.baseUrls.insert(spec->id, QUrl(parser.value(baseUrlOption), QUrl::StrictMode));
    }
    for (const QString &text : parser.values(addressOption)) {
        const QString id = text.section(u'=', 0, 0);
        if (!endpointById(id) || !text.contains(u'='))
            throw UsageError{Cli::tr("--address takes get_biz_token=URL or get_token=URL.")};
        profile.baseUrls.insert(id, QUrl(text.section(u'=', 1), QUrl::StrictMode));
    }
}

void readProxy(const QCommandLineParser &parser, Profile &profile)
{
    profile.proxyUser = parser.value(proxyUserOption);
    const QString proxy = parser.value(proxyOption);
    if (proxy.isEmpty() || proxy == u"none")
        return;
    if (proxy == u"system") {
        profile.proxyMode = ProxyMode::System;
        return;
    }
    const QUrl url(QStringLiteral("http://") + proxy, QUrl::StrictMode);
    if (!url.isValid() || url.port() <= 0 || !url.userInfo().isEmpty() || !url.path().isEmpty())
        throw UsageError{Cli::tr("--proxy is none, system or HOST:PORT.")};
    profile.proxyMode = ProxyMode::Manual;
    profile.proxyHost = url.host();
    profile.proxyPort = quint16(url.port());
}

Profile readProfile(const QCommandLineParser &parser, const ProfileStore &store)
{
    Profile profile = ProfileStore::blank();
    profile.name = onlyArgument(parser, Cli::tr("the profile")).trimmed();
    readEnvironment(parser, profile);
    readAddresses(parser, profile);
    readProxy(parser, profile);
    profile.apiKey = requiredValue(parser, apiKeyOption, Cli::tr("a profile is somebody's"));
    profile.signValiditySeconds = wholeNumber(parser, validOption, 1, profile.signValiditySeconds);
    profile.singleUseSign = parser.isSet(singleUseOption);
    profile.caFile = parser.value(caOption);
    profile.pagePattern = parser.value(pageOption);
    const ProfileProblems problems = store.problems(profile);
    if (!problems.isEmpty())
        throw UsageError{problems.constFirst().text};
    return profile;
}

/// Saves a secret and says so when it cannot be.
bool keep(CredentialStore &credentials, const QString &entry, Secret secret, CredentialResult &result)
{
    const auto held = std::make_shared<Secret>(std::move(secret)); // a std::function is copied
    result = awaited([&, held](QObject *context, const CredentialStore::Callback &done) {
        credentials.write(entry, std::move(*held), context, done);
    });
    if (!result.ok())
        note(Cli::tr("Nothing was saved: %1").arg(describe(result)));
    return result.ok();
}

/// The secrets are saved first: a profile that is there has what it needs.
int addProfile(const QCommandLineParser &parser, const Policy &policy)
{
    Shelf shelf(policy);
    const Profile profile = readProfile(parser, shelf.profiles);
    for (const EndpointSpec *spec : endpoints()) {
        const QString why = profile.baseUrls.contains(spec->id)
            ? policy.addressRefusal(*spec, profile.baseUrl(*spec))
            : QString();
        if (!why.isEmpty())
            throw Forbidden{why};
    }
    CredentialResult result;
    if (!parser.isSet(noSecretOption)) {
        Secret secret = takeSecret(policy);
        if (secret.isEmpty())
            throw UsageError{
                Cli::tr("Give the api_secret on standard input or in FACEID_API_SECRET, or make a "
                        "profile without one by --no-secret.")};
        if (!keep(shelf.credentials, profile.secretEntry(), std::move(secret), result)) {
            note(Cli::tr(
                "Without a keychain: profile add --no-secret, and FACEID_API_SECRET set for each request."));
            return ExitRefused;
        }
    }
    Secret password = takeEnvironmentSecret(policy, "FACEID_PROXY_PASSWORD");
    if (!password.isEmpty() && !keep(shelf.credentials, profile.proxyEntry(), std::move(password), result))
        return ExitRefused;
    const QString problem = shelf.profiles.save(profile);
    if (!problem.isEmpty()) {
        note(problem);
        return ExitRefused;
    }
    writeDown({Deed::Profile, profile.id, QStringLiteral("saved")});
    if (wantsJson(parser))
        return deliver(QJsonDocument(toJson(profile)), ExitDone);
    QStringList lines{Cli::tr("The profile is saved.")};
    if (result.ok())
        lines.append(describe(result));
    return deliver(lines, ExitDone);
}

QList<QCommandLineOption> addOptions()
{
    return {
        {environmentOption, Cli::tr("test or production. Default: test."), QStringLiteral("test|production")},
        {apiKeyOption, Cli::tr("Whose profile it is."), QStringLiteral("KEY")},
        {baseUrlOption, Cli::tr("Address of both services. Default: the documented ones."),
            QStringLiteral("URL")},
        {addressOption, Cli::tr("Address of one service; repeatable."), QStringLiteral("ENDPOINT=URL")},
        {validOption, Cli::tr("How long a sign is good for. Default: 600."), QStringLiteral("SECONDS")},
        {singleUseOption, Cli::tr("Signs are good for a single use.")},
        {proxyOption, Cli::tr("none, system or HOST:PORT. Default: none."), QStringLiteral("PROXY")},
        {proxyUserOption, Cli::tr("Whom the proxy knows; the password comes from FACEID_PROXY_PASSWORD."),
            QStringLiteral("USER")},
        caChoice(),
        {pageOption, Cli::tr("The end user's page for a PC token, with {token} in it."),
            QStringLiteral("URL")},
        {noSecretOption, Cli::tr("Save no secret; FACEID_API_SECRET brings it with each request.")},
        jsonOption(),
    };
}

} // namespace

Verb profileAddVerb()
{
    return {QStringLiteral("profile add"), QStringLiteral("NAME --api-key KEY [options]"),
        Cli::tr("Save a profile, its secret in the keychain."),
        Cli::tr(
            "The api_secret is the first line of standard input (a terminal does not show it), or comes from\n"
            "FACEID_API_SECRET in the environment.\n"
            "\n"
            "Exit status: 0 saved; 1 the keychain does not take the secret, and nothing was saved.\n"),
        addOptions(), addProfile};
}

} // namespace faceid
