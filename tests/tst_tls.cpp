// Where a request may go: certificates, redirects, proxies, addresses. Whatever is wrong there, not a byte of
// the body is seen by anybody.

#include "client/route.h"
#include "support/badserver.h"
#include "support/clientbench.h"
#include "support/tunnelproxy.h"

#include <QElapsedTimer>
#include <QTest>

using namespace faceid;
using namespace faceid::test;
using namespace std::chrono_literals;

namespace {

const QByteArray success = R"({"biz_token":"1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46"})";

Script answering(const QByteArray &answer)
{
    return {answer, Script::End::Close};
}

/// An environment variable for the length of a scope.
class ScopedVariable
{
public:
    ScopedVariable(const char *name, const QByteArray &value)
        : m_name(name)
        , m_before(qgetenv(name))
    {
        qputenv(name, value);
    }
    ~ScopedVariable() { m_before.isNull() ? qunsetenv(m_name) : qputenv(m_name, m_before); }
    ScopedVariable(const ScopedVariable &) = delete;
    ScopedVariable &operator=(const ScopedVariable &) = delete;

private:
    const char *m_name;
    QByteArray m_before;
};

} // namespace

class TestTls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void acceptsTheProfilesAuthority();
    void refusesCertificates_data();
    void refusesCertificates();
    void refusesCommonNameThatAlternativeNamesContradict();
    void refusesAnUnreadableAuthorityFile();
    void noticesPlainHttpOnTheTlsPort();
    void givesUpOnAServerThatNeverGreets();
    void matchesNames_data();
    void matchesNames();
    void neverFollowsRedirects_data();
    void neverFollowsRedirects();
    void refusesPlainHttpToOthers();
    void reportsARefusedConnection();
    void neverUsesAProxyForLoopback();
    void usesNoProxyOfTheEnvironmentUnasked();
    void usesTheSystemsProxyWhenAsked();
    void reportsADeadProxy();
    void signsInAtTheProxy_data();
    void signsInAtTheProxy();
    void sendsNothingWithoutTheProxysPassword();

private:
    TokenRequest requestThrough(const TunnelProxy &proxy);
    TokenRequest requestTo(const QUrl &base);

    std::unique_ptr<TestCa> m_ca;
    Identity m_good;
    ClientBench m_bench;
};

