#pragma once

#include "credentials/credentialstore.h"
#include "credentials/profile.h"

#include <functional>

namespace faceid {

/// The secrets that one request needs.
struct Proofs
{
    Secret proof; ///< the api_secret, or the ready sign
    Secret proxyPassword; ///< empty where none was asked for
    QString
        problem; ///< why they cannot be had, translated, with the keychain's own words; empty when they can
};

/// Reads what \a profile proves a request to \a spec with, and the proxy's password if it is wanted. \a done
/// is called once, queued, or never when \a context is gone.
void readProofs(CredentialStore &store, const Profile &profile, const EndpointSpec &spec,
    bool withProxyPassword, QObject *context, std::function<void(Proofs)> done);

} // namespace faceid
