// The walk to a profile's services: every step is named that fails, nothing is issued, nothing blocks.

#include "client/connectiontest.h"
#include "support/badserver.h"
#include "support/tunnelproxy.h"

#include <QLocale>
#include <QTest>

using namespace faceid;
using namespace faceid::test;

namespace {

QByteArray dated(qint64 secondsAhead)
{
    const QDateTime date = QDateTime::currentDateTimeUtc().addSecs(secondsAhead);
    const QString text = QLocale::c().toString(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    return httpAnswer("404 Not Found", {}, "Date: " + text.toLatin1() + "\r\n");
}

Script answering(const QByteArray &answer)
{
    Script script{answer, Script::End::Close};
    script.after = 0;
    return script;
}

/// "resolve=passed proxy=not-needed ..."
QString words(const ConnectionReport &report)
{
    QStringList list;
    for (const StepResult &step : report.steps)
        list.append(stepName(step.step) + u'=' + stateName(step.state));
    return list.join(u' ');
}

} // namespace

class TestConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void passesOverHttp();
    void passesOverHttps();
    void passesTheProxy();
    void looksAtEachAddressOnce();
    void namesTheFailingStep_data();
    void namesTheFailingStep();
    void aMissingDateIsNoFailure();
    void cancels();
    void givesUpInTime();
    void speaksForPrograms();

private:
    Profile profileFor(const QUrl &address) const;
    ConnectionReports run(const Profile &profile, const std::function<void(ConnectionTest &)> &prepare = {});

    TestCa m_ca;
    CredentialStore m_store;
};

void TestConnectionTest::initTestCase()
{
    QVERIFY(m_ca.isValid());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); // no keychain
}

Profile TestConnectionTest::profileFor(const QUrl &address) const
{
    Profile profile;
    profile.id = QStringLiteral("p");
    profile.caFile = m_ca.file();
    for (const EndpointSpec *spec : endpoints())
        profile.baseUrls.insert(spec->id, address);
    return profile;
}