void TestTls::initTestCase()
{
    for (const char *name :
        {"http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "no_proxy"})
        qunsetenv(name);
    m_ca = std::make_unique<TestCa>();
    QVERIFY(m_ca->isValid());
    m_good = m_ca->issue(QStringLiteral("localhost"), QStringLiteral("DNS:localhost,IP:127.0.0.1"));
    QVERIFY(!m_good.key.isNull());
}

TokenRequest TestTls::requestTo(const QUrl &base)
{
    TokenRequest request = m_bench.smallRequest(getBizToken(), base);
    request.profile.caFile = m_ca->file();
    return request;
}

void TestTls::acceptsTheProfilesAuthority()
{
    BadServer server({answering(httpAnswer("200 OK", success))}, m_good);
    for (const char *host : {"127.0.0.1", "localhost"}) {
        const Exchange exchange = m_bench.send(requestTo(server.url(QString::fromLatin1(host))));
        QVERIFY2(exchange.outcome == Outcome::Issued, qPrintable(outcomeWords(exchange)));
    }
    QCOMPARE(server.posts(), 2);
}

void TestTls::refusesCertificates_data()
{
    QTest::addColumn<Identity>("identity");
    QTest::addColumn<bool>("isAuthorityKnown");
    QTest::addColumn<QString>("words");
    const QString names = QStringLiteral("DNS:localhost,IP:127.0.0.1");
    QTest::newRow("self-signed") << m_ca->selfSigned(QStringLiteral("localhost"), names) << true
                                 << QStringLiteral("self");
    QTest::newRow("authority not known") << m_good << false << QStringLiteral("certificate of localhost");
    QTest::newRow("other host") << m_ca->issue(QStringLiteral("other"), QStringLiteral("DNS:other.example"))
                                << true << QStringLiteral("host name");
    QTest::newRow("expired") << m_ca->issue(QStringLiteral("localhost"), names, -1) << true
                             << QStringLiteral("expired");
    QTest::newRow("common name only")
        << m_ca->issue(QStringLiteral("localhost"), {}) << true << QStringLiteral("alternative names (none)");
}

void TestTls::refusesCertificates()
{
    QFETCH(Identity, identity);
    QFETCH(bool, isAuthorityKnown);
    QFETCH(QString, words);
    BadServer server({answering(httpAnswer("200 OK", success))}, identity);
    TokenRequest request = requestTo(server.url(QStringLiteral("localhost")));
    if (!isAuthorityKnown)
        request.profile.caFile.clear();
    const Exchange exchange = m_bench.send(request);
    QVERIFY2(exchange.outcome == Outcome::NotSent, qPrintable(outcomeWords(exchange)));
    QVERIFY2(exchange.stop == Stop::Certificate, qPrintable(outcomeWords(exchange)));
    QVERIFY2(exchange.detail.contains(words), qPrintable(exchange.detail));
    QVERIFY2(exchange.detail.contains(u"good from 20"), qPrintable(exchange.detail)); // its dates
    QVERIFY(stopSentence(exchange).contains(QStringLiteral("localhost:%1").arg(server.port())));
    QCOMPARE(exchange.bytesHandedOver, 0);
    QTest::qWait(50); // for bytes that should not be under way
    QCOMPARE(server.bytes(), 0);
    QCOMPARE(server.posts(), 0);
}

void TestTls::refusesCommonNameThatAlternativeNamesContradict()
{
    // Qt takes it (measured), so this is the only guard.
    const Identity identity = m_ca->issue(QStringLiteral("localhost"), QStringLiteral("DNS:other.example"));
    BadServer server({answering(httpAnswer("200 OK", success))}, identity);
    const Exchange exchange = m_bench.send(requestTo(server.url(QStringLiteral("localhost"))));
    QVERIFY2(exchange.outcome == Outcome::NotSent, qPrintable(outcomeWords(exchange)));
    QCOMPARE(exchange.stop, Stop::Certificate);
    QVERIFY2(exchange.detail.contains(u"other.example"), qPrintable(exchange.detail));
    QTest::qWait(50);
    QCOMPARE(server.bytes(), 0);
}

void TestTls::refusesAnUnreadableAuthorityFile()
{
    BadServer server({answering(httpAnswer("200 OK", success))}, m_good);
    TokenRequest request = requestTo(server.url());
    request.profile.caFile = m_ca->file() + QStringLiteral(".missing");
    const Exchange exchange = m_bench.send(request);
    QCOMPARE(exchange.outcome, Outcome::NotSent);
    QCOMPARE(exchange.stop, Stop::Certificate);
    QVERIFY(exchange.detail.contains(u"ca.pem.missing"));
    QCOMPARE(server.connections(), 0);
}

void TestTls::noticesPlainHttpOnTheTlsPort()
{
    BadServer server({{"HTTP/1.1 400 Bad Request\r\n\r\n", Script::End::Close, 0}});
    QUrl base = server.url();
    base.setScheme(QStringLiteral("https"));
    const Exchange exchange = m_bench.send(requestTo(base));
    QVERIFY2(exchange.outcome == Outcome::NotSent, qPrintable(outcomeWords(exchange)));
    QCOMPARE(exchange.stop, Stop::Network);
    QVERIFY(!exchange.detail.isEmpty());
    QCOMPARE(server.posts(), 0);
    QCOMPARE(server.bodyBytes(), 0);
}

void TestTls::givesUpOnAServerThatNeverGreets()
{
    BadServer server({{{}, Script::End::KeepOpen}}); // a plain one, which waits for the end of a header
    QUrl base = server.url();
    base.setScheme(QStringLiteral("https"));
    TokenRequest request = requestTo(base);
    request.connectTimeout = 300ms;
    QElapsedTimer clock;
    clock.start();
    const Exchange exchange = m_bench.send(request);
    QVERIFY2(exchange.outcome == Outcome::NotSent, qPrintable(outcomeWords(exchange)));
    QCOMPARE(exchange.stop, Stop::ConnectTimeout);
    QVERIFY2(clock.elapsed() < 1300, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(stopSentence(exchange).contains(QStringLiteral("127.0.0.1:%1").arg(server.port())));
}

void TestTls::matchesNames_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("matches");
    QTest::newRow("exact") << "DNS:api.example.com"
                           << "api.example.com" << true;
    QTest::newRow("case") << "DNS:API.example.com"
                          << "api.Example.com" << true;
    QTest::newRow("second name") << "DNS:x.example.com,DNS:api.example.com"
                                 << "api.example.com" << true;
    QTest::newRow("star") << "DNS:*.example.com"
                          << "api.example.com" << true;
    QTest::newRow("star, two labels") << "DNS:*.example.com"
                                      << "a.b.example.com" << false;
    QTest::newRow("star, no label") << "DNS:*.example.com"
                                    << "example.com" << false;
    QTest::newRow("star over a top-level domain") << "DNS:*.com"
                                                  << "example.com" << false;
    QTest::newRow("star within a label") << "DNS:a*.example.com"
                                         << "api.example.com" << false;
    QTest::newRow("suffix") << "DNS:example.com"
                            << "badexample.com" << false;
    QTest::newRow("address") << "IP:127.0.0.1"
                             << "127.0.0.1" << true;
    QTest::newRow("address, version 6") << "IP:0:0:0:0:0:0:0:1"
                                        << "::1" << true;
    QTest::newRow("address as a DNS name") << "DNS:127.0.0.1"
                                           << "127.0.0.1" << false;
    QTest::newRow("other address") << "IP:127.0.0.2"
                                   << "127.0.0.1" << false;
    QTest::newRow("none") << ""
                          << "api.example.com" << false;
}

void TestTls::matchesNames()
{
    QFETCH(QString, names);
    QFETCH(QString, host);
    QFETCH(bool, matches);
    const Identity identity = m_ca->issue(QStringLiteral("api.example.com"), names);
    QVERIFY(!identity.certificate.isNull());
    QCOMPARE(nameProblem(identity.certificate, host).isEmpty(), matches);
}

void TestTls::neverFollowsRedirects_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isTls");
    QTest::addColumn<bool>("toTls");
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const bool isTls : {false, true}) {
            for (const bool toTls : {false, true})
                QTest::addRow("%d, %s to %s", status, isTls ? "https" : "http", toTls ? "https" : "http")
                    << status << isTls << toTls;
        }
    }
}

