#pragma once

#include "credentials/secret.h"

#include <optional>

namespace faceid {

/// A key for what may lie on disk only encrypted (libsodium's secretbox: XSalsa20 and Poly1305). The key
/// itself belongs into the keychain, see CredentialStore.
class SealingKey
{
public:
    /// A new key from the system's random generator.
    static SealingKey random();
    /// The key that bytes from the keychain stand for; nothing when they are none.
    static std::optional<SealingKey> fromSecret(const Secret &secret);

    /// The key as bytes for the keychain (Base64, since keychains store text best).
    Secret toSecret() const;
    /// Encrypted and protected against change. The same text gives other bytes each time.
    QByteArray seal(QByteArrayView plain) const;
    /// What was sealed; nothing when it was changed, cut off, or sealed with another key.
    std::optional<QByteArray> open(QByteArrayView sealed) const;

private:
    explicit SealingKey(Secret &&raw);

    Secret m_raw;
};

} // namespace faceid
