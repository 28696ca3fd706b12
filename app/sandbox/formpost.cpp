#include "sandbox/formpost.h"

#include <QDeadlineTimer>
#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslSocket>

namespace faceid {

namespace {

constexpr int step = 100; // ms between two looks at the stop
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
    const auto goOn = [&] { return !deadline.hasExpired() && !(stop && *stop); };
    const bool secure = url.scheme() == u"https";
    QSslSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    const auto port = quint16(url.port(secure ? 443 : 80));
    // Host names can take as long as they like to be found; the socket has that in its own time-out.
    const int wait = int(qMin<qint64>(patience.count(), 5000));
    if (secure) {
        QSslConfiguration configuration = socket.sslConfiguration();
        configuration.addCaCertificates(trusted);
        socket.setSslConfiguration(configuration);
        socket.connectToHostEncrypted(url.host(), port);
    } else {
        socket.connectToHost(url.host(), port);
    }
    if (!(secure ? socket.waitForEncrypted(wait) : socket.waitForConnected(wait)))
        return {0, {}, socket.errorString()};
    socket.write(requestTo(url, form));
    QByteArray bytes;
    while (goOn() && bytes.size() < maxReply) {
        if (!socket.waitForReadyRead(step) && socket.state() != QAbstractSocket::ConnectedState)
            break;
        bytes += socket.readAll();
    }
    bytes += socket.readAll();
    return replyOf(bytes, socket.errorString());
}

} // namespace faceid
