#include "sandbox/livenessflow.h"

#include "contract/callbacksign.h"
#include "sandbox/formpost.h"
#include "sandbox/livenesspage.h"
#include "sandbox/livenessresult.h"

#include <QJsonDocument>
#include <QRandomGenerator>

namespace faceid {

namespace {

bool isPagePath(const QString &path)
{
    return path == QUrl(getToken().pagePattern).path() || path == u"/faceid/lite/do";
}

} // namespace

LivenessFlow::LivenessFlow(
    const SandboxRules::Callbacks &rules, std::function<QByteArray(const QString &)> secretOf)
    : m_rules(rules)
    , m_secretOf(std::move(secretOf))
{ }

std::optional<SandboxAnswer> LivenessFlow::page(const SandboxRequest &request)
{
    if (!isPagePath(request.path))
        return std::nullopt;
    if (request.method == "POST")
        return finished(request);
    if (request.method != "GET")
        return std::nullopt;
    const QString token = partText(request.parts, u"token");
    if (const auto refusal = m_tokens.start(token, request.now))
        return refusedPage(*refusal);
    return choicePage(*m_tokens.byToken(token));
}

/// The person has chosen an outcome, or has it dealt.
SandboxAnswer LivenessFlow::finished(const SandboxRequest &request)
{
    const QString token = partText(request.parts, u"token");
    const OutcomeSpec *outcome = outcomeNamed(partText(request.parts, u"outcome"));
    if (!outcome) {
        const auto &all = outcomes();
        outcome = &all[QRandomGenerator::global()->bounded(quint32(all.size()))];
    }
    if (const auto refusal = m_tokens.finish(token, *outcome, request.now))
        return refusedPage(*refusal);
    const IssuedToken done = *m_tokens.byToken(token);
    notify(done, request.now);
    return returnPage(done, callbackFields(done, request.now));
}

std::optional<TokenLedger::Refusal> LivenessFlow::complete(
    const QString &token, const OutcomeSpec &outcome, qint64 now)
{
    const auto refusal = m_tokens.finish(token, outcome, now);
    if (!refusal)
        notify(*m_tokens.byToken(token), now);
    return refusal;
}

Parts LivenessFlow::callbackFields(const IssuedToken &token, qint64 now) const
{
    const QByteArray data = callbackData(token, now);
    QByteArray sign = callbackSign(m_secretOf(token.apiKey), data);
    if (m_rules.wrongSign)
        sign.back() = sign.back() == '0' ? '1' : '0';
    return {{QStringLiteral("data"), data, {}, {}}, {QStringLiteral("sign"), sign, {}, {}}};
}

void LivenessFlow::notify(const IssuedToken &token, qint64 now)
{
    const QUrl url(token.text(u"notify_url"));
    if (!m_notify || url.isEmpty() || m_rules.never)
        return;
    const Callback callback{url, urlEncodedForm(callbackFields(token, now)),
        std::chrono::seconds(m_rules.lateSeconds), m_rules.retries};
    m_notify(callback);
    if (m_rules.twice)
        m_notify(callback);
}

} // namespace faceid
