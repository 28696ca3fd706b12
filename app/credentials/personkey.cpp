#include "credentials/personkey.h"

#include <sodium.h>

#include <array>

namespace faceid {

namespace {

constexpr qsizetype codeBytes = 16; // half of the HMAC: no two of a million persons meet by chance

} // namespace

PersonKey::PersonKey(Secret &&raw)
    : m_raw(std::move(raw))
{ }

PersonKey PersonKey::random()
{
    if (sodium_init() < 0) // safe to call twice
        qFatal("libsodium found no random generator");
    QByteArray raw(crypto_auth_hmacsha256_KEYBYTES, Qt::Uninitialized);
    randombytes_buf(raw.data(), size_t(raw.size()));
    return PersonKey(Secret(std::move(raw)));
}

std::optional<PersonKey> PersonKey::fromSecret(const Secret &secret)
{
    QByteArray encoded(secret.bytes().data(), secret.bytes().size());
    QByteArray raw = QByteArray::fromBase64(encoded);
    wipe(encoded);
    if (raw.size() != crypto_auth_hmacsha256_KEYBYTES) {
        wipe(raw);
        return std::nullopt;
    }
    return PersonKey(Secret(std::move(raw)));
}

Secret PersonKey::toSecret() const
{
    QByteArray raw(m_raw.bytes().data(), m_raw.bytes().size());
    Secret encoded(raw.toBase64());
    wipe(raw);
    return encoded;
}

QByteArray PersonKey::ofName(const QString &name) const
{
    return code("name:", name.trimmed().normalized(QString::NormalizationForm_C));
}

QByteArray PersonKey::ofNumber(const QString &idNumber) const
{
    return code("number:", idNumber.trimmed().toUpper());
}

QByteArray PersonKey::code(const char *kind, const QString &text) const
{
    if (text.isEmpty())
        return {};
    QByteArray message = kind + text.toUtf8();
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> full{};
    crypto_auth_hmacsha256(full.data(), reinterpret_cast<const unsigned char *>(message.constData()),
        static_cast<unsigned long long>(message.size()),
        reinterpret_cast<const unsigned char *>(m_raw.bytes().data()));
    wipe(message);
    return {reinterpret_cast<const char *>(full.data()), codeBytes};
}

} // namespace faceid
