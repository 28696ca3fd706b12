#pragma once

#include "contract/endpointspec.h"

#include <QMap>
#include <QString>
#include <QUrl>

namespace faceid {

/// What a profile points at; decides colour and caution.
enum class Environment { Sandbox, Test, Production };

enum class ProxyMode {
    None, ///< never a proxy, whatever the environment variables say
    System, ///< the desktop's or the environment's
    Manual, ///< Profile::proxyHost and proxyPort
};

/// Where requests go and as whom, without the secret (see CredentialStore).
struct Profile
{
    QString id; ///< stable; key of settings, keychain entry and history. "sandbox" is built in
    QString name;
    Environment environment = Environment::Test;
    QMap<QString, QUrl> baseUrls; ///< by EndpointSpec::id; without an entry the documented host is used
    QString apiKey;
    int signValiditySeconds = 600; ///< how long a sign is good for; no document names a maximum
    bool singleUseSign = false; ///< b=0: good for one request
    ProxyMode proxyMode = ProxyMode::None;
    QString proxyHost;
    quint16 proxyPort = 0;
    QString caFile; ///< PEM file of additional certificate authorities; empty: none

    QString pagePattern; ///< where an end user takes a PC token, with {token}; empty: the known address

    /// Base address for the endpoint, the documented host by default.
    QUrl baseUrl(const EndpointSpec &spec) const;
    /// Base address with the endpoint's path appended.
    QUrl address(const EndpointSpec &spec) const;
    /// The end user's page for a token; empty where the token is for the mobile SDK, and in the sandbox,
    /// which has no page.
    QUrl pageAddress(const EndpointSpec &spec, const QString &token) const;
    bool isBuiltIn() const { return id == sandboxId(); }
    static QString sandboxId() { return QStringLiteral("sandbox"); }
};

/// The built-in profile: both endpoints at \a base, the address of a running sandbox.
Profile sandboxProfile(const QUrl &base, const QString &apiKey);

/// Why an address may not be used, translated; empty when it may. HTTPS only, except for loopback, where
/// nothing leaves the machine.
QString addressProblem(const QUrl &address);

/// Whether the address is this machine by its name or number. The resolver is not asked: whoever answers it
/// must not decide what may go in clear.
bool isLoopback(const QUrl &address);

/// Stable text of an enum value for settings, history and JSON.
QString environmentName(Environment environment);
Environment environmentFromName(QStringView name);

} // namespace faceid
