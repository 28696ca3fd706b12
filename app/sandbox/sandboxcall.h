#pragma once

#include "sandbox/requestbody.h"
#include "sandbox/requestlog.h"
#include "sandbox/scenarioqueue.h"

#include <variant>

namespace faceid {

/// The head of a request.
struct SandboxHead
{
    QByteArray method;
    QString path; ///< without query
    Parts query; ///< what stands behind the ?
    QByteArray contentType;
    qint64 announced = -1; ///< Content-Length; -1: there is none
    QHostAddress client = QHostAddress(QHostAddress::LocalHost);
};

/// One request on its way through the sandbox: read, judged, and done to what a scenario says. Knows no
/// socket; used by one thread at a time.
class SandboxCall
{
public:
    /// What is done next with the connection; std::monostate: read on.
    using Step = std::variant<std::monostate, SandboxAnswer, WireScript>;

    /// \a records: record() will be asked for, which costs a look at every part.
    SandboxCall(
        SandboxService &service, ScenarioQueue &scenarios, const SandboxHead &head, bool records = false);

    /// Once, before anything of the body.
    Step begin();
    Step feed(QByteArrayView bytes);
    /// The body is whole.
    Step finish();
    /// After a script that ends in WireScript::End::Answer.
    const SandboxAnswer &ordinaryAnswer() const { return m_answer; }
    /// What came of it, when it is over.
    SandboxRecord record() const;

private:
    Step outcome() const;
    bool happensAt(FaultSpec::Moment moment) const;
    void judge();

    SandboxService &m_service;
    ScenarioQueue &m_scenarios;
    SandboxHead m_head;
    const EndpointSpec *m_spec; ///< null: a path that no document has, which no scenario happens to
    QElapsedTimer m_since;
    RequestBody m_body;
    ScenarioQueue::Choice m_choice;
    SandboxAnswer m_answer;
    bool m_records;
    Parts m_redacted; ///< what came, when it is recorded
};

} // namespace faceid
