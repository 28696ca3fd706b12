#include "sandbox/httpdaemon.h"

#include "sandbox/socketaddress.h"

#include <cstdio>
#include <vector>

namespace faceid {

namespace {

constexpr auto stopPatience = std::chrono::seconds(2);

/// The options that not every server has, and their end. They point into \a identity.
std::vector<MHD_OptionItem> furtherOptions(
    std::optional<TlsIdentity> &identity, const HttpDaemon::Limits &limits)
{
    std::vector<MHD_OptionItem> options;
    const auto add = [&options](MHD_OPTION option, QByteArray &value) {
        if (!value.isEmpty())
            options.push_back({option, 0, value.data()});
    };
    if (identity) {
        add(MHD_OPTION_HTTPS_MEM_CERT, identity->certificate);
        add(MHD_OPTION_HTTPS_MEM_KEY, identity->key);
        add(MHD_OPTION_HTTPS_PRIORITIES, identity->priorities);
    }
    if (limits.threads > 1)
        options.push_back({MHD_OPTION_THREAD_POOL_SIZE, intptr_t(limits.threads), nullptr});
    if (limits.connectionBytes > 0)
        options.push_back({MHD_OPTION_CONNECTION_MEMORY_LIMIT, intptr_t(limits.connectionBytes), nullptr});
    options.push_back({MHD_OPTION_END, 0, nullptr});
    return options;
}

} // namespace

HttpDaemon::~HttpDaemon()
{
    stop();
}

bool HttpDaemon::start(const SandboxListener &where, const Handlers &handlers, const Limits &limits)
{
    stop();
    m_where = where;
    m_handlers = handlers;
    m_isStopping = false;
    m_player.start();
    m_daemon = startDaemon(limits);
    const MHD_DaemonInfo *info =
        m_daemon ? MHD_get_daemon_info(m_daemon, MHD_DAEMON_INFO_BIND_PORT) : nullptr;
    if (!info) {
        stop();
        return false;
    }
    m_port = info->port;
    return true;
}

MHD_Daemon *HttpDaemon::startDaemon(const Limits &limits)
{
    sockaddr_storage address = socketAddress(m_where.address, m_where.port);
    unsigned flags =
        MHD_USE_AUTO | MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ERROR_LOG;
    if (address.ss_family == AF_INET6)
        flags |= MHD_USE_IPv6;
    if (m_where.tls)
        flags |= MHD_USE_TLS;
    std::vector<MHD_OptionItem> further = furtherOptions(m_where.tls, limits);
    return MHD_start_daemon(flags, m_where.port, &HttpDaemon::accepts, this, m_handlers.handle,
        m_handlers.self, //
        MHD_OPTION_EXTERNAL_LOGGER, &HttpDaemon::write, this, //
        MHD_OPTION_SOCK_ADDR, reinterpret_cast<sockaddr *>(&address), //
        MHD_OPTION_NOTIFY_COMPLETED, m_handlers.completed, m_handlers.self, //
        MHD_OPTION_NOTIFY_CONNECTION, m_handlers.connection, m_handlers.self, //
        MHD_OPTION_CONNECTION_TIMEOUT, limits.idleSeconds, //
        MHD_OPTION_CONNECTION_LIMIT, limits.connections, //
        MHD_OPTION_ARRAY, further.data(), //
        MHD_OPTION_END);
}

void HttpDaemon::stop()
{
    if (!m_daemon)
        return m_player.stop();
    // Not by MHD_quiesce_daemon(): its threads take the listening socket out of their epoll sets at the same
    // moment, and who comes second ends the program (tst_sandboxconnections).
    m_isStopping = true;
    m_player.stop();
    m_underway.waitForNone(stopPatience);
    MHD_stop_daemon(m_daemon);
    m_daemon = nullptr;
    m_port = 0;
}

QUrl HttpDaemon::url() const
{
    if (m_port == 0)
        return {};
    QUrl url;
    url.setScheme(m_where.tls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(m_where.address.toString());
    url.setPort(m_port);
    return url;
}

/// MHD_AcceptPolicyCallback.
MHD_Result HttpDaemon::accepts(void *self, const sockaddr *client, socklen_t bytes)
{
    const auto *daemon = static_cast<HttpDaemon *>(self);
    if (daemon->m_isStopping)
        return MHD_NO;
    const Handlers &handlers = daemon->m_handlers;
    return handlers.accepts ? handlers.accepts(handlers.self, client, bytes) : MHD_YES;
}

/// MHD_LogCallback.
void HttpDaemon::write(void *self, const char *format, va_list arguments)
{
    char line[512];
    std::vsnprintf(line, sizeof line, format, arguments);
    auto *daemon = static_cast<HttpDaemon *>(self);
    const std::lock_guard lock(daemon->m_mutex);
    daemon->m_lastWord = QString::fromLocal8Bit(line).trimmed();
}

QString HttpDaemon::lastWord()
{
    const std::lock_guard lock(m_mutex);
    return m_lastWord;
}

MHD_Result HttpDaemon::play(MHD_Connection *connection, const WireScript &script)
{
    const MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    if (!info)
        return MHD_NO;
    const MHD_ConnectionInfo *secure =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_GNUTLS_SESSION);
    const Wire wire{
        info->connect_fd, secure ? static_cast<gnutls_session_int *>(secure->tls_session) : nullptr};
    MHD_suspend_connection(connection);
    m_player.play(wire, script, [connection] { MHD_resume_connection(connection); });
    return MHD_YES;
}

} // namespace faceid
