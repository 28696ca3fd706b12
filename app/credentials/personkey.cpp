#include "credentials/personkey.h"

#include <sodium.h>

#include <array>

namespace faceid {

namespace {

constexpr qsizetype codeBytes = 16; // half of the HMAC: no two of a million persons meet by chance

} // namespace

PersonKey::PersonKey(Secret &&raw, const QDateTime &madeAt)
    : m_raw(std::move(raw))
    , m_madeAt(madeAt)
{ }

PersonKey PersonKey::random()
{
    if (sodium_init() < 0) // safe to call twice
        qFatal("libsodium found no random generator");
    QByteArray raw(crypto_auth_hmacsha256_KEYBYTES, Qt::Uninitialized);
    randombytes_buf(raw.data(), size_t(raw.size()));
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    return PersonKey(Secret(std::move(raw)), QDateTime::fromSecsSinceEpoch(now, Qt::UTC));
}

std::optional<PersonKey> PersonKey::fromSecret(const Secret &secret)
{
    // The key in Base64 and, where it is known, a blank and when it was made, in seconds since 1970.
    const QByteArrayView bytes = secret.bytes();
    const qsizetype blank = bytes.indexOf(' ');
    QByteArray encoded(bytes.data(), blank < 0 ? bytes.size() : blank);
    QByteArray raw = QByteArray::fromBase64(encoded);
    wipe(encoded);
    if (raw.size() != crypto_auth_hmacsha256_KEYBYTES) {
        wipe(raw);
        return std::nullopt;
    }
    const qint64 madeAt = blank < 0 ? 0 : bytes.sliced(blank + 1).toByteArray().toLongLong();
    return PersonKey(
        Secret(std::move(raw)), madeAt > 0 ? QDateTime::fromSecsSinceEpoch(madeAt, Qt::UTC) : QDateTime());
}

Secret PersonKey::toSecret() const
{
    QByteArray raw(m_raw.bytes().data(), m_raw.bytes().size());
    QByteArray encoded = raw.toBase64();
    wipe(raw);
    if (!m_madeAt.isValid())
        return Secret(std::move(encoded));
    QByteArray withTime = encoded + ' ' + QByteArray::number(m_madeAt.toSecsSinceEpoch());
    wipe(encoded);
    return Secret(std::move(withTime));
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
