#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <variant>

namespace faceid {

/// Key pair of the sandbox when no other is configured. No secret: it opens nothing but the imitation.
inline constexpr char sandboxApiKey[] = "sandbox-key";
inline constexpr char sandboxApiSecret[] = "sandbox-secret";

/// A key pair that the sandbox knows, and what its account allows.
struct SandboxKey
{
    QString apiKey;
    QByteArray secret; ///< UTF-8
    bool discontinued = false;
    bool dataSource = true; ///< may compare with the identity data source (comparison_type 1)
    QStringList apis = {}; ///< ids of the documents that it may call; empty: all
    QList<std::pair<QHostAddress, int>> networks = {}; ///< that it may be used from; empty: any
    int concurrency = 0; ///< token requests at one time; 0: any number
    int attempts = 0; ///< tokens for one person (uuid or ID number); 0: any number
    std::optional<int> balance = {}; ///< tokens that are paid for; nullopt: any number
};

/// sandboxApiKey with sandboxApiSecret.
QList<SandboxKey> defaultSandboxKeys();

/// Reads a JSON array of objects with api_key, api_secret and, where they are wanted, discontinued,
/// data_source, apis, networks ("10.0.0.0/8"), concurrency, attempts and balance. What cannot be read gives a
/// sentence, translated, that says so; so does a name that nobody knows.
std::variant<QList<SandboxKey>, QString> readSandboxKeys(const QByteArray &json);

} // namespace faceid
