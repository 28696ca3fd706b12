#pragma once

#include "credentials/keychainprobe.h"
#include "credentials/secret.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

class QSettings;

namespace faceid {

/// The longest secret that is saved, in bytes: what one entry of the Windows keychain holds (QtKeychain
/// before 0.15). The same everywhere, so that a profile never works on one system only.
inline constexpr qsizetype maxSecretBytes = 2560;

/// Where a secret is, or why it cannot be had.
enum class CredentialState {
    InKeychain, ///< done, through the OS keychain
    InMemory, ///< done, kept until the program quits
    Missing, ///< the keychain is open and has no entry
    Moved, ///< the same, but the entry was saved in another keychain, see CredentialResult::earlier
    NoKeychain, ///< no keychain service on this machine or session
    Locked, ///< the keychain is there but locked, so an entry can neither be seen nor ruled out
    Denied, ///< the keychain refused
    NoAnswer, ///< the keychain did not answer in time; its job may still be running
    TooLarge, ///< more than maxSecretBytes: refused, and what the keychain holds is untouched
    NotVerified, ///< reading back after a write or a delete showed something else
    Failed, ///< anything else; see detail
};

struct CredentialResult
{
    CredentialState state = CredentialState::Failed;
    QString detail; ///< the keychain's own words, untranslated; may be empty
    Secret secret; ///< after a successful read
    KeychainPlace place; ///< which keychain answered, where it was asked; see CredentialStore::examine
    KeychainPlace earlier; ///< where the entry was saved last, if that is another one, or none answers now

    bool ok() const { return state == CredentialState::InKeychain || state == CredentialState::InMemory; }
};

/// A keychain by the names its owner knows, translated: "GNOME Keyring, collection Login".
QString titleOf(const KeychainPlace &place);
/// Stable text for JSON and tests: "InKeychain", ...
QString credentialStateName(CredentialState state);
/// One sentence in the language of the program: what the state means and what to do.
QString describe(CredentialState state);
/// The same with the names of the keychains, where they are known.
QString describe(const CredentialResult &result);

/// Secrets by entry (a profile has several, see Profile::secretEntry()): in memory for this session where the
/// operator chose so, otherwise in the OS keychain.
///
/// Nothing blocks: every call answers by a callback, queued, exactly once, or not at all once \a context is
/// gone; a store that is destroyed answers NoAnswer to what is still open. Store and contexts live in one
/// thread. There is no plain-text fallback. A write and a delete are read back before they count (QtKeychain
/// reports success for a delete on a locked keyring and EntryNotFound for a read there).
class CredentialStore : public QObject
{
    Q_OBJECT

public:
    using Callback = std::function<void(CredentialResult)>;

    explicit CredentialStore(QObject *parent = nullptr);
    ~CredentialStore() override;

    /// InMemory or InKeychain, with the secret, or why it cannot be had.
    void read(const QString &entry, QObject *context, Callback done);
    /// read() that also asks the keychain who it is, which takes longer: for showing where a secret is.
    void examine(const QString &entry, QObject *context, Callback done);
    /// Saves \a secret, which must not be empty, in the keychain. InKeychain: it was read back and is the
    /// same; a session-only secret is then forgotten, so that the new one counts.
    void write(const QString &entry, Secret secret, QObject *context, Callback done);
    /// Removes the secret from memory and from the keychain. Missing: the keychain is open and has no entry
    /// (any more), which is what was asked for. Moved: there may still be one in the other keychain.
    void remove(const QString &entry, QObject *context, Callback done);

    /// Keeps a secret in memory until the program quits; it takes precedence over the keychain.
    void keepForSession(const QString &entry, Secret secret);
    bool isSessionOnly(const QString &entry) const;

    /// Keeps in \a settings, which must outlive the store, which keychain has which entry: without it a
    /// keychain that changed looks like one without an entry. Nothing secret is among it.
    void rememberPlacesIn(QSettings &settings);
    /// Forgets where the entry is, for one that is given up on.
    void forgetPlace(const QString &entry);

    /// How long the keychain may take before NoAnswer; 10 s unless a test says otherwise.
    void setPatience(std::chrono::milliseconds patience);

    /// The name of an entry in the keychain: prefixed with the program's name because Windows ignores the
    /// service name.
    static QString entryName(const QString &entry);

private:
    CredentialResult compared(const QString &entry, CredentialResult result) const;

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace faceid
