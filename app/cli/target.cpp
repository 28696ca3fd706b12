#include "cli/target.h"

#include "cli/console.h"
#include "cli/options.h"
#include "cli/savedprofile.h"
#include "cli/shelf.h"
#include "cli/verb.h"
#include "history/historyrow.h"
#include "sandbox/sandboxserver.h"

#include <QFile>
#include <QSslCertificate>

#include <algorithm>

namespace faceid {

namespace {

Target sandboxTarget(const Policy &policy)
{
    if (!policy.allows(Feature::Sandbox))
        throw Forbidden{switchedOffSentence(Feature::Sandbox)};
    Target target;
    target.sandbox = std::make_unique<SandboxServer>();
    if (!target.sandbox->start()) {
        target.failure = Cli::tr("The sandbox could not be started: %1").arg(target.sandbox->errorString());
        return target;
    }
    target.profile = sandboxProfile(target.sandbox->baseUrl(), QString::fromLatin1(sandboxApiKey));
    target.secret = Secret(QByteArray(sandboxApiSecret));
    return target;
}

QUrl baseUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == u"https" || url.scheme() == u"http";
    if (!url.isValid() || !isWeb || url.host().isEmpty() || url.hasQuery() || url.hasFragment())
        throw UsageError{
            Cli::tr("--base-url takes an address such as https://HOST or http://127.0.0.1:PORT.")};
    if (!url.userInfo().isEmpty())
        throw UsageError{
            Cli::tr("--base-url takes no user name or password: secrets never go on the command line.")};
    return url;
}

Target addressTarget(const QCommandLineParser &parser, const Policy &policy)
{
    const QUrl base = baseUrl(parser.value(baseUrlOption));
    Target target;
    target.profile.id = target.profile.name = base.toString();
    for (const EndpointSpec *spec : endpoints()) {
        if (const QString why = policy.addressRefusal(*spec, base); !why.isEmpty())
            throw Forbidden{why};
        target.profile.baseUrls.insert(spec->id, base);
    }
    target.profile.apiKey = requiredValue(parser, apiKeyOption, Cli::tr("--base-url needs the api_key"));
    target.secret = takeEnvironmentSecret(policy);
    if (target.secret.isEmpty())
        throw UsageError{
            Cli::tr("--base-url needs the api_secret in the environment: set FACEID_API_SECRET.")};
    return target;
}

bool usesTls(const Profile &profile)
{
    return std::any_of(endpoints().cbegin(), endpoints().cend(),
        [&profile](const EndpointSpec *spec) { return profile.baseUrl(*spec).scheme() == u"https"; });
}

/// The certificate authorities that are trusted beside the system's. A file that is named but holds none is
/// an error, as a request would fail later with less to go by.
QString authorities(const QCommandLineParser &parser, const Profile &profile)
{
    QString path = parser.value(caOption);
    const bool fromEnvironment = path.isEmpty() && profile.caFile.isEmpty();
    if (fromEnvironment && usesTls(profile)) // reading it takes longer than all the rest of the start
        path = qEnvironmentVariable("SSL_CERT_FILE");
    if (path.isEmpty())
        return profile.caFile;
    QFile file(path);
    if (!file.open(QFile::ReadOnly) || QSslCertificate::fromData(file.readAll(), QSsl::Pem).isEmpty()) {
        throw UsageError{
            Cli::tr("%1: '%2' holds no PEM certificate that can be read.")
                .arg(fromEnvironment ? QStringLiteral("SSL_CERT_FILE") : QStringLiteral("--ca"), path)};
    }
    return path;
}

} // namespace

Target::Target() = default;
Target::Target(Target &&) noexcept = default;
Target::~Target() = default;

QList<QCommandLineOption> Target::options()
{
    return {
        {sandboxOption, Cli::tr("Send to the embedded sandbox, started for this call.")},
        {profileOption,
            Cli::tr("Send with a profile made in faceid-console; its secret comes from the\nkeychain."),
            QStringLiteral("NAME")},
        {baseUrlOption, Cli::tr("Send to this address: HTTPS, or HTTP on this machine."),
            QStringLiteral("URL")},
        {apiKeyOption, Cli::tr("api_key for --base-url; the secret comes from FACEID_API_SECRET."),
            QStringLiteral("KEY")},
        caChoice(),
    };
}

Target Target::saved(const QString &name, const Policy &policy)
{
    Target target;
    target.profile = savedProfile(Shelf(policy).profiles, name);
    target.secret = takeEnvironmentSecret(policy);
    if (!target.secret.isEmpty())
        target.profile.usesReadySign = false; // the secret can do all that a sign can
    return target;
}

bool Target::wasAddress(const HistoryRow &row)
{
    return row.profileId == row.profileName; // as addressTarget() leaves it; a saved profile has a UUID
}

bool Target::isChosen(const QCommandLineParser &parser)
{
    return parser.isSet(sandboxOption) || parser.isSet(profileOption) || parser.isSet(baseUrlOption);
}

Target Target::from(const QCommandLineParser &parser, const Policy &policy)
{
    int chosen = 0;
    for (const QLatin1String option : {sandboxOption, profileOption, baseUrlOption})
        chosen += parser.isSet(option) ? 1 : 0;
    if (chosen != 1)
        throw UsageError{
            Cli::tr("Say where to send: exactly one of --sandbox, --profile NAME, or --base-url URL "
                    "with --api-key KEY.")};
    if (parser.isSet(apiKeyOption) && !parser.isSet(baseUrlOption))
        throw UsageError{
            Cli::tr("--api-key goes with --base-url only; the sandbox and a profile have their own.")};

    Target target = parser.isSet(sandboxOption) ? sandboxTarget(policy)
        : parser.isSet(profileOption)           ? saved(parser.value(profileOption), policy)
                                                : addressTarget(parser, policy);
    if (!target.sandbox)
        target.profile.caFile = authorities(parser, target.profile);
    return target;
}

} // namespace faceid
