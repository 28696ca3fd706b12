#include "sandbox/localcertificate.h"

#include "places.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QNetworkInterface>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QSysInfo>

#include <array>
#include <memory>

#include <gnutls/x509.h>

namespace faceid {

namespace {

constexpr auto renewBefore = std::chrono::hours(24 * 14);

using Certificate = std::unique_ptr<gnutls_x509_crt_int, decltype(&gnutls_x509_crt_deinit)>;
using PrivateKey = std::unique_ptr<gnutls_x509_privkey_int, decltype(&gnutls_x509_privkey_deinit)>;

Certificate newCertificate()
{
    gnutls_x509_crt_t certificate = nullptr;
    gnutls_x509_crt_init(&certificate);
    return {certificate, &gnutls_x509_crt_deinit};
}

PrivateKey newKey()
{
    gnutls_x509_privkey_t key = nullptr;
    gnutls_x509_privkey_init(&key);
    return {key, &gnutls_x509_privkey_deinit};
}

QByteArray bytesOf(const QHostAddress &address)
{
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        return {reinterpret_cast<const char *>(bytes.c), sizeof bytes.c};
    }
    const quint32 number = address.toIPv4Address();
    return QByteArray::fromHex(QByteArray::number(number, 16).rightJustified(8, '0'));
}

gnutls_datum_t datum(const QByteArray &bytes)
{
    return {reinterpret_cast<unsigned char *>(const_cast<char *>(bytes.constData())), unsigned(bytes.size())};
}

/// Calls GnuTLS until the first call that fails, and remembers why.
class Maker
{
public:
    bool isWell() const { return m_code >= 0; }
    QString failure() const { return QString::fromUtf8(gnutls_strerror(m_code)); }

    PrivateKey key(CertificateWish::Key kind)
    {
        PrivateKey key = newKey();
        switch (kind) {
        case CertificateWish::Key::Ec256:
            check(gnutls_x509_privkey_generate(
                key.get(), GNUTLS_PK_EC, GNUTLS_CURVE_TO_BITS(GNUTLS_ECC_CURVE_SECP256R1), 0));
            break;
        case CertificateWish::Key::Rsa2048:
            check(gnutls_x509_privkey_generate(key.get(), GNUTLS_PK_RSA, 2048, 0));
            break;
        case CertificateWish::Key::Rsa1024:
            check(gnutls_x509_privkey_generate(key.get(), GNUTLS_PK_RSA, 1024, 0));
            break;
        }
        return key;
    }

    /// What every certificate has.
    Certificate certificate(const PrivateKey &key, const QString &name, const CertificateWish &wish)
    {
        Certificate made = newCertificate();
        std::array<quint32, 4> serial{};
        QRandomGenerator::system()->fillRange(serial.data(), qsizetype(serial.size()));
        serial[0] &= 0x7f; // positive in any byte order
        const time_t now = QDateTime::currentSecsSinceEpoch();
        const QByteArray utf8 = name.toUtf8();
        const QByteArray keyId = QCryptographicHash::hash(
            {reinterpret_cast<const char *>(serial.data()), sizeof serial}, QCryptographicHash::Sha1);
        check(gnutls_x509_crt_set_version(made.get(), 3));
        check(gnutls_x509_crt_set_serial(made.get(), serial.data(), sizeof serial));
        check(gnutls_x509_crt_set_activation_time(made.get(), now + std::chrono::seconds(wish.from).count()));
        check(
            gnutls_x509_crt_set_expiration_time(made.get(), now + std::chrono::seconds(wish.until).count()));
        check(gnutls_x509_crt_set_dn_by_oid(
            made.get(), GNUTLS_OID_X520_COMMON_NAME, 0, utf8.constData(), unsigned(utf8.size())));
        check(gnutls_x509_crt_set_key(made.get(), key.get()));
        check(gnutls_x509_crt_set_subject_key_id(made.get(), keyId.constData(), size_t(keyId.size())));
        return made;
    }

    void makeAuthority(const Certificate &certificate)
    {
        check(gnutls_x509_crt_set_basic_constraints(certificate.get(), 1, -1));
        check(gnutls_x509_crt_set_key_usage(certificate.get(), GNUTLS_KEY_KEY_CERT_SIGN));
    }

