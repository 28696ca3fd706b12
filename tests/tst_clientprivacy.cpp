// What the client may keep of a request: no secret, no name, no ID number, neither in what it hands on nor in
// memory.

#include "support/badserver.h"
#include "support/clientbench.h"
#include "support/memorysearch.h"
#include "support/tunnelproxy.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace faceid;
using namespace faceid::test;

namespace {

const QByteArray success = R"({"biz_token":"1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46",)"
                           R"("request_id":"1532412036,5df6bb83-d4ab-407d-9eb2-b12dd9f6ca55"})";

BadServer *successServer(const QByteArray &headers = {})
{
    return new BadServer({{httpAnswer("200 OK", success, headers), Script::End::Close}});
}

/// Everything of an exchange that history, inspector and log get to see.
QByteArray everything(const Exchange &e)
{
    QByteArray all = e.reply.body + e.detail.toUtf8() + e.reply.errorText.toUtf8() + e.reply.oddity.toUtf8()
        + e.address.toEncoded() + e.reply.location.toEncoded() + e.keyFingerprint.toUtf8() + e.bizNo.toUtf8();
    for (const Part &part : e.request)
        all += part.name.toUtf8() + part.value + part.fileName.toUtf8();
    for (const auto &[name, value] : e.reply.headers)
        all += name + value;
    return all;
}

/// Put together at run time, so that no constant of the program holds it; what is returned is one copy.
QByteArray plantedText()
{
    QByteArray planted;
    for (int i = 0; i < 32; ++i)
        planted += char('A' + (i * 7 + 3) % 26);
    return planted;
}

/// The bytes of a QString.
QByteArray utf16(const QByteArray &text)
{
    const QString wide = QString::fromLatin1(text);
    return {reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2};
}

} // namespace

class TestClientPrivacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { hardenProcessMemory(); }
    void keepsNothingThatIsSecretOrPersonal();
    void leavesNoSecretInMemory_data();
    void leavesNoSecretInMemory();
    void holdsNoSecretOnceItIsOver_data();
    void holdsNoSecretOnceItIsOver();
    void leavesNoProxyPasswordInMemory();
    void writesNoCore();
};

void TestClientPrivacy::keepsNothingThatIsSecretOrPersonal()
{
    // A service that echoes the whole request, as debugging proxies do.
    ClientBench bench;
    const std::unique_ptr<BadServer> first(successServer());
    for (const EndpointSpec *spec : endpoints()) {
        bench.send(bench.smallRequest(*spec, first->url()));
        const QByteArray echo = first->lastRequest();
        // As it is, and as other writers of JSON and of forms spell it.
        QStringList planted;
        for (const char *text : {benchSecret, benchName, benchIdNumber})
            planted += spellings(QString::fromUtf8(text));
        for (const QString &spelling : QStringList(planted))
            planted.append(spelling.toLower());
        const QString error = QString::fromUtf8(echo) + u' ' + planted.join(u' ');
        BadServer server({{httpAnswer("400 Bad Request",
                               QJsonDocument(QJsonObject{{QStringLiteral("error"), error}}).toJson(),
                               "X-Echo: " + QByteArray(benchSecret) + "\r\n"),
            Script::End::Close}});
        const Exchange exchange = bench.send(bench.smallRequest(*spec, server.url()));
        QVERIFY2(exchange.outcome == Outcome::Refused, qPrintable(outcomeWords(exchange)));
        for (const Exchange &kept : {exchange, bench.journal.begun, bench.journal.finished}) {
            const QByteArray all = everything(kept);
            for (const QString &spelling : std::as_const(planted))
                QVERIFY2(!all.contains(spelling.toUtf8()), all);
            QVERIFY(!findPart(kept.request, u"sign") && !findPart(kept.request, u"api_secret"));
        }
    }
}

void TestClientPrivacy::leavesNoSecretInMemory_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<bool>("isTls");
    for (const EndpointSpec *spec : endpoints()) {
        QTest::addRow("%s, http", qPrintable(spec->id)) << spec->id << false;
        QTest::addRow("%s, https", qPrintable(spec->id)) << spec->id << true;
    }
}

