// Bytes of libmicrohttpd to SandboxCall, its steps to sockets.

#include "sandbox/sandboxserver.h"

#include "sandbox/callbacksender.h"
#include "sandbox/httpbridge.h"
#include "sandbox/httpdaemon.h"
#include "sandbox/sandboxcall.h"
#include "sandbox/socketaddress.h"
#include "sandbox/statefile.h"

#include <QCoreApplication>
#include <QDateTime>

namespace faceid {

namespace {

constexpr unsigned threads = 2;
constexpr unsigned idleSeconds = 30; // a connection on which nothing moves
constexpr size_t connectionBytes = 64 * 1024; // head of a request, and the chunk of body at hand

/// A request whose head is in.
struct Incoming
{
    enum class Next {
        Read,
        Answer, ///< after a script
        Drop, ///< after a script: close the connection
    };

    SandboxCall call;
    Next next = Next::Read;
};

/// Nobody shall take an answer of the sandbox for one of the service.
MHD_Result sendMarked(MHD_Connection *connection, SandboxAnswer answer)
{
    answer.headers.prepend({"X-Sandbox", "simulated"});
    return sendAnswer(connection, answer);
}

} // namespace

struct SandboxServer::Private
{
    Private(const QList<SandboxKey> &keys, const SandboxRules &rules, const ConnectionLimits &limits)
        : service(keys, rules)
        , limits(limits)
        , watch(limits)
    {
        service.flow().setNotify([this](const Callback &callback) { callbacks.send(callback); });
    }

    /// Called once with the head, once for each chunk of body, and once more at its end.
    static MHD_Result handle(void *self, MHD_Connection *connection, const char *url, const char *method,
        const char *version, const char *chunk, size_t *chunkBytes, void **state);
    static void completed(
        void *self, MHD_Connection *connection, void **state, MHD_RequestTerminationCode reason);
    static MHD_Result accepts(void *self, const sockaddr *client, socklen_t bytes);
    static void connection(
        void *self, MHD_Connection *connection, void **state, MHD_ConnectionNotificationCode what);
    MHD_Result take(MHD_Connection *connection, Incoming &incoming, const SandboxCall::Step &step);
    MHD_Result play(MHD_Connection *connection, Incoming &incoming, const WireScript &script);

