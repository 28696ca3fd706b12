#pragma once

#include "credentials/credentialstore.h"
#include "credentials/profilestore.h"

#include <functional>

namespace faceid {

/// The saved profile of that name. Throws UsageError, which names those that are saved.
Profile savedProfile(const ProfileStore &store, const QString &name);

/// Runs the event loop until \a ask has been answered. \a ask gets a context and a callback, as a
/// CredentialStore takes them.
CredentialResult awaited(const std::function<void(QObject *, CredentialStore::Callback)> &ask);

} // namespace faceid
