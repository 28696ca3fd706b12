#pragma once

#include <QJsonArray>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QUrl>

#include <optional>

namespace faceid {

/// What has to work, one after the other, before a request can be answered.
enum class ConnectionStep {
    Resolve, ///< the host's name
    Proxy, ///< reaching it, and what it says of us
    Connect,
    Tls,
    Answer, ///< anything that is HTTP
    Clock, ///< this machine's against the service's
};

enum class StepState {
    Passed,
    Failed,
    NotNeeded, ///< no proxy, no TLS, a name that the proxy looks up
    NotKnown, ///< not reached, or not said
};

struct StepResult
{
    ConnectionStep step = ConnectionStep::Resolve;
    StepState state = StepState::NotKnown;
    QString detail; ///< technical words, untranslated; may be empty
    qint64 milliseconds = 0; ///< that it took
};

/// What a test of one address found.
struct ConnectionReport
{
    QUrl address; ///< base address, as the profile has it
    QList<StepResult> steps; ///< all, in their order
    std::optional<qint64> clockSkewMs; ///< this machine's clock minus the service's

    /// The first that failed; nothing when none did.
    std::optional<StepResult> failure() const;
    bool isGood() const; ///< every step is known and none failed, but for a clock that was not said
};
using ConnectionReports = QList<ConnectionReport>;

/// Stable text for JSON: "resolve", "tls".
QString stepName(ConnectionStep step);
QString stateName(StepState state);
/// What the step is called, translated.
QString stepTitle(ConnectionStep step);
/// What a failed step means and what to do, one sentence, translated; of a clock with the difference.
QString failureSentence(ConnectionStep step, const ConnectionReport &report);
/// For programs.
QJsonArray toJson(const ConnectionReports &reports);

} // namespace faceid

Q_DECLARE_METATYPE(faceid::StepResult)
