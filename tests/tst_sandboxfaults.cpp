// What every fault of the sandbox looks like on a bare socket.

#include "sandbox/sandboxserver.h"
#include "support/rawhttp.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace faceid;
using namespace faceid::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr char pcPath[] = "/faceid/liveness/v2/get_token";
constexpr auto moment = 300ms; // in which an answer would have come

/// A request that is issued when nothing interferes.
QByteArray request()
{
    return rawPost(pcPath, "application/x-www-form-urlencoded",
        "api_key=sandbox-key&api_secret=sandbox-secret&comparison_type=-1&return_url=https%3A%2F%2Fa.example"
        "&notify_url=https%3A%2F%2Fa.example&biz_no=b-1");
}

/// How a connection goes on after a request: a regular expression over all bytes that come, and its end.
struct Seen
{
    const char *bytes;
    RawEnd::How how = RawEnd::How::Closed;
};

#define HEAD "HTTP/1\\.1 200 OK\r\nContent-Type: application/json\r\n"
#define BODY                                                                                                 \
    R"(\{"expired_time":[0-9]+,"request_id":"[0-9a-f,-]+","time_used":[0-9]+,"token":"[0-9a-f]{32}"\})"
#define HALF R"(\{"expired_time":[0-9]+,"request_id":"[0-9a-f,-]+)"

/// Of faults on the bare connection after a whole request.
QList<std::pair<QByteArray, Seen>> onWire()
{
    using How = RawEnd::How;
    return {
        {"close", {""}},
        {"reset", {"", How::Reset}},
        {"no-answer", {"", How::Open}},
        {"close-kept-alive", {HEAD "Content-Length: [0-9]+\r\n\r\n" BODY, How::Open}},
        {"left-over",
            {HEAD "Content-Length: [0-9]+\r\n\r\n" BODY HEAD "Content-Length: [0-9]+\r\n\r\n" BODY,
                How::Open}},
        {"garbage", {"\x16\x03\x01 garbage\r\n\r\n"}},
        {"http-0.9", {BODY}},
        {"cut-status", {"HTTP/1\\.1 20"}},
        {"cut-headers", {HEAD "Content-Length: [0-9]"}},
        {"cut-body", {HEAD "Content-Length: 1[0-9]{2}\r\n\r\n" HALF}},
        {"stuck-body", {HEAD "Content-Length: 1[0-9]{2}\r\n\r\n" HALF, How::Open}},
        {"cut-without-length", {HEAD "Connection: close\r\n\r\n" HALF}},
        {"length-too-large", {HEAD "Content-Length: 99999\r\n\r\n" BODY}},
        {"length-too-small", {HEAD "Content-Length: 20\r\n\r\n" BODY}},
        {"length-negative", {HEAD "Content-Length: -5\r\n\r\n" BODY}},
        {"length-twice", {HEAD "Content-Length: 1[0-9]{2}\r\nContent-Length: 5\r\n\r\n" BODY}},
        {"bad-chunk", {HEAD "Transfer-Encoding: chunked\r\n\r\n[0-9a-f]{2}\r\n" HALF "\r\nzz\r\n[^\r]+\\}"}},
        {"cut-chunk",
            {HEAD "Transfer-Encoding: chunked\r\n\r\n[0-9a-f]{2}\r\n" HALF "\r\nffff\r\n[^\r]+\\}"}},
        {"status-100", {"HTTP/1\\.1 100 Continue\r\n\r\n"}},
        {"status-102",
            {"HTTP/1\\.1 102 OK\r\nContent-Type: application/json\r\nContent-Length: [0-9]+\r\n\r\n" BODY}},
        {"status-103", {"HTTP/1\\.1 103 Early Hints\r\nLink: [^\r]+\r\n\r\n"}},
    };
}

#define START R"(\{"expired_time":[0-9]+,"request_id":"[0-9a-f,-]+","time_used":[0-9]+)"

