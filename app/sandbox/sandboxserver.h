#pragma once

#include "sandbox/connectionwatch.h"
#include "sandbox/requestlog.h"
#include "sandbox/sandboxlistener.h"
#include "sandbox/sandboxservice.h"
#include "sandbox/scenarioqueue.h"

#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace faceid {

/// The embedded imitation of both services, on a loopback port if nothing else is asked for. Runs on threads
/// of its own; start() and stop() are called from one thread. What it answers is SandboxService's business.
class SandboxServer
{
public:
    explicit SandboxServer(const QList<SandboxKey> &keys = defaultSandboxKeys(),
        const SandboxRules &rules = {}, const ConnectionLimits &limits = {});
    ~SandboxServer(); ///< stops
    SandboxServer(const SandboxServer &) = delete;
    SandboxServer &operator=(const SandboxServer &) = delete;

    /// Takes up the tokens, results and used signs that an earlier run has left in the file \a path, and
    /// keeps its own there: what is answered is in it. Once, before start(). False when it cannot; then
    /// errorString() says why.
    bool keepState(const QString &path);
    /// Listens on 127.0.0.1:\a port, 0 for any free one. False when it cannot; then errorString() says why.
    bool start(quint16 port = 0);
    bool start(const SandboxListener &listener);
    /// Takes no more connections, ends the scenarios that keep a connection waiting, answers what is under
    /// way, for two seconds at most, then closes. Safe to call twice.
    void stop();
    quint16 port() const; ///< 0: not running
    QUrl baseUrl() const; ///< http://127.0.0.1:PORT, say; empty when not running
    /// What is done to requests instead of answering them as documented. Lives as long as the server, started
    /// or not.
    ScenarioQueue &scenarios();
    /// Ends the check of \a token as the end user's phone or browser would. False when the token is unknown,
    /// too old or finished already.
    bool complete(const QString &token, const OutcomeSpec &outcome);
    /// Is told of every request when it is over, in a thread of the server. Set it before start().
    void setObserver(std::function<void(const SandboxRecord &)> observer);
    QString errorString() const; ///< of the last start() or keepState(), translated; empty: it went well

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace faceid
