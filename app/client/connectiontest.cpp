#include "client/connectiontest.h"

#include "client/clockskew.h"
#include "client/worker.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace faceid {

namespace {

constexpr qsizetype longestHead = 64 * 1024; // bytes of an answer's header

/// No document says how far a clock may be off. A sign is used within seconds and lives for minutes, so that
/// a minute is where it begins to matter; where it lives shorter, its life.
qint64 clockTolerance(const Profile &profile)
{
    return std::min(60, profile.signValiditySeconds) * qint64(1000);
}

bool isProxyError(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::ProxyAuthenticationRequiredError:
    case QAbstractSocket::ProxyConnectionRefusedError:
    case QAbstractSocket::ProxyConnectionClosedError:
    case QAbstractSocket::ProxyConnectionTimeoutError:
    case QAbstractSocket::ProxyNotFoundError:
    case QAbstractSocket::ProxyProtocolError:
        return true;
    default: // the other twenty are of the service
        return false;
    }
}

} // namespace

ConnectionTest::ConnectionTest(const Profile &profile, CredentialStore &store, QObject *parent)
    : QObject(parent)
    , m_profile(profile)
    , m_store(store)
    , m_waiting(addresses(profile))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(std::chrono::seconds(10));
    connect(&m_patience, &QTimer::timeout, this, &ConnectionTest::handleTimeout);
}

ConnectionTest::~ConnectionTest()
{
    m_socket.reset();
    m_route = {};
    m_password.wipe();
    overwriteFreedBlocks(); // Qt's own copies of the proxy's password
}

QList<QUrl> ConnectionTest::addresses(const Profile &profile)
{
    QList<QUrl> result;
    for (const EndpointSpec *spec : endpoints()) {
        const QUrl address = profile.baseUrl(*spec);
        if (!result.contains(address))
            result.append(address);
    }
    return result;
}

void ConnectionTest::setProxyPassword(Secret password)
{
    m_password = std::move(password);
}

void ConnectionTest::setPatience(std::chrono::milliseconds patience)
{
    m_patience.setInterval(patience);
}

void ConnectionTest::start()
{
    QMetaObject::invokeMethod(this, &ConnectionTest::next, Qt::QueuedConnection);
}

void ConnectionTest::cancel()
{
    if (m_isFinished)
        return;
    m_waiting.clear();
    endAddress();
}

void ConnectionTest::next()
{
    if (m_isFinished)
        return;
    if (m_waiting.isEmpty())
        return finish();
    ConnectionReport report;
    report.address = m_waiting.takeFirst();
    for (const auto step : {ConnectionStep::Resolve, ConnectionStep::Proxy, ConnectionStep::Connect,
             ConnectionStep::Tls, ConnectionStep::Answer, ConnectionStep::Clock})
        report.steps.append({step, StepState::NotKnown, {}, 0});
    m_reports.append(report);
    m_clock.start();
    m_patience.start();
    const QString problem = addressProblem(report.address);
    if (!problem.isEmpty())
        return fail(ConnectionStep::Resolve, problem);
    runOnWorker(
        this, [profile = m_profile, url = report.address] { return findRoute(profile, url); },
        [this, turn = m_reports.size()](const Route &route) {
            if (isTurn(turn))
                handleRoute(route);
        });
}

void ConnectionTest::handleRoute(const Route &route)
{
    m_route = route;
    if (m_route.asksForPassword(m_profile) && m_password.isEmpty())
        return m_store.read(
            m_profile.proxyEntry(), this, [this, turn = m_reports.size()](CredentialResult result) {
                if (isTurn(turn))
                    handlePassword(std::move(result));
            });
    connectSocket();
}

void ConnectionTest::handlePassword(CredentialResult result)
{
    if (!result.ok())
        return fail(ConnectionStep::Proxy, describe(result));
    m_password = std::move(result.secret);
    connectSocket();
}

void ConnectionTest::connectSocket()
{
    if (throughProxy())
        note(ConnectionStep::Resolve, StepState::NotNeeded);
    else
        note(ConnectionStep::Proxy, StepState::NotNeeded);
    if (m_route.asksForPassword(m_profile))
        m_route.signIn(m_profile, m_password);
    m_head.clear();
    m_socket = std::make_unique<QSslSocket>();
    m_socket->setProxy(m_route.proxy);
    connect(m_socket.get(), &QAbstractSocket::hostFound, this, [this] {
        if (!throughProxy())
            note(ConnectionStep::Resolve, StepState::Passed);
    });
    connect(m_socket.get(), &QAbstractSocket::connected, this, &ConnectionTest::handleConnected);
    connect(m_socket.get(), &QSslSocket::encrypted, this, &ConnectionTest::handleEncrypted);
    connect(m_socket.get(), &QSslSocket::sslErrors, this, &ConnectionTest::handleTlsErrors);
    connect(m_socket.get(), &QAbstractSocket::errorOccurred, this, &ConnectionTest::handleError);
    connect(m_socket.get(), &QIODevice::readyRead, this, &ConnectionTest::readHead);
    const QUrl &address = m_reports.constLast().address;
    const int usualPort = address.scheme() == u"https" ? 443 : 80;
    const QString host = m_route.connectHost.isEmpty() ? address.host() : m_route.connectHost;
    m_socket->connectToHost(host, quint16(address.port(usualPort)));
}

