// What the client makes of everything that can happen on a wire, over http and https: the outcome class, the
// reason, and never a second POST.

#include "support/badserver.h"
#include "support/clientbench.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTimer>

using namespace faceid;
using namespace faceid::test;
using namespace std::chrono_literals;

namespace {

const QByteArray token = "1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46";
const QByteArray success = R"({"biz_token":")" + token + R"(","request_id":"r","time_used":8})";

enum class Body { Small, Large };

/// One row: what the server does, and what the operator must see.
struct Fault
{
    const char *name;
    Script script;
    Outcome outcome;
    Stop stop;
    Body body = Body::Small;
};

Script thenClose(const QByteArray &answer)
{
    return {answer, Script::End::Close};
}

Script thenWait(const QByteArray &answer)
{
    return {answer, Script::End::KeepOpen};
}

Script drip(const QByteArray &answer)
{
    return {answer, Script::End::KeepOpen, Script::wholeBody, false, 100ms};
}

QByteArray withLength(const QByteArray &header, const QByteArray &body = success)
{
    return "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + body;
}

QByteArray chunked(const QByteArray &chunks)
{
    return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QList<Fault> lostAnswers()
{
    const QByteArray length = "Content-Length: " + QByteArray::number(success.size());
    const QByteArray ok = httpAnswer("200 OK", success);
    return {
        {"close after the body", thenClose({}), Outcome::Unknown, Stop::Network},
        {"RST after the body", {{}, Script::End::Reset}, Outcome::Unknown, Stop::Network},
        {"no answer", thenWait({}), Outcome::Unknown, Stop::IdleTimeout},
        {"partial status line", thenClose("HTTP/1.1 20"), Outcome::Unknown, Stop::Network},
        {"partial status line, no close", thenWait("HTTP/1.1 20"), Outcome::Unknown, Stop::IdleTimeout},
        {"garbage", thenClose("\x16\x03\x01 garbage\r\n\r\n"), Outcome::Unknown, Stop::Network},
        {"garbage, no close", thenWait("\x16\x03\x01 garbage\r\n\r\n"), Outcome::Unknown, Stop::Network},
        {"HTTP/0.9", thenClose(success), Outcome::Unknown, Stop::Network},
        {"partial headers", thenClose("HTTP/1.1 200 OK\r\nContent-Ty"), Outcome::Unknown, Stop::Network},
        {"headers without an end", thenClose("HTTP/1.1 200 OK\r\nServer: x\r\n"), Outcome::Unknown,
            Stop::Network},
        {"dripped headers", drip(ok), Outcome::Unknown, Stop::Deadline},
        {"dripped body", drip(withLength(length)), Outcome::Unknown, Stop::Deadline},
        {"length too large, close", thenClose(withLength("Content-Length: 9999")), Outcome::Unknown,
            Stop::Network},
        {"length too large, no close", thenWait(withLength("Content-Length: 9999")), Outcome::Unknown,
            Stop::IdleTimeout},
        {"length too small", thenClose(withLength("Content-Length: 20")), Outcome::Unknown, Stop::Network},
        {"length twice", thenClose(withLength(length + "\r\n" + length)), Outcome::Unknown, Stop::Network},
        {"length twice, different", thenClose(withLength(length + "\r\nContent-Length: 5")), Outcome::Unknown,
            Stop::Network},
        {"length negative", thenClose(withLength("Content-Length: -5")), Outcome::Unknown, Stop::Network},
        {"length no number", thenClose(withLength("Content-Length: many")), Outcome::Unknown, Stop::Network},
        {"body cut without a length", thenClose(withLength("Server: x", success.chopped(9))),
            Outcome::Unknown, Stop::Network},
        {"bad chunk size", thenClose(chunked("zz\r\n" + success + "\r\n0\r\n\r\n")), Outcome::Unknown,
            Stop::Network},
        {"bad second chunk", thenClose(chunked(chunk(success.first(20)) + "xyz\r\n" + success.sliced(20))),
            Outcome::Unknown, Stop::Network},
        {"chunks cut", thenClose(chunked(chunk(success.first(20)) + "ff\r\n" + success.sliced(20, 9))),
            Outcome::Unknown, Stop::Network},
        {"no last chunk", thenWait(chunked(chunk(success))), Outcome::Unknown, Stop::IdleTimeout},
        {"no header lines", thenClose("HTTP/1.0 200 OK\r\n\r\n" + success), Outcome::Unknown, Stop::Network},
        {"gzip", thenClose(httpAnswer("200 OK", "\x1f\x8b\x08", "Content-Encoding: gzip\r\n")),
            Outcome::Unknown, Stop::Network},
    };
}

QList<Fault> oddAnswers()
{
    const QByteArray error = R"({"error":"BAD_ARGUMENTS:uuid","request_id":"r"})";
    return {
        {"100 only", thenClose("HTTP/1.1 100 Continue\r\n\r\n"), Outcome::Unknown, Stop::Network},
        {"102 only", thenClose("HTTP/1.1 102 Processing\r\n\r\n"), Outcome::Unknown, Stop::Network},
        {"103 only", thenClose("HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n"), Outcome::Unknown,
            Stop::Network},
        {"102 with a token", thenClose(httpAnswer("102 Processing", success)), Outcome::Unknown,
            Stop::Network},
        {"204", thenClose("HTTP/1.1 204 No Content\r\n\r\n"), Outcome::Unknown, Stop::Network},
        {"200 empty", thenClose(httpAnswer("200 OK", {})), Outcome::Unknown, Stop::Network},
        {"200 error", thenClose(httpAnswer("200 OK", error)), Outcome::Unknown, Stop::Network},
        {"200 HTML", thenClose(httpAnswer("200 OK", "<html></html>")), Outcome::Unknown, Stop::Network},
        {"200 token twice", thenClose(httpAnswer("200 OK", R"({"biz_token":"a","biz_token":"b"})")),
            Outcome::Unknown, Stop::Network},
        {"200 token with NUL", thenClose(httpAnswer("200 OK", R"({"biz_token":"a\u0000b"})")),
            Outcome::Unknown, Stop::Network},
        {"200 trailing data", thenClose(httpAnswer("200 OK", success + success)), Outcome::Unknown,
            Stop::Network},
        {"400 token", thenClose(httpAnswer("400 Bad Request", success)), Outcome::Unknown, Stop::Network},
        {"400 HTML", thenClose(httpAnswer("400 Bad Request", "<html>")), Outcome::Unknown, Stop::Network},
        {"500 other", thenClose(httpAnswer("500 Oops", R"({"error":"X"})")), Outcome::Unknown, Stop::Network},
        {"502 HTML", thenClose(httpAnswer("502 Bad Gateway", "<html>")), Outcome::Unknown, Stop::Network},
        {"401 with a challenge",
            thenClose(httpAnswer("401 Unauthorized", "<html>", "WWW-Authenticate: Basic realm=\"x\"\r\n")),
            Outcome::Unknown, Stop::Network},
        {"407 from the service",
            thenClose(httpAnswer("407 Proxy Auth", "<html>", "Proxy-Authenticate: Basic realm=\"x\"\r\n")),
            Outcome::Unknown, Stop::Network},
        {"too large", thenClose(httpAnswer("200 OK", QByteArray(2'000'000, ' ') + success)), Outcome::Unknown,
            Stop::AnswerTooLarge},
        {"endless",
            {"HTTP/1.1 200 OK\r\n\r\n" + QByteArray(100'000, ' '), Script::End::KeepOpen, Script::wholeBody,
                false, 0ms, true},
            Outcome::Unknown, Stop::AnswerTooLarge},
    };
}

QList<Fault> finalAnswers()
{
    const QByteArray error = R"({"error":"BAD_ARGUMENTS:uuid","request_id":"r"})";
    return {
        {"200", thenClose(httpAnswer("200 OK", success)), Outcome::Issued, Stop::None},
        {"200, kept open", thenWait(httpAnswer("200 OK", success)), Outcome::Issued, Stop::None},
        {"200 without a length", thenClose("HTTP/1.0 200 OK\r\nServer: x\r\n\r\n" + success), Outcome::Issued,
            Stop::None},
        {"200 in chunks", thenWait(chunked(chunk(success.first(7)) + chunk(success.sliced(7)) + "0\r\n\r\n")),
            Outcome::Issued, Stop::None},
        {"100, then 200", thenWait("HTTP/1.1 100 Continue\r\n\r\n" + httpAnswer("200 OK", success)),
            Outcome::Issued, Stop::None},
        {"400", thenClose(httpAnswer("400 Bad Request", error)), Outcome::Refused, Stop::None},
        {"401", thenClose(httpAnswer("401 Unauthorized", error)), Outcome::Refused, Stop::None},
        {"429", thenClose(httpAnswer("429 Busy", R"({"error":"TOO_MANY_REQUESTS"})", "Retry-After: 3\r\n")),
            Outcome::Refused, Stop::None},
        {"413 text", thenClose("HTTP/1.1 413 Too Large\r\nContent-Type: text/plain\r\n\r\ntoo large"),
            Outcome::Refused, Stop::None},
        {"500", thenClose(httpAnswer("500 Oops", R"({"error":"INTERNAL_ERROR"})")), Outcome::ServerError,
            Stop::None},
        {"200, large", thenClose(httpAnswer("200 OK", success)), Outcome::Issued, Stop::None, Body::Large},
    };
}

QList<Fault> cutUploads()
{
    constexpr qint64 some = 200'000;
    return {
        {"close in mid upload", {{}, Script::End::Close, some}, Outcome::CutOff, Stop::Network, Body::Large},
        {"RST in mid upload", {{}, Script::End::Reset, some}, Outcome::CutOff, Stop::Network, Body::Large},
        {"stall in mid upload", {{}, Script::End::KeepOpen, some, true}, Outcome::CutOff, Stop::IdleTimeout,
            Body::Large},
        {"close before the body", {{}, Script::End::Reset, 0}, Outcome::CutOff, Stop::Network, Body::Large},
    };
}

} // namespace

class TestWireFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void faults_data();
    void faults();
    void early413_data();
    void early413();
    void keptAliveSocketClosedOnTheSecondRequest_data() { schemes(); }
    void keptAliveSocketClosedOnTheSecondRequest();
    void leftOverBytesReachNobody();
    void oftenClosedAfterTheBody_data() { schemes(); }
    void oftenClosedAfterTheBody();
    void manyHeaderLines();

private:
    void schemes();
    TokenRequest requestTo(const BadServer &server, Body body);

    std::unique_ptr<TestCa> m_ca;
    Identity m_identity;
    ClientBench m_bench;
};

void TestWireFaults::initTestCase()
{
    m_ca = std::make_unique<TestCa>();
    QVERIFY(m_ca->isValid());
    m_identity = m_ca->issue(QStringLiteral("localhost"), QStringLiteral("DNS:localhost,IP:127.0.0.1"));
    QVERIFY(!m_identity.key.isNull());
}

void TestWireFaults::schemes()
{
    QTest::addColumn<bool>("isTls");
    QTest::newRow("http") << false;
    QTest::newRow("https") << true;
}

TokenRequest TestWireFaults::requestTo(const BadServer &server, Body body)
{
    TokenRequest request = body == Body::Large ? m_bench.largeRequest(getBizToken(), server.url())
                                               : m_bench.smallRequest(getBizToken(), server.url());
    request.profile.caFile = m_ca->file();
    return request;
}

void TestWireFaults::faults_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("isTls");
    for (const Fault &fault : lostAnswers() + oddAnswers() + finalAnswers() + cutUploads()) {
        QTest::addRow("http, %s", fault.name) << fault << false;
        QTest::addRow("https, %s", fault.name) << fault << true;
    }
}