    void makeServer(const Certificate &certificate, const CertificateWish &wish)
    {
        check(gnutls_x509_crt_set_basic_constraints(certificate.get(), 0, -1));
        check(gnutls_x509_crt_set_key_usage(
            certificate.get(), GNUTLS_KEY_DIGITAL_SIGNATURE | GNUTLS_KEY_KEY_ENCIPHERMENT));
        check(gnutls_x509_crt_set_key_purpose_oid(certificate.get(), GNUTLS_KP_TLS_WWW_SERVER, 0));
        if (!wish.altNames)
            return;
        for (const QString &name : wish.names)
            altName(certificate, GNUTLS_SAN_DNSNAME, name.toLatin1());
        for (const QHostAddress &address : wish.addresses)
            altName(certificate, GNUTLS_SAN_IPADDRESS, bytesOf(address));
    }

    void sign(const Certificate &certificate, const Certificate &issuer, const PrivateKey &issuerKey,
        gnutls_digest_algorithm_t digest = GNUTLS_DIG_SHA256)
    {
        check(gnutls_x509_crt_sign2(certificate.get(), issuer.get(), issuerKey.get(), digest, 0));
    }

    QByteArray pem(const Certificate &certificate)
    {
        gnutls_datum_t out{nullptr, 0};
        check(gnutls_x509_crt_export2(certificate.get(), GNUTLS_X509_FMT_PEM, &out));
        return taken(out);
    }

    QByteArray pem(const PrivateKey &key)
    {
        gnutls_datum_t out{nullptr, 0};
        check(gnutls_x509_privkey_export2(key.get(), GNUTLS_X509_FMT_PEM, &out));
        return taken(out);
    }

private:
    void check(int code)
    {
        if (m_code >= 0)
            m_code = code;
    }

    void altName(const Certificate &certificate, gnutls_x509_subject_alt_name_t kind, const QByteArray &value)
    {
        check(gnutls_x509_crt_set_subject_alt_name(
            certificate.get(), kind, value.constData(), unsigned(value.size()), GNUTLS_FSAN_APPEND));
    }

    static QByteArray taken(const gnutls_datum_t &out)
    {
        const QByteArray bytes(reinterpret_cast<const char *>(out.data), out.size);
        gnutls_free(out.data);
        return bytes;
    }

    int m_code = GNUTLS_E_SUCCESS;
};

bool isOf(const Certificate &certificate, const PrivateKey &key)
{
    std::array<unsigned char, 64> ids[2] = {};
    size_t sizes[2] = {ids[0].size(), ids[1].size()};
    return gnutls_x509_crt_get_key_id(certificate.get(), 0, ids[0].data(), &sizes[0]) == 0
        && gnutls_x509_privkey_get_key_id(key.get(), 0, ids[1].data(), &sizes[1]) == 0 && sizes[0] == sizes[1]
        && ids[0] == ids[1];
}

/// Whether a kept certificate still does.
bool serves(const TlsIdentity &identity, const CertificateWish &wish)
{
    const Certificate certificate = newCertificate();
    const PrivateKey key = newKey();
    const gnutls_datum_t certificatePem = datum(identity.certificate);
    const gnutls_datum_t keyPem = datum(identity.key);
    if (gnutls_x509_crt_import(certificate.get(), &certificatePem, GNUTLS_X509_FMT_PEM) != 0
        || gnutls_x509_privkey_import(key.get(), &keyPem, GNUTLS_X509_FMT_PEM) != 0
        || !isOf(certificate, key))
        return false;
    const qint64 until = gnutls_x509_crt_get_expiration_time(certificate.get());
    if (until < QDateTime::currentSecsSinceEpoch() + std::chrono::seconds(renewBefore).count())
        return false;
    for (const QString &name : wish.names) {
        if (!gnutls_x509_crt_check_hostname(certificate.get(), name.toLatin1().constData()))
            return false;
    }
    for (const QHostAddress &address : wish.addresses) {
        const QByteArray bytes = bytesOf(address);
        if (!gnutls_x509_crt_check_ip(certificate.get(),
                reinterpret_cast<const unsigned char *>(bytes.constData()), unsigned(bytes.size()), 0))
            return false;
    }
    return true;
}

QString keyPath(const QString &folder)
{
    return folder + QStringLiteral("/key.pem");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Empty when it went well.
QString writeFile(const QString &path, const QByteArray &bytes, bool isSecret)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly) && (!isSecret || file.setPermissions(ownerOnly));
    if (!opened || file.write(bytes) != bytes.size() || !file.commit())
        return QStringLiteral("%1: %2").arg(path, file.errorString());
    return {};
}

} // namespace

