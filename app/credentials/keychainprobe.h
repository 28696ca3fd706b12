#pragma once

#include <QObject>

#include <functional>

namespace faceid {

/// What the keychain service says about itself, beside what QtKeychain makes of it.
enum class KeychainService {
    Open, ///< there, and nothing is locked; also where there is no way to ask
    Locked, ///< its default collection is locked, so an entry in it can neither be seen nor ruled out
    Absent, ///< nobody offers it
    NoAnswer,
};

using ProbeCallback = std::function<void(KeychainService, const QString &detail)>;

/// Asks the Secret Service over D-Bus whether it is there and locked; elsewhere than on Linux the answer is
/// Open. QtKeychain cannot tell a locked keyring from an empty one (measured).
///
/// \a done is called in the thread of \a context, never before this returns, at most once, and not once \a
/// context is gone. There is no time limit of its own beyond D-Bus's 25 s for each question.
void probeKeychain(QObject *context, ProbeCallback done);

/// Makes the next job talk to the keychain service anew. libsecret, which does the talking on Linux, clings
/// to its session with a service that was started again since, and fails for ever (measured).
void forgetKeychainSession();

} // namespace faceid
