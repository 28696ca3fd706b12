#include "client/transfer.h"

#include "client/connections.h"

#include <QCoreApplication>
#include <QHttpMultiPart>
#include <QNetworkReply>
#include <QSslError>

#include <algorithm>

namespace faceid {

namespace {

constexpr qint64 keptOfTooLarge = 4096; // bytes of an answer that is given up
constexpr qint64 readBufferBytes = 256 * 1024; // what Qt reads ahead of us

/// A body without a byte that cannot be read a second time.
class SpentBody : public QIODevice
{
public:
    explicit SpentBody(QObject *parent)
        : QIODevice(parent)
    {
        open(QIODevice::ReadOnly);
    }
    bool isSequential() const override { return false; }
    qint64 size() const override { return 0; }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64) override { return -1; }
};

/// Whether Qt read an answer to its end: no error, or one that only repeats the HTTP status.
bool isStatusError(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError || error == QNetworkReply::ProtocolInvalidOperationError // 400
        || (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError
            && error != QNetworkReply::ContentReSendError)
        || (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

/// Whether the end of the connection is the only end that the answer can have. Qt often takes that end for a
/// lost answer (measured), and wants to send again.
bool endsWithConnection(const QNetworkReply &reply)
{
    const bool isClosed = reply.error() == QNetworkReply::ContentReSendError
        || reply.error() == QNetworkReply::RemoteHostClosedError;
    return isClosed && !reply.hasRawHeader("Content-Length") && !reply.hasRawHeader("Transfer-Encoding");
}

} // namespace

Transfer::Transfer(Settings settings, Parts &&parts, QObject *parent)
    : Transfer(std::move(settings), parent)
{
    m_body = new MultipartBody(std::move(parts), this);
    connect(m_body, &MultipartBody::departing, this, &Transfer::departing);
    connect(m_body, &MultipartBody::progressed, this, &Transfer::handleProgress);
}

Transfer::Transfer(Settings settings, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_manager(
          m_settings.connections ? m_settings.connections->take() : std::make_unique<QNetworkAccessManager>())
{
    m_connectTimer.setSingleShot(true);
    m_connectTimer.setInterval(m_settings.connectTimeout);
    connect(&m_connectTimer, &QTimer::timeout, this, [this] { stop(Stop::ConnectTimeout); });
    m_idleTimer.setSingleShot(true);
    m_idleTimer.setInterval(m_settings.idleTimeout);
    connect(&m_idleTimer, &QTimer::timeout, this, [this] { stop(Stop::IdleTimeout); });
}

Transfer::~Transfer()
{
    if (m_reply)
        m_reply->disconnect(this);
    if (m_settings.connections && m_isHandedOn && isCleanlyFramed()) {
        delete m_reply;
        m_settings.connections->giveBack(std::move(m_manager), m_sinceEnd);
    }
    m_manager.reset(); // takes the reply along, which reads from the body
    if (m_body)
        m_body->wipe();
}

void Transfer::start()
{
    m_connectTimer.start();
    m_result.timing.prepared = m_settings.clock.elapsed();
    m_manager->setProxy(m_settings.route.proxy);
    m_reply = send();
    m_reply->setReadBufferSize(readBufferBytes);
    connect(m_reply, &QNetworkReply::socketStartedConnecting, this, [this] {
        if (m_result.timing.connecting < 0) // again where a host has several addresses
            m_result.timing.connecting = m_settings.clock.elapsed();
    });
    connect(m_reply, &QNetworkReply::encrypted, this, &Transfer::handleEncrypted);
    connect(m_reply, &QNetworkReply::sslErrors, this, &Transfer::handleTlsErrors);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Transfer::handleMetaData);
    connect(m_reply, &QNetworkReply::readyRead, this, &Transfer::collect);
    connect(m_reply, &QNetworkReply::finished, this, &Transfer::handleFinished);
}

QNetworkReply *Transfer::send()
{
    if (m_body)
        return m_manager->post(makeRequest(), m_body->multipart());
    // Qt repeats a GET as well when the connection closes without an answer, unless it has a body that cannot
    // be rewound: an empty one does.
    QNetworkReply *reply = m_manager->sendCustomRequest(makeRequest(), "GET", new SpentBody(this));
    connect(reply, &QNetworkReply::requestSent, this, &Transfer::handleRequestSent);
    return reply;
}

QNetworkRequest Transfer::makeRequest() const
{
    QNetworkRequest request(m_settings.address);
    if (!m_settings.route.connectHost.isEmpty()) {
        QUrl url = m_settings.address;
        url.setHost(m_settings.route.connectHost);
        request.setUrl(url);
        request.setPeerVerifyName(m_settings.address.host());
        request.setRawHeader("Host", m_settings.address.authority().toUtf8());
    }
    if (m_body)
        request.setRawHeader("Content-Type", m_body->contentType());
    request.setRawHeader("User-Agent", "faceid-console/" + QCoreApplication::applicationVersion().toUtf8());
    request.setRawHeader("Accept", "application/json, */*;q=0.1");
    request.setRawHeader("Accept-Encoding", "identity");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (m_settings.address.scheme() == u"https")
        request.setSslConfiguration(tlsSettings(m_settings.route));
    return request;
}

void Transfer::stop(Stop reason, const QString &detail)
{
    if (m_isEnded || m_result.stop != Stop::None)
        return;
    m_result.stop = reason;
    m_result.detail = detail;
    if (m_reply)
        m_reply->abort(); // emits finished at once, unless it has been
    handleFinished();
}

void Transfer::handleRequestSent()
{
    m_connectTimer.stop();
    m_idleTimer.start();
    m_result.timing.firstByteSent = m_result.timing.bodySent = m_settings.clock.elapsed();
    Q_EMIT started();
}

void Transfer::handleProgress(qint64 handedOver)
{
    const bool isFirst = m_result.timing.firstByteSent < 0;
    if (isFirst)
        m_result.timing.firstByteSent = m_settings.clock.elapsed();
    m_connectTimer.stop();
    m_idleTimer.start();
    // Called from the depth of Qt's reading of the body, where nobody may end the request: so queued, and
    // one by one, because whoever hears of one may delete this.
    if (isFirst)
        QMetaObject::invokeMethod(this, &Transfer::started, Qt::QueuedConnection);
    QMetaObject::invokeMethod(
        this, [this, handedOver] { Q_EMIT progressed(handedOver, m_body->valueBytes()); },
        Qt::QueuedConnection);
    if (!m_body->isFinished())
        return;
    m_result.timing.bodySent = m_settings.clock.elapsed();
    QMetaObject::invokeMethod(this, &Transfer::sent, Qt::QueuedConnection);
}

void Transfer::handleEncrypted()
{
    const QSslCertificate certificate = m_reply->sslConfiguration().peerCertificate();
    const QString problem = nameProblem(certificate, m_settings.address.host());
    if (!problem.isEmpty())
        stop(Stop::Certificate, problem + QStringLiteral("; ") + certificateWords(certificate));
}

void Transfer::handleTlsErrors(const QList<QSslError> &errors)
{
    // Not ignored, so Qt ends the request; kept, because its own error text names only the handshake.
    m_tlsWords = tlsWords(errors, m_reply->sslConfiguration().peerCertificate());
}

void Transfer::handleMetaData()
{
    if (m_result.timing.firstByteReceived >= 0)
        return;
    m_result.timing.firstByteReceived = m_settings.clock.elapsed();
    m_result.answerAtMs = QDateTime::currentMSecsSinceEpoch();
    if (m_idleTimer.isActive())
        m_idleTimer.start();
}

void Transfer::collect()
{
    if (m_isEnded || m_result.stop != Stop::None)
        return;
    QByteArray &body = m_result.reply.body;
    // Not more than there is: Qt sets aside and clears what is asked for.
    body += m_reply->read(std::min(m_reply->bytesAvailable(), m_settings.maxAnswerBytes + 1 - body.size()));
    if (m_idleTimer.isActive())
        m_idleTimer.start();
    if (body.size() <= m_settings.maxAnswerBytes)
        return;
    body = body.first(keptOfTooLarge);
    stop(Stop::AnswerTooLarge);
}

void Transfer::handleFinished()
{
    if (m_reply)
        collect(); // may end it: too large
    if (m_isEnded)
        return;
    m_isEnded = true;
    m_sinceEnd.start();
    m_connectTimer.stop();
    m_idleTimer.stop();
    if (m_reply) {
        m_result.reply.httpStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_result.reply.headers = m_reply->rawHeaderPairs();
        noteError();
    }
    m_receivedBytes = m_result.reply.body.size();
    m_result.timing.finished = m_settings.clock.elapsed();
    if (m_body)
        m_body->wipe();
    QMetaObject::invokeMethod(this, &Transfer::ended, Qt::QueuedConnection);
}

/// Whether the answer ended where it said that it would, and the connection goes on: then the next one on it
/// is the answer to the next request.
bool Transfer::isCleanlyFramed() const
{
    if (!m_isEnded || !m_result.answered || m_settings.route.proxy.type() != QNetworkProxy::NoProxy)
        return false;
    int lengths = 0;
    bool isCounted = false;
    for (const auto &[name, value] : m_result.reply.headers) {
        const QByteArray lower = name.toLower();
        if (lower == "connection" && value.trimmed().toLower() != "keep-alive")
            return false;
        if (lower == "transfer-encoding" || lower == "content-encoding")
            return false;
        if (lower != "content-length")
            continue;
        ++lengths;
        isCounted = value == QByteArray::number(m_receivedBytes);
    }
    return lengths == 1 && isCounted;
}

void Transfer::noteError()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    m_result.answered = m_result.stop == Stop::None && m_result.reply.httpStatus != 0
        && (isStatusError(error) || endsWithConnection(*m_reply));
    if (m_result.answered || m_result.stop != Stop::None)
        return;
    m_result.stop = m_tlsWords.isEmpty() ? Stop::Network : Stop::Certificate;
    if (!m_tlsWords.isEmpty()) {
        m_result.detail = m_tlsWords;
    } else if (error == QNetworkReply::ContentReSendError) {
        m_result.detail = QStringLiteral("the connection was lost without an answer");
    } else {
        m_result.detail = m_reply->errorString();
    }
    const QNetworkProxy &proxy = m_settings.route.proxy;
    if (proxy.type() != QNetworkProxy::NoProxy)
        m_result.detail.prepend(QStringLiteral("proxy %1:%2: ").arg(proxy.hostName()).arg(proxy.port()));
}

} // namespace faceid
