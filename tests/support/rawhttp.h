#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>

#include <chrono>

namespace faceid::test {

/// An HTTP answer as it came over the socket.
struct RawResponse
{
    int status = 0; ///< 0: no whole answer came
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;

    QByteArray header(QByteArrayView name) const; ///< of any spelling; empty when there is none
    QDateTime date() const; ///< of the Date header; invalid when there is none that can be read
};

/// What came over a connection up to its end.
struct RawEnd
{
    enum class How {
        Closed,
        Reset, ///< RST
        Open, ///< nothing more came for as long as was waited
    };

    QByteArray bytes;
    How how = How::Open;
};

/// A blocking connection to 127.0.0.1 that sends bytes as they are given: what no HTTP library would let a
/// test send. Every wait ends after ten seconds.
class RawConnection
{
public:
    /// To 127.0.0.1, or another IPv4 address of this computer.
    explicit RawConnection(quint16 port, quint32 host = 0x7f000001);
    ~RawConnection();
    RawConnection(const RawConnection &) = delete;
    RawConnection &operator=(const RawConnection &) = delete;

    bool isOpen() const { return m_socket >= 0; }
    /// False when the other side does not take them.
    bool send(QByteArrayView bytes);
    /// The next answer, by its Content-Length or up to the end of the connection.
    RawResponse receive();
    /// Whether the other side has closed: waits for it.
    bool closedByPeer();
    /// The first \a count bytes that come, or as many as come.
    QByteArray receiveBytes(qsizetype count);
    /// Everything up to the end, or until nothing has come for \a patience.
    RawEnd rest(std::chrono::milliseconds patience = std::chrono::seconds(10));

private:
    bool readMore();

    int m_socket = -1;
    qsizetype m_lastRead = 0; ///< what the last recv() said
    QByteArray m_buffer; ///< received beyond the last answer
};

/// A POST with its Content-Length.
QByteArray rawPost(QByteArrayView path, QByteArrayView contentType, QByteArrayView body);
/// \a body as chunks of \a size bytes, with the last one.
QByteArray inChunks(QByteArrayView body, qsizetype size);
/// One request on a connection of its own.
RawResponse exchange(quint16 port, QByteArrayView request);

} // namespace faceid::test
