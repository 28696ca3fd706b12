// The sandbox over TLS: its certificate, what is wrong with it when that is asked for, and faults that go
// through the encryption.

#include "sandbox/sandboxserver.h"
#include "sandbox/tlsflaw.h"
#include "support/handmade.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;
using namespace faceid::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10'000; // ms

/// A client that trusts what it is told to trust, and nothing else.
class TlsClient
{
public:
    TlsClient(quint16 port, const QByteArray &trusted)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromData(trusted));
        m_socket.setSslConfiguration(configuration);
        m_socket.connectToHostEncrypted(u"127.0.0.1"_s, port);
        m_isSecure = m_socket.waitForEncrypted(patience);
    }

    bool isSecure() const { return m_isSecure; }
    QList<QSslError> errors() const { return m_socket.sslHandshakeErrors(); }
    QString errorString() const { return m_socket.errorString(); }

    bool send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 || m_socket.encryptedBytesToWrite() > 0) {
            if (!m_socket.waitForBytesWritten(patience))
                return false;
        }
        return true;
    }

    /// Everything up to the end of the connection.
    QByteArray rest()
    {
        QByteArray bytes;
        while (m_socket.waitForReadyRead(patience))
            bytes += m_socket.readAll();
        return bytes + m_socket.readAll();
    }

private:
    QSslSocket m_socket;
    bool m_isSecure = false;
};

TlsIdentity identity(const std::variant<TlsIdentity, QString> &made)
{
    if (const QString *problem = std::get_if<QString>(&made)) {
        QTest::qFail(qPrintable(*problem), __FILE__, __LINE__);
        return {};
    }
    return std::get<TlsIdentity>(made);
}

CertificateWish localWish()
{
    return certificateOf(QHostAddress(QHostAddress::LocalHost));
}

/// A request whose answer ends the connection.
QByteArray lastRequest()
{
    return rawPost(pcPath, urlEncoded, pcForm()).replace("Host:", "Connection: close\r\nHost:");
}

} // namespace

class TestSandboxTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersOverTls();
    void isNotTrustedUntold();
    void refusesPlainHttp();
    void keepsItsCertificate();
    void makesANewOneWhenTheOldDoesNotFit_data();
    void makesANewOneWhenTheOldDoesNotFit();
    void hasTheFlaw_data();
    void hasTheFlaw();
    void playsFaultsInside_data();
    void playsFaultsInside();
    void closesInTheHandshake();

private:
    TlsIdentity m_identity;
};

void TestSandboxTls::initTestCase()
{
    m_identity = identity(makeIdentity(localWish()));
}

void TestSandboxTls::answersOverTls()
{
    SandboxServer server;
    QVERIFY2(server.start({QHostAddress(QHostAddress::LocalHost), 0, m_identity}),
        qPrintable(server.errorString()));
    QCOMPARE(server.baseUrl().toString(), u"https://127.0.0.1:%1"_s.arg(server.port()));
    TlsClient client(server.port(), m_identity.trusted);
    QVERIFY2(client.isSecure(), qPrintable(client.errorString()));
    QVERIFY(client.send(lastRequest()));
    const QByteArray answer = client.rest();
    QVERIFY2(answer.startsWith("HTTP/1.1 200 ") && answer.contains("\"token\""), answer);
}

void TestSandboxTls::isNotTrustedUntold()
{
    SandboxServer server;
    QVERIFY(server.start({QHostAddress(QHostAddress::LocalHost), 0, m_identity}));
    const TlsClient client(server.port(), identity(makeIdentity(localWish())).trusted);
    QVERIFY(!client.isSecure());
    QCOMPARE(client.errors().value(0).error(), QSslError::SelfSignedCertificate);
}

void TestSandboxTls::refusesPlainHttp()
{
    SandboxServer server;
    QVERIFY(server.start({QHostAddress(QHostAddress::LocalHost), 0, m_identity}));
    QCOMPARE(exchange(server.port(), rawPost(pcPath, urlEncoded, pcForm())).status, 0);
}

void TestSandboxTls::keepsItsCertificate()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sandbox"_s); // which is not there yet
    const TlsIdentity first = identity(keptIdentity(path, localWish()));
    QCOMPARE(identity(keptIdentity(path, localWish())).key, first.key);
    const QList<QSslCertificate> kept = QSslCertificate::fromPath(keptCertificatePath(path));
    QCOMPARE(kept.size(), 1);
    QCOMPARE(fingerprint(first.certificate),
        QString::fromLatin1(kept.constFirst().digest(QCryptographicHash::Sha256).toHex(':').toUpper()));
    QCOMPARE(QFile::permissions(path + u"/key.pem"_s) & (QFile::ReadGroup | QFile::ReadOther),
        QFile::Permissions());
}

void TestSandboxTls::makesANewOneWhenTheOldDoesNotFit_data()
{
    QTest::addColumn<int>("what");
    QTest::newRow("about to expire") << 0;
    QTest::newRow("another address") << 1;
    QTest::newRow("key of another") << 2;
    QTest::newRow("damaged") << 3;
}

