// The sandbox under a mixed load from many threads: what counts is that nothing is mixed up, and, in a build
// with FACEID_SANITIZE=thread, that nobody touches what another does.

#include "sandbox/sandboxserver.h"
#include "support/handmade.h"

#include <QMutex>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace faceid;
using namespace faceid::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int clients = 8;
constexpr int rounds = 40; // of each client

QString textOf(const RawResponse &response, const QString &key)
{
    return QJsonDocument::fromJson(response.body).object().value(key).toString();
}

QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
}

/// A multipart of both APIs has a photo of 100 KB.
QByteArray photoRequest(const QByteArray &bizNo)
{
    return rawPost(pcPath, multipart,
        field("api_key", sandboxApiKey) + field("api_secret", sandboxApiSecret)
            + field("comparison_type", "0") + field("uuid", "u-1")
            + file("image_ref1", greyPng() + QByteArray(100'000, 'x') + greyPng())
            + field("return_url", "https://shop.example/r") + field("notify_url", "http://127.0.0.1:9/n")
            + field("biz_no", bizNo) + "--b--\r\n");
}

/// Everything that a client does with one connection.
class Client
{
public:
    Client(quint16 port, int number)
        : m_port(port)
        , m_number(number)
    { }

    /// Tokens that it got, of both APIs.
    QSet<QString> run()
    {
        RawConnection connection(m_port);
        for (int round = 0; round < rounds; ++round) {
            issueAndAsk(connection);
            issueAndOpen(connection, round);
            ask(connection, photoRequest(QByteArray::number(round)));
            if (round % 8 == 0)
                ask(connection,
                    rawPost(
                        "/sandbox/scenarios", urlEncoded, "scenario=delay=1:2&scenario=INTERNAL_ERROR:1"));
            if (round % 10 == 0)
                ask(connection, get("/openapi.json"));
        }
        return m_tokens;
    }
    int failures() const { return m_failures; }

private:
    RawResponse ask(RawConnection &connection, const QByteArray &request)
    {
        RawResponse response = connection.send(request) ? connection.receive() : RawResponse();
        if (response.status == 0)
            ++m_failures;
        return response;
    }

    /// Whether the answer is a token or what a scenario of somebody made of it.
    QString token(const RawResponse &response, const QString &key)
    {
        const QString token = textOf(response, key);
        if (token.isEmpty())
            m_failures += response.status == 500 ? 0 : 1;
        else if (m_tokens.contains(token))
            ++m_failures;
        else
            m_tokens.insert(token);
        return token;
    }

    void issueAndAsk(RawConnection &connection)
    {
        const QByteArray sign = signFor(QString::fromLatin1(sandboxApiKey), sandboxApiSecret, 0);
        const QString issued =
            token(ask(connection, rawPost(sdkPath, urlEncoded, sdkForm(sign))), u"biz_token"_s);
        if (issued.isEmpty())
            return;
        const RawResponse result = ask(connection,
            get("/face/v1.2/sdk/get_result?sign_version=hmac_sha1&sign=" + builtInSign().toPercentEncoding()
                + "&biz_token=" + issued.toUtf8().toPercentEncoding()));
        m_failures += textOf(result, u"biz_token"_s) == issued ? 0 : 1;
    }

    void issueAndOpen(RawConnection &connection, int round)
    {
        const QByteArray bizNo = QByteArray::number(m_number) + '-' + QByteArray::number(round);
        const QString issued = token(
            ask(connection, rawPost(pcPath, urlEncoded, pcForm().replace("biz_no=b-1", "biz_no=" + bizNo))),
            u"token"_s);
        if (issued.isEmpty())
            return;
        m_failures +=
            ask(connection, get("/faceid/liveness/v2/do?token=" + issued.toUtf8())).status == 200 ? 0 : 1;
        const RawResponse done = ask(connection,
            rawPost("/faceid/liveness/v2/do", urlEncoded, "outcome=pass&token=" + issued.toUtf8()));
        m_failures += done.status == 200 && done.body.contains(bizNo) ? 0 : 1; // of this one and no other
    }

    const quint16 m_port;
    const int m_number;
    QSet<QString> m_tokens;
    int m_failures = 0;
};

} // namespace

class TestSandboxLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mixesNothingUp_data();
    void mixesNothingUp();
    void stopsUnderLoad();
};

void TestSandboxLoad::mixesNothingUp_data()
{
    QTest::addColumn<bool>("keepsState");
    QTest::newRow("in memory") << false;
    QTest::newRow("with a state file") << true;
}

void TestSandboxLoad::mixesNothingUp()
{
    QFETCH(bool, keepsState);
    const QTemporaryDir folder;
    SandboxRules rules;
    rules.faces = SandboxRules::Faces::One;
    SandboxServer server(defaultSandboxKeys(), rules);
    if (keepsState)
        QVERIFY2(server.keepState(folder.filePath(u"state"_s)), qPrintable(server.errorString()));
    std::atomic_int recorded = 0;
    server.setObserver(
        [&recorded](const SandboxRecord &record) { recorded += record.api.isEmpty() ? 0 : 1; });
    QVERIFY2(server.start(), qPrintable(server.errorString()));

    QMutex mutex;
    QSet<QString> tokens;
    qsizetype sum = 0;
    int failures = 0;
    std::vector<std::thread> threads;
    for (int number = 0; number < clients; ++number) {
        threads.emplace_back([&, number] {
            Client client(server.port(), number);
            const QSet<QString> got = client.run();
            const QMutexLocker lock(&mutex);
            tokens |= got;
            sum += got.size();
            failures += client.failures();
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failures, 0);
    QCOMPARE(tokens.size(), sum); // no token went to two of them
    QVERIFY2(sum > clients * rounds, qPrintable(QString::number(sum)));
    server.stop();
    QCOMPARE(recorded.load(), clients * rounds * 3);
}

void TestSandboxLoad::stopsUnderLoad()
{
    SandboxServer server;
    std::atomic_bool enough = false;
    for (int turn = 0; turn < 3; ++turn) {
        QVERIFY2(server.start(), qPrintable(server.errorString()));
        server.scenarios().add(std::get<ScenarioOrder>(readOrder(u"no-answer:20%"_s)));
        const quint16 port = server.port();
        std::atomic_int answers = 0;
        enough = false;
        std::vector<std::thread> threads;
        for (int number = 0; number < clients; ++number) {
            threads.emplace_back([&] {
                while (!enough) {
                    RawConnection connection(port);
                    // Whoever is left hanging goes after a moment, as its user would.
                    if (connection.send(rawPost(pcPath, urlEncoded, pcForm())))
                        answers += connection.rest(std::chrono::milliseconds(20)).bytes.isEmpty() ? 0 : 1;
                }
            });
        }
        [&] { QTRY_VERIFY(answers > 20); }();
        server.stop();
        enough = true;
        for (std::thread &thread : threads)
            thread.join();
        QVERIFY(answers > 20);
    }
}

QTEST_GUILESS_MAIN(TestSandboxLoad)
#include "tst_sandboxload.moc"
