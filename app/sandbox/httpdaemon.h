#pragma once

#include "sandbox/sandboxlistener.h"
#include "sandbox/underway.h"
#include "sandbox/wireplayer.h"

#include <QUrl>

#include <atomic>
#include <cstdarg>
#include <mutex>

#include <microhttpd.h>

namespace faceid {

/// A server of libmicrohttpd with what all of ours need: it starts and ends in good order, and connections
/// can be put aside for a script. start() and stop() are called from one thread.
class HttpDaemon
{
public:
    /// What the library calls, in threads of its own; \a self is the first argument of each.
    struct Handlers
    {
        void *self;
        MHD_AccessHandlerCallback handle; ///< says enter() with each head
        MHD_RequestCompletedCallback completed; ///< says leave() for each of them
        MHD_AcceptPolicyCallback accepts = nullptr; ///< null: everybody
        MHD_NotifyConnectionCallback connection = nullptr; ///< null: nobody is told
    };
    struct Limits
    {
        unsigned idleSeconds; ///< a connection on which nothing moves
        unsigned connections;
        unsigned threads = 1;
        size_t connectionBytes =
            0; ///< head of a request, and the chunk of body at hand; 0: the library's own
    };

    HttpDaemon() = default;
    ~HttpDaemon(); ///< stops
    HttpDaemon(const HttpDaemon &) = delete;
    HttpDaemon &operator=(const HttpDaemon &) = delete;

    /// False when it cannot listen there; then lastWord() says why.
    bool start(const SandboxListener &where, const Handlers &handlers, const Limits &limits);
    /// Takes no more connections, ends the scripts, lets what is under way come to its end for two seconds at
    /// most, then closes. Safe to call twice.
    void stop();
    quint16 port() const { return m_port; } ///< 0: not running
    QUrl url() const; ///< http://127.0.0.1:PORT, say; empty when not running
    QString lastWord(); ///< of the library

    void enter() { m_underway.enter(); }
    void leave() { m_underway.leave(); }
    /// Puts \a connection aside for \a script; the library comes back to Handlers::handle when it is over or
    /// the other side gone.
    MHD_Result play(MHD_Connection *connection, const WireScript &script);

private:
    static void write(void *self, const char *format, va_list arguments);
    static MHD_Result accepts(void *self, const sockaddr *client, socklen_t bytes);
    MHD_Daemon *startDaemon(const Limits &limits);

    WirePlayer m_player;
    Underway m_underway;
    SandboxListener m_where; ///< with the port that was asked for; the library points into it
    Handlers m_handlers{};
    std::atomic<bool> m_isStopping{false};
    MHD_Daemon *m_daemon = nullptr;
    quint16 m_port = 0;
    std::mutex m_mutex; ///< of the word: the library logs from all its threads
    QString m_lastWord;
};

} // namespace faceid