ConnectionReports TestConnectionTest::run(
    const Profile &profile, const std::function<void(ConnectionTest &)> &prepare)
{
    ConnectionTest test(profile, m_store);
    ConnectionReports result;
    int count = 0;
    connect(&test, &ConnectionTest::finished, this, [&](const ConnectionReports &reports) {
        result = reports;
        ++count;
    });
    if (prepare)
        prepare(test);
    test.start();
    if (!QTest::qWaitFor([&count] { return count > 0; }, 30'000))
        QTest::qFail("it does not end", __FILE__, __LINE__);
    QCoreApplication::processEvents();
    if (count != 1)
        QTest::qFail("it ended more than once", __FILE__, __LINE__);
    return result;
}

void TestConnectionTest::passesOverHttp()
{
    BadServer server({answering(dated(0))});
    const ConnectionReports reports = run(profileFor(server.url()));
    QCOMPARE(reports.size(), 1);
    QCOMPARE(words(reports.constFirst()),
        QStringLiteral(
            "resolve=passed proxy=not-needed connect=passed tls=not-needed answer=passed clock=passed"));
    QVERIFY(reports.constFirst().isGood());
    QVERIFY(qAbs(*reports.constFirst().clockSkewMs) < 10'000);
    QVERIFY2(server.lastRequest().startsWith("HEAD / HTTP/1.1\r\n"), server.lastRequest());
    QCOMPARE(server.bodyBytes(), 0);
    QCOMPARE(server.connections(), 1);
}

void TestConnectionTest::passesOverHttps()
{
    BadServer server(
        {answering(dated(0))}, m_ca.issue(QStringLiteral("localhost"), QStringLiteral("DNS:localhost")));
    const ConnectionReports reports = run(profileFor(server.url(QStringLiteral("localhost"))));
    QVERIFY2(reports.constFirst().isGood(), qPrintable(words(reports.constFirst())));
    QVERIFY(server.lastRequest().startsWith("HEAD "));
    QVERIFY(reports.constFirst().steps.at(int(ConnectionStep::Tls)).detail.contains(u"localhost"));
}

void TestConnectionTest::passesTheProxy()
{
    BadServer server({answering(dated(0))},
        m_ca.issue(QStringLiteral("service.test"), QStringLiteral("DNS:service.test")));
    const TunnelProxy proxy(server.port(), "user", "password");
    Profile profile = profileFor(QUrl(QStringLiteral("https://service.test")));
    profile.proxyMode = ProxyMode::Manual;
    profile.proxyHost = QStringLiteral("127.0.0.1");
    profile.proxyPort = proxy.port();
    profile.proxyUser = QStringLiteral("user");
    const auto withPassword = [&](const QByteArray &password) {
        return run(profile, [&password](ConnectionTest &test) {
            test.setProxyPassword(Secret(QByteArray(password)));
        }).constFirst();
    };
    const ConnectionReport good = withPassword("password");
    QVERIFY2(good.isGood(), qPrintable(words(good) + good.failure().value_or(StepResult()).detail));
    QVERIFY(words(good).startsWith(QStringLiteral("resolve=not-needed proxy=passed connect=passed")));

    QCOMPARE(withPassword("wrong").failure()->step, ConnectionStep::Proxy);
    QVERIFY(
        withPassword("wrong").failure()->detail.contains(QStringLiteral("127.0.0.1:%1").arg(proxy.port())));
    // Neither typed nor in the keychain.
    const ConnectionReport none = run(profile).constFirst();
    QCOMPARE(none.failure()->step, ConnectionStep::Proxy);
    // From the store.
    m_store.keepForSession(profile.proxyEntry(), Secret(QByteArray("password")));
    QVERIFY(run(profile).constFirst().isGood());
    m_store.keepForSession(profile.proxyEntry(), Secret());
}

void TestConnectionTest::looksAtEachAddressOnce()
{
    BadServer one({answering(dated(0))});
    BadServer two({answering(dated(0))});
    Profile profile = profileFor(one.url());
    QCOMPARE(ConnectionTest::addresses(profile).size(), 1);
    profile.baseUrls.insert(getToken().id, two.url());
    const ConnectionReports reports = run(profile);
    QCOMPARE(reports.size(), 2);
    QVERIFY(reports.at(0).isGood() && reports.at(1).isGood());
    QCOMPARE(one.connections() + two.connections(), 2);
}

void TestConnectionTest::namesTheFailingStep_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("step");
    const auto row = [](const char *what, ConnectionStep step) {
        QTest::newRow(what) << QString::fromLatin1(what) << int(step);
    };
    row("http in clear", ConnectionStep::Resolve);
    row("unknown host", ConnectionStep::Resolve);
    row("nobody listens", ConnectionStep::Connect);
    row("dead proxy", ConnectionStep::Proxy);
    row("foreign certificate", ConnectionStep::Tls);
    row("other name", ConnectionStep::Tls);
    row("no authority in the file", ConnectionStep::Tls);
    row("no TLS there", ConnectionStep::Tls);
    row("no HTTP", ConnectionStep::Answer);
    row("closes", ConnectionStep::Answer);
    row("clock ahead", ConnectionStep::Clock);
    row("clock behind", ConnectionStep::Clock);
}

void TestConnectionTest::namesTheFailingStep()
{
    QFETCH(QString, what);
    QFETCH(int, step);
    const Identity good = m_ca.issue(QStringLiteral("localhost"), QStringLiteral("DNS:localhost"));
    const bool isHttps = what == u"other name" || what == u"no authority in the file";
    const QByteArray answer = what == u"no HTTP" || what == u"no TLS there" ? QByteArray("SSH-2.0-x\r\n\r\n")
        : what == u"closes"                                                 ? QByteArray()
        : what == u"clock ahead"                                            ? dated(-90)
        : what == u"clock behind"                                           ? dated(90)
                                                                            : dated(0);
    auto server = std::make_unique<BadServer>(QList<Script>{answering(answer)},
        isHttps ? std::optional(good)
            : what == u"foreign certificate"
            ? std::optional(m_ca.selfSigned(QStringLiteral("localhost"), QStringLiteral("DNS:localhost")))
            : std::nullopt);
    Profile profile = profileFor(server->url(QStringLiteral("localhost")));
    if (what == u"http in clear")
        profile = profileFor(QUrl(QStringLiteral("http://service.invalid")));
    else if (what == u"unknown host" || what == u"dead proxy")
        profile = profileFor(QUrl(QStringLiteral("https://service.invalid")));
    else if (what == u"other name")
        profile = profileFor(server->url(QStringLiteral("127.0.0.1")));
    else if (what == u"no authority in the file")
        profile.caFile = QStringLiteral("/nonexistent.pem");
    else if (what == u"no TLS there")
        profile = profileFor(QUrl(QStringLiteral("https://localhost:%1").arg(server->port())));
    if (what == u"dead proxy") {
        profile.proxyMode = ProxyMode::Manual;
        profile.proxyHost = QStringLiteral("127.0.0.1");
        profile.proxyPort = server->port();
    }
    if (what == u"nobody listens" || what == u"dead proxy")
        server.reset();

    const ConnectionReport report = run(profile).constFirst();
    QVERIFY2(report.failure(), qPrintable(words(report)));
    QVERIFY2(report.failure()->step == ConnectionStep(step),
        qPrintable(words(report) + u' ' + report.failure()->detail));
    QVERIFY(!report.failure()->detail.isEmpty());
    QVERIFY(!failureSentence(report.failure()->step, report).isEmpty());
    QVERIFY(!report.isGood());
    for (const StepResult &result : report.steps) // what lies behind it was not reached
        QVERIFY(int(result.step) <= step || result.state == StepState::NotKnown
            || result.state == StepState::NotNeeded);
    if (server)
        QCOMPARE(server->bodyBytes(), 0);
}

void TestConnectionTest::aMissingDateIsNoFailure()
{
    BadServer server({answering(httpAnswer("200 OK", {}))});
    const ConnectionReport report = run(profileFor(server.url())).constFirst();
    QVERIFY(!report.failure());
    QVERIFY(report.isGood());
    QVERIFY(!report.clockSkewMs);
}

void TestConnectionTest::cancels()
{
    // At once, and while a server is silent.
    BadServer server({{{}, Script::End::KeepOpen, 0}});
    const Profile profile = profileFor(server.url());
    QVERIFY(run(profile, [](ConnectionTest &test) { test.cancel(); }).isEmpty());
    const ConnectionReports reports = run(profile, [](ConnectionTest &test) {
        connect(&test, &ConnectionTest::stepped, &test, [&test](const QUrl &, const StepResult &result) {
            if (result.step == ConnectionStep::Connect)
                QMetaObject::invokeMethod(&test, &ConnectionTest::cancel, Qt::QueuedConnection);
        });
    });
    QCOMPARE(reports.size(), 1);
    QVERIFY(!reports.constFirst().failure());
    QVERIFY(!reports.constFirst().isGood());
}

void TestConnectionTest::givesUpInTime()
{
    BadServer server({{{}, Script::End::KeepOpen, 0}});
    const ConnectionReport report = run(profileFor(server.url()), [](ConnectionTest &test) {
        test.setPatience(std::chrono::milliseconds(300));
    }).constFirst();
    QCOMPARE(report.failure()->step, ConnectionStep::Answer);
    QVERIFY(report.failure()->detail.contains(QStringLiteral("300 ms")));
}

void TestConnectionTest::speaksForPrograms()
{
    BadServer server({answering(dated(90))});
    const QJsonArray json = toJson(run(profileFor(server.url())));
    QCOMPARE(json.size(), 1);
    QCOMPARE(json.at(0)[QStringLiteral("failed")].toString(), QStringLiteral("clock"));
    QCOMPARE(json.at(0)[QStringLiteral("good")].toBool(true), false);
    QVERIFY(qAbs(json.at(0)[QStringLiteral("clock_skew_ms")].toInt() + 90'000) < 10'000);
    QCOMPARE(json.at(0)[QStringLiteral("steps")].toArray().size(), 6);
}

QTEST_GUILESS_MAIN(TestConnectionTest)
#include "tst_connectiontest.moc"
