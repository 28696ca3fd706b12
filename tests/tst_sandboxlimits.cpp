// What one client cannot take from a sandbox, so that something is left for the others.

#include "sandbox/sandboxserver.h"
#include "support/handmade.h"

#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace faceid;
using namespace faceid::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto never = 1h;

/// A server with these limits.
class Limited
{
public:
    explicit Limited(const ConnectionLimits &limits)
        : m_server(defaultSandboxKeys(), {}, limits)
    {
        if (!m_server.start())
            QTest::qFail(qPrintable(m_server.errorString()), __FILE__, __LINE__);
    }
    quint16 port() const { return m_server.port(); }
    SandboxServer &server() { return m_server; }
    QByteArray answer() const { return verdict(exchange(port(), rawPost(pcPath, urlEncoded, pcForm()))); }

private:
    SandboxServer m_server;
};

/// Sends a byte now and then, so that the connection is never idle. True when the server ended it.
bool trickles(quint16 port, const QByteArray &start, std::chrono::milliseconds longest)
{
    RawConnection connection(port);
    if (!connection.send(start))
        return false;
    const auto end = std::chrono::steady_clock::now() + longest;
    while (std::chrono::steady_clock::now() < end) {
        if (!connection.send("a")) // a connection that was shut down answers with RST
            return true;
        std::this_thread::sleep_for(20ms);
    }
    return false;
}

} // namespace

class TestSandboxLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsASlowHead();
    void endsASlowBody();
    void endsAnIdleConnection();
    void leavesSlowAnswersTheirTime();
    void doesNotLetSlowClientsStarveOthers();
    void leavesOthersTheirConnections();
    void refusesALargeHead();
    void refusesALongAddress();
};

void TestSandboxLimits::endsASlowHead()
{
    const Limited limited({256, 300ms, never, never});
    QVERIFY(trickles(limited.port(), "POST / HTTP/1.1\r\nX: ", 30s));
    QTRY_COMPARE(limited.answer(), "200 token"); // which has as little time
}

void TestSandboxLimits::endsASlowBody()
{
    const Limited limited({256, never, 300ms, never});
    QVERIFY(trickles(limited.port(), "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n\r\n", 30s));
    QTRY_COMPARE(limited.answer(), "200 token");
}

void TestSandboxLimits::endsAnIdleConnection()
{
    const Limited limited({256, 1500ms, never, never});
    RawConnection connection(limited.port());
    QVERIFY(connection.send(rawPost(pcPath, urlEncoded, pcForm())));
    QCOMPARE(verdict(connection.receive()), "200 token");
    QVERIFY(connection.closedByPeer());
}

/// Those are the server's own doing.
void TestSandboxLimits::leavesSlowAnswersTheirTime()
{
    Limited limited({256, 1500ms, 1500ms, 100ms});
    limited.server().scenarios().add(std::get<ScenarioOrder>(readOrder(u"delay=2500:1"_s)));
    QCOMPARE(limited.answer(), "200 token");
}

/// More of them than there are connections, each sending a little now and then.
void TestSandboxLimits::doesNotLetSlowClientsStarveOthers()
{
    const Limited limited({16, never, never, 50ms});
    std::vector<std::unique_ptr<RawConnection>> slow;
    for (int i = 0; i < 40; ++i) {
        slow.push_back(std::make_unique<RawConnection>(limited.port()));
        slow.back()->send("POST / HTTP/1.1\r\nX-Slow: ");
    }
    std::atomic_bool enough = false;
    std::thread trickling([&] {
        while (!enough) {
            for (const auto &connection : slow)
                connection->send("a");
            std::this_thread::sleep_for(20ms);
        }
    });
    QByteArrayList answers; // each waits ten seconds at most
    for (int i = 0; i < 3; ++i)
        answers.append(limited.answer());
    enough = true;
    trickling.join();
    QCOMPARE(answers, QByteArrayList(3, "200 token"));
}

/// In a crowd only as many go as are too many.
void TestSandboxLimits::leavesOthersTheirConnections()
{
    const Limited limited({64, never, never, 1ms}); // 56 may be idle
    std::vector<std::unique_ptr<RawConnection>> idle;
    for (int i = 0; i < 60; ++i)
        idle.push_back(std::make_unique<RawConnection>(limited.port()));
    int left = 0;
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            left = 0;
            for (const auto &connection : idle)
                left += connection->rest(1ms).how == RawEnd::How::Open ? 1 : 0;
            return left <= 56;
        }(),
        20'000);
    QVERIFY2(left >= 50, qPrintable(QString::number(left)));
}

void TestSandboxLimits::refusesALargeHead()
{
    const Limited limited({});
    RawConnection connection(limited.port());
    connection.send(
        "POST " + QByteArray(pcPath) + " HTTP/1.1\r\nHost: x\r\nX: " + QByteArray(100'000, 'x') + "\r\n\r\n");
    const RawResponse response = connection.receive();
    QVERIFY2(response.status == 431 || response.status == 413, qPrintable(QString::number(response.status)));
    QVERIFY(connection.closedByPeer());
    QCOMPARE(limited.answer(), "200 token");
}

void TestSandboxLimits::refusesALongAddress()
{
    const Limited limited({});
    RawConnection connection(limited.port());
    connection.send("GET /" + QByteArray(100'000, 'x') + " HTTP/1.1\r\nHost: x\r\n\r\n");
    QCOMPARE(connection.receive().status, 414);
    QCOMPARE(limited.answer(), "200 token");
}

QTEST_GUILESS_MAIN(TestSandboxLimits)
#include "tst_sandboxlimits.moc"