/// Status and body of faults in good HTTP.
QList<std::pair<QByteArray, std::pair<int, const char *>>> inReply()
{
    return {
        {"token-empty", {200, START R"(,"token":""\})"}},
        {"token-number", {200, START R"(,"token":12345\})"}},
        {"token-null", {200, START R"(,"token":null\})"}},
        {"token-twice", {200, START R"(,"token":"[0-9a-f]{32}","token":"second"\})"}},
        {"token-nul", {200, START R"(,"token":"abc\\u0000def"\})"}},
        {"token-newline", {200, START R"(,"token":"abc\\ndef"\})"}},
        {"token-backwards", {200, START R"(,"token":"abc\\u202edef"\})"}},
        {"token-html", {200, START R"(,"token":"<b>abc</b><img src=x>"\})"}},
        {"token-and-error", {200, START R"(,"token":"[0-9a-f]{32}","error_message":"INTERNAL_ERROR"\})"}},
        {"error-with-200",
            {200, R"(\{"error_message":"INTERNAL_ERROR","request_id":"[0-9a-f,-]+","time_used":[0-9]+\})"}},
        {"token-with-400", {400, BODY}},
        {"unknown-code",
            {400, R"(\{"error_message":"SANDBOX_SURPRISE","request_id":"[0-9a-f,-]+","time_used":[0-9]+\})"}},
        {"empty-200", {200, ""}},
        {"empty-204", {204, ""}},
        {"not-utf8", {200, START ",\"token\":\"[0-9a-f]{32}\",\"note\":\"\xff\xfe\"\\}"}},
        {"gbk", {200, START ",\"token\":\"[0-9a-f]{32}\",\"note\":\"\xb3\xc9\xb9\xa6\"\\}"}},
        {"trailing-data", {200, BODY BODY}},
        {"deep-json", {200, START R"(,"token":"[0-9a-f]{32}","deep":\[{2000}\]{2000}\})"}},
        {"redirect", {307, ""}},
        {"html", {502, "<html>.+</html>"}},
        {"busy",
            {403,
                R"(\{"error_message":"CONCURRENCY_LIMIT_EXCEEDED","request_id":"[0-9a-f,-]+","time_used":[0-9]+\})"}},
    };
}

/// Faults that have a test of their own.
const QByteArrayList others{"close-at-connect", "close-at-head", "close-upload", "reset-upload",
    "stall-upload", "early-413", "early-413-reset", "many-headers", "endless-body", "gzip-bomb", "delay",
    "drip-headers", "drip-body", "bandwidth", "clock"};

/// Whether all of \a bytes is what \a pattern says, both read as Latin-1.
bool fits(const QByteArray &bytes, const char *pattern)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(QString::fromLatin1(pattern)),
        QRegularExpression::DotMatchesEverythingOption);
    return expression.match(QString::fromLatin1(bytes)).hasMatch();
}

} // namespace

class TestSandboxFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyFaultIsLookedAt();
    void onBareConnection_data();
    void onBareConnection();
    void inGoodHttp_data();
    void inGoodHttp();
    void beforeAnythingIsRead();
    void beforeTheBodyIsRead();
    void inMidUpload_data();
    void inMidUpload();
    void answersLate();
    void drips();
    void keepsToABandwidth();
    void closesWhatIsKeptAlive();
    void sendsMuch_data();
    void sendsMuch();
    void hasAnotherClock();
    void saysWhenToComeBack();
    void pointsElsewhere();
    void leavesRefusalsTheirBody();
    void stopsWhileScenariosHold();
    void servesOthersMeanwhile();
    void survivesManyResets();

private:
    void order(const QByteArray &text);
    std::unique_ptr<RawConnection> sent(const QByteArray &bytes = request()) const;

    std::unique_ptr<SandboxServer> m_server;
};

void TestSandboxFaults::init()
{
    m_server = std::make_unique<SandboxServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->errorString()));
}

void TestSandboxFaults::order(const QByteArray &text)
{
    m_server->scenarios().add(std::get<ScenarioOrder>(readOrder(QString::fromUtf8(text))));
}

