// The only place that knows the HTTP library: bytes of libmicrohttpd to SandboxCall, its steps to sockets.

#include "sandbox/sandboxserver.h"

#include "sandbox/callbacksender.h"
#include "sandbox/sandboxcall.h"
#include "sandbox/wireplayer.h"

#include <QCoreApplication>
#include <QDateTime>

#include <microhttpd.h>

#include <chrono>
#include <condition_variable>
#include <cstdarg>
#include <cstdio>
#include <mutex>

#include <netinet/in.h>
#include <unistd.h>

namespace faceid {

namespace {

constexpr unsigned threads = 2;
constexpr unsigned idleSeconds = 30; // a connection on which nothing moves
constexpr unsigned maxConnections = 256;
constexpr size_t connectionBytes = 64 * 1024; // head of a request, and the chunk of body at hand
constexpr auto stopPatience = std::chrono::seconds(2);

/// Requests between their head and the end of their answer, so that stop() can wait for them.
class Underway
{
public:
    void enter()
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
    }

    void leave()
    {
        const std::lock_guard lock(m_mutex);
        if (--m_count == 0)
            m_none.notify_all();
    }

    void waitForNone()
    {
        std::unique_lock lock(m_mutex);
        m_none.wait_for(lock, stopPatience, [this] { return m_count == 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_none;
    int m_count = 0;
};

/// The library's own words about why it did not start. It logs from all its threads.
class Log
{
public:
    static void write(void *log, const char *format, va_list arguments)
    {
        char line[512];
        std::vsnprintf(line, sizeof line, format, arguments);
        auto *self = static_cast<Log *>(log);
        const std::lock_guard lock(self->m_mutex);
        self->m_last = QString::fromLocal8Bit(line).trimmed();
    }

    QString last()
    {
        const std::lock_guard lock(m_mutex);
        return m_last;
    }

private:
    std::mutex m_mutex;
    QString m_last;
};

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

QByteArray header(MHD_Connection *connection, const char *name)
{
    return MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
}

QHostAddress clientOf(MHD_Connection *connection)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    return info ? QHostAddress(info->client_addr) : QHostAddress();
}

Parts queryOf(MHD_Connection *connection)
{
    Parts query;
    const auto take = [](void *parts, MHD_ValueKind, const char *name, const char *value) {
        static_cast<Parts *>(parts)->append({QString::fromUtf8(name), QByteArray(value), {}, {}});
        return MHD_YES;
    };
    MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, take, &query);
    return query;
}

SandboxHead headOf(MHD_Connection *connection, const char *url, const char *method)
{
    bool known = false;
    const qint64 length = header(connection, MHD_HTTP_HEADER_CONTENT_LENGTH).toLongLong(&known);
    return {method, QString::fromUtf8(url), queryOf(connection),
        header(connection, MHD_HTTP_HEADER_CONTENT_TYPE), known ? length : -1, clientOf(connection)};
}

MHD_Result send(MHD_Connection *connection, const SandboxAnswer &answer)
{
    MHD_Response *response = MHD_create_response_from_buffer(
        size_t(answer.body.size()), const_cast<char *>(answer.body.constData()), MHD_RESPMEM_MUST_COPY);
    if (!response)
        return MHD_NO;
    if (!answer.contentType.isEmpty())
        MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, answer.contentType.constData());
    MHD_add_response_header(response, "X-Sandbox", "simulated");
    for (const auto &[name, value] : answer.headers)
        MHD_add_response_header(response, name.constData(), value.constData());
    const MHD_Result queued = MHD_queue_response(connection, unsigned(answer.httpStatus), response);
    MHD_destroy_response(response);
    return queued;
}

} // namespace

struct SandboxServer::Private
{
    Private(const QList<SandboxKey> &keys, const SandboxRules &rules)
        : service(keys, rules)
    {
        service.flow().setNotify([this](const Callback &callback) { callbacks.send(callback); });
    }

