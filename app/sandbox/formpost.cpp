#include "sandbox/formpost.h"

#include "sandbox/socketaddress.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QHostInfo>
#include <QSslConfiguration>
#include <QSslSocket>

#include <cerrno>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace faceid {

namespace {

constexpr auto step = std::chrono::milliseconds(100); // between two looks at the stop
constexpr qsizetype maxReply = 64 * 1024;

QByteArray requestTo(const QUrl &url, const QByteArray &form)
{
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (url.port() > 0)
        host += ':' + QByteArray::number(url.port());
    QByteArray target = url.path(QUrl::FullyEncoded).toLatin1();
    if (target.isEmpty())
        target = "/";
    if (url.hasQuery())
        target += '?' + url.query(QUrl::FullyEncoded).toLatin1();
    return "POST " + target + " HTTP/1.1\r\nHost: " + host
        + "\r\nUser-Agent: faceid-sandbox\r\nContent-Type: application/x-www-form-urlencoded\r\n"
          "Content-Length: "
        + QByteArray::number(form.size()) + "\r\nConnection: close\r\n\r\n" + form;
}

/// Takes status and body out of a whole answer.
FormReply replyOf(const QByteArray &bytes, const QString &failure)
{
    FormReply reply;
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    const QList<QByteArray> words = bytes.left(bytes.indexOf('\r')).split(' ');
    if (head < 0 || words.size() < 2 || !words.constFirst().startsWith("HTTP/")) {
        reply.failure = failure;
        return reply;
    }
    reply.httpStatus = words.at(1).toInt();
    reply.body = bytes.sliced(head + 4);
    return reply;
}

/// What a name stands for. The system cannot be told to give up looking for it, so that is done in a thread
/// that is left alone when nobody waits any more.
QHostInfo lookUp(const QString &host, const std::function<bool()> &goOn)
{
    struct Answer
    {
        std::mutex mutex;
        std::condition_variable changed;
        std::optional<QHostInfo> info;
    };
    const auto answer = std::make_shared<Answer>();
    std::thread([answer, host] {
        const QHostInfo info = QHostInfo::fromName(host);
        const std::lock_guard lock(answer->mutex);
        answer->info = info;
        answer->changed.notify_all();
    }).detach();
    std::unique_lock lock(answer->mutex);
    while (!answer->info && goOn())
        answer->changed.wait_for(lock, step);
    return answer->info.value_or(QHostInfo());
}

/// A connected socket, or -1 with the system's word for it in errno.
int connected(const QHostAddress &address, quint16 port, const std::function<bool()> &goOn)
{
    const sockaddr_storage peer = socketAddress(address, port);
    const int fd = ::socket(peer.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -1;
    int error = ::connect(fd, reinterpret_cast<const sockaddr *>(&peer), sizeof peer) == 0 ? 0 : errno;
    while (error == EINPROGRESS && goOn()) {
        pollfd writable{fd, POLLOUT, 0};
        if (::poll(&writable, 1, int(step.count())) <= 0)
            continue;
        socklen_t size = sizeof error;
        ::getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size);
    }
    if (error == 0)
        return fd;
    ::close(fd);
    errno = error == EINPROGRESS ? ETIMEDOUT : error;
    return -1;
}

/// Connects \a socket to the host of \a url, over https with a handshake. False: \a failure says why not.
bool connectTo(QSslSocket &socket, const QUrl &url, const std::function<bool()> &goOn, QString &failure)
{
    const bool secure = url.scheme() == u"https";
    QList<QHostAddress> addresses{QHostAddress(url.host())};
    if (addresses.constFirst().isNull()) {
        const QHostInfo info = lookUp(url.host(), goOn);
        addresses = info.addresses();
        failure = info.errorString();
    }
    int fd = -1;
    for (auto it = addresses.cbegin(); it != addresses.cend() && fd < 0; ++it) {
        fd = connected(*it, quint16(url.port(secure ? 443 : 80)), goOn);
        failure = qt_error_string(errno);
    }
    if (fd < 0)
        return false;
    socket.setPeerVerifyName(url.host());
    socket.setSocketDescriptor(fd);
    if (!secure)
        return true;
    socket.startClientEncryption();
    while (!socket.isEncrypted()) {
        if (!socket.waitForEncrypted(int(step.count()))
            && (socket.error() != QAbstractSocket::SocketTimeoutError || !goOn())) {
            failure = socket.errorString();
            return false;
        }
    }
    return true;
}

} // namespace

QByteArray urlEncodedForm(const Parts &fields)
{
    QByteArray form;
    for (const Part &field : fields) {
        if (!form.isEmpty())
            form += '&';
        form += field.name.toUtf8() + '=' + field.value.toPercentEncoding();
    }
    return form;
}

FormReply postForm(const QUrl &url, const QByteArray &form, std::chrono::milliseconds patience,
    const std::atomic<bool> *stop, const QList<QSslCertificate> &trusted)
{
    const QDeadlineTimer deadline(patience);
    const std::function<bool()> goOn = [&] { return !deadline.hasExpired() && !(stop && *stop); };
    QSslSocket socket;
    QSslConfiguration configuration = socket.sslConfiguration();
    configuration.addCaCertificates(trusted);
    socket.setSslConfiguration(configuration);
    QString failure;
    if (!connectTo(socket, url, goOn, failure))
        return {0, {}, failure};
    socket.write(requestTo(url, form));
    QByteArray bytes;
    while (goOn() && bytes.size() < maxReply) {
        if (!socket.waitForReadyRead(int(step.count())) && socket.state() != QAbstractSocket::ConnectedState)
            break;
        bytes += socket.readAll();
    }
    bytes += socket.readAll();
    return replyOf(bytes, socket.errorString());
}

} // namespace faceid