void TestTls::neverFollowsRedirects()
{
    QFETCH(int, status);
    QFETCH(bool, isTls);
    QFETCH(bool, toTls);
    BadServer trap({answering(httpAnswer("200 OK", success))}, toTls ? std::optional(m_good) : std::nullopt);
    const QUrl target = trap.url(QStringLiteral("localhost"));
    const QByteArray answer = httpAnswer(
        QByteArray::number(status) + " Elsewhere", success, "Location: " + target.toEncoded() + "/trap\r\n");
    BadServer server({answering(answer)}, isTls ? std::optional(m_good) : std::nullopt);
    const Exchange exchange = m_bench.send(requestTo(server.url()));
    QVERIFY2(exchange.outcome == Outcome::Unknown, qPrintable(outcomeWords(exchange)));
    QCOMPARE(exchange.stop, Stop::Redirected);
    QCOMPARE(exchange.reply.httpStatus, status);
    QCOMPARE(exchange.reply.location, QUrl(target.toString() + QStringLiteral("/trap")));
    QVERIFY(stopSentence(exchange).contains(exchange.reply.location.toString()));
    QVERIFY(exchange.reply.token.isEmpty());
    QVERIFY2(server.posts() == 1, // and if not, whose they were
        QByteArray::number(server.posts()) + " requests on " + QByteArray::number(server.connections())
            + " connections, the last one: " + server.lastRequest().left(200));
    QTest::qWait(30);
    QCOMPARE(trap.connections(), 0);
}