void TestSandboxTls::makesANewOneWhenTheOldDoesNotFit()
{
    QFETCH(int, what);
    const QTemporaryDir folder;
    CertificateWish wish = localWish();
    if (what == 0)
        wish.until = std::chrono::hours(24 * 7);
    const TlsIdentity old = identity(keptIdentity(folder.path(), wish));
    wish = localWish();
    if (what == 1)
        wish.addresses.append(QHostAddress(u"192.0.2.1"_s));
    QFile key(folder.filePath(u"key.pem"_s));
    if (what >= 2) {
        QVERIFY(key.open(QIODevice::WriteOnly));
        key.write(what == 2 ? m_identity.key : QByteArray("nonsense"));
        key.close();
    }
    const TlsIdentity fresh = identity(keptIdentity(folder.path(), wish));
    QVERIFY(fresh.certificate != old.certificate);
    QCOMPARE(identity(keptIdentity(folder.path(), wish)).certificate, fresh.certificate);
}

void TestSandboxTls::hasTheFlaw_data()
{
    QTest::addColumn<QList<int>>("errors"); // none: named is only that it failed
    const auto row = [](const char *flaw, const QList<int> &errors) { QTest::newRow(flaw) << errors; };
    row("expired", {QSslError::CertificateExpired});
    row("not-yet-valid", {QSslError::CertificateNotYetValid});
    row("wrong-host", {QSslError::HostNameMismatch});
    row("cn-only", {QSslError::HostNameMismatch});
    row("missing-intermediate",
        {QSslError::UnableToGetLocalIssuerCertificate, QSslError::UnableToVerifyFirstCertificate});
    row("rsa-1024", {});
    row("sha-1", {});
    row("tls-1.0", {});
    row("tls-1.1", {});
    row("null-cipher", {});
    QCOMPARE(tlsFlaws().size(), size_t(10)); // none is forgotten
}

void TestSandboxTls::hasTheFlaw()
{
    QFETCH(QList<int>, errors);
    const TlsFlaw *flaw = tlsFlawNamed(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(flaw);
    const TlsIdentity spoilt = identity(flawedIdentity(*flaw, localWish()));
    SandboxServer server;
    QVERIFY2(
        server.start({QHostAddress(QHostAddress::LocalHost), 0, spoilt}), qPrintable(server.errorString()));
    const TlsClient client(server.port(), spoilt.trusted);
    QVERIFY(!client.isSecure());
    QList<int> seen;
    for (const QSslError &error : client.errors())
        seen.append(error.error());
    qInfo("%s", qPrintable(client.errorString()));
    if (!errors.isEmpty())
        QCOMPARE(seen, errors);
}

void TestSandboxTls::playsFaultsInside_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("garbage:1") << QByteArray("\x16\x03\x01 garbage\r\n\r\n");
    QTest::newRow("length-too-small:1") << QByteArray("Content-Length: 20\r\n\r\n{");
    QTest::newRow("status-103:1") << QByteArray("HTTP/1.1 103 Early Hints\r\n");
    QTest::newRow("drip-body=1:1") << QByteArray("\"token\"");
    QTest::newRow("bandwidth=2000:1") << QByteArray("\"token\"");
    QTest::newRow("delay=50:1") << QByteArray("\"token\"");
    QTest::newRow("busy:1") << QByteArray("Retry-After: 3");
    QTest::newRow("close:1") << QByteArray();
    QTest::newRow("reset:1") << QByteArray();
}

void TestSandboxTls::playsFaultsInside()
{
    QFETCH(QByteArray, part);
    SandboxServer server;
    QVERIFY(server.start({QHostAddress(QHostAddress::LocalHost), 0, m_identity}));
    server.scenarios().add(std::get<ScenarioOrder>(readOrder(QString::fromLatin1(QTest::currentDataTag()))));
    {
        TlsClient client(server.port(), m_identity.trusted);
        QVERIFY2(client.isSecure(), qPrintable(client.errorString()));
        QVERIFY(client.send(lastRequest()));
        const QByteArray answer = client.rest();
        QVERIFY2(answer.contains(part), answer);
        QCOMPARE(answer.isEmpty(), part.isEmpty());
    }
    TlsClient next(server.port(), m_identity.trusted);
    QVERIFY(next.isSecure() && next.send(lastRequest()));
    QVERIFY(next.rest().startsWith("HTTP/1.1 200 "));
}

void TestSandboxTls::closesInTheHandshake()
{
    SandboxServer server;
    QVERIFY(server.start({QHostAddress(QHostAddress::LocalHost), 0, m_identity}));
    server.scenarios().add(std::get<ScenarioOrder>(readOrder(u"close-at-connect:1"_s)));
    QVERIFY(!TlsClient(server.port(), m_identity.trusted).isSecure());
    QVERIFY(TlsClient(server.port(), m_identity.trusted).isSecure());
}

QTEST_GUILESS_MAIN(TestSandboxTls)
#include "tst_sandboxtls.moc"
