#include "support/tunnelproxy.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

namespace faceid::test {

class TunnelProxy::Listener : public QTcpServer
{
public:
    Listener(quint16 target, const QByteArray &user, const QByteArray &password, Counts &counts)
        : m_target(target)
        , m_counts(counts)
    {
        if (!user.isEmpty())
            m_credentials = "Basic " + (user + ':' + password).toBase64();
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection())
                connect(client, &QTcpSocket::readyRead, client, [this, client] { readHead(client); });
        });
    }

private:
    void readHead(QTcpSocket *client)
    {
        const QByteArray head = client->peek(client->bytesAvailable());
        const qsizetype end = head.indexOf("\r\n\r\n");
        if (end < 0 || client->property("led").toBool())
            return;
        client->skip(end + 4);
        if (!m_credentials.isEmpty() && !head.contains(m_credentials)) {
            ++m_counts.refused;
            client->write("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                          "Content-Length: 0\r\n\r\n");
            return;
        }
        ++m_counts.opened;
        client->setProperty("led", true);
        auto *service = new QTcpSocket(client);
        connect(service, &QTcpSocket::connected, client, [client, service] {
            client->write("HTTP/1.1 200 Go\r\n\r\n");
            const auto pass = [](QTcpSocket *from, QTcpSocket *to) { to->write(from->readAll()); };
            connect(client, &QTcpSocket::readyRead, service, [=] { pass(client, service); });
            connect(service, &QTcpSocket::readyRead, client, [=] { pass(service, client); });
            connect(service, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        });
        connect(service, &QTcpSocket::errorOccurred, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        service->connectToHost(QHostAddress::LocalHost, m_target);
    }

    quint16 m_target;
    QByteArray m_credentials;
    Counts &m_counts;
};

TunnelProxy::TunnelProxy(quint16 target, const QByteArray &user, const QByteArray &password)
    : m_listener(std::make_unique<Listener>(target, user, password, m_counts))
{
    m_listener->listen(QHostAddress::LocalHost);
    m_port = m_listener->serverPort();
    m_listener->moveToThread(&m_thread);
    m_thread.start();
}

TunnelProxy::~TunnelProxy()
{
    Listener *listener = m_listener.release();
    QMetaObject::invokeMethod(
        listener, [listener] { delete listener; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace faceid::test
