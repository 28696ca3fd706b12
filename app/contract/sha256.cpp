#include "contract/sha256.h"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>

namespace faceid {

QByteArray sha256Hex(QByteArrayView bytes)
{
    QByteArray digest(32, '\0');
    const int failed =
        gnutls_hash_fast(GNUTLS_DIG_SHA256, bytes.constData(), size_t(bytes.size()), digest.data());
    return failed == 0 ? digest.toHex() : QByteArray(); // it fails for unknown algorithms only
}

} // namespace faceid