void TestWireFaults::faults()
{
    QFETCH(Fault, fault);
    QFETCH(bool, isTls);
    BadServer server({fault.script}, isTls ? std::optional(m_identity) : std::nullopt);
    TokenRequest request = requestTo(server, fault.body);
    if (fault.stop == Stop::IdleTimeout)
        request.idleTimeout = 400ms;
    if (fault.stop == Stop::Deadline)
        request.deadline = 700ms;
    const Exchange exchange = m_bench.send(request);

    const QByteArray words = outcomeWords(exchange).toUtf8();
    QVERIFY2(exchange.outcome == fault.outcome, words);
    QVERIFY2(exchange.stop == fault.stop, words);
    QVERIFY2(server.posts() <= 1, qPrintable(QString::number(server.posts())));
    QCOMPARE(exchange.posts, fault.outcome == Outcome::CutOff ? 0 : 1);
    QCOMPARE(server.posts(), exchange.posts);
    QCOMPARE(exchange.bytesHandedOver > 0, true);
    QCOMPARE(exchange.reply.token.isEmpty(), fault.outcome != Outcome::Issued);
    QCOMPARE(exchange.stop == Stop::None, stopSentence(exchange).isEmpty());
    QVERIFY(exchange.reply.body.size() <= (fault.stop == Stop::AnswerTooLarge ? 4096 : maxReplyBytes));
    if (fault.stop == Stop::Deadline)
        QVERIFY2(exchange.timing.finished < 1700, qPrintable(QString::number(exchange.timing.finished)));
}