    /// Called once with the head, once for each chunk of body, and once more at its end.
    static MHD_Result handle(void *self, MHD_Connection *connection, const char *url, const char *method,
        const char *version, const char *chunk, size_t *chunkBytes, void **state);
    static void completed(
        void *self, MHD_Connection *connection, void **state, MHD_RequestTerminationCode reason);
    MHD_Result take(MHD_Connection *connection, Incoming &incoming, const SandboxCall::Step &step);
    MHD_Result play(MHD_Connection *connection, Incoming &incoming, const WireScript &script);

    SandboxService service;
    ScenarioQueue scenarios;
    WirePlayer player;
    CallbackSender callbacks;
    std::function<void(const SandboxRecord &)> observer;
    Underway underway;
    Log log;
    MHD_Daemon *daemon = nullptr;
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
        return d->take(connection, *incoming, incoming->call.begin());
    }
    switch (incoming->next) {
    case Incoming::Next::Answer:
        return send(connection, incoming->call.ordinaryAnswer());
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
    if (const auto *answer = std::get_if<SandboxAnswer>(&step))
        return send(connection, *answer);
    if (const auto *script = std::get_if<WireScript>(&step))
        return play(connection, incoming, *script);
    return MHD_YES;
}

/// Puts the connection aside for the script; the library comes back to handle() when it is over.
MHD_Result SandboxServer::Private::play(
    MHD_Connection *connection, Incoming &incoming, const WireScript &script)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (!info)
        return MHD_NO;
    incoming.next = script.end == WireScript::End::Answer ? Incoming::Next::Answer : Incoming::Next::Drop;
    const int socket = info->connect_fd;
    MHD_suspend_connection(connection);
    player.play(socket, script, [connection] { MHD_resume_connection(connection); });
    return MHD_YES;
}

void SandboxServer::Private::completed(void *self, MHD_Connection *, void **state, MHD_RequestTerminationCode)
{
    if (!*state)
        return;
    auto *d = static_cast<Private *>(self);
    const std::unique_ptr<Incoming> incoming(static_cast<Incoming *>(*state));
    *state = nullptr;
    if (d->observer)
        d->observer(incoming->call.record());
    d->underway.leave();
}

SandboxServer::SandboxServer(const QList<SandboxKey> &keys, const SandboxRules &rules)
    : d(std::make_unique<Private>(keys, rules))
{ }

SandboxServer::~SandboxServer()
{
    stop();
}

bool SandboxServer::start(quint16 port)
{
    stop();
    d->error.clear();
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    d->player.start();
    d->callbacks.start();
    d->daemon = MHD_start_daemon(
        MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG, port,
        nullptr, nullptr, &Private::handle, d.get(), //
        MHD_OPTION_EXTERNAL_LOGGER, &Log::write, &d->log, //
        MHD_OPTION_SOCK_ADDR, reinterpret_cast<sockaddr *>(&address), //
        MHD_OPTION_NOTIFY_COMPLETED, &Private::completed, d.get(), //
        MHD_OPTION_THREAD_POOL_SIZE, threads, //
        MHD_OPTION_CONNECTION_TIMEOUT, idleSeconds, //
        MHD_OPTION_CONNECTION_LIMIT, maxConnections, //
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, connectionBytes, //
        MHD_OPTION_END);
    const MHD_DaemonInfo *info =
        d->daemon ? MHD_get_daemon_info(d->daemon, MHD_DAEMON_INFO_BIND_PORT) : nullptr;
    if (!info) {
        d->error =
            QCoreApplication::translate("SandboxServer", "The sandbox cannot listen on 127.0.0.1:%1: %2")
                .arg(port)
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
        return;
    }
    const MHD_socket listener = MHD_quiesce_daemon(d->daemon);
    d->player.stop();
    d->underway.waitForNone();
    d->callbacks.stop();
    MHD_stop_daemon(d->daemon);
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
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
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
