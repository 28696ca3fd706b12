#pragma once

#include "support/testca.h"

#include <QByteArray>
#include <QList>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace faceid::test {

/// What a bad server does with one connection.
struct Script
{
    enum class End { KeepOpen, Close, Reset };
    enum class Again { Ignore, Serve, Close }; ///< Close: at its last byte, without an answer
    static constexpr qint64 wholeBody = -1;

    QByteArray answer; ///< raw bytes, status line and all; may be nothing
    End end = End::Close; ///< after the answer
    qint64 after = wholeBody; ///< bytes of the body that are read before the answer; 0: the header suffices
    bool stopsReading = false; ///< from then on
    std::chrono::milliseconds drip{0}; ///< between two bytes of the answer; 0: all at once
    bool repeats = false; ///< the answer is sent again and again until the other side goes
    Again again = Again::Ignore; ///< what becomes of the next request on a connection that is kept open
};

/// A raw socket server in a thread of its own that does what no library would do, over plain TCP or TLS, on a
/// free port of 127.0.0.1. It knows HTTP only as far as it takes to count: how many connections came, how
/// many whole POST bodies, how many bytes of bodies.
class BadServer
{
public:
    /// The first connection gets the first script, and so on; the last script serves all the rest.
    explicit BadServer(QList<Script> scripts, const std::optional<Identity> &identity = {});
    ~BadServer();

    quint16 port() const { return m_port; }
    QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const;

    int connections() const { return m_counts.connections; }
    int posts() const { return m_counts.posts; } ///< received to the last byte
    qint64 bodyBytes() const { return m_counts.bodyBytes; } ///< of all POSTs, whole or not
    qint64 bytes() const { return m_counts.bytes; } ///< of everything (under TLS: decrypted)
    QByteArray lastRequest() const; ///< header and body of the last POST so far
    void forget(); ///< lets go of lastRequest()

    struct Counts
    {
        std::atomic<int> connections{0};
        std::atomic<int> posts{0};
        std::atomic<qint64> bodyBytes{0};
        std::atomic<qint64> bytes{0};
    };

private:
    class Listener;
    Counts m_counts;
    QThread m_thread;
    std::unique_ptr<Listener> m_listener;
    bool m_isTls;
    quint16 m_port = 0;
};

/// "HTTP/1.1 200 OK" with that body and its length.
QByteArray httpAnswer(const QByteArray &status, const QByteArray &body, const QByteArray &moreHeaders = {});

} // namespace faceid::test
