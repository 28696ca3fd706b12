// One request from the wish to the journal: what is asked of whom and when, every way to end it, and what may
// be kept of it.

#include "contract/signature.h"
#include "sandbox/sandboxserver.h"
#include "support/badserver.h"
#include "support/clientbench.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <algorithm>

using namespace faceid;
using namespace faceid::test;
using namespace std::chrono_literals;

namespace {

const QByteArray success = R"({"biz_token":"1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46",)"
                           R"("request_id":"1532412036,5df6bb83-d4ab-407d-9eb2-b12dd9f6ca55"})";

BadServer *successServer(const QByteArray &headers = {})
{
    return new BadServer({{httpAnswer("200 OK", success, headers), Script::End::Close}});
}

} // namespace

class TestTokenClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<ClientBench>(); }
    void issuesFromTheSandbox_data();
    void issuesFromTheSandbox();
    void isRefusedByTheSandbox();
    void writesTheRequestAsDocumented_data();
    void writesTheRequestAsDocumented();
    void tellsTheJournalBeforeAndAfter();
    void aHostThatIsNotFoundIsNeverConnectedTo();
    void sendsNothingWithoutTheJournal_data();
    void sendsNothingWithoutTheJournal();
    void worksWithoutAJournal();
    void reportsWhatTheJournalCouldNotSave();
    void refusesWhatTheServiceWouldRefuse();
    void finishesTheRowWithoutASecret();
    void measuresTheClock();

private:
    std::unique_ptr<ClientBench> m_bench;
};

void TestTokenClient::issuesFromTheSandbox_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("comparison");
    QTest::newRow("SDK 0") << "get_biz_token"
                           << "0";
    QTest::newRow("SDK 1") << "get_biz_token"
                           << "1";
    QTest::newRow("PC -1") << "get_token"
                           << "-1";
    QTest::newRow("PC 0") << "get_token"
                          << "0";
    QTest::newRow("PC 1") << "get_token"
                          << "1";
}

void TestTokenClient::issuesFromTheSandbox()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, comparison);
    QFile photo(QStringLiteral(FACEID_PHOTO));
    QVERIFY(photo.open(QIODevice::ReadOnly));
    const QByteArray bytes = photo.readAll();
    SandboxServer sandbox;
    QVERIFY2(sandbox.start(), qPrintable(sandbox.errorString()));

    const EndpointSpec &spec = *endpointById(endpoint);
    TokenRequest request = m_bench->smallRequest(spec, sandbox.baseUrl());
    request.profile = sandboxProfile(sandbox.baseUrl(), QString::fromLatin1(sandboxApiKey));
    m_bench->store.keepForSession(Profile::sandboxId(), Secret(QByteArray(sandboxApiSecret)));
    Parts parts = request.parts;
    parts.removeIf([](const Part &part) { return part.name == u"comparison_type"; });
    parts.append(textPart(QStringLiteral("comparison_type"), comparison));
    parts.append(textPart(QStringLiteral("uuid"), QStringLiteral("u-1")));
    parts.append(imagePart(QStringLiteral("image_ref1"), bytes, inspectImage(bytes)));
    request.parts = assembled(spec, parts);

    const Exchange exchange = m_bench->send(request);
    QVERIFY2(exchange.outcome == Outcome::Issued, qPrintable(outcomeWords(exchange)));
    QCOMPARE(exchange.reply.httpStatus, 200);
    QCOMPARE(exchange.posts, 1);
    static const QRegularExpression sdkShape(QStringLiteral("^[0-9]{10},[0-9a-f-]{36}$"));
    static const QRegularExpression pcShape(QStringLiteral("^[0-9a-f]{32}$"));
    QVERIFY((endpoint == u"get_token" ? pcShape : sdkShape).match(exchange.reply.token).hasMatch());
    QVERIFY(sdkShape.match(exchange.reply.requestId).hasMatch());
    QVERIFY(exchange.expiresAt() > QDateTime::currentDateTimeUtc());
    QVERIFY(exchange.clockSkewMs && qAbs(*exchange.clockSkewMs) < 5000);
    QCOMPARE(
        exchange.keyFingerprint, QString::fromLatin1(Secret(QByteArray(sandboxApiSecret)).fingerprint()));
}

void TestTokenClient::isRefusedByTheSandbox()
{
    SandboxServer sandbox;
    QVERIFY(sandbox.start());
    for (const EndpointSpec *spec : endpoints()) {
        TokenRequest request = m_bench->smallRequest(*spec, sandbox.baseUrl());
        request.profile.apiKey = QString::fromLatin1(sandboxApiKey); // with the bench's secret
        const Exchange exchange = m_bench->send(request);
        QVERIFY2(exchange.outcome == Outcome::Refused, qPrintable(outcomeWords(exchange)));
        QCOMPARE(exchange.reply.httpStatus, 403);
        QVERIFY(!exchange.reply.errorCode.isEmpty());
        QCOMPARE(exchange.posts, 1);
    }
}