void TestWireFaults::early413_data()
{
    QTest::addColumn<Script::End>("end");
    QTest::addColumn<bool>("isTls");
    QTest::newRow("http, close") << Script::End::Close << false;
    QTest::newRow("http, RST") << Script::End::Reset << false;
    QTest::newRow("https, close") << Script::End::Close << true;
    QTest::newRow("https, RST") << Script::End::Reset << true;
}

void TestWireFaults::early413()
{
    QFETCH(Script::End, end);
    QFETCH(bool, isTls);
    const QByteArray answer = "HTTP/1.1 413 Too Large\r\nContent-Length: 9\r\n\r\ntoo large";
    BadServer server({{answer, end, 0, true}}, isTls ? std::optional(m_identity) : std::nullopt);
    const Exchange exchange = m_bench.send(requestTo(server, Body::Large));
    // Whether the answer is still seen when the upload breaks is a race; that nothing was issued is certain.
    const QByteArray words = outcomeWords(exchange).toUtf8();
    QVERIFY2(exchange.outcome == Outcome::Refused || exchange.outcome == Outcome::CutOff, words);
    QCOMPARE(exchange.outcome == Outcome::Refused, exchange.reply.httpStatus == 413);
    QCOMPARE(exchange.posts, 0);
    QCOMPARE(server.posts(), 0);
}