CertificateWish certificateOf(const QHostAddress &address)
{
    CertificateWish wish;
    wish.names = {QStringLiteral("localhost")};
    const QString host = QSysInfo::machineHostName();
    if (!host.isEmpty() && host != wish.names.constFirst())
        wish.names.append(host);
    wish.addresses = {QHostAddress(QHostAddress::LocalHost), QHostAddress(QHostAddress::LocalHostIPv6)};
    const bool any =
        address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6);
    for (QHostAddress reached : any ? QNetworkInterface::allAddresses() : QList<QHostAddress>{address}) {
        reached.setScopeId({});
        if (!wish.addresses.contains(reached))
            wish.addresses.append(reached);
    }
    return wish;
}

std::variant<TlsIdentity, QString> makeIdentity(const CertificateWish &wish)
{
    Maker maker;
    const PrivateKey key = maker.key(wish.key);
    const Certificate server = maker.certificate(key, wish.names.value(0), wish);
    maker.makeServer(server, wish);
    TlsIdentity identity;
    if (wish.byAuthority) {
        const CertificateWish usual;
        const PrivateKey rootKey = maker.key(usual.key);
        const Certificate root = maker.certificate(rootKey, QStringLiteral("FaceID sandbox root"), usual);
        maker.makeAuthority(root);
        maker.sign(root, root, rootKey);
        identity.trusted = maker.pem(root);
        if (wish.missingIntermediate) {
            const PrivateKey middleKey = maker.key(usual.key);
            const Certificate middle =
                maker.certificate(middleKey, QStringLiteral("FaceID sandbox authority"), usual);
            maker.makeAuthority(middle);
            maker.sign(middle, root, rootKey);
            maker.sign(server, middle, middleKey);
        } else {
            maker.sign(server, root, rootKey, wish.sha1 ? GNUTLS_DIG_SHA1 : GNUTLS_DIG_SHA256);
        }
    } else {
        maker.sign(server, server, key);
        identity.trusted = maker.pem(server);
    }
    identity.certificate = maker.pem(server);
    identity.key = maker.pem(key);
    if (!maker.isWell()) {
        return QCoreApplication::translate("LocalCertificate", "No certificate can be made: %1")
            .arg(maker.failure());
    }
    return identity;
}

std::variant<TlsIdentity, QString> keptIdentity(const QString &folder, const CertificateWish &wish)
{
    TlsIdentity kept{contentOf(keptCertificatePath(folder)), contentOf(keyPath(folder)), {}, {}};
    kept.trusted = kept.certificate;
    if (serves(kept, wish))
        return kept;
    const auto made = makeIdentity(wish);
    const auto *identity = std::get_if<TlsIdentity>(&made);
    if (!identity)
        return made;
    QString failure = writeFile(keyPath(folder), identity->key, true);
    if (failure.isEmpty())
        failure = writeTrusted(keptCertificatePath(folder), *identity);
    if (!failure.isEmpty())
        return failure;
    return made;
}

QString keptCertificatePath(const QString &folder)
{
    return folder + QStringLiteral("/certificate.pem");
}

QString writeTrusted(const QString &path, const TlsIdentity &identity)
{
    return writeFile(path, identity.trusted, false);
}

QString fingerprint(const QByteArray &pem)
{
    const QByteArray begin = "-----BEGIN CERTIFICATE-----";
    const qsizetype from = pem.indexOf(begin) + begin.size();
    const QByteArray der = QByteArray::fromBase64(pem.mid(from, pem.indexOf("-----END", from) - from));
    return QString::fromLatin1(
        QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex(':').toUpper());
}

} // namespace faceid