void TestTokenClient::writesTheRequestAsDocumented_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("SDK") << "get_biz_token"
                         << QStringList{QStringLiteral("sign"), QStringLiteral("sign_version"),
                                QStringLiteral("liveness_type"), QStringLiteral("comparison_type"),
                                QStringLiteral("idcard_name"), QStringLiteral("idcard_number"),
                                QStringLiteral("biz_no")};
    QTest::newRow("PC") << "get_token"
                        << QStringList{QStringLiteral("api_key"), QStringLiteral("api_secret"),
                               QStringLiteral("comparison_type"), QStringLiteral("idcard_name"),
                               QStringLiteral("idcard_number"), QStringLiteral("return_url"),
                               QStringLiteral("notify_url"), QStringLiteral("biz_no")};
}

void TestTokenClient::writesTheRequestAsDocumented()
{
    QFETCH(QString, endpoint);
    QFETCH(QStringList, names);
    const EndpointSpec &spec = *endpointById(endpoint);
    const std::unique_ptr<BadServer> server(successServer("Set-Cookie: a=b\r\n"));
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    const Exchange exchange = m_bench->send(m_bench->smallRequest(spec, server->url()));
    const QByteArray sent = server->lastRequest();
    const QByteArray header = sent.first(sent.indexOf("\r\n\r\n") + 2);
    QVERIFY2(header.startsWith("POST " + spec.path.toLatin1() + " HTTP/1.1\r\n"), header);
    QVERIFY2(header.contains("\r\nUser-Agent: faceid-console/"), header);
    QVERIFY2(header.contains("\r\nAccept-Encoding: identity\r\n"), header);
    QVERIFY2(header.contains("\r\nContent-Type: multipart/form-data; boundary="), header);
    QVERIFY2(!header.contains("Mozilla") && !header.contains("Cookie") && !header.contains("HTTP2"), header);
    QCOMPARE(sent.size() - header.size() - 2, exchange.bodyBytes);

    QStringList sentNames;
    static const QRegularExpression disposition(QStringLiteral("form-data; name=\"([^\"]*)\""));
    auto matches = disposition.globalMatch(QString::fromUtf8(sent));
    while (matches.hasNext())
        sentNames.append(matches.next().captured(1));
    QCOMPARE(sentNames, names);
    QVERIFY(sent.contains("\r\n\r\n测试一\r\n"));
    if (spec.auth == Auth::KeyPair) {
        QVERIFY(sent.contains(QByteArray("\r\n\r\n") + benchSecret + "\r\n"));
        return;
    }
    QVERIFY(!sent.contains(benchSecret));
    const qsizetype start = sent.indexOf("\r\n\r\n", sent.indexOf("name=\"sign\"")) + 4;
    const signature::Reading sign = signature::read(sent.mid(start, sent.indexOf("\r\n", start) - start));
    QVERIFY(signature::matches(sign, benchSecret));
    QVERIFY(sign.claims.issuedAt >= before && sign.claims.issuedAt <= QDateTime::currentSecsSinceEpoch());
    QCOMPARE(sign.claims.expiresAt - sign.claims.issuedAt, 600);
    // The next one must not be the same.
    m_bench->send(m_bench->smallRequest(spec, server->url()));
    QVERIFY(!server->lastRequest().contains(sign.claims.random.toBase64().chopped(4)));
}

void TestTokenClient::tellsTheJournalBeforeAndAfter()
{
    const std::unique_ptr<BadServer> server(successServer());
    TokenRequest request = m_bench->smallRequest(getToken(), server->url());
    request.retryOf = QUuid::createUuid();
    const Exchange exchange = m_bench->send(request);
    const Exchange &begun = m_bench->journal.begun;
    QCOMPARE(m_bench->journal.begins, 1);
    QCOMPARE(m_bench->journal.finishes, 1);
    QCOMPARE(begun.outcome, Outcome::Pending);
    QCOMPARE(begun.id, exchange.id);
    QCOMPARE(begun.retryOf, request.retryOf);
    QCOMPARE(begun.bizNo, QStringLiteral("biz-1"));
    QCOMPARE(begun.endpointId, QStringLiteral("get_token"));
    QCOMPARE(begun.profileName, QStringLiteral("Bench"));
    QCOMPARE(begun.address, QUrl(server->url().toString() + getToken().path));
    QVERIFY(begun.startedAt.isValid());
    QVERIFY(!begun.request.isEmpty());
    QCOMPARE(m_bench->journal.finished.id, exchange.id);
    QVERIFY(exchange.notSaved.isEmpty());
    const Timing &t = exchange.timing;
    const QList<qint64> marks{
        0, t.prepared, t.connecting, t.firstByteSent, t.bodySent, t.firstByteReceived, t.finished};
    QVERIFY(std::is_sorted(marks.cbegin(), marks.cend()));
}

void TestTokenClient::aHostThatIsNotFoundIsNeverConnectedTo()
{
    const Exchange exchange =
        m_bench->send(m_bench->smallRequest(getToken(), QUrl(QStringLiteral("https://nowhere.invalid"))));
    QCOMPARE(exchange.outcome, Outcome::NotSent);
    QVERIFY(exchange.timing.prepared >= 0);
    QCOMPARE(exchange.timing.connecting, -1);
}

