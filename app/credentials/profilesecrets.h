#pragma once

#include "credentials/credentialstore.h"
#include "credentials/profile.h"

namespace faceid {

/// Whether, after CredentialStore::remove, nothing is left that somebody could still find: the keychain is
/// open and has no entry, or there is no keychain and none ever had one.
bool isGone(const CredentialResult &result);

/// Removes all secrets of a profile, one after the other. Answers Missing when all are gone, otherwise what
/// stood in the way of the first that is not; those after it are then still there.
void removeSecrets(
    CredentialStore &store, const Profile &profile, QObject *context, const CredentialStore::Callback &done);

} // namespace faceid
