#include "sandbox/sandboxcall.h"

#include "sandbox/sandboxcontrol.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace faceid {

namespace {

constexpr qint64 halfOfUnknown = 64 * 1024; // bytes of a chunked body that count as its half

QByteArray httpDate(qint64 epochSeconds)
{
    return QLocale::c()
        .toString(QDateTime::fromSecsSinceEpoch(epochSeconds, Qt::UTC),
            QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
        .toLatin1();
}

} // namespace

SandboxCall::SandboxCall(
    SandboxService &service, ScenarioQueue &scenarios, const SandboxHead &head, bool records)
    : m_service(service)
    , m_scenarios(scenarios)
    , m_head(head)
    , m_spec(SandboxService::documented(head.method, head.path))
    , m_body(head.contentType, head.announced, SandboxService::maxBodyBytes())
    , m_records(records)
{
    m_since.start();
}

SandboxCall::Step SandboxCall::begin()
{
    if (m_spec)
        m_choice = m_scenarios.choose(*m_spec);
    return happensAt(FaultSpec::Moment::Head) ? outcome() : Step();
}

SandboxCall::Step SandboxCall::feed(QByteArrayView bytes)
{
    m_body.feed(bytes);
    const qint64 half = m_head.announced < 0 ? halfOfUnknown : m_head.announced / 2;
    return m_body.bytes() >= half && happensAt(FaultSpec::Moment::Upload) ? outcome() : Step();
}

SandboxCall::Step SandboxCall::finish()
{
    judge();
    return outcome();
}

/// What the chosen scenario makes of the answer so far.
SandboxCall::Step SandboxCall::outcome() const
{
    const FaultSpec *fault = m_choice.scenario ? m_choice.scenario->fault : nullptr;
    if (!fault || fault->request)
        return m_answer;
    const FaultInput input{*m_spec, m_answer, m_choice.scenario->parameter};
    if (fault->reply)
        return fault->reply(input);
    return fault->script(input);
}

SandboxRecord SandboxCall::record() const
{
    SandboxRecord record;
    record.at = QDateTime::currentMSecsSinceEpoch() - m_since.elapsed();
    record.method = m_head.method;
    record.path = m_head.path;
    record.api = m_spec ? m_spec->id : QString();
    record.parts = m_redacted;
    record.bodyBytes = m_body.bytes();
    record.milliseconds = m_since.elapsed();
    record.scenario = m_choice.scenario ? m_choice.scenario->name() : QString();
    record.httpStatus = m_answer.httpStatus;
    if (m_spec && m_answer.httpStatus == 413)
        record.error = QString::fromUtf8(m_answer.body);
    else if (m_spec)
        record.error = QJsonDocument::fromJson(m_answer.body).object().value(m_spec->errorKey).toString();
    return record;
}

bool SandboxCall::happensAt(FaultSpec::Moment moment) const
{
    return m_choice.scenario && m_choice.scenario->fault && m_choice.scenario->fault->moment == moment;
}

void SandboxCall::judge()
{
    Parts parts = m_body.finish();
    if (!m_spec) // the documents have all parameters of a token request in its body
        parts = m_head.query + parts;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (m_spec && m_choice.open != 0)
        m_choice = {m_scenarios.choose(*m_spec, parts, m_choice.open), 0};
    if (m_spec && m_records)
        m_redacted = redacted(*m_spec, parts);
    SandboxRequest request{m_head.method, m_head.path, parts, now, m_since, m_head.client};
    const std::optional<Scenario> &scenario = m_choice.scenario;
    if (scenario && scenario->fault && scenario->fault->request)
        scenario->fault->request(request, scenario->parameter);
    if (scenario && !scenario->fault)
        m_answer = m_service.refused(*m_spec, scenario->code, request);
    else if (m_body.tooLarge())
        m_answer = SandboxService::tooLarge(m_body.bytes());
    else if (auto control = controlAnswer(m_scenarios, request))
        m_answer = *control;
    else
        m_answer = m_service.answer(request);
    if (request.now != now)
        m_answer.headers.append({"Date", httpDate(request.now)});
}

} // namespace faceid