void TestTls::refusesPlainHttpToOthers()
{
    const Exchange exchange = m_bench.send(requestTo(QUrl(QStringLiteral("http://api.example.com"))));
    QCOMPARE(exchange.outcome, Outcome::NotSent);
    QCOMPARE(exchange.stop, Stop::Address);
    QVERIFY(!exchange.detail.isEmpty());
    QCOMPARE(m_bench.journal.begins, m_bench.journal.finishes);
    QVERIFY(m_bench.journal.begun.address.host() != u"api.example.com"); // not written down
}

void TestTls::reportsARefusedConnection()
{
    quint16 port = 0;
    {
        BadServer gone({answering({})});
        port = gone.port();
    }
    for (const char *scheme : {"http", "https"}) {
        const QUrl base(QStringLiteral("%1://127.0.0.1:%2").arg(QLatin1String(scheme)).arg(port));
        const Exchange exchange = m_bench.send(requestTo(base));
        QVERIFY2(exchange.outcome == Outcome::NotSent, qPrintable(outcomeWords(exchange)));
        QCOMPARE(exchange.stop, Stop::Network);
        QCOMPARE(exchange.posts, 0);
        QVERIFY(stopSentence(exchange).contains(QStringLiteral("127.0.0.1:%1").arg(port)));
    }
}

void TestTls::neverUsesAProxyForLoopback()
{
    BadServer proxy({answering("HTTP/1.1 502 Bad Gateway\r\n\r\n")});
    BadServer server({answering(httpAnswer("200 OK", success))});
    const ScopedVariable variable("http_proxy", proxy.url().toEncoded());
    for (const ProxyMode mode : {ProxyMode::None, ProxyMode::System, ProxyMode::Manual}) {
        for (const char *host : {"127.0.0.1", "localhost"}) {
            TokenRequest request = requestTo(server.url(QString::fromLatin1(host)));
            request.profile.proxyMode = mode;
            request.profile.proxyHost = QStringLiteral("127.0.0.1");
            request.profile.proxyPort = proxy.port();
            QCOMPARE(m_bench.send(request).outcome, Outcome::Issued);
        }
    }
    QCOMPARE(proxy.connections(), 0);
}

void TestTls::usesNoProxyOfTheEnvironmentUnasked()
{
    BadServer proxy({answering("HTTP/1.1 502 Bad Gateway\r\n\r\n")});
    const ScopedVariable variable("https_proxy", proxy.url().toEncoded());
    TokenRequest request = requestTo(QUrl(QStringLiteral("https://service.invalid")));
    request.connectTimeout = 3s;
    const Exchange exchange = m_bench.send(request);
    QCOMPARE(exchange.outcome, Outcome::NotSent);
    QCOMPARE(proxy.connections(), 0);
}

