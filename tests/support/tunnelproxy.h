#pragma once

#include <QByteArray>
#include <QThread>

#include <atomic>
#include <memory>

namespace faceid::test {

/// An HTTP proxy in a thread of its own that wants a user and a password and leads every CONNECT, whatever
/// host it names, to one port of this machine.
class TunnelProxy
{
public:
    /// \a user and \a password as Basic authentication wants them; no user: nobody is asked.
    TunnelProxy(quint16 target, const QByteArray &user = {}, const QByteArray &password = {});
    ~TunnelProxy();

    quint16 port() const { return m_port; }
    int refused() const { return m_counts.refused; } ///< CONNECTs without the right password
    int opened() const { return m_counts.opened; } ///< tunnels

    struct Counts
    {
        std::atomic<int> refused{0};
        std::atomic<int> opened{0};
    };

private:
    class Listener;
    Counts m_counts;
    QThread m_thread;
    std::unique_ptr<Listener> m_listener;
    quint16 m_port = 0;
};

} // namespace faceid::test
