#pragma once

#include "client/exchange.h"
#include "credentials/profile.h"
#include "policy/policy.h"

#include <QObject>
#include <QSslCertificate>

#include <chrono>
#include <memory>

namespace faceid {

class Connections;
class CredentialStore;
class Journal;
class PersonKey;
class TokenJob;

/// One wish for a token: what the form or the command line made.
struct TokenRequest
{
    const EndpointSpec *endpoint = nullptr;
    Parts parts; ///< assembled(), without credentials
    Profile profile;
    QUuid retryOf; ///< null for a first attempt
    std::chrono::milliseconds connectTimeout{10'000}; ///< until the first byte of the body is handed over
    std::chrono::milliseconds idleTimeout{30'000}; ///< without a byte in either direction
    std::chrono::milliseconds deadline{120'000}; ///< for the whole request
    std::shared_ptr<Connections> connections = nullptr; ///< of a batch; null: a connection of its own
};

/// Problems of a request as it would go over the wire: validate() and the size of the whole multipart body,
/// with room for the credentials.
Problems requestProblems(const EndpointSpec &spec, const Parts &parts);

/// Sends requests for tokens. One POST at most for each send(), no retry, no redirect (reliability rules 1 to
/// 11).
class TokenClient : public QObject
{
    Q_OBJECT

public:
    /// \a credentials and \a journal must outlive the client; a null journal sends without writing anything
    /// down.
    TokenClient(CredentialStore &credentials, Journal *journal, QObject *parent = nullptr);

    /// From now on the history learns by \a key whom a request is about; null: it does not.
    void setPersonKey(std::shared_ptr<const PersonKey> key) { m_personKey = std::move(key); }

    /// What the administrator of this computer allows; everything, unless somebody says otherwise.
    void setPolicy(const Policy &policy) { m_policy = policy; }
    const Policy &policy() const { return m_policy; }

    /// Starts a request; the job answers by TokenJob::finished and deletes itself afterwards.
    TokenJob *send(const TokenRequest &request);

private:
    CredentialStore &m_credentials;
    Journal *m_journal;
    std::shared_ptr<const PersonKey> m_personKey;
    Policy m_policy;
};

} // namespace faceid
