#include "credentials/sealingkey.h"

#include <sodium.h>

namespace faceid {

namespace {

unsigned char *writable(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *readable(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

void prepareSodium()
{
    static const int ready = sodium_init(); // safe to call twice; fails only without a random generator
    if (ready < 0)
        qFatal("libsodium found no random generator");
}

} // namespace

SealingKey::SealingKey(Secret &&raw)
    : m_raw(std::move(raw))
{
    prepareSodium();
}

SealingKey SealingKey::random()
{
    prepareSodium();
    QByteArray raw(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
    randombytes_buf(raw.data(), size_t(raw.size()));
    return SealingKey(Secret(std::move(raw)));
}

std::optional<SealingKey> SealingKey::fromSecret(const Secret &secret)
{
    QByteArray encoded(secret.bytes().data(), secret.bytes().size());
    QByteArray raw = QByteArray::fromBase64(encoded);
    wipe(encoded);
    if (raw.size() != crypto_secretbox_KEYBYTES) {
        wipe(raw);
        return std::nullopt;
    }
    return SealingKey(Secret(std::move(raw)));
}

Secret SealingKey::toSecret() const
{
    QByteArray raw(m_raw.bytes().data(), m_raw.bytes().size());
    Secret encoded(raw.toBase64());
    wipe(raw);
    return encoded;
}

QByteArray SealingKey::seal(QByteArrayView plain) const
{
    QByteArray result(
        crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + plain.size(), Qt::Uninitialized);
    unsigned char *nonce = writable(result);
    randombytes_buf(nonce, crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(nonce + crypto_secretbox_NONCEBYTES, readable(plain),
        static_cast<unsigned long long>(plain.size()), nonce, readable(m_raw.bytes()));
    return result;
}

std::optional<QByteArray> SealingKey::open(QByteArrayView sealed) const
{
    constexpr qsizetype overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (sealed.size() < overhead)
        return std::nullopt;
    QByteArray plain(sealed.size() - overhead, Qt::Uninitialized);
    const QByteArrayView box = sealed.sliced(crypto_secretbox_NONCEBYTES);
    if (crypto_secretbox_open_easy(writable(plain), readable(box),
            static_cast<unsigned long long>(box.size()), readable(sealed), readable(m_raw.bytes()))
        != 0)
        return std::nullopt;
    return plain;
}

} // namespace faceid