std::unique_ptr<RawConnection> TestSandboxFaults::sent(const QByteArray &bytes) const
{
    auto connection = std::make_unique<RawConnection>(m_server->port());
    connection->send(bytes);
    return connection;
}

void TestSandboxFaults::everyFaultIsLookedAt()
{
    QByteArrayList tested = others;
    for (const auto &row : onWire())
        tested.append(row.first);
    for (const auto &row : inReply())
        tested.append(row.first);
    QByteArrayList known;
    for (const FaultSpec &fault : faults())
        known.append(fault.name);
    std::sort(tested.begin(), tested.end());
    std::sort(known.begin(), known.end());
    QCOMPARE(tested, known);
}

void TestSandboxFaults::onBareConnection_data()
{
    QTest::addColumn<Seen>("seen");
    for (const auto &[name, seen] : onWire())
        QTest::newRow(name.constData()) << seen;
}

void TestSandboxFaults::onBareConnection()
{
    QFETCH(Seen, seen);
    order(QByteArray(QTest::currentDataTag()) + ":1");
    const RawEnd end = sent()->rest(seen.how == RawEnd::How::Open ? moment : 10s);
    QVERIFY2(fits(end.bytes, seen.bytes), end.bytes);
    QCOMPARE(int(end.how), int(seen.how));
    QCOMPARE(exchange(m_server->port(), request()).status, 200); // the next one
}

void TestSandboxFaults::inGoodHttp_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("pattern");
    for (const auto &[name, answer] : inReply())
        QTest::newRow(name.constData()) << answer.first << QByteArray(answer.second);
}

void TestSandboxFaults::inGoodHttp()
{
    QFETCH(int, status);
    QFETCH(QByteArray, pattern);
    order(QByteArray(QTest::currentDataTag()) + ":1");
    const auto connection = sent();
    if (status == 204) { // which has no body and no length
        QVERIFY(connection->rest(moment).bytes.startsWith("HTTP/1.1 204 "));
        return;
    }
    const RawResponse response = connection->receive();
    QCOMPARE(response.status, status);
    QVERIFY2(fits(response.body, pattern.constData()), response.body);
    QVERIFY(connection->send(request())); // the connection is kept
    QCOMPARE(connection->receive().status, 200);
}

void TestSandboxFaults::beforeAnythingIsRead()
{
    order("close-at-connect:2");
    for (int i = 0; i < 2; ++i)
        QVERIFY(RawConnection(m_server->port()).closedByPeer());
    QCOMPARE(exchange(m_server->port(), request()).status, 200);
}

void TestSandboxFaults::beforeTheBodyIsRead()
{
    const QByteArray head = request().chopped(20);
    order("close-at-head:1");
    QCOMPARE(sent(head)->rest().bytes, QByteArray());
    order("early-413:1");
    const RawResponse early = sent(head)->receive();
    QCOMPARE(early.status, 413);
    QCOMPARE(early.body, "Request Entity Too Large");
    order("early-413-reset:1");
    QCOMPARE(int(sent(head)->rest().how), int(RawEnd::How::Reset));
    QCOMPARE(exchange(m_server->port(), request()).status, 200);
}

void TestSandboxFaults::inMidUpload_data()
{
    QTest::addColumn<bool>("chunked");
    QTest::addColumn<bool>("isHeld");
    for (const char *name : {"close-upload", "reset-upload", "stall-upload"}) {
        for (const bool chunked : {false, true})
            QTest::addRow("%s, %s", name, chunked ? "chunked" : "with length") << chunked << (name[1] == 't');
    }
}

