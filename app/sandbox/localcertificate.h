#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <variant>

namespace faceid {

/// What a server of TLS shows of itself.
struct TlsIdentity
{
    QByteArray certificate; ///< PEM, sent to clients
    QByteArray key; ///< PEM, the private one
    QByteArray trusted; ///< PEM, what clients are to trust: mostly the same certificate
    QByteArray priorities; ///< of GnuTLS: versions and ciphers; empty: the usual ones
};

/// What a certificate for tests says. As it stands, it is a good one of this machine, signed by itself.
struct CertificateWish
{
    enum class Key { Ec256, Rsa2048, Rsa1024 };

    QStringList names; ///< of hosts; the first is the common name
    QList<QHostAddress> addresses;
    bool altNames = true; ///< false: nothing but the common name
    std::chrono::hours from{-1}; ///< from now
    std::chrono::hours until{24 * 365};
    Key key = Key::Ec256;
    bool byAuthority = false; ///< signed by one, which is to be trusted, instead of by itself
    bool sha1 = false; ///< how the authority signs
    bool missingIntermediate = false; ///< one stands in between, which is not sent
};

/// The names and addresses by which a server that listens on \a address is reached.
CertificateWish certificateOf(const QHostAddress &address);

/// Makes key and certificate; none of their parts is the same twice. The text, translated, says why it
/// cannot.
std::variant<TlsIdentity, QString> makeIdentity(const CertificateWish &wish);

/// The one that is kept in certificate.pem and key.pem of \a folder, so that clients need to be told of it
/// only once: made when it is not there, does not fit, or is about to expire. The text says why it cannot.
std::variant<TlsIdentity, QString> keptIdentity(const QString &folder, const CertificateWish &wish);

/// The file of \a folder that clients are to trust.
QString keptCertificatePath(const QString &folder);
/// Writes what clients are to trust of \a identity there. Empty when it went well.
QString writeTrusted(const QString &path, const TlsIdentity &identity);

/// SHA-256 of the first certificate of \a pem, as browsers show it: AB:CD:...
QString fingerprint(const QByteArray &pem);

} // namespace faceid
