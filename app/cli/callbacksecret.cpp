#include "cli/callbacksecret.h"

#include "cli/console.h"
#include "cli/options.h"
#include "cli/savedprofile.h"
#include "cli/shelf.h"
#include "cli/verb.h"
#include "sandbox/sandboxkey.h"

namespace faceid {

namespace {

Secret secretOf(const QString &name, const Policy &policy)
{
    Shelf shelf(policy);
    const Profile profile = savedProfile(shelf.profiles, name);
    CredentialResult result = awaited([&](QObject *context, const CredentialStore::Callback &done) {
        shelf.credentials.read(profile.secretEntry(), context, done);
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

Secret callbackSecret(const QCommandLineParser &parser, const Policy &policy)
{
    Secret fromEnvironment = takeEnvironmentSecret(policy);
    if (parser.isSet(sandboxOption))
        return Secret(QByteArray(sandboxApiSecret));
    if (parser.isSet(profileOption))
        return secretOf(parser.value(profileOption), policy);
    return fromEnvironment;
}

} // namespace faceid