void TestTokenClient::sendsNothingWithoutTheJournal_data()
{
    QTest::addColumn<Journal::Begin>("answer");
    QTest::addColumn<Stop>("stop");
    QTest::newRow("duplicate") << Journal::Begin::DuplicateBizNo << Stop::DuplicateBizNo;
    QTest::newRow("unavailable") << Journal::Begin::Unavailable << Stop::HistoryUnavailable;
}

void TestTokenClient::sendsNothingWithoutTheJournal()
{
    QFETCH(Journal::Begin, answer);
    QFETCH(Stop, stop);
    const std::unique_ptr<BadServer> server(successServer());
    m_bench->journal.beginResult = answer;
    const Exchange exchange = m_bench->send(m_bench->smallRequest(getBizToken(), server->url()));
    QCOMPARE(exchange.outcome, Outcome::NotSent);
    QCOMPARE(exchange.stop, stop);
    QCOMPARE(server->connections(), 0);
    QCOMPARE(m_bench->journal.finishes, 0);
}

void TestTokenClient::worksWithoutAJournal()
{
    const std::unique_ptr<BadServer> server(successServer());
    TokenClient client(m_bench->store, nullptr);
    int count = 0;
    Outcome outcome = Outcome::Pending;
    connect(client.send(m_bench->smallRequest(getBizToken(), server->url())), &TokenJob::finished, this,
        [&](const Exchange &exchange) {
            ++count;
            outcome = exchange.outcome;
        });
    QTRY_COMPARE(count, 1);
    QCOMPARE(outcome, Outcome::Issued);
}

void TestTokenClient::reportsWhatTheJournalCouldNotSave()
{
    const std::unique_ptr<BadServer> server(successServer());
    m_bench->journal.finishError = QStringLiteral("disk full");
    const Exchange exchange = m_bench->send(m_bench->smallRequest(getBizToken(), server->url()));
    QCOMPARE(exchange.outcome, Outcome::Issued);
    QCOMPARE(exchange.notSaved, QStringLiteral("disk full"));
    QVERIFY(!exchange.reply.token.isEmpty());
}

void TestTokenClient::refusesWhatTheServiceWouldRefuse()
{
    const std::unique_ptr<BadServer> server(successServer());
    TokenRequest request = m_bench->smallRequest(getBizToken(), server->url());
    request.parts.removeIf([](const Part &part) { return part.name == u"idcard_name"; });
    const Exchange exchange = m_bench->send(request);
    QCOMPARE(exchange.outcome, Outcome::NotSent);
    QCOMPARE(exchange.stop, Stop::Problems);
    QCOMPARE(exchange.problems.constFirst().code, QStringLiteral("MISSING_ARGUMENTS:idcard_name"));
    QVERIFY(stopSentence(exchange).contains(u"MISSING_ARGUMENTS:idcard_name"));
    QVERIFY(!exchange.request.isEmpty());
    QCOMPARE(m_bench->journal.begins, 0);
    QCOMPARE(server->connections(), 0);
    // A warning is no refusal: the ID number of the bench has a wrong check digit, and goes out elsewhere
    // here.
    QVERIFY(!validate(getBizToken(), m_bench->smallRequest(getBizToken(), {}).parts).isEmpty());
}

void TestTokenClient::finishesTheRowWithoutASecret()
{
    const std::unique_ptr<BadServer> server(successServer());
    m_bench->store.setPatience(2s);
    m_bench->store.keepForSession(QStringLiteral("empty"), Secret());
    TokenRequest request = m_bench->smallRequest(getBizToken(), server->url());
    request.profile.id = QStringLiteral("empty");
    const Exchange exchange = m_bench->send(request);
    QVERIFY2(exchange.outcome == Outcome::NotSent, qPrintable(outcomeWords(exchange)));
    QCOMPARE(exchange.stop, Stop::NoSecret);
    QVERIFY(stopSentence(exchange).contains(u"Bench"));
    QCOMPARE(m_bench->journal.begins, 1);
    QCOMPARE(m_bench->journal.finished.outcome, Outcome::NotSent);
    QCOMPARE(server->connections(), 0);
}

void TestTokenClient::measuresTheClock()
{
    const QByteArray now = QByteArray::number(QDateTime::currentSecsSinceEpoch() - 3600);
    BadServer server({{httpAnswer("403 Forbidden",
                           R"({"error":"AUTHORIZATION_ERROR:EXPIRED_SIGN","request_id":")" + now
                               + R"(,5df6bb83-d4ab-407d-9eb2-b12dd9f6ca55"})"),
        Script::End::Close}});
    const Exchange exchange = m_bench->send(m_bench->smallRequest(getBizToken(), server.url()));
    QCOMPARE(exchange.outcome, Outcome::Refused);
    QVERIFY(exchange.clockSkewMs);
    QVERIFY2(
        qAbs(*exchange.clockSkewMs - 3'600'000) < 5000, qPrintable(QString::number(*exchange.clockSkewMs)));
}

QTEST_GUILESS_MAIN(TestTokenClient)
#include "tst_tokenclient.moc"
