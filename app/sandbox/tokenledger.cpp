#include "sandbox/tokenledger.h"

namespace faceid {

namespace {

constexpr qint64 maxBytes = 16 * 1024 * 1024;

qint64 bytesOf(const IssuedToken &token)
{
    qint64 bytes = 512; // ids, and what the containers take
    for (const Part &part : token.request)
        bytes += part.value.size() + 64;
    return bytes;
}

/// One key for both, empty where there is no biz_no.
QString bizNoKey(const QString &apiKey, const QString &bizNo)
{
    return bizNo.isEmpty() ? QString() : QString(apiKey + u'\n' + bizNo);
}

QString bizNoKey(const IssuedToken &token)
{
    return bizNoKey(token.apiKey, token.text(u"biz_no"));
}

} // namespace

bool TokenLedger::add(const IssuedToken &token)
{
    const QMutexLocker lock(&m_mutex);
    if (m_journal && !m_journal(token))
        return false;
    insert(token);
    return true;
}

void TokenLedger::restore(const IssuedToken &token)
{
    const QMutexLocker lock(&m_mutex);
    insert(token);
}

/// What the journal cannot keep of a change is true until the next start.
void TokenLedger::changed(const IssuedToken &token) const
{
    if (m_journal)
        m_journal(token);
}

void TokenLedger::insert(const IssuedToken &token)
{
    m_tokens.insert(token.token, token);
    if (!token.bizId.isEmpty())
        m_byBizId.insert(token.bizId, token.token);
    ++m_bizNos[bizNoKey(token)];
    m_inOrder.enqueue(token.token);
    m_bytes += bytesOf(token);
    while (m_inOrder.size() > 1 && (m_inOrder.size() > maxTokens || m_bytes > maxBytes))
        dropOldest();
}

void TokenLedger::dropOldest()
{
    const IssuedToken oldest = m_tokens.take(m_inOrder.dequeue());
    m_byBizId.remove(oldest.bizId);
    const auto key = bizNoKey(oldest);
    const auto bizNo = m_bizNos.find(key);
    if (bizNo != m_bizNos.end() && --bizNo.value() == 0)
        m_bizNos.remove(key);
    m_bytes -= bytesOf(oldest);
}

std::optional<IssuedToken> TokenLedger::byToken(const QString &token) const
{
    const QMutexLocker lock(&m_mutex);
    const auto it = m_tokens.constFind(token);
    return it != m_tokens.constEnd() ? std::optional(*it) : std::nullopt;
}

std::optional<IssuedToken> TokenLedger::byBizId(const QString &bizId) const
{
    QString token;
    {
        const QMutexLocker lock(&m_mutex);
        token = m_byBizId.value(bizId);
    }
    return byToken(token);
}

bool TokenLedger::hasBizNo(const QString &apiKey, const QString &bizNo) const
{
    const QMutexLocker lock(&m_mutex);
    return !bizNo.isEmpty() && m_bizNos.contains(bizNoKey(apiKey, bizNo));
}

std::optional<TokenLedger::Refusal> TokenLedger::start(const QString &token, qint64 now)
{
    const QMutexLocker lock(&m_mutex);
    const auto it = m_tokens.find(token);
    if (it == m_tokens.end())
        return Refusal::Unknown;
    if (it->progress != IssuedToken::Progress::NotStarted)
        return Refusal::Used;
    if (now > it->usableUntil)
        return Refusal::Expired;
    it->progress = IssuedToken::Progress::Started;
    changed(*it);
    return std::nullopt;
}

std::optional<TokenLedger::Refusal> TokenLedger::finish(
    const QString &token, const OutcomeSpec &outcome, qint64 now)
{
    const QMutexLocker lock(&m_mutex);
    const auto it = m_tokens.find(token);
    if (it == m_tokens.end())
        return Refusal::Unknown;
    if (it->progress == IssuedToken::Progress::Done)
        return Refusal::Used;
    // Whoever has begun in time may take his time.
    if (it->progress == IssuedToken::Progress::NotStarted && now > it->usableUntil)
        return Refusal::Expired;
    it->progress = IssuedToken::Progress::Done;
    it->outcome = &outcome;
    changed(*it);
    return std::nullopt;
}

} // namespace faceid