void ConnectionTest::handleConnected()
{
    if (throughProxy())
        note(ConnectionStep::Proxy, StepState::Passed, proxyWords({}));
    note(ConnectionStep::Connect, StepState::Passed,
        throughProxy() ? QString() : m_socket->peerAddress().toString());
    const QUrl &address = m_reports.constLast().address;
    if (address.scheme() != u"https") {
        note(ConnectionStep::Tls, StepState::NotNeeded);
        return ask();
    }
    if (!m_route.problem.isEmpty())
        return fail(ConnectionStep::Tls, m_route.problem);
    m_socket->setSslConfiguration(tlsSettings(m_route));
    m_socket->setPeerVerifyName(address.host());
    m_socket->startClientEncryption();
}

void ConnectionTest::handleEncrypted()
{
    const QSslCertificate certificate = m_socket->peerCertificate();
    const QString problem = nameProblem(certificate, m_reports.constLast().address.host());
    if (!problem.isEmpty())
        return fail(ConnectionStep::Tls, problem + QStringLiteral("; ") + certificateWords(certificate));
    note(ConnectionStep::Tls, StepState::Passed, certificateWords(certificate));
    ask();
}

void ConnectionTest::handleTlsErrors(const QList<QSslError> &errors)
{
    fail(ConnectionStep::Tls, tlsWords(errors, m_socket->peerCertificate()));
}

void ConnectionTest::handleError(QAbstractSocket::SocketError error)
{
    const ConnectionStep step = current();
    if (step == ConnectionStep::Clock)
        return; // the end of the connection after a whole answer
    const QString words = m_socket->errorString();
    if (isProxyError(error) || (throughProxy() && step <= ConnectionStep::Connect))
        return fail(ConnectionStep::Proxy, proxyWords(words));
    if (error == QAbstractSocket::HostNotFoundError)
        return fail(ConnectionStep::Resolve, words);
    fail(step, words);
}

void ConnectionTest::handleTimeout()
{
    if (!m_reports.isEmpty())
        fail(current(), QStringLiteral("no answer within %1 ms").arg(m_patience.interval()));
}

void ConnectionTest::ask()
{
    const QUrl &address = m_reports.constLast().address;
    const QByteArray path = address.path(QUrl::FullyEncoded).toUtf8();
    m_socket->write("HEAD " + (path.isEmpty() ? QByteArray("/") : path) + " HTTP/1.1\r\nHost: "
        + address.authority(QUrl::FullyEncoded).toUtf8() + "\r\nUser-Agent: faceid-console/"
        + QCoreApplication::applicationVersion().toUtf8() + "\r\nAccept: */*\r\nConnection: close\r\n\r\n");
}

void ConnectionTest::readHead()
{
    if (current() != ConnectionStep::Answer)
        return;
    m_head += m_socket->read(longestHead - m_head.size());
    const bool isHttp = m_head.startsWith("HTTP/") || QByteArray("HTTP/").startsWith(m_head);
    const qsizetype end = m_head.indexOf("\r\n\r\n");
    if (!isHttp || (end < 0 && m_head.size() >= longestHead))
        return fail(ConnectionStep::Answer, QStringLiteral("this is no HTTP"));
    if (end < 0)
        return;
    note(ConnectionStep::Answer, StepState::Passed,
        QString::fromLatin1(m_head.first(qMin<qsizetype>(m_head.indexOf("\r\n"), 80))));
    judgeClock(m_head.first(end));
    endAddress();
}

void ConnectionTest::judgeClock(const QByteArray &head)
{
    Reply reply;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            reply.headers.append({line.first(colon).trimmed(), line.sliced(colon + 1).trimmed()});
    }
    const auto skew = clockSkew(reply, QDateTime::currentMSecsSinceEpoch());
    m_reports.last().clockSkewMs = skew;
    if (!skew)
        return note(ConnectionStep::Clock, StepState::NotKnown, QStringLiteral("the answer has no Date"));
    const bool isFar = qAbs(*skew) >= clockTolerance(m_profile);
    note(ConnectionStep::Clock, isFar ? StepState::Failed : StepState::Passed,
        QStringLiteral("%1 ms").arg(*skew));
}

/// Whether the answer to a question that the address of that number had still matters.
bool ConnectionTest::isTurn(qsizetype number) const
{
    return !m_isFinished && m_reports.size() == number && !m_reports.constLast().failure();
}

ConnectionStep ConnectionTest::current() const
{
    for (const StepResult &result : m_reports.constLast().steps) {
        if (result.state == StepState::NotKnown)
            return result.step;
    }
    return ConnectionStep::Clock;
}

void ConnectionTest::note(ConnectionStep step, StepState state, const QString &detail)
{
    StepResult &result = m_reports.last().steps[qsizetype(step)];
    result.state = state;
    result.detail = detail;
    if (state != StepState::NotNeeded) {
        result.milliseconds = m_clock.restart();
        m_patience.start();
    }
    Q_EMIT stepped(m_reports.constLast().address, result);
}

void ConnectionTest::fail(ConnectionStep step, const QString &detail)
{
    if (m_isFinished || m_reports.constLast().failure())
        return;
    note(step, StepState::Failed, detail);
    endAddress();
}

/// Lets go of the socket later: this is called from its signals.
void ConnectionTest::endAddress()
{
    m_patience.stop();
    m_route = {};
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        m_socket.release()->deleteLater();
    }
    QMetaObject::invokeMethod(this, &ConnectionTest::next, Qt::QueuedConnection);
}

void ConnectionTest::finish()
{
    m_isFinished = true;
    m_patience.stop();
    m_password.wipe();
    Q_EMIT finished(m_reports);
}

QString ConnectionTest::proxyWords(const QString &words) const
{
    const QString name = QStringLiteral("%1:%2").arg(m_route.proxy.hostName()).arg(m_route.proxy.port());
    return words.isEmpty() ? name : name + QStringLiteral(": ") + words;
}

} // namespace faceid
