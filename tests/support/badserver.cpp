#include "support/badserver.h"

#include <QMutex>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>

#include <functional>

#include <sys/socket.h>

namespace faceid::test {

namespace {

/// One connection: reads until its script's moment, then plays it.
class Connection : public QObject
{
public:
    Connection(QSslSocket *socket, const Script &script, BadServer::Counts &counts,
        std::function<void(const QByteArray &)> keep, QObject *parent)
        : QObject(parent)
        , m_socket(socket)
        , m_script(script)
        , m_counts(counts)
        , m_keep(std::move(keep))
    {
        socket->setParent(this);
        connect(socket, &QSslSocket::readyRead, this, &Connection::read);
        connect(socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
        m_drip.setTimerType(Qt::PreciseTimer);
        connect(&m_drip, &QTimer::timeout, this, &Connection::writeOne);
        connect(&m_repeat, &QTimer::timeout, this, &Connection::writeAgain);
    }

private:
    void read()
    {
        if (m_isPlaying && m_script.stopsReading)
            return;
        const QByteArray bytes = m_socket->readAll();
        m_counts.bytes += bytes.size();
        m_received += bytes;
        readHeader();
        if (m_bodyStart < 0)
            return;
        const qint64 body = m_received.size() - m_bodyStart;
        m_counts.bodyBytes += body - m_counted;
        m_counted = body;
        if (body >= m_length && !m_isComplete) {
            m_isComplete = true;
            m_keep(m_received);
            ++m_counts.posts;
        }
        if (body >= (m_script.after == Script::wholeBody ? m_length : m_script.after))
            play();
    }

    void readHeader()
    {
        if (m_bodyStart >= 0)
            return;
        const qsizetype end = m_received.indexOf("\r\n\r\n");
        if (end < 0) {
            // No HTTP at all, such as a TLS greeting on a plain port: a script that waits for nothing
            // answers.
            if (m_script.after == 0 && !m_received.startsWith("POST "))
                play();
            return;
        }
        m_bodyStart = end + 4;
        const QByteArray header = m_received.first(m_bodyStart).toLower();
        const qsizetype at = header.indexOf("content-length:");
        m_length =
            at < 0 ? 0 : header.mid(at + 15, header.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
    }

    void play()
    {
        if (m_isPlaying)
            return;
        m_isPlaying = true;
        if (m_isNext && m_script.again == Script::Again::Close)
            return m_socket->disconnectFromHost();
        if (m_script.stopsReading)
            m_socket->setReadBufferSize(1);
        if (m_script.drip.count() > 0 && !m_script.answer.isEmpty())
            return m_drip.start(m_script.drip);
        m_socket->write(m_script.answer);
        if (m_script.repeats)
            m_repeat.start(1);
        else
            finish();
    }

    void writeOne()
    {
        m_socket->write(m_script.answer.mid(m_dripped++, 1));
        m_socket->flush();
        if (m_dripped < m_script.answer.size())
            return;
        m_drip.stop();
        finish();
    }

    void writeAgain()
    {
        // Under TLS the bytes wait in a second buffer.
        if (m_socket->bytesToWrite() + m_socket->encryptedBytesToWrite() < 1'000'000)
            m_socket->write(m_script.answer);
    }

    void finish()
    {
        m_socket->flush();
        switch (m_script.end) {
        case Script::End::KeepOpen:
            if (m_script.again != Script::Again::Ignore)
                awaitNext();
            break;
        case Script::End::Close:
            m_socket->disconnectFromHost();
            break;
        case Script::End::Reset: {
            // Closing with a linger time of zero is how a socket sends RST instead of FIN.
            const linger now{1, 0};
            ::setsockopt(int(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
            m_socket->abort();
            break;
        }
        }
    }

    void awaitNext()
    {
        m_received.clear();
        m_bodyStart = -1;
        m_length = m_counted = 0;
        m_isComplete = m_isPlaying = false;
        m_isNext = true;
    }

    QSslSocket *m_socket;
    Script m_script;
    BadServer::Counts &m_counts;
    std::function<void(const QByteArray &)> m_keep;
    QByteArray m_received;
    QTimer m_drip;
    QTimer m_repeat;
    qsizetype m_bodyStart = -1;
    qint64 m_length = 0;
    qint64 m_counted = 0;
    qsizetype m_dripped = 0;
    bool m_isComplete = false;
    bool m_isPlaying = false;
    bool m_isNext = false; ///< the first request of the connection is over
};

} // namespace

class BadServer::Listener : public QTcpServer
{
public:
    Listener(QList<Script> scripts, const std::optional<Identity> &identity, Counts &counts)
        : m_scripts(std::move(scripts))
        , m_identity(identity)
        , m_counts(counts)
    { }

    QByteArray lastRequest()
    {
        const QMutexLocker lock(&m_mutex);
        return m_lastRequest;
    }

    void keep(const QByteArray &request)
    {
        const QMutexLocker lock(&m_mutex);
        m_lastRequest = request;
    }

protected:
    void incomingConnection(qintptr handle) override
    {
        const Script script = m_scripts.at(qMin(qsizetype(m_counts.connections++), m_scripts.size() - 1));
        auto *socket = new QSslSocket; // which also speaks plain TCP, as long as it is not told to encrypt
        socket->setSocketDescriptor(handle);
        new Connection(
            socket, script, m_counts, [this](const QByteArray &request) { keep(request); }, this);
        if (!m_identity)
            return;
        QSslConfiguration settings = QSslConfiguration::defaultConfiguration();
        settings.setLocalCertificate(m_identity->certificate);
        settings.setPrivateKey(m_identity->key);
        settings.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket->setSslConfiguration(settings);
        socket->startServerEncryption();
    }

private:
    QList<Script> m_scripts;
    std::optional<Identity> m_identity;
    Counts &m_counts;
    QMutex m_mutex;
    QByteArray m_lastRequest;
};

BadServer::BadServer(QList<Script> scripts, const std::optional<Identity> &identity)
    : m_listener(std::make_unique<Listener>(std::move(scripts), identity, m_counts))
    , m_isTls(identity.has_value())
{
    m_listener->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_listener.get(),
        [this] {
            m_listener->listen(QHostAddress::LocalHost);
            m_port = m_listener->serverPort();
        },
        Qt::BlockingQueuedConnection);
}

BadServer::~BadServer()
{
    QMetaObject::invokeMethod(
        m_listener.get(), [this] { m_listener.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QUrl BadServer::url(const QString &host) const
{
    QUrl url;
    url.setScheme(m_isTls ? QStringLiteral("https") : QStringLiteral("http"));
    url.setHost(host);
    url.setPort(m_port);
    return url;
}

QByteArray BadServer::lastRequest() const
{
    return m_listener->lastRequest();
}

void BadServer::forget()
{
    m_listener->keep({});
}

QByteArray httpAnswer(const QByteArray &status, const QByteArray &body, const QByteArray &moreHeaders)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + moreHeaders + "\r\n" + body;
}

} // namespace faceid::test