void TestClientPrivacy::leavesNoSecretInMemory()
{
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("freed memory is only overwritten by glibc's own allocator");
#endif
    QFETCH(QString, endpoint);
    QFETCH(bool, isTls);
    TestCa ca;
    const Identity identity = ca.issue(QStringLiteral("localhost"), QStringLiteral("IP:127.0.0.1"));
    const QByteArray planted = plantedText();
    const auto copies = [&planted] { return copiesInMemory(planted) - 1; };
    QCOMPARE(copies(), 0);
    {
        ClientBench bench;
        const QString id = QStringLiteral("planted");
        bench.store.keepForSession(id, Secret(QByteArray(planted.constData(), planted.size())));
        QCOMPARE(copies(), 1);
        BadServer server({{httpAnswer("200 OK", success), Script::End::Close}},
            isTls ? std::optional(identity) : std::nullopt);
        TokenRequest request = bench.smallRequest(*endpointById(endpoint), server.url());
        request.profile.id = id;
        request.profile.caFile = ca.file();
        QCOMPARE(bench.send(request).posts, 1);
    }
    QTRY_COMPARE_WITH_TIMEOUT(copies(), 0, 1000);
}

void TestClientPrivacy::holdsNoSecretOnceItIsOver_data()
{
    QTest::addColumn<int>("cancelIn"); // phase; -1: never
    QTest::newRow("answered") << -1;
    QTest::newRow("cancelled before it was sent") << int(TokenJob::Phase::Connecting);
    QTest::newRow("cancelled after") << int(TokenJob::Phase::Waiting);
}

/// A job that has told its end may live on for as long as somebody looks at it; it holds nothing by then.
void TestClientPrivacy::holdsNoSecretOnceItIsOver()
{
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("freed memory is only overwritten by glibc's own allocator");
#endif
    QFETCH(int, cancelIn);
    const QByteArray planted = plantedText();
    ClientBench bench;
    const QString id = QStringLiteral("planted");
    bench.store.keepForSession(id, Secret(QByteArray(planted.constData(), planted.size())));
    BadServer server({{cancelIn < 0 ? httpAnswer("200 OK", success) : QByteArray(),
        cancelIn < 0 ? Script::End::Close : Script::End::KeepOpen}});
    TokenRequest request = bench.smallRequest(getBizToken(), server.url());
    request.profile.id = id;
    int copies = -1;
    bench.send(request, [&](TokenJob *job) {
        connect(job, &TokenJob::phaseChanged, job, [job, cancelIn](TokenJob::Phase phase) {
            if (int(phase) == cancelIn)
                job->cancel();
        });
        connect(job, &TokenJob::finished, job, [&] { copies = copiesInMemory(planted); });
    });
    QCOMPARE(copies, 2); // the test's and the store's
}

void TestClientPrivacy::leavesNoProxyPasswordInMemory()
{
#if !defined(__GLIBC__) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("freed memory is only overwritten by glibc's own allocator");
#endif
    TestCa ca;
    const Identity identity = ca.issue(QStringLiteral("service.test"), QStringLiteral("DNS:service.test"));
    const QByteArray planted = plantedText();
    const QByteArray wide = utf16(planted); // Qt keeps it as a text
    const QByteArray sent = planted.toBase64().first(40); // "us:" in front is a group of its own
    const auto copies = [&] {
        return copiesInMemory(planted) + copiesInMemory(wide) + copiesInMemory(sent) - 3;
    };
    overwriteFreedBlocks(); // what making the needles left
    QCOMPARE(copies(), 0);
    {
        ClientBench bench;
        BadServer server({{httpAnswer("200 OK", success), Script::End::Close}}, identity);
        const TunnelProxy proxy(server.port(), "us", planted);
        TokenRequest request =
            bench.smallRequest(getBizToken(), QUrl(QStringLiteral("https://service.test")));
        request.profile.caFile = ca.file();
        request.profile.proxyMode = ProxyMode::Manual;
        request.profile.proxyHost = QStringLiteral("127.0.0.1");
        request.profile.proxyPort = proxy.port();
        request.profile.proxyUser = QStringLiteral("us");
        bench.store.keepForSession(
            request.profile.proxyEntry(), Secret(QByteArray(planted.constData(), planted.size())));
        const Exchange exchange = bench.send(request);
        QVERIFY2(exchange.outcome == Outcome::Issued, qPrintable(outcomeWords(exchange)));
    }
    QTRY_COMPARE_WITH_TIMEOUT(copies(), 0, 1000);
}

void TestClientPrivacy::writesNoCore()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_cur, rlim_t(0));
    QCOMPARE(limit.rlim_max, rlim_t(0)); // nobody can raise it again
#endif
}

QTEST_GUILESS_MAIN(TestClientPrivacy)
#include "tst_clientprivacy.moc"
