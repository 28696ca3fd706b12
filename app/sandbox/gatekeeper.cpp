#include "sandbox/gatekeeper.h"

#include "contract/signature.h"

#include <QCryptographicHash>

#include <algorithm>

namespace faceid {

namespace {

constexpr qsizetype maxPeople = 100'000;

QString authorization(const char *reason)
{
    return QStringLiteral("AUTHORIZATION_ERROR:") + QLatin1String(reason);
}

} // namespace

Gatekeeper::Gatekeeper(const QList<SandboxKey> &keys, const SandboxRules::Signs &rules)
    : m_keys(keys)
    , m_rules(rules)
{ }

void Gatekeeper::restoreUsedSign(const QByteArray &digest)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_usedSigns.contains(digest))
        remember(digest);
}

const SandboxKey *Gatekeeper::find(const QString &apiKey) const
{
    const auto it = std::find_if(
        m_keys.cbegin(), m_keys.cend(), [&apiKey](const SandboxKey &key) { return key.apiKey == apiKey; });
    return it != m_keys.cend() ? &*it : nullptr;
}

QString Gatekeeper::authentication(const EndpointSpec &spec, const SandboxRequest &request)
{
    switch (spec.auth) {
    case Auth::Signature:
        return signDenial(findPart(request.parts, u"sign")->value, request.now);
    case Auth::KeyPair: {
        const SandboxKey *key = find(partText(request.parts, u"api_key"));
        const bool fits = key && key->secret == findPart(request.parts, u"api_secret")->value;
        return fits ? QString() : QStringLiteral("AUTHENTICATION_ERROR");
    }
    }
    return {};
}

QString Gatekeeper::permission(
    const EndpointSpec &spec, const SandboxKey &key, const SandboxRequest &request) const
{
    if (key.discontinued)
        return authorization("API_KEY_BE_DISCONTINUED");
    const auto covers = [&request](const std::pair<QHostAddress, int> &network) {
        return request.client.isInSubnet(network);
    };
    if (!key.networks.isEmpty() && std::none_of(key.networks.cbegin(), key.networks.cend(), covers))
        return authorization("IP_NOT_ALLOWED");
    if (!key.apis.isEmpty() && !key.apis.contains(spec.id))
        return authorization("Denied.");
    if (!key.dataSource && caseOf(spec, request.parts) == Source)
        return authorization("No data source permission.");
    return {};
}

std::shared_ptr<void> Gatekeeper::enter(const SandboxKey &key)
{
    const QMutexLocker lock(&m_mutex);
    int &underWay = m_underWay[key.apiKey];
    if (key.concurrency > 0 && underWay >= key.concurrency)
        return {};
    ++underWay;
    return {this, [this, apiKey = key.apiKey](void *) {
                const QMutexLocker lock(&m_mutex);
                --m_underWay[apiKey];
            }};
}

bool Gatekeeper::countAttempt(const SandboxKey &key, const SandboxRequest &request)
{
    if (key.attempts == 0)
        return true;
    QByteArray person = partText(request.parts, u"idcard_number").toUpper().toUtf8();
    if (person.isEmpty())
        person = partText(request.parts, u"uuid").toUtf8();
    if (person.isEmpty())
        return true;
    // Not the number itself: nothing personal is remembered.
    const QByteArray id =
        QCryptographicHash::hash(key.apiKey.toUtf8() + '\n' + person, QCryptographicHash::Sha256);
    const QMutexLocker lock(&m_mutex);
    if (m_attempts.size() >= maxPeople && !m_attempts.contains(id))
        m_attempts.clear();
    int &attempts = m_attempts[id];
    if (attempts >= key.attempts)
        return false;
    ++attempts;
    return true;
}

bool Gatekeeper::pay(const SandboxKey &key)
{
    if (!key.balance)
        return true;
    const QMutexLocker lock(&m_mutex);
    int &paid = m_paid[key.apiKey];
    if (paid >= *key.balance)
        return false;
    ++paid;
    return true;
}

const SandboxKey *Gatekeeper::keyOf(const EndpointSpec &spec, const SandboxRequest &request) const
{
    switch (spec.auth) {
    case Auth::KeyPair:
        return find(partText(request.parts, u"api_key"));
    case Auth::Signature:
        return find(signature::read(findPart(request.parts, u"sign")->value).claims.apiKey);
    }
    return nullptr;
}

QString Gatekeeper::invalidSign() const
{
    return m_rules.invalidIsAReason ? authorization("INVALID_SIGN") : QStringLiteral("INVALID_SIGN");
}

QString Gatekeeper::signDenial(QByteArrayView sign, qint64 now)
{
    using signature::Flaw;
    const signature::Reading reading = signature::read(sign);
    bool expiredFromTheStart = false;
    bool invalid = !reading.readable;
    for (const Flaw flaw : reading.flaws) {
        switch (flaw) {
        case Flaw::Whitespace:
        case Flaw::SpaceForPlus:
            break;
        case Flaw::ExpiryAtIssue:
        case Flaw::ExpiryBeforeIssue:
            expiredFromTheStart = true;
            break;
        case Flaw::PercentEncoded:
        case Flaw::UrlSafeAlphabet:
        case Flaw::NotBase64:
        case Flaw::TooShort:
        case Flaw::HexDigest:
        case Flaw::UnreadableClaims:
        case Flaw::NewlineInText:
        case Flaw::Milliseconds:
            invalid = true;
            break;
        }
    }
    if (invalid)
        return invalidSign();
    const SandboxKey *key = find(reading.claims.apiKey);
    if (!key)
        return QStringLiteral("AUTHENTICATION_ERROR");
    if (!signature::matches(reading, key->secret))
        return invalidSign();
    if (reading.claims.expiresAt == 0)
        return useOnce(reading.digest) ? QString() : authorization("REPLAY_ATTACK");
    const bool expired = reading.claims.expiresAt + m_rules.toleranceSeconds < now;
    return expiredFromTheStart || expired ? authorization("EXPIRED_SIGN") : QString();
}

/// False when the sign was used before.
bool Gatekeeper::useOnce(const QByteArray &digest)
{
    const QMutexLocker lock(&m_mutex);
    if (m_usedSigns.contains(digest))
        return false;
    remember(digest);
    if (m_journal)
        m_journal(digest);
    return true;
}

void Gatekeeper::remember(const QByteArray &digest)
{
    m_usedSigns.insert(digest);
    m_usedInOrder.enqueue(digest);
    if (m_usedInOrder.size() > maxUsedSigns)
        m_usedSigns.remove(m_usedInOrder.dequeue());
}

} // namespace faceid
