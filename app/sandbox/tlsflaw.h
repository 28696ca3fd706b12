#pragma once

#include "sandbox/localcertificate.h"

#include <vector>

namespace faceid {

/// Something that is wrong with a server's TLS, which clients must not put up with. It holds for all
/// connections: it shows before any request is read.
struct TlsFlaw
{
    const char *name; ///< on command lines
    const char *sentence; ///< QT_TRANSLATE_NOOP("TlsFlaw", ...)
    void (*spoil)(CertificateWish &wish) = nullptr; ///< null: the certificate is good
    const char *priorities = ""; ///< of GnuTLS

    QString description() const; ///< translated, one sentence
};

/// All of them. That a certificate is signed by itself needs no row: it always is.
const std::vector<TlsFlaw> &tlsFlaws();
/// Null for a name that none has.
const TlsFlaw *tlsFlawNamed(QStringView name);
/// Made anew with each call. The text says why it cannot be made.
std::variant<TlsIdentity, QString> flawedIdentity(const TlsFlaw &flaw, const CertificateWish &wish);

} // namespace faceid