void TestWireFaults::keptAliveSocketClosedOnTheSecondRequest()
{
    QFETCH(bool, isTls);
    BadServer server({thenWait(httpAnswer("200 OK", success, "Connection: keep-alive\r\n")), thenClose({})},
        isTls ? std::optional(m_identity) : std::nullopt);
    QCOMPARE(m_bench.send(requestTo(server, Body::Small)).outcome, Outcome::Issued);
    QCOMPARE(server.posts(), 1);
    QCOMPARE(m_bench.send(requestTo(server, Body::Small)).outcome, Outcome::Unknown);
    QCOMPARE(server.posts(), 2);
    QCOMPARE(server.connections(), 2);
}

void TestWireFaults::leftOverBytesReachNobody()
{
    const QByteArray forged = httpAnswer("200 OK", R"({"biz_token":"of-somebody-else"})");
    BadServer server({thenWait(httpAnswer("200 OK", success) + forged), thenClose({})});
    QCOMPARE(m_bench.send(requestTo(server, Body::Small)).reply.token.toLatin1(), token);
    const Exchange second = m_bench.send(requestTo(server, Body::Small));
    QCOMPARE(second.outcome, Outcome::Unknown);
    QVERIFY(second.reply.body.isEmpty());
}

void TestWireFaults::oftenClosedAfterTheBody()
{
    QFETCH(bool, isTls);
    constexpr int times = 30;
    BadServer server({thenClose({})}, isTls ? std::optional(m_identity) : std::nullopt);
    for (int i = 1; i <= times; ++i) {
        QCOMPARE(m_bench.send(requestTo(server, Body::Small)).outcome, Outcome::Unknown);
        QCOMPARE(server.posts(), i);
    }
    // A late repetition would come within moments of the last answer.
    QTest::qWait(100);
    QCOMPARE(server.posts(), times);
}

void TestWireFaults::manyHeaderLines()
{
    QByteArray lines;
    for (int i = 0; i < 200'000; ++i)
        lines += "X-" + QByteArray::number(i) + ": 0123456789\r\n";
    BadServer server({thenClose(httpAnswer("200 OK", success, lines))});
    TokenRequest request = requestTo(server, Body::Small);
    request.idleTimeout = 30s; // Qt reads headers byte by byte
    request.deadline = 60s;
    QElapsedTimer sinceTick;
    qint64 longestGap = 0;
    QTimer ticker;
    connect(&ticker, &QTimer::timeout, this, [&] { longestGap = qMax(longestGap, sinceTick.restart()); });
    ticker.start(5);
    sinceTick.start();
    const Exchange exchange = m_bench.send(request);
    QVERIFY2(exchange.outcome == Outcome::Unknown, qPrintable(outcomeWords(exchange)));
    QVERIFY(exchange.reply.headers.isEmpty());
    QVERIFY2(longestGap < 500, qPrintable(QString::number(longestGap)));
}

QTEST_GUILESS_MAIN(TestWireFaults)
#include "tst_wirefaults.moc"
