#pragma once

#include "sandbox/sandboxanswer.h"
#include "sandbox/sandboxkey.h"
#include "sandbox/sandboxrules.h"

#include <QHash>
#include <QMutex>
#include <QQueue>
#include <QSet>

#include <functional>
#include <memory>

namespace faceid {

/// Who may ask for what: keys, signs, and what each key has used up. All answers are documented codes, empty
/// for "go on". Thread-safe; what is chosen where the documents are silent stands at SandboxService.
class Gatekeeper
{
public:
    static constexpr qsizetype maxUsedSigns = 100'000; ///< remembered, the newest

    explicit Gatekeeper(const QList<SandboxKey> &keys, const SandboxRules::Signs &rules = {});

    /// \a journal is told the digest of each sign for single use that is used up, one at a time. Before the
    /// first request.
    void setJournal(std::function<void(const QByteArray &)> journal) { m_journal = std::move(journal); }
    /// A sign for single use that an earlier run has seen, by its digest; the journal knows it.
    void restoreUsedSign(const QByteArray &digest);

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
    /// Takes a token off the balance of \a key; false when it is used up.
    bool pay(const SandboxKey &key);

private:
    QString signDenial(QByteArrayView sign, qint64 now);
    QString invalidSign() const;
    bool useOnce(const QByteArray &digest);
    void remember(const QByteArray &digest);

    const QList<SandboxKey> m_keys;
    const SandboxRules::Signs m_rules;
    std::function<void(const QByteArray &)> m_journal;
    QMutex m_mutex; ///< of all below
    QSet<QByteArray> m_usedSigns; ///< digests of signs for single use
    QQueue<QByteArray> m_usedInOrder;
    QHash<QString, int> m_underWay; ///< by api_key
    QHash<QByteArray, int> m_attempts; ///< by a hash of key and person
    QHash<QString, int> m_paid; ///< tokens off the balance, by api_key
};

} // namespace faceid
