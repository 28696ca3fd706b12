#include "client/route.h"

#include <QHostAddress>
#include <QHostInfo>
#include <QNetworkProxyFactory>
#include <QNetworkProxyQuery>
#include <QSslSocket>

#include <algorithm>

namespace faceid {

namespace {

QNetworkProxy proxyFor(const Profile &profile, const QUrl &address)
{
    if (isLoopback(address))
        return QNetworkProxy::NoProxy;
    switch (profile.proxyMode) {
    case ProxyMode::None:
        return QNetworkProxy::NoProxy;
    case ProxyMode::System: {
        const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(address));
        return proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.constFirst();
    }
    case ProxyMode::Manual:
        return {QNetworkProxy::HttpProxy, profile.proxyHost, profile.proxyPort};
    }
    return QNetworkProxy::NoProxy;
}

/// RFC 6125: a star stands for the leftmost label only, and for the whole of it.
bool patternFits(const QString &pattern, const QString &host)
{
    if (!pattern.startsWith(u"*."))
        return pattern.compare(host, Qt::CaseInsensitive) == 0;
    const qsizetype dot = host.indexOf(u'.');
    return dot > 0 && pattern.indexOf(u'.', 2) > 0
        && QStringView(pattern).sliced(1).compare(QStringView(host).sliced(dot), Qt::CaseInsensitive) == 0;
}

QList<QSslCertificate> certificatesIn(const QString &file)
{
    return QSslCertificate::fromPath(file, QSsl::Pem, QSslCertificate::PatternSyntax::FixedString);
}

} // namespace

bool Route::asksForPassword(const Profile &profile) const
{
    return profile.proxyMode == ProxyMode::Manual && !profile.proxyUser.isEmpty()
        && proxy.type() != QNetworkProxy::NoProxy;
}

void Route::signIn(const Profile &profile, const Secret &password)
{
    // Qt sends the Latin-1 of these texts and a question mark for anything else (measured), where RFC 7617
    // has the proxy expect UTF-8: each of its bytes is handed over as a letter.
    proxy.setUser(QString::fromLatin1(profile.proxyUser.toUtf8()));
    proxy.setPassword(QString::fromLatin1(password.bytes()));
}

Route findRoute(const Profile &profile, const QUrl &address)
{
    Route route;
    route.proxy = proxyFor(profile, address);
    // RFC 6761: localhost is this machine, also where no hosts file and no resolver says so (a bare
    // container).
    if (address.host() == u"localhost" && QHostInfo::fromName(address.host()).addresses().isEmpty())
        route.connectHost = QStringLiteral("127.0.0.1");
    if (address.scheme() != u"https")
        return route;
    static const auto ofSystem = QSslConfiguration::systemCaCertificates(); // some 100 ms: read once
    route.authorities = ofSystem;
    if (profile.caFile.isEmpty())
        return route;
    route.problem = authorityProblem(profile.caFile);
    route.authorities += certificatesIn(profile.caFile);
    return route;
}

QSslConfiguration tlsSettings(const Route &route)
{
    QSslConfiguration settings = QSslConfiguration::defaultConfiguration();
    settings.setProtocol(QSsl::TlsV1_2OrLater);
    settings.setPeerVerifyMode(QSslSocket::VerifyPeer);
    settings.setCaCertificates(route.authorities);
    return settings;
}

QString authorityProblem(const QString &file)
{
    return certificatesIn(file).isEmpty() ? QStringLiteral("no certificate in %1").arg(file) : QString();
}

QString nameProblem(const QSslCertificate &certificate, const QString &host)
{
    const auto names = certificate.subjectAlternativeNames();
    const QHostAddress hostAddress(host);
    const auto fits = [&](const QString &name) {
        return hostAddress.isNull() ? patternFits(name, host) : QHostAddress(name) == hostAddress;
    };
    const QStringList candidates = names.values(hostAddress.isNull() ? QSsl::DnsEntry : QSsl::IpAddressEntry);
    if (std::any_of(candidates.cbegin(), candidates.cend(), fits))
        return {};
    return QStringLiteral("%1 is not among the certificate's alternative names (%2)")
        .arg(host, names.isEmpty() ? QStringLiteral("none") : QStringList(names.values()).join(u", "));
}

QString tlsWords(const QList<QSslError> &errors, const QSslCertificate &certificate)
{
    QStringList words;
    for (const QSslError &error : errors)
        words.append(error.errorString());
    words.removeDuplicates();
    words.append(certificateWords(certificate));
    return words.join(QStringLiteral("; "));
}

QString certificateWords(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return QStringLiteral("no certificate");
    return QStringLiteral("certificate of %1 by %2, good from %3 to %4")
        .arg(certificate.subjectDisplayName(), certificate.issuerDisplayName(),
            certificate.effectiveDate().toUTC().toString(Qt::ISODate),
            certificate.expiryDate().toUTC().toString(Qt::ISODate));
}

} // namespace faceid
