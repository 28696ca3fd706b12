#pragma once

#include "contract/parts.h"
#include "sandbox/outcome.h"

#include <QHash>
#include <QMutex>
#include <QQueue>

#include <functional>
#include <optional>

namespace faceid {

/// A token that was issued, and what has become of it.
struct IssuedToken
{
    enum class Progress { NotStarted, Started, Done };

    const EndpointSpec *spec = nullptr;
    QString token;
    QString bizId; ///< of the PC API: by it the result is asked for
    QString apiKey;
    qint64 issuedAt = 0; ///< epoch seconds, as all times here
    qint64 usableUntil = 0;
    Parts request; ///< texts only, no credentials and no personal values
    QStringList photos; ///< names of the photos that came with it
    Progress progress = Progress::NotStarted;
    const OutcomeSpec *outcome = nullptr; ///< when done

    QString text(QStringView field) const { return partText(request, field); }
};

/// The newest 10,000 tokens, of 16 MB of texts at most, in memory. Thread-safe.
class TokenLedger
{
public:
    static constexpr qsizetype maxTokens = 10'000;

    /// Why a token cannot be used.
    enum class Refusal { Unknown, Expired, Used };
    /// Told of a token when it is issued and whenever it changes, one at a time; false: it cannot be kept.
    using Journal = std::function<bool(const IssuedToken &)>;

    /// Before the first token.
    void setJournal(Journal journal) { m_journal = std::move(journal); }
    /// False when the journal cannot keep it: then it is not issued.
    bool add(const IssuedToken &token);
    /// One that an earlier run has issued; the journal knows it.
    void restore(const IssuedToken &token);
    std::optional<IssuedToken> byToken(const QString &token) const;
    std::optional<IssuedToken> byBizId(const QString &bizId) const;
    bool hasBizNo(const QString &apiKey, const QString &bizNo) const;

    /// The end user comes: works once for each token, up to its last second.
    std::optional<Refusal> start(const QString &token, qint64 now);
    /// The check is over. A token that was never started counts as started now.
    std::optional<Refusal> finish(const QString &token, const OutcomeSpec &outcome, qint64 now);

private:
    void insert(const IssuedToken &token);
    void changed(const IssuedToken &token) const;
    void dropOldest();

    mutable QMutex m_mutex;
    QHash<QString, IssuedToken> m_tokens;
    QHash<QString, QString> m_byBizId; ///< to tokens
    QHash<QString, int> m_bizNos; ///< how many tokens have it, by bizNoKey()
    QQueue<QString> m_inOrder;
    qint64 m_bytes = 0;
    Journal m_journal;
};

} // namespace faceid
