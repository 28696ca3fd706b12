#include "cli/callbacksecret.h"

#include "about.h"
#include "cli/console.h"
#include "cli/options.h"
#include "cli/savedprofile.h"
#include "cli/verb.h"
#include "sandbox/sandboxkey.h"

#include <QSettings>

namespace faceid {

namespace {

Secret secretOf(const QString &name)
{
    const auto settings = openSettings();
    const ProfileStore profiles(*settings, systemPolicy());
    const Profile profile = savedProfile(profiles, name);
    CredentialStore credentials;
    credentials.rememberPlacesIn(*settings);
    CredentialResult result = awaited([&](QObject *context, const CredentialStore::Callback &done) {
        credentials.read(profile.secretEntry(), context, done);
    });
    if (!result.ok())
        throw UsageError{Cli::tr("The secret of profile %1 cannot be had: %2").arg(name, describe(result))};
    return std::move(result.secret);
}

} // namespace

QList<QCommandLineOption> callbackSecretOptions()
{
    return {{sandboxOption, Cli::tr("With the secret of the built-in sandbox.")},
        {profileOption, Cli::tr("With the secret of a profile, from the keychain."), QStringLiteral("NAME")}};
}

Secret callbackSecret(const QCommandLineParser &parser)
{
    Secret fromEnvironment = takeEnvironmentSecret();
    if (parser.isSet(sandboxOption))
        return Secret(QByteArray(sandboxApiSecret));
    if (parser.isSet(profileOption))
        return secretOf(parser.value(profileOption));
    return fromEnvironment;
}

} // namespace faceid