void TestTls::usesTheSystemsProxyWhenAsked()
{
    BadServer proxy({answering("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                               "Content-Length: 0\r\n\r\n")});
    const ScopedVariable variable("https_proxy", proxy.url().toEncoded());
    TokenRequest request = requestTo(QUrl(QStringLiteral("https://service.invalid")));
    request.profile.proxyMode = ProxyMode::System;
    const Exchange exchange = m_bench.send(request);
    QVERIFY2(exchange.outcome == Outcome::NotSent, qPrintable(outcomeWords(exchange)));
    QCOMPARE(exchange.stop, Stop::Network);
    QVERIFY(exchange.detail.contains(QStringLiteral("proxy 127.0.0.1:%1").arg(proxy.port())));
    QVERIFY(proxy.connections() >= 1);
    QCOMPARE(proxy.bodyBytes(), 0);
}

void TestTls::reportsADeadProxy()
{
    TokenRequest request = requestTo(QUrl(QStringLiteral("https://service.invalid")));
    {
        BadServer gone({answering({})});
        request.profile.proxyPort = gone.port();
    }
    request.profile.proxyMode = ProxyMode::Manual;
    request.profile.proxyHost = QStringLiteral("127.0.0.1");
    const Exchange exchange = m_bench.send(request);
    QVERIFY2(exchange.outcome == Outcome::NotSent, qPrintable(outcomeWords(exchange)));
    QCOMPARE(exchange.stop, Stop::Network);
    const QString words = QStringLiteral("proxy 127.0.0.1:%1").arg(request.profile.proxyPort);
    QVERIFY2(exchange.detail.contains(words), qPrintable(exchange.detail));
}

TokenRequest TestTls::requestThrough(const TunnelProxy &proxy)
{
    TokenRequest request = requestTo(QUrl(QStringLiteral("https://service.test")));
    request.profile.caFile = m_ca->file();
    request.profile.proxyMode = ProxyMode::Manual;
    request.profile.proxyHost = QStringLiteral("127.0.0.1");
    request.profile.proxyPort = proxy.port();
    request.profile.proxyUser = QStringLiteral("user");
    return request;
}

void TestTls::signsInAtTheProxy_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("ASCII") << QStringLiteral("user") << QByteArray("pass:word");
    QTest::newRow("Latin-1") << QStringLiteral("M\u00fcller") << QByteArray("gr\u00fc\u00df:e");
    QTest::newRow("Chinese") << QStringLiteral("用户") << QByteArray("密码:字");
}

void TestTls::signsInAtTheProxy()
{
    QFETCH(QString, user);
    QFETCH(QByteArray, password);
    BadServer server({answering(httpAnswer("200 OK", success))},
        m_ca->issue(QStringLiteral("service.test"), QStringLiteral("DNS:service.test")));
    const TunnelProxy proxy(server.port(), user.toUtf8(), password);
    TokenRequest request = requestThrough(proxy);
    request.profile.proxyUser = user;
    m_bench.store.keepForSession(
        request.profile.proxyEntry(), Secret(QByteArray(password.constData(), password.size())));
    const Exchange exchange = m_bench.send(request);
    QVERIFY2(exchange.outcome == Outcome::Issued, qPrintable(outcomeWords(exchange)));
    QCOMPARE(exchange.posts, 1);
    QCOMPARE(server.posts(), 1);
    QVERIFY(proxy.opened() >= 1);
    QVERIFY(!server.lastRequest().contains(password));

    m_bench.store.keepForSession(request.profile.proxyEntry(), Secret(QByteArray("another")));
    const Exchange refused = m_bench.send(request);
    QVERIFY2(refused.outcome == Outcome::NotSent, qPrintable(outcomeWords(refused)));
    QVERIFY(refused.detail.contains(QStringLiteral("proxy 127.0.0.1:%1").arg(proxy.port())));
    QVERIFY(!refused.detail.contains(QStringLiteral("another")));
    QCOMPARE(server.posts(), 1);
}

void TestTls::sendsNothingWithoutTheProxysPassword()
{
    const TunnelProxy proxy(1, "user", "password");
    TokenRequest request = requestThrough(proxy);
    m_bench.store.keepForSession(request.profile.proxyEntry(), Secret());
    const Exchange exchange = m_bench.send(request);
    QCOMPARE(exchange.outcome, Outcome::NotSent);
    QCOMPARE(exchange.stop, Stop::NoSecret);
    QVERIFY2(exchange.detail.contains(QStringLiteral("proxy")), qPrintable(exchange.detail));
    QCOMPARE(proxy.refused() + proxy.opened(), 0);
}

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
