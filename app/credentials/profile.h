#pragma once

#include "contract/endpointspec.h"
#include "policy/address.h"

#include <QMap>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace faceid {

/// What a profile points at; decides colour and caution.
enum class Environment { Sandbox, Test, Production };

enum class ProxyMode {
    None, ///< never a proxy, whatever the environment variables say
    System, ///< the desktop's or the environment's
    Manual, ///< Profile::proxyHost and proxyPort
};

/// The places for key pairs. There are two, so that an old and a new key can stand side by side while a key
/// is rotated: which one is in use changes, and no secret has to be moved.
enum class KeySlot { First, Second };

/// Where requests go and as whom, without the secrets (see CredentialStore).
struct Profile
{
    QString id; ///< stable; key of settings, keychain entries and history. "sandbox" is built in
    QString name;
    Environment environment = Environment::Test;
    QMap<QString, QUrl> baseUrls; ///< by EndpointSpec::id; without an entry the documented host is used
    QString apiKey; ///< of the pair in use
    KeySlot keySlot = KeySlot::First; ///< of the pair in use
    QString spareApiKey; ///< of the other pair, the one to come or the one before; empty: there is none
    bool usesReadySign = false; ///< a sign that somebody else made stands for the pair, so that this machine
                                ///< never holds the secret. Serves Auth::Signature only
    int signValiditySeconds = 600; ///< how long a sign is good for; no document names a maximum
    bool singleUseSign = false; ///< b=0: good for one request
    ProxyMode proxyMode = ProxyMode::None;
    QString proxyHost;
    quint16 proxyPort = 0;
    QString proxyUser; ///< empty: the proxy asks for none
    QString caFile; ///< PEM file of additional certificate authorities; empty: none

    QString pagePattern; ///< where an end user takes a PC token, with {token}; empty: the known address

    /// Base address for the endpoint, the documented host by default.
    QUrl baseUrl(const EndpointSpec &spec) const;
    /// Base address with the endpoint's path appended.
    QUrl address(const EndpointSpec &spec) const;
    /// Where the results of its tokens are.
    QUrl resultAddress(const EndpointSpec &spec) const;
    /// The end user's page for a token; empty where the token is for the mobile SDK, and in a sandbox
    /// that is not running. A running one serves the page itself.
    QUrl pageAddress(const EndpointSpec &spec, const QString &token) const;
    /// What CredentialStore has the secrets under: of the pair in use, of the other pair, the ready sign, and
    /// the proxy's password.
    QString secretEntry() const { return entryOf(keySlot); }
    QString spareSecretEntry() const;
    QString signEntry() const { return id + QStringLiteral("/sign"); }
    QString proxyEntry() const { return id + QStringLiteral("/proxy"); }
    /// All that a profile may have.
    QStringList secretEntries() const;
    /// What proves a request to \a spec: the ready sign or the secret; empty where a ready sign is all there
    /// is and the document wants the pair itself.
    QString proofEntry(const EndpointSpec &spec) const;
    /// Puts the other pair in use.
    void swapKeys();

    bool isBuiltIn() const { return id == sandboxId(); }
    static QString sandboxId() { return QStringLiteral("sandbox"); }

private:
    QUrl address(const EndpointSpec &spec, const QString &path) const;
    QString entryOf(KeySlot slot) const;
};

/// The built-in profile: both endpoints at \a base, the address of a running sandbox.
Profile sandboxProfile(const QUrl &base, const QString &apiKey);

/// Why a pattern of Profile::pagePattern may not be used, translated; empty when it may, or is empty.
QString pagePatternProblem(const QString &pattern);

/// Stable text of an enum value for settings, history and JSON.
QString environmentName(Environment environment);
/// The same for people, translated.
QString environmentTitle(Environment environment);
Environment environmentFromName(QStringView name);

} // namespace faceid
