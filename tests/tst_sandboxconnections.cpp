// How the sandbox treats connections: whatever pieces a request comes in, however many come at once, and when
// it starts and stops.

#include "sandbox/sandboxserver.h"
#include "support/handmade.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

using namespace faceid;
using namespace faceid::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray singleUseSign()
{
    return signFor(QString::fromLatin1(sandboxApiKey), sandboxApiSecret, 0);
}

} // namespace

class TestSandboxConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAnyTransfer();
    void answersWhileOthersStall();
    void keepsConnections();
    void stopsAndStartsAgain();
    void stopsWhileOthersCome();
    void answersWhatIsUnderWay();
    void saysWhyItCannotListen();
    void isReachedOnLoopbackOnly();

private:
    SandboxServer m_server{defaultSandboxKeys(), {SandboxRules::Faces::One}}; // the pictures here show none
};

void TestSandboxConnections::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestSandboxConnections::readsAnyTransfer()
{
    const quint16 port = m_server.port();
    const QByteArray head = "POST " + QByteArray(pcPath) + " HTTP/1.1\r\nHost: x\r\n";
    const QByteArray type = "Content-Type: " + QByteArray(multipart) + "\r\n";
    const QByteArray body = pcMultipart(greyPng());
    const QByteArray length = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";

    for (const qsizetype size : {1, 7, 100'000})
        QCOMPARE(verdict(exchange(
                     port, head + type + "Transfer-Encoding: chunked\r\n\r\n" + inChunks(body, size))),
            "200 token");

    RawConnection patient(port);
    QVERIFY(patient.send(head + type + length + "Expect: 100-continue\r\n\r\n"));
    QCOMPARE(patient.receive().status, 100);
    QVERIFY(patient.send(body));
    QCOMPARE(verdict(patient.receive()), "200 token");

    RawConnection byteByByte(port);
    const QByteArray request = rawPost(pcPath, urlEncoded, pcForm());
    for (const char &byte : request)
        QVERIFY(byteByByte.send({&byte, 1}));
    QCOMPARE(verdict(byteByByte.receive()), "200 token");

    // A GET may have a body too; it is drained, so the next request on the connection is read aright.
    RawConnection reused(port);
    QVERIFY(reused.send(
        "GET " + QByteArray(pcPath) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 7\r\n\r\na=1&b=2" + request));
    QCOMPARE(verdict(reused.receive()), "404 API_NOT_FOUND");
    QCOMPARE(verdict(reused.receive()), "200 token");

    RawConnection old(port);
    QVERIFY(old.send(QByteArray(request).replace("HTTP/1.1", "HTTP/1.0")));
    QCOMPARE(verdict(old.receive()), "200 token");
    QVERIFY(old.closedByPeer());
}

void TestSandboxConnections::answersWhileOthersStall()
{
    std::vector<std::unique_ptr<RawConnection>> stalled;
    for (int i = 0; i < 60; ++i) {
        stalled.push_back(std::make_unique<RawConnection>(m_server.port()));
        QVERIFY(stalled.back()->send(
            i % 2 ? "POST /fa" : "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na"));
    }
    QCOMPARE(verdict(exchange(m_server.port(), rawPost(pcPath, urlEncoded, pcForm()))), "200 token");
}

void TestSandboxConnections::keepsConnections()
{
    std::vector<std::thread> clients;
    std::atomic_int tokens = 0;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back([&] {
            RawConnection connection(m_server.port());
            for (int n = 0; n < 50; ++n) {
                const bool sent =
                    connection.send(n % 2 ? rawPost(pcPath, urlEncoded, pcForm())
                                          : rawPost(sdkPath, urlEncoded, sdkForm(singleUseSign())));
                tokens += sent && connection.receive().status == 200 ? 1 : 0;
            }
        });
    }
    for (std::thread &client : clients)
        client.join();
    QCOMPARE(tokens.load(), 200);
}

void TestSandboxConnections::stopsAndStartsAgain()
{
    SandboxServer server;
    server.stop();
    QVERIFY(server.start());
    const quint16 port = server.port();
    {
        RawConnection idle(port); // an open connection without a request does not hold it up
        QVERIFY(idle.send(rawPost(pcPath, urlEncoded, pcForm())));
        QCOMPARE(verdict(idle.receive()), "200 token");
        QElapsedTimer timer;
        timer.start();
        server.stop();
        QVERIFY(timer.elapsed() < 1500);
        QVERIFY(idle.closedByPeer());
    }
    server.stop();
    QCOMPARE(server.port(), 0);
    QVERIFY(!RawConnection(port).isOpen());
    QVERIFY2(server.start(port), qPrintable(server.errorString()));
    QCOMPARE(server.port(), port);
    QCOMPARE(verdict(exchange(port, rawPost(pcPath, urlEncoded, pcForm()))), "200 token");
}

/// At any moment, whatever the threads of the server are at: the library ended the program at times. On an
/// address of its own, or other tests that are given a port of these would have the visits.
void TestSandboxConnections::stopsWhileOthersCome()
{
    constexpr quint32 ownLoopback = 0x7f000009;
    constexpr int rounds = 300;
    SandboxListener listener;
    listener.address = QHostAddress(ownLoopback);
    std::atomic<int> port{0};
    std::atomic<int> answers{0};
    std::atomic<bool> isOver{false};
    std::vector<std::thread> clients;
    for (int i = 0; i < 4; ++i)
        clients.emplace_back([&] {
            while (!isOver) {
                RawConnection connection(quint16(port), ownLoopback);
                if (connection.isOpen() && connection.send("GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"))
                    answers += connection.receive().status == 200 ? 1 : 0;
            }
        });
    SandboxServer server;
    int started = 0;
    for (int round = 0; round < rounds && started == round; ++round) {
        started += server.start(listener) ? 1 : 0;
        port = server.port();
        const int before = answers;
        while (answers < before + 4 && started == round + 1)
            std::this_thread::yield();
        server.stop();
    }
    isOver = true;
    for (std::thread &client : clients)
        client.join();
    QCOMPARE(started, rounds);
}

void TestSandboxConnections::answersWhatIsUnderWay()
{
    SandboxServer server;
    QVERIFY(server.start());
    const QByteArray body = pcForm();
    RawConnection connection(server.port());
    // The 100 shows that the server has the head.
    QVERIFY(connection.send("POST " + QByteArray(pcPath)
        + " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n"));
    QCOMPARE(connection.receive().status, 100);
    std::thread stopping([&server] { server.stop(); });
    QTest::qWait(100); // so that the stop has begun; without it the test only asks less
    const bool sent = connection.send(body);
    const RawResponse response = connection.receive();
    stopping.join();
    QVERIFY(sent);
    QCOMPARE(verdict(response), "200 token");

    // A request that never ends is waited for two seconds.
    QVERIFY(server.start());
    RawConnection stuck(server.port());
    QVERIFY(stuck.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n"));
    QCOMPARE(stuck.receive().status, 100);
    QElapsedTimer timer;
    timer.start();
    server.stop();
    QVERIFY(timer.elapsed() >= 1900);
    QVERIFY(timer.elapsed() < 6000);
}

void TestSandboxConnections::saysWhyItCannotListen()
{
    SandboxServer second;
    QVERIFY(!second.start(m_server.port()));
    QCOMPARE(second.port(), 0);
    QVERIFY2(
        second.errorString().contains(QString::number(m_server.port())), qPrintable(second.errorString()));
    QVERIFY2(second.errorString().contains(u"in use"), qPrintable(second.errorString()));
    QVERIFY(second.start());
    QVERIFY(second.errorString().isEmpty());
}

void TestSandboxConnections::isReachedOnLoopbackOnly()
{
    // /proc/net/tcp: the local address of our listening socket is 127.0.0.1 (0100007F), not 0.0.0.0.
    QFile file(u"/proc/net/tcp"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray port =
        ':' + QByteArray::number(m_server.port(), 16).toUpper().rightJustified(4, '0') + ' ';
    int listeners = 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.value(3) != "0A" || !(columns.value(1) + ' ').endsWith(port))
            continue;
        QCOMPARE(columns.value(1).first(8), "0100007F");
        ++listeners;
    }
    QCOMPARE(listeners, 1);
}

QTEST_GUILESS_MAIN(TestSandboxConnections)
#include "tst_sandboxconnections.moc"
