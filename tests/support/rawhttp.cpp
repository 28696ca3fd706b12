// A tiny HTTP client on a bare socket, for hand-made bytes.

#include "support/rawhttp.h"

#include <QLocale>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace faceid::test {

QByteArray RawResponse::header(QByteArrayView name) const
{
    const auto it = std::find_if(headers.cbegin(), headers.cend(),
        [name](const auto &header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
    return it == headers.cend() ? QByteArray() : it->second;
}

QDateTime RawResponse::date() const
{
    QDateTime date = QLocale::c().toDateTime(
        QString::fromLatin1(header("Date")), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    date.setTimeSpec(Qt::UTC);
    return date;
}

RawConnection::RawConnection(quint16 port, quint32 host)
    : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    const timeval patience{10, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    const int atOnce = 1; // otherwise the end of a large body waits 40 ms for an acknowledgement
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &atOnce, sizeof atOnce);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(host);
    if (::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

RawConnection::~RawConnection()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

bool RawConnection::send(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t sent = ::send(m_socket, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes = bytes.sliced(sent);
    }
    return true;
}

bool RawConnection::readMore()
{
    char chunk[16 * 1024];
    m_lastRead = ::recv(m_socket, chunk, sizeof chunk, 0);
    if (m_lastRead > 0)
        m_buffer.append(chunk, m_lastRead);
    return m_lastRead > 0;
}

RawResponse RawConnection::receive()
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!readMore())
            return {};
    }
    RawResponse response;
    QList<QByteArray> lines = m_buffer.first(end).split('\n');
    m_buffer.remove(0, end + 4);
    const int status = lines.takeFirst().split(' ').value(1).toInt();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        response.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    bool known = false;
    const qsizetype length = response.header("Content-Length").toLongLong(&known);
    const bool noBody = status / 100 == 1;
    while (!noBody && (!known || m_buffer.size() < length)) {
        if (readMore())
            continue;
        if (known)
            return {};
        break;
    }
    response.body = noBody ? QByteArray() : m_buffer.first(known ? length : m_buffer.size());
    m_buffer.remove(0, response.body.size());
    response.status = status;
    return response;
}

bool RawConnection::closedByPeer()
{
    char byte = 0;
    return m_buffer.isEmpty() && ::recv(m_socket, &byte, 1, 0) == 0;
}

QByteArray RawConnection::receiveBytes(qsizetype count)
{
    while (m_buffer.size() < count && readMore()) { }
    const QByteArray bytes = m_buffer.first(std::min(count, m_buffer.size()));
    m_buffer.remove(0, bytes.size());
    return bytes;
}

RawEnd RawConnection::rest(std::chrono::milliseconds patience)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(patience);
    const timeval wait{seconds.count(), suseconds_t(std::chrono::microseconds(patience - seconds).count())};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    while (readMore()) { }
    const int error = errno;
    RawEnd end{std::exchange(m_buffer, {}), RawEnd::How::Closed};
    if (m_lastRead < 0)
        end.how = error == ECONNRESET ? RawEnd::How::Reset : RawEnd::How::Open;
    return end;
}

QByteArray rawPost(QByteArrayView path, QByteArrayView contentType, QByteArrayView body)
{
    return "POST " + path.toByteArray()
        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + contentType.toByteArray()
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body.toByteArray();
}

QByteArray inChunks(QByteArrayView body, qsizetype size)
{
    QByteArray chunked;
    for (qsizetype at = 0; at < body.size(); at += size) {
        const QByteArrayView chunk = body.sliced(at, std::min(size, body.size() - at));
        chunked += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk.toByteArray() + "\r\n";
    }
    return chunked + "0\r\n\r\n";
}

RawResponse exchange(quint16 port, QByteArrayView request)
{
    RawConnection connection(port);
    return connection.send(request) ? connection.receive() : RawResponse();
}

} // namespace faceid::test
