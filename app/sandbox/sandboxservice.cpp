// What the imitation answers: routing, authentication, validation, documented bodies.

#include "sandbox/sandboxservice.h"

#include "contract/refusal.h"
#include "contract/signature.h"
#include "contract/validation.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <array>

namespace faceid {

namespace {

constexpr qint64 pcTokenSeconds = 618; // 1462257765 - 1462257147 in the document's sample
constexpr qsizetype maxUsedSigns = 100'000;

QString expiredSign()
{
    return QStringLiteral("AUTHORIZATION_ERROR:EXPIRED_SIGN");
}

/// "<epoch seconds>,<uuid4>", the shape of a request_id and of a biz_token.
QString freshId(qint64 now)
{
    return QString::number(now) + u',' + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

/// 32 lower-case hex digits, the shape of a PC token.
QString freshToken()
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(random.data()), sizeof(random)).toHex());
}

/// The document in whose style a path that no document has is answered.
const EndpointSpec &nearest(const QString &path)
{
    const auto firstSegment = [](const QString &p) { return p.section(u'/', 1, 1); };
    const auto &all = endpoints();
    const auto it = std::find_if(all.cbegin(), all.cend(),
        [&](const EndpointSpec *spec) { return firstSegment(spec->path) == firstSegment(path); });
    return it != all.cend() ? **it : *all.front();
}

bool aboutCredentials(const EndpointSpec &spec, const Problem &problem)
{
    const FieldSpec *row = spec.field(problem.field);
    return row && row->role == Role::Credential;
}

SandboxAnswer json(int httpStatus, QJsonObject object, const SandboxRequest &request)
{
    object.insert(u"request_id", freshId(request.now));
    object.insert(u"time_used", request.since.isValid() ? request.since.elapsed() : 0);
    return {httpStatus, "application/json", QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

SandboxAnswer issued(const EndpointSpec &spec, const SandboxRequest &request)
{
    if (spec.expiryKey.isEmpty())
        return json(200, {{spec.tokenKey, freshId(request.now)}}, request);
    return json(
        200, {{spec.tokenKey, freshToken()}, {spec.expiryKey, request.now + pcTokenSeconds}}, request);
}

} // namespace

QList<SandboxKey> defaultSandboxKeys()
{
    return {{QString::fromLatin1(sandboxApiKey), sandboxApiSecret}};
}

SandboxService::SandboxService(const QList<SandboxKey> &keys)
    : m_keys(keys)
{ }

SandboxAnswer SandboxService::answer(const SandboxRequest &request)
{
    const EndpointSpec *spec = documented(request.method, request.path);
    if (!spec)
        return refused(nearest(request.path), QStringLiteral("API_NOT_FOUND"), request);
    const Problems problems = validate(*spec, request.parts, Scope::Wire);
    const Problem *first = firstRefusal(problems);
    if (!first || !aboutCredentials(*spec, *first)) {
        const QString denied = denial(*spec, request);
        if (!denied.isEmpty())
            return refused(*spec, denied, request);
    }
    return first ? refused(*spec, first->code, request) : issued(*spec, request);
}

SandboxAnswer SandboxService::refused(
    const EndpointSpec &spec, const QString &code, const SandboxRequest &request)
{
    const SandboxAnswer large = tooLarge(maxBodyBytes() + 1);
    if (code == QString::fromUtf8(large.body))
        return large;
    const Refusal refusal = explainRefusal(spec, 0, code);
    // A code in no table is like the INVALID_ARGUMENTS of the PC document's sample: a 400.
    return json(refusal.row ? refusal.row->httpStatus : 400, {{spec.errorKey, code}}, request);
}

const EndpointSpec *SandboxService::documented(QByteArrayView method, QStringView path)
{
    const auto &all = endpoints();
    const auto it = std::find_if(
        all.cbegin(), all.cend(), [path](const EndpointSpec *spec) { return spec->path == path; });
    return it != all.cend() && method == "POST" ? *it : nullptr;
}

SandboxAnswer SandboxService::tooLarge(qint64 bodyBytes)
{
    const auto problem = bodySizeProblem(getBizToken(), bodyBytes);
    return {413, "text/plain", problem ? problem->code.toUtf8() : QByteArray()};
}

qint64 SandboxService::maxBodyBytes()
{
    return getBizToken().maxRequestBytes;
}

const SandboxKey *SandboxService::find(const QString &apiKey) const
{
    const auto it = std::find_if(
        m_keys.cbegin(), m_keys.cend(), [&apiKey](const SandboxKey &key) { return key.apiKey == apiKey; });
    return it != m_keys.cend() ? &*it : nullptr;
}

/// Why the request does not authenticate, as a documented code; empty when it does.
QString SandboxService::denial(const EndpointSpec &spec, const SandboxRequest &request)
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

QString SandboxService::signDenial(QByteArrayView sign, qint64 now)
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
        return QStringLiteral("INVALID_SIGN");
    const SandboxKey *key = find(reading.claims.apiKey);
    if (!key)
        return QStringLiteral("AUTHENTICATION_ERROR");
    if (!signature::matches(reading, key->secret))
        return QStringLiteral("INVALID_SIGN");
    if (reading.claims.expiresAt == 0)
        return useOnce(reading.digest) ? QString() : QStringLiteral("AUTHORIZATION_ERROR:REPLAY_ATTACK");
    return expiredFromTheStart || reading.claims.expiresAt < now ? expiredSign() : QString();
}

/// False when the sign was used before.
bool SandboxService::useOnce(const QByteArray &digest)
{
    const QMutexLocker lock(&m_mutex);
    if (m_usedSigns.contains(digest))
        return false;
    m_usedSigns.insert(digest);
    m_usedInOrder.enqueue(digest);
    if (m_usedInOrder.size() > maxUsedSigns)
        m_usedSigns.remove(m_usedInOrder.dequeue());
    return true;
}

} // namespace faceid
