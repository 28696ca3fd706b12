#pragma once

#include "credentials/profile.h"
#include "credentials/secret.h"

#include <QList>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QString>
#include <QUrl>

namespace faceid {

/// The way to a service, as its profile wants it.
struct Route
{
    QNetworkProxy proxy{QNetworkProxy::NoProxy};
    QList<QSslCertificate> authorities; ///< for HTTPS: the system's and those of Profile::caFile
    QString
        connectHost; ///< instead of the address's host, which TLS and the service still see; empty: that host
    QString problem; ///< why there is none, untranslated; empty when there is

    /// Whether it leads through a proxy that wants Profile::proxyUser and its password.
    bool asksForPassword(const Profile &profile) const;
    /// The password is copied into the proxy's settings; let go of the route as soon as it is done with.
    void signIn(const Profile &profile, const Secret &password);
};

/// Blocks: asks the system for its proxy (on some systems over the network) and reads certificates from
/// files. Never on the GUI thread. Loopback is never reached through a proxy.
Route findRoute(const Profile &profile, const QUrl &address);

/// What TLS has to be on that route.
QSslConfiguration tlsSettings(const Route &route);

/// Why \a file cannot be Profile::caFile, untranslated; empty when it holds a certificate. Reads the file.
QString authorityProblem(const QString &file);

/// Why the certificate does not name \a host, untranslated; empty when it does. Only the subject alternative
/// names count: Qt also takes a common name although the alternative names say otherwise (measured).
QString nameProblem(const QSslCertificate &certificate, const QString &host);

/// What TLS complains of, and about which certificate, for an engineer.
QString tlsWords(const QList<QSslError> &errors, const QSslCertificate &certificate);

/// Who a certificate is for and when it is good, for an engineer.
QString certificateWords(const QSslCertificate &certificate);

} // namespace faceid
