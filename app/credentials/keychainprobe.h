#pragma once

#include <QObject>

#include <functional>

namespace faceid {

/// What the keychain service says about itself, beside what QtKeychain makes of it.
enum class KeychainService {
    Open, ///< there, and nothing is locked; also where there is no way to ask
    Locked, ///< its default collection is locked, so an entry in it can neither be seen nor ruled out
    Absent, ///< nobody offers it
    Denied, ///< it is there, and this program may not speak to it
    NoAnswer,
};

/// A keychain by the names that its owner knows it by, and one that tells it from another.
struct KeychainPlace
{
    QString keychain; ///< the program: "GNOME Keyring"; empty where it cannot be told
    QString collection; ///< its label, in the words of the keychain: "Login"; may be empty
    QString id; ///< of the collection, the same in every language

    bool isKnown() const { return !keychain.isEmpty() || !id.isEmpty(); }
    /// False only where both sides are known and differ.
    bool canBe(const KeychainPlace &other) const;
};

struct KeychainReport
{
    KeychainService service = KeychainService::Open;
    QString detail; ///< the keychain's or the bus's own words, untranslated; may be empty
    KeychainPlace place; ///< where a new entry goes; known only when it is Open or Locked
};

using ProbeCallback = std::function<void(const KeychainReport &)>;

/// Asks the Secret Service over D-Bus who it is, whether it is there and locked; elsewhere than on Linux the
/// answer is Open and the system's own keychain. QtKeychain cannot tell a locked keyring from an empty one
/// (measured).
///
/// \a done is called in the thread of \a context, never before this returns, at most once, and not once \a
/// context is gone. There is no time limit of its own beyond D-Bus's 25 s for each question.
void probeKeychain(QObject *context, ProbeCallback done);

/// Makes the next job talk to the keychain service anew. libsecret, which does the talking on Linux, clings
/// to its session with a service that was started again since, and fails for ever (measured).
void forgetKeychainSession();

} // namespace faceid
