// What the imitation answers: routing, authentication, validation, documented bodies.

#include "sandbox/sandboxservice.h"

#include "contract/refusal.h"
#include "contract/validation.h"
#include "sandbox/livenessresult.h"
#include "sandbox/openapi.h"
#include "sandbox/photolook.h"
#include "sandbox/referencepage.h"
#include "sandbox/statefile.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>
#include <array>

namespace faceid {

namespace {

constexpr qint64 pcTokenSeconds = 618; // 1462257765 - 1462257147 in the document's sample
constexpr qint64 resultSeconds = 24 * 60 * 60; // documented for the SDK, believed for the PC API

/// 16 bytes from a generator of this thread's own: a call of the system for each id is a tenth of an answer.
QByteArray randomBytes()
{
    thread_local QRandomGenerator generator = QRandomGenerator::securelySeeded();
    std::array<quint32, 4> random{};
    generator.fillRange(random.data(), qsizetype(random.size()));
    return {reinterpret_cast<const char *>(random.data()), sizeof(random)};
}

/// 32 lower-case hex digits, the shape of a PC token.
QString freshToken()
{
    return QString::fromLatin1(randomBytes().toHex());
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

/// The code with which the API says that it is busy.
QString busyCode(const EndpointSpec &spec)
{
    const auto row = std::find_if(spec.errors.cbegin(), spec.errors.cend(), [](const ErrorSpec &error) {
        return error.again == Again::Later && error.detail == ErrorDetail::None;
    });
    return row != spec.errors.cend() ? row->code : QString();
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

/// The document whose get_result has this address: beside the one where its token is issued.
const EndpointSpec *resultOf(const SandboxRequest &request)
{
    const auto &all = endpoints();
    const auto it = std::find_if(all.cbegin(), all.cend(), [&request](const EndpointSpec *spec) {
        return request.path == spec->path.section(u'/', 0, -2) + QStringLiteral("/get_result");
    });
    return it != all.cend() && request.method == "GET" ? *it : nullptr;
}

/// What the token remembers of its request: neither credentials nor anything personal.
void rememberRequest(IssuedToken &token, const SandboxRequest &request)
{
    for (const Part &part : request.parts) {
        const FieldSpec *row = token.spec->field(part.name);
        if (!row || row->role == Role::Credential)
            continue;
        if (row->kind == Kind::Image)
            token.photos.append(part.name);
        else if (!row->isPersonal())
            token.request.append(part);
    }
    token.photos.sort();
    token.photos.removeDuplicates();
}

} // namespace

QString freshId(qint64 now)
{
    QByteArray bytes = randomBytes();
    bytes[6] = char((bytes.at(6) & 0x0f) | 0x40); // version 4 of RFC 4122
    bytes[8] = char((bytes.at(8) & 0x3f) | 0x80); // its variant
    return QString::number(now) + u',' + QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

SandboxService::SandboxService(const QList<SandboxKey> &keys, const SandboxRules &rules)
    : m_rules(rules)
    , m_gatekeeper(keys, rules.signs)
    , m_flow(rules.callbacks, [this](const QString &apiKey) {
        const SandboxKey *key = m_gatekeeper.find(apiKey);
        return key ? key->secret : QByteArray();
    })
{ }

void SandboxService::remember(StateFile &file)
{
    const SandboxMemory memory = file.takeMemory();
    for (const IssuedToken &token : memory.tokens)
        m_flow.tokens().restore(token);
    for (const QByteArray &digest : memory.usedSigns)
        m_gatekeeper.restoreUsedSign(digest);
    m_flow.tokens().setJournal([&file](const IssuedToken &token) { return file.add(token); });
    m_gatekeeper.setJournal([&file](const QByteArray &digest) { file.add(digest); });
}

SandboxAnswer SandboxService::answer(const SandboxRequest &request)
{
    if (const EndpointSpec *spec = documented(request.method, request.path))
        return tokenAnswer(*spec, request);
    if (const EndpointSpec *spec = resultOf(request))
        return resultAnswer(*spec, request);
    if (auto page = m_flow.page(request))
        return *page;
    if (request.path == u"/sandbox/complete" && request.method == "POST")
        return completion(request);
    if (request.method == "GET") {
        if (request.path == u"/")
            return referencePage(m_rules);
        if (request.path == u"/healthz")
            return {200, "application/json", R"({"status":"ok"})"};
        if (request.path == u"/openapi.json")
            return {200, "application/json", QJsonDocument(openApi()).toJson()};
    }
    return refused(nearest(request.path), QStringLiteral("API_NOT_FOUND"), request);
}

SandboxAnswer SandboxService::tokenAnswer(const EndpointSpec &spec, const SandboxRequest &request)
{
    Parts parts = request.parts;
    Problems problems = validate(spec, parts, Scope::Wire);
    const Problem *first = firstRefusal(problems);
    if (first && aboutCredentials(spec, *first))
        return refused(spec, first->code, request);
    QString denied = m_gatekeeper.authentication(spec, request);
    if (!denied.isEmpty())
        return refused(spec, denied, request);
    const SandboxKey &key = *m_gatekeeper.keyOf(spec, request);
    denied = m_gatekeeper.permission(spec, key, request);
    if (!denied.isEmpty())
        return refused(spec, denied, request);
    const std::shared_ptr<void> visit = m_gatekeeper.enter(key);
    if (!visit)
        return refused(spec, busyCode(spec), request);
    const bool looked = lookAtPhotos(spec, parts, first, m_rules.faces);
    if (looked) {
        problems = validate(spec, parts, Scope::Wire);
        first = firstRefusal(problems);
    }
    SandboxAnswer answer = first ? refused(spec, first->code, request) : issued(spec, key, request);
    answer.visit = visit;
    if (looked)
        answer.headers.emplaceBack("X-Sandbox-Faces", looksAtPhotos(m_rules.faces) ? "searched" : "assumed");
    return answer;
}

SandboxAnswer SandboxService::issued(
    const EndpointSpec &spec, const SandboxKey &key, const SandboxRequest &request)
{
    if (m_rules.refusesRepeatedBizNo && m_flow.tokens().hasBizNo(key.apiKey, uniqueText(spec, request.parts)))
        return refused(spec, QStringLiteral("BAD_ARGUMENTS:biz_no"), request);
    if (!m_gatekeeper.countAttempt(key, request))
        return refused(spec, QStringLiteral("AUTHORIZATION_ERROR:MORE_RETRY_TIMES"), request);
    if (!m_gatekeeper.pay(key))
        return refused(spec, QStringLiteral("AUTHORIZATION_ERROR:BALANCE_NOT_ENOUGH"), request);
    IssuedToken token;
    token.spec = &spec;
    token.apiKey = key.apiKey;
    token.issuedAt = request.now;
    rememberRequest(token, request);
    QJsonObject answer;
    if (spec.expiryKey.isEmpty()) {
        token.token = freshId(request.now);
        token.usableUntil = request.now + spec.tokenLife.count();
    } else {
        token.token = freshToken();
        token.bizId = freshId(request.now);
        token.usableUntil = request.now + pcTokenSeconds;
        answer.insert(spec.expiryKey, token.usableUntil);
    }
    answer.insert(spec.tokenKey, token.token);
    if (!m_flow.tokens().add(token))
        return refused(spec, QStringLiteral("INTERNAL_ERROR"), request);
    return json(200, answer, request);
}

SandboxAnswer SandboxService::resultAnswer(const EndpointSpec &spec, const SandboxRequest &request)
{
    const bool pc = spec.auth == Auth::KeyPair;
    const QString idField = pc ? QStringLiteral("biz_id") : spec.tokenKey;
    QStringList required{idField};
    for (auto row = spec.fields.crbegin(); row != spec.fields.crend(); ++row) {
        if (row->role == Role::Credential)
            required.prepend(row->name);
    }
    for (const QString &name : required) {
        if (partText(request.parts, name).isEmpty())
            return refused(spec, QStringLiteral("MISSING_ARGUMENTS:") + name, request);
    }
    QString denied = m_gatekeeper.authentication(spec, request);
    if (denied.isEmpty())
        denied = m_gatekeeper.permission(spec, *m_gatekeeper.keyOf(spec, request), request);
    if (!denied.isEmpty())
        return refused(spec, denied, request);
    const QString id = partText(request.parts, idField);
    const auto token = pc ? m_flow.tokens().byBizId(id) : m_flow.tokens().byToken(id);
    const bool known = token && token->spec == &spec
        && token->apiKey == m_gatekeeper.keyOf(spec, request)->apiKey
        && request.now <= token->issuedAt + resultSeconds
        && (!pc || token->progress == IssuedToken::Progress::Done);
    if (!known)
        return refused(spec, QStringLiteral("RESULT_NOT_FOUND"), request);
    if (!pc)
        return json(
            200, sdkResult(*token, partText(request.parts, u"verbose") != u"0", request.now), request);
    const QString images = partText(request.parts, u"get_image_type");
    if (!images.isEmpty() && images != u"0" && images != u"1" && images != u"2")
        return refused(spec, QStringLiteral("BAD_ARGUMENTS:get_image_type"), request);
    return json(200, pcResult(*token, ResultImages(images.toInt())), request);
}

SandboxAnswer SandboxService::completion(const SandboxRequest &request)
{
    const QString name = partText(request.parts, u"outcome");
    const OutcomeSpec *outcome = outcomeNamed(name);
    if (!outcome)
        return json(400,
            {{QStringLiteral("error"), QString(QStringLiteral("outcome is one of: ") + outcomeNames())}},
            request);
    const auto refusal = m_flow.complete(partText(request.parts, u"token"), *outcome, request.now);
    if (!refusal)
        return json(200, {{QStringLiteral("outcome"), name}, {QStringLiteral("simulated"), true}}, request);
    switch (*refusal) {
    case TokenLedger::Refusal::Unknown:
        return json(404, {{QStringLiteral("error"), QStringLiteral("unknown token")}}, request);
    case TokenLedger::Refusal::Expired:
        return json(410, {{QStringLiteral("error"), QStringLiteral("expired token")}}, request);
    case TokenLedger::Refusal::Used:
        return json(410, {{QStringLiteral("error"), QStringLiteral("finished already")}}, request);
    }
    return {};
}

SandboxAnswer SandboxService::refused(
    const EndpointSpec &spec, const QString &code, const SandboxRequest &request) const
{
    const SandboxAnswer large = tooLarge(maxBodyBytes() + 1);
    if (code == QString::fromUtf8(large.body))
        return large;
    const Refusal refusal = explainRefusal(spec, 0, code);
    QString spelled = code;
    if (m_rules.spacedColon && !code.contains(QLatin1String(": ")))
        spelled.replace(u':', QLatin1String(": "));
    // A code in no table is like the INVALID_ARGUMENTS of the PC document's sample: a 400.
    return json(refusal.row ? refusal.row->httpStatus : 400, {{spec.errorKey, spelled}}, request);
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

} // namespace faceid
