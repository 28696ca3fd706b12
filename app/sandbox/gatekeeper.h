#pragma once

#include "sandbox/sandboxanswer.h"
#include "sandbox/sandboxkey.h"

#include <QHash>
#include <QMutex>
#include <QQueue>
#include <QSet>

#include <memory>

namespace faceid {

/// Who may ask for what: keys, signs, and what each key has used up. All answers are documented codes, empty
/// for "go on". Thread-safe; what is chosen where the documents are silent stands at SandboxService.
class Gatekeeper
{
public:
    explicit Gatekeeper(const QList<SandboxKey> &keys);

    const SandboxKey *find(const QString &apiKey) const;
    /// The key of a request that has authenticated.
    const SandboxKey *keyOf(const EndpointSpec &spec, const SandboxRequest &request) const;

    /// Why the request does not authenticate.
    QString authentication(const EndpointSpec &spec, const SandboxRequest &request);
    /// Why the account of \a key does not allow it.
    QString permission(const EndpointSpec &spec, const SandboxKey &key, const SandboxRequest &request) const;
    /// Counts the request as under way for as long as what is returned lives; null when there are too many.
    std::shared_ptr<void> enter(const SandboxKey &key);
    /// Counts a token for the person that the request is about; false when he has had as many as allowed.
    bool countAttempt(const SandboxKey &key, const SandboxRequest &request);

private:
    QString signDenial(QByteArrayView sign, qint64 now);
    bool useOnce(const QByteArray &digest);

    const QList<SandboxKey> m_keys;
    QMutex m_mutex; ///< of all below
    QSet<QByteArray> m_usedSigns; ///< digests of signs for single use
    QQueue<QByteArray> m_usedInOrder;
    QHash<QString, int> m_underWay; ///< by api_key
    QHash<QByteArray, int> m_attempts; ///< by a hash of key and person
};

} // namespace faceid
