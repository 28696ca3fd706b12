// Requests of a batch, one after the other on a connection: only where that is safe, and each of them once.

#include "client/connections.h"
#include "support/badserver.h"
#include "support/clientbench.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace faceid;
using namespace faceid::test;

namespace {

const QByteArray issued = R"({"request_id":"1532412036,c26ac9b4-2d14-4f8a-9a7a-8f8a2f6f0001","time_used":3,)"
                          R"("biz_token":"1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46"})";
const QByteArray refused = R"({"request_id":"1","time_used":3,"error":"NO_FACE_FOUND:image_ref1"})";
const QByteArray somebodyElses = R"({"request_id":"2","time_used":3,"biz_token":"of-somebody-else"})";

Script answering(const QByteArray &answer, Script::Again again = Script::Again::Serve)
{
    Script script;
    script.answer = answer;
    script.end = Script::End::KeepOpen;
    script.again = again;
    return script;
}

} // namespace

class tst_Connections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areUsedAgain_data();
    void areUsedAgain();
    void closeMakesTheNextUnknownAndIsNotRepeated();
    void nothingLeftReachesTheNext();
    void withoutABatchThereIsOneForEach();
    void anIdleOneIsGivenUpSoon();

private:
    /// Sends so many, one after the other.
    QList<Exchange> send(const BadServer &server, int times, bool isBatch = true)
    {
        ClientBench bench;
        TokenRequest request = bench.smallRequest(getBizToken(), server.url());
        if (isBatch)
            request.connections = std::make_shared<Connections>();
        QList<Exchange> ended;
        for (int i = 0; i < times; ++i) {
            bench.journal.begins = bench.journal.finishes = 0;
            ended.append(bench.send(request));
        }
        return ended;
    }
};

void tst_Connections::areUsedAgain_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("connections"); // of three requests
    const auto row = [](const char *name, const QByteArray &answer, int connections) {
        QTest::newRow(name) << answer << connections;
    };
    row("issued", httpAnswer("200 OK", issued), 1);
    row("refused", httpAnswer("400 Bad Request", refused), 1);
    row("kept by name", httpAnswer("200 OK", issued, "Connection: keep-alive\r\n"), 1);
    row("close", httpAnswer("200 OK", issued, "Connection: close\r\n"), 3);
    row("chunked",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + QByteArray::number(issued.size(), 16)
            + "\r\n" + issued + "\r\n0\r\n\r\n",
        3);
    row("no verdict", httpAnswer("200 OK", "{}"), 3);
    row("length too small",
        "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(issued.size() - 9) + "\r\n\r\n" + issued,
        3);
    row("two lengths",
        httpAnswer("200 OK", issued, "Content-Length: " + QByteArray::number(issued.size()) + "\r\n"), 3);
}

void tst_Connections::areUsedAgain()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, connections);
    const BadServer server({answering(answer)});
    const QList<Exchange> ended = send(server, 3);
    QCOMPARE(server.posts(), 3);
    QCOMPARE(server.connections(), connections);
    for (const Exchange &exchange : ended)
        QVERIFY2(exchange.outcome == ended.constFirst().outcome, qPrintable(outcomeWords(exchange)));
}

void tst_Connections::closeMakesTheNextUnknownAndIsNotRepeated()
{
    const BadServer server({answering(httpAnswer("200 OK", issued), Script::Again::Close)});
    const QList<Exchange> ended = send(server, 2);
    QCOMPARE(ended[0].outcome, Outcome::Issued);
    QVERIFY2(ended[1].outcome == Outcome::Unknown, qPrintable(outcomeWords(ended[1])));
    QCOMPARE(server.posts(), 2);
}

void tst_Connections::nothingLeftReachesTheNext()
{
    const BadServer server({answering(httpAnswer("200 OK", issued) + httpAnswer("200 OK", somebodyElses)),
        answering(httpAnswer("200 OK", issued))});
    const QList<Exchange> ended = send(server, 2);
    QCOMPARE(server.posts(), 2);
    for (const Exchange &exchange : ended) {
        QVERIFY2(exchange.outcome == Outcome::Issued, qPrintable(outcomeWords(exchange)));
        QVERIFY(exchange.reply.token != u"of-somebody-else");
    }
}

void tst_Connections::withoutABatchThereIsOneForEach()
{
    const BadServer server({answering(httpAnswer("200 OK", issued))});
    send(server, 3, false);
    QCOMPARE(server.connections(), 3);
}

/// Also when nobody asks for one: a server that closes it would make the next row Unknown.
void tst_Connections::anIdleOneIsGivenUpSoon()
{
    Connections connections;
    QElapsedTimer sinceEnd;
    sinceEnd.start();
    auto manager = connections.take();
    const QPointer<QNetworkAccessManager> first = manager.get();
    connections.giveBack(std::move(manager), sinceEnd);
    manager = connections.take();
    QCOMPARE(manager.get(), first.data());
    const QSignalSpy gone(first.data(), &QObject::destroyed);
    connections.giveBack(std::move(manager), sinceEnd);
    QTRY_COMPARE(gone.size(), 1);
}

QTEST_GUILESS_MAIN(tst_Connections)
#include "tst_connections.moc"
