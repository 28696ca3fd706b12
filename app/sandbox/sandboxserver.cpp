// Bytes of libmicrohttpd to SandboxCall, its steps to sockets.

#include "sandbox/sandboxserver.h"

#include "sandbox/callbacksender.h"
#include "sandbox/httpbridge.h"
#include "sandbox/sandboxcall.h"
#include "sandbox/socketaddress.h"
#include "sandbox/statefile.h"
#include "sandbox/underway.h"
#include "sandbox/wireplayer.h"

#include <QCoreApplication>
#include <QDateTime>

#include <unistd.h>

namespace faceid {

namespace {

constexpr unsigned threads = 2;
constexpr unsigned idleSeconds = 30; // a connection on which nothing moves
constexpr size_t connectionBytes = 64 * 1024; // head of a request, and the chunk of body at hand
constexpr auto stopPatience = std::chrono::seconds(2);

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
    MHD_Daemon *startDaemon();
    MHD_Result take(MHD_Connection *connection, Incoming &incoming, const SandboxCall::Step &step);
    MHD_Result play(MHD_Connection *connection, Incoming &incoming, const WireScript &script);

    SandboxService service;
    ScenarioQueue scenarios;
    const ConnectionLimits limits;
    ConnectionWatch watch;
    WirePlayer player;
    CallbackSender callbacks;
    std::unique_ptr<StateFile> state;
    std::function<void(const SandboxRecord &)> observer;
    Underway underway;
    HttpLog log;
    MHD_Daemon *daemon = nullptr;
    SandboxListener listener; ///< with the port that was asked for
    quint16 port = 0;
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
        d->underway.enter();
        d->watch.headIsIn(connection);
        acknowledgeHead(connection);
        return d->take(connection, *incoming, incoming->call.begin());
    }
    switch (incoming->next) {
    case Incoming::Next::Answer:
        return sendAnswer(connection, incoming->call.ordinaryAnswer());
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
    return sendAnswer(connection, std::get<SandboxAnswer>(step));
}

/// Puts the connection aside for the script; the library comes back to handle() when it is over.
MHD_Result SandboxServer::Private::play(
    MHD_Connection *connection, Incoming &incoming, const WireScript &script)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (!info)
        return MHD_NO;
    const MHD_ConnectionInfo *secure =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_GNUTLS_SESSION);
    incoming.next = script.end == WireScript::End::Answer ? Incoming::Next::Answer : Incoming::Next::Drop;
    const Wire wire{
        info->connect_fd, secure ? static_cast<gnutls_session_int *>(secure->tls_session) : nullptr};
    MHD_suspend_connection(connection);
    player.play(wire, script, [connection] { MHD_resume_connection(connection); });
    return MHD_YES;
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
    d->underway.leave();
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

MHD_Daemon *SandboxServer::Private::startDaemon()
{
    sockaddr_storage address = socketAddress(listener.address, listener.port);
    unsigned flags =
        MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
    if (address.ss_family == AF_INET6)
        flags |= MHD_USE_IPv6;
    if (listener.tls)
        flags |= MHD_USE_TLS;
    std::vector<MHD_OptionItem> tls = tlsOptions(listener.tls);
    return MHD_start_daemon(flags, listener.port, &accepts, this, &handle, this, //
        MHD_OPTION_EXTERNAL_LOGGER, &HttpLog::write, &log, //
        MHD_OPTION_SOCK_ADDR, reinterpret_cast<sockaddr *>(&address), //
        MHD_OPTION_NOTIFY_COMPLETED, &completed, this, //
        MHD_OPTION_NOTIFY_CONNECTION, &Private::connection, this, //
        MHD_OPTION_THREAD_POOL_SIZE, threads, //
        MHD_OPTION_CONNECTION_TIMEOUT, idleSeconds, //
        MHD_OPTION_CONNECTION_LIMIT, limits.connections, //
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, connectionBytes, //
        MHD_OPTION_ARRAY, tls.data(), //
        MHD_OPTION_END);
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
    d->listener = listener;
    d->player.start();
    d->callbacks.start();
    d->watch.start();
    d->daemon = d->startDaemon();
    const MHD_DaemonInfo *info =
        d->daemon ? MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_BIND_PORT) : nullptr;
    if (!info) {
        d->error = QCoreApplication::translate("SandboxServer", "The sandbox cannot listen on %1:%2: %3")
                       .arg(hostText(listener.address))
                       .arg(listener.port)
                       .arg(d->log.last());
        stop();
        return false;
    }
    d->port = info->port;
    return true;
}

void SandboxServer::stop()
{
    if (!d->daemon) {
        d->player.stop();
        d->callbacks.stop();
        d->watch.stop();
        return;
    }
    const MHD_socket listener = MHD_quiesce_daemon(d->daemon);
    d->player.stop();
    d->underway.waitForNone(stopPatience);
    d->callbacks.stop();
    MHD_stop_daemon(d->daemon);
    d->watch.stop();
    if (listener != MHD_INVALID_SOCKET)
        ::close(listener); // not before its threads are gone, says the library
    d->daemon = nullptr;
    d->port = 0;
}

quint16 SandboxServer::port() const
{
    return d->port;
}

QUrl SandboxServer::baseUrl() const
{
    if (d->port == 0)
        return {};
    QUrl url;
    url.setScheme(d->listener.tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(d->listener.address.toString());
    url.setPort(d->port);
    return url;
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
