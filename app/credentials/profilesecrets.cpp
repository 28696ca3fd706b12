#include "credentials/profilesecrets.h"

namespace faceid {

namespace {

void removeNext(
    CredentialStore &store, QStringList entries, QObject *context, const CredentialStore::Callback &done)
{
    const QString entry = entries.takeFirst();
    store.remove(entry, context, [&store, entries, context, done](CredentialResult result) {
        if (!isGone(result))
            return done(std::move(result));
        if (!entries.isEmpty())
            return removeNext(store, entries, context, done);
        result.state = CredentialState::Missing;
        done(std::move(result));
    });
}

} // namespace

bool isGone(const CredentialResult &result)
{
    return result.state == CredentialState::Missing
        || (result.state == CredentialState::NoKeychain && !result.earlier.isKnown());
}

void removeSecrets(
    CredentialStore &store, const Profile &profile, QObject *context, const CredentialStore::Callback &done)
{
    removeNext(store, profile.secretEntries(), context, done);
}

} // namespace faceid