void TestSandboxFaults::inMidUpload()
{
    QFETCH(bool, chunked);
    QFETCH(bool, isHeld);
    constexpr qsizetype size = 200'000;
    const QByteArray body(size, 'x');
    const QByteArray head =
        "POST " + QByteArray(pcPath) + " HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n";
    const QByteArray whole = chunked
        ? head + "Transfer-Encoding: chunked\r\n\r\n" + inChunks(body, 1000)
        : head + "Content-Length: " + QByteArray::number(size) + "\r\n\r\n" + body;
    order(QByteArray(QTest::currentDataTag()).split(',').first() + ":1");
    // Up to a third it is read as ever: the request may still be given up by its sender.
    const auto connection = sent(whole.first(size / 4));
    QCOMPARE(int(connection->rest(moment).how), int(RawEnd::How::Open));
    connection->send(whole.sliced(size / 4));
    const RawEnd end = connection->rest(isHeld ? moment : 10s);
    QCOMPARE(end.bytes, QByteArray());
    QCOMPARE(end.how == RawEnd::How::Open, isHeld);
    QCOMPARE(exchange(m_server->port(), request()).status, 200);
}

void TestSandboxFaults::answersLate()
{
    order("delay=400:1");
    QElapsedTimer timer;
    timer.start();
    const auto connection = sent();
    QCOMPARE(connection->receive().status, 200);
    QVERIFY2(timer.elapsed() >= 400, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(connection->send(request())); // in good HTTP: the connection is kept
    QCOMPARE(connection->receive().status, 200);
    // The other side goes meanwhile.
    order("delay=200:1");
    sent().reset();
    QCOMPARE(exchange(m_server->port(), request()).status, 200);
}

void TestSandboxFaults::drips()
{
    for (const char *text : {"drip-headers=1:1", "drip-body=2:1"}) {
        order(text);
        QElapsedTimer timer;
        timer.start();
        const auto connection = sent();
        const RawResponse response = connection->receive();
        QCOMPARE(response.status, 200);
        QVERIFY(fits(response.body, BODY));
        QVERIFY2(timer.elapsed() >= 200, qPrintable(QString::number(timer.elapsed()))); // over 200, 130 bytes
        QVERIFY(connection->closedByPeer());
    }
    order("drip-body=60000:1");
    const QByteArray head = sent()->rest(moment).bytes;
    QVERIFY2(fits(head, HEAD "Content-Length: [0-9]+\r\n\r\n"), head);
}

void TestSandboxFaults::keepsToABandwidth()
{
    order("bandwidth=500:1");
    QElapsedTimer timer;
    timer.start();
    const RawEnd end = sent()->rest();
    QVERIFY2(fits(end.bytes, HEAD "Content-Length: [0-9]+\r\n\r\n" BODY), end.bytes);
    const qint64 expected = 1000 * end.bytes.size() / 500;
    QVERIFY2(timer.elapsed() > expected - 150, qPrintable(QString::number(timer.elapsed())));
}

void TestSandboxFaults::closesWhatIsKeptAlive()
{
    order("close-kept-alive:1");
    const auto connection = sent();
    QCOMPARE(connection->receive().status, 200);
    connection->send(request());
    QCOMPARE(connection->rest().bytes, QByteArray());
    QCOMPARE(exchange(m_server->port(), request()).status, 200);
}

void TestSandboxFaults::sendsMuch_data()
{
    QTest::addColumn<QByteArray>("start");
    const QByteArray status = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    QTest::newRow("many-headers") << status + "X-Sandbox: 0123456789\r\nX-Sandbox: ";
    QTest::newRow("endless-body") << status + "\r\n" + QByteArray(1'000'000, ' ');
    QTest::newRow("gzip-bomb") << status + "Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08";
}

void TestSandboxFaults::sendsMuch()
{
    QFETCH(QByteArray, start);
    order(QByteArray(QTest::currentDataTag()) + ":1");
    auto connection = sent();
    const QByteArray first = connection->receiveBytes(start.size());
    QCOMPARE(first, start);
    connection.reset(); // in the middle
    QCOMPARE(exchange(m_server->port(), request()).status, 200);
}

void TestSandboxFaults::hasAnotherClock()
{
    const auto times = [this] {
        const RawResponse response = sent()->receive();
        const QJsonObject body = QJsonDocument::fromJson(response.body).object();
        return std::pair(response.date().toSecsSinceEpoch(),
            body.value(u"request_id").toString().section(u',', 0, 0).toLongLong());
    };
    for (const int seconds : {3600, -86400}) {
        order("clock=" + QByteArray::number(seconds) + ":1");
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        const auto [date, requestId] = times();
        QVERIFY2(qAbs(date - now - seconds) < 5, qPrintable(QString::number(date)));
        QVERIFY(qAbs(requestId - now - seconds) < 5);
    }
    QVERIFY(qAbs(times().first - QDateTime::currentSecsSinceEpoch()) < 5);
}

void TestSandboxFaults::saysWhenToComeBack()
{
    order("busy=7:2");
    QCOMPARE(sent()->receive().header("Retry-After"), "7");
    const RawResponse sdk =
        exchange(m_server->port(), rawPost("/face/v1.2/sdk/get_biz_token", "text/plain", ""));
    QCOMPARE(sdk.status, 429);
    QCOMPARE(sdk.header("Retry-After"), "7");
    QVERIFY(sdk.body.contains(R"("error":"TOO_MANY_REQUESTS")"));
}

void TestSandboxFaults::pointsElsewhere()
{
    for (const int status : {301, 302, 303, 307, 308}) {
        order("redirect=" + QByteArray::number(status) + ":1");
        const RawResponse response = sent()->receive();
        QCOMPARE(response.status, status);
        QCOMPARE(response.header("Location"), "https://elsewhere.invalid" + QByteArray(pcPath));
    }
}

/// A token that is not there cannot be odd.
void TestSandboxFaults::leavesRefusalsTheirBody()
{
    for (const char *text : {"token-null:1", "token-twice:1", "token-with-400:1", "token-and-error:1"}) {
        order(text);
        const RawResponse response = exchange(m_server->port(), rawPost(pcPath, "text/plain", ""));
        QCOMPARE(response.status, 400);
        QCOMPARE(QJsonDocument::fromJson(response.body).object().value(u"error_message").toString(),
            u"MISSING_ARGUMENTS:api_key"_s);
    }
}

void TestSandboxFaults::stopsWhileScenariosHold()
{
    for (const char *text : {"no-answer:1", "delay=60000:1", "drip-headers=60000:1", "endless-body:1"})
        order(text);
    std::vector<std::unique_ptr<RawConnection>> held;
    for (int i = 0; i < 4; ++i) {
        held.push_back(sent());
        QTRY_COMPARE(m_server->scenarios().entries().size(), 3 - i); // so that each has its own scenario
    }
    QElapsedTimer timer;
    timer.start();
    m_server->stop();
    QVERIFY2(timer.elapsed() < 1500, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(int(held.at(0)->rest().how), int(RawEnd::How::Closed));
    QCOMPARE(held.at(1)->receive().status, 200); // what was only late is answered
    QVERIFY(m_server->start());
    QCOMPARE(exchange(m_server->port(), request()).status, 200);
}

void TestSandboxFaults::servesOthersMeanwhile()
{
    order("no-answer:100");
    std::vector<std::unique_ptr<RawConnection>> held;
    for (int i = 0; i < 100; ++i)
        held.push_back(sent());
    QTRY_VERIFY(m_server->scenarios().entries().isEmpty());
    QCOMPARE(exchange(m_server->port(), request()).status, 200);
}

void TestSandboxFaults::survivesManyResets()
{
    order("reset:50%");
    std::atomic_int answers = 0;
    std::atomic_int resets = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back([&] {
            for (int n = 0; n < 100; ++n) {
                const RawEnd end =
                    sent(QByteArray(request()).replace("Host:", "Connection: close\r\nHost:"))->rest();
                (end.how == RawEnd::How::Reset ? resets : answers) += 1;
                if (end.how == RawEnd::How::Closed && !end.bytes.startsWith("HTTP/1.1 200"))
                    answers = -1000;
            }
        });
    }
    for (std::thread &client : clients)
        client.join();
    QCOMPARE(answers + resets, 400);
    QVERIFY(resets > 120 && resets < 280);
}

QTEST_GUILESS_MAIN(TestSandboxFaults)
#include "tst_sandboxfaults.moc"
