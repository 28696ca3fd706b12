#include "sandbox/tlsflaw.h"

#include <QCoreApplication>

#include <algorithm>

namespace faceid {

namespace {

using std::chrono::hours;

// An RSA key, since the oldest versions and the NULL cipher know nothing newer.
void useRsa(CertificateWish &wish)
{
    wish.key = CertificateWish::Key::Rsa2048;
}

} // namespace

QString TlsFlaw::description() const
{
    return QCoreApplication::translate("TlsFlaw", sentence);
}

const std::vector<TlsFlaw> &tlsFlaws()
{
    static const std::vector<TlsFlaw> all{
        {"expired", QT_TRANSLATE_NOOP("TlsFlaw", "The certificate expired yesterday."),
            [](CertificateWish &wish) {
                wish.from = hours(-24 * 30);
                wish.until = hours(-24);
            }},
        {"not-yet-valid", QT_TRANSLATE_NOOP("TlsFlaw", "The certificate is valid from tomorrow on."),
            [](CertificateWish &wish) { wish.from = hours(24); }},
        {"wrong-host", QT_TRANSLATE_NOOP("TlsFlaw", "The certificate is of another host."),
            [](CertificateWish &wish) {
                wish.names = {QStringLiteral("elsewhere.invalid")};
                wish.addresses.clear();
            }},
        {"cn-only", QT_TRANSLATE_NOOP("TlsFlaw", "The certificate names the host as common name alone."),
            [](CertificateWish &wish) { wish.altNames = false; }},
        {"missing-intermediate",
            QT_TRANSLATE_NOOP("TlsFlaw", "The certificate of the authority in between is not sent."),
            [](CertificateWish &wish) { wish.missingIntermediate = true; }},
        {"rsa-1024", QT_TRANSLATE_NOOP("TlsFlaw", "The key is RSA with 1024 bits."),
            [](CertificateWish &wish) { wish.key = CertificateWish::Key::Rsa1024; }},
        {"sha-1", QT_TRANSLATE_NOOP("TlsFlaw", "The certificate is signed with SHA-1."),
            [](CertificateWish &wish) { wish.sha1 = true; }},
        {"tls-1.0", QT_TRANSLATE_NOOP("TlsFlaw", "Nothing newer than TLS 1.0 is spoken."), &useRsa,
            "NORMAL:-VERS-ALL:+VERS-TLS1.0"},
        {"tls-1.1", QT_TRANSLATE_NOOP("TlsFlaw", "Nothing newer than TLS 1.1 is spoken."), &useRsa,
            "NORMAL:-VERS-ALL:+VERS-TLS1.1"},
        {"null-cipher", QT_TRANSLATE_NOOP("TlsFlaw", "Only ciphers that do not encrypt are offered."),
            &useRsa, "NONE:+VERS-TLS1.2:+RSA:+NULL:+SHA256:+SHA1:+SIGN-ALL:+COMP-NULL"},
    };
    return all;
}

const TlsFlaw *tlsFlawNamed(QStringView name)
{
    const auto &all = tlsFlaws();
    const auto it = std::find_if(
        all.cbegin(), all.cend(), [name](const TlsFlaw &flaw) { return name == QLatin1String(flaw.name); });
    return it != all.cend() ? &*it : nullptr;
}

std::variant<TlsIdentity, QString> flawedIdentity(const TlsFlaw &flaw, const CertificateWish &wish)
{
    CertificateWish spoilt = wish;
    spoilt.byAuthority = true; // whoever trusts it sees the flaw alone
    if (flaw.spoil)
        flaw.spoil(spoilt);
    auto made = makeIdentity(spoilt);
    if (auto *identity = std::get_if<TlsIdentity>(&made))
        identity->priorities = flaw.priorities;
    return made;
}

} // namespace faceid