    SandboxService service;
    ScenarioQueue scenarios;
    const ConnectionLimits limits;
    ConnectionWatch watch;
    CallbackSender callbacks;
    std::unique_ptr<StateFile> state;
    std::function<void(const SandboxRecord &)> observer;
    HttpDaemon daemon;
    QString error;
};

MHD_Result SandboxServer::Private::handle(void *self, MHD_Connection *connection, const char *url,
    const char *method, const char *, const char *chunk, size_t *chunkBytes, void **state)
{
    auto *d = static_cast<Private *>(self);
    auto *incoming = static_cast<Incoming *>(*state);
    if (!incoming) {
        incoming =
            new Incoming{{d->service, d->scenarios, headOf(connection, url, method), bool(d->observer)}};
        *state = incoming;
        d->daemon.enter();
        d->watch.headIsIn(connection);
        acknowledgeHead(connection);
        return d->take(connection, *incoming, incoming->call.begin());
    }
    switch (incoming->next) {
    case Incoming::Next::Answer:
        return sendMarked(connection, incoming->call.ordinaryAnswer());
    case Incoming::Next::Drop:
        return MHD_NO;
    case Incoming::Next::Read:
        break;
    }
    if (*chunkBytes == 0)
        return d->take(connection, *incoming, incoming->call.finish());
    const SandboxCall::Step step = incoming->call.feed({chunk, qsizetype(*chunkBytes)});
    // What a script interrupts counts as unread, so that the library stops here and comes back after it.
    if (!std::holds_alternative<WireScript>(step))
        *chunkBytes = 0;
    return d->take(connection, *incoming, step);
}

MHD_Result SandboxServer::Private::take(
    MHD_Connection *connection, Incoming &incoming, const SandboxCall::Step &step)
{
    if (std::holds_alternative<std::monostate>(step))
        return MHD_YES;
    watch.requestIsIn(connection);
    if (const auto *script = std::get_if<WireScript>(&step))
        return play(connection, incoming, *script);
    return sendMarked(connection, std::get<SandboxAnswer>(step));
}

/// Puts the connection aside for the script; the library comes back to handle() when it is over.
MHD_Result SandboxServer::Private::play(
    MHD_Connection *connection, Incoming &incoming, const WireScript &script)
{
    incoming.next = script.end == WireScript::End::Answer ? Incoming::Next::Answer : Incoming::Next::Drop;
    return daemon.play(connection, script);
}

void SandboxServer::Private::completed(
    void *self, MHD_Connection *connection, void **state, MHD_RequestTerminationCode)
{
    if (!*state)
        return;
    auto *d = static_cast<Private *>(self);
    d->watch.answered(connection);
    const std::unique_ptr<Incoming> incoming(static_cast<Incoming *>(*state));
    *state = nullptr;
    if (d->observer)
        d->observer(incoming->call.record());
    d->daemon.leave();
}

MHD_Result SandboxServer::Private::accepts(void *self, const sockaddr *, socklen_t)
{
    return static_cast<Private *>(self)->scenarios.chooseForConnection() ? MHD_NO : MHD_YES;
}

void SandboxServer::Private::connection(
    void *self, MHD_Connection *connection, void **, MHD_ConnectionNotificationCode what)
{
    ConnectionWatch &watch = static_cast<Private *>(self)->watch;
    switch (what) {
    case MHD_CONNECTION_NOTIFY_STARTED:
        if (const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD))
            watch.opened(connection, info->connect_fd);
        break;
    case MHD_CONNECTION_NOTIFY_CLOSED:
        watch.closed(connection);
        break;
    }
}

SandboxServer::SandboxServer(
    const QList<SandboxKey> &keys, const SandboxRules &rules, const ConnectionLimits &limits)
    : d(std::make_unique<Private>(keys, rules, limits))
{ }

SandboxServer::~SandboxServer()
{
    stop();
}

bool SandboxServer::keepState(const QString &path)
{
    d->error.clear();
    auto state = std::make_unique<StateFile>(path);
    if (!state->open()) {
        d->error = state->errorString();
        return false;
    }
    d->state = std::move(state);
    d->service.remember(*d->state);
    return true;
}

bool SandboxServer::start(quint16 port)
{
    SandboxListener loopback;
    loopback.port = port;
    return start(loopback);
}

bool SandboxServer::start(const SandboxListener &listener)
{
    stop();
    d->error.clear();
    d->callbacks.start();
    d->watch.start();
    const HttpDaemon::Handlers handlers{
        d.get(), &Private::handle, &Private::completed, &Private::accepts, &Private::connection};
    if (!d->daemon.start(
            listener, handlers, {idleSeconds, d->limits.connections, threads, connectionBytes})) {
        d->error = QCoreApplication::translate("SandboxServer", "The sandbox cannot listen on %1:%2: %3")
                       .arg(hostText(listener.address))
                       .arg(listener.port)
                       .arg(d->daemon.lastWord());
        stop();
        return false;
    }
    return true;
}

void SandboxServer::stop()
{
    d->daemon.stop();
    d->callbacks.stop();
    d->watch.stop();
}

quint16 SandboxServer::port() const
{
    return d->daemon.port();
}

QUrl SandboxServer::baseUrl() const
{
    return d->daemon.url();
}

ScenarioQueue &SandboxServer::scenarios()
{
    return d->scenarios;
}

bool SandboxServer::complete(const QString &token, const OutcomeSpec &outcome)
{
    return !d->service.flow().complete(token, outcome, QDateTime::currentSecsSinceEpoch());
}

void SandboxServer::setObserver(std::function<void(const SandboxRecord &)> observer)
{
    d->observer = std::move(observer);
}

QString SandboxServer::errorString() const
{
    return d->error;
}

} // namespace faceid
