// Scenarios of the sandbox: how orders are read, and which request gets which one.

#include "sandbox/sandboxcontrol.h"
#include "sandbox/sandboxserver.h"
#include "support/rawhttp.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <atomic>
#include <thread>
#include <vector>

using namespace faceid;
using namespace faceid::test;
using namespace Qt::StringLiterals;

namespace {

constexpr char sdkPath[] = "/face/v1.2/sdk/get_biz_token";
constexpr char pcPath[] = "/faceid/liveness/v2/get_token";

/// A url-encoded request that is issued when nothing interferes. The name is 测试一.
QByteArray pcRequest(const QByteArray &bizNo = "b-1")
{
    return rawPost(pcPath, "application/x-www-form-urlencoded",
        "api_key=sandbox-key&api_secret=sandbox-secret&comparison_type=-1&return_url=https%3A%2F%2Fa.example"
        "&notify_url=https%3A%2F%2Fa.example&biz_no="
            + bizNo);
}

/// One that is refused: it has no field at all.
QByteArray sdkRequest()
{
    return rawPost(sdkPath, "application/x-www-form-urlencoded", "");
}

ScenarioOrder order(const QString &text)
{
    const auto read = readOrder(text);
    if (const auto *order = std::get_if<ScenarioOrder>(&read))
        return *order;
    QTest::qFail(qPrintable(std::get<QString>(read)), __FILE__, __LINE__);
    return {};
}

QByteArray verdict(const RawResponse &response)
{
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    const QString error = body.value(body.contains(u"error") ? u"error" : u"error_message").toString();
    return (QByteArray::number(response.status) + ' ' + error.toUtf8()).trimmed();
}

} // namespace

class TestScenarios : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void readsOrders_data();
    void readsOrders();
    void saysWhatIsWrongWithAnOrder_data();
    void saysWhatIsWrongWithAnOrder();
    void everyEntryOfTheCatalogCanBeOrdered();
    void everyDocumentedCodeCanBeOrdered();
    void everyFaultOfTheMatrixHasAName_data();
    void everyFaultOfTheMatrixHasAName();

    void answersAnyCode_data();
    void answersAnyCode();
    void countsRequests();
    void passesOverWhatDoesNotConcern();
    void asksForAFieldsValue();
    void keepsTheOrderOfOrders();
    void hitsAShare();
    void countsAcrossThreads();
    void canBeTakenBack();
    void readsAFileOfOrders();
    void isControlledFromThisMachineOnly();

private:
    std::unique_ptr<SandboxServer> m_server;
};

void TestScenarios::init()
{
    m_server = std::make_unique<SandboxServer>();
    QVERIFY2(m_server->start(), qPrintable(m_server->errorString()));
}

void TestScenarios::readsOrders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("percent");

    const auto row = [](const char *text, const char *again, int count = -1, int percent = 100) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(again) << count << percent;
    };
    row("reset", "reset");
    row("reset:3", "reset:3", 3);
    row("reset:20%", "reset:20%", -1, 20);
    row("reset:3:20%", "reset:3:20%", 3, 20);
    row("delay", "delay=3000");
    row("delay=500", "delay=500");
    row("delay=500:2", "delay=500:2", 2);
    row("clock=-60", "clock=-60");
    row("MISSING_ARGUMENTS", "MISSING_ARGUMENTS");
    row("MISSING_ARGUMENTS:uuid", "MISSING_ARGUMENTS:uuid");
    row("MISSING_ARGUMENTS:uuid:2", "MISSING_ARGUMENTS:uuid:2", 2);
    row("MISSING_ARGUMENTS: uuid:2", "MISSING_ARGUMENTS: uuid:2", 2); // as the PC document writes it
    row("NO_FACE_FOUND:image_ref3:100%", "NO_FACE_FOUND:image_ref3");
    row("AUTHORIZATION_ERROR:Denied.", "AUTHORIZATION_ERROR:Denied.");
    row("AUTHORIZATION_ERROR:ANYTHING:1", "AUTHORIZATION_ERROR:ANYTHING:1", 1);
    row("Request Entity Too Large:1", "Request Entity Too Large:1", 1);
    row("INTERNAL_ERROR@biz_no=b-1", "INTERNAL_ERROR@biz_no=b-1");
    row("close:1@idcard_name=测:3@=", "close:1@idcard_name=测:3@=", 1);
    row("close@uuid=", "close@uuid=");
}

void TestScenarios::readsOrders()
{
    QFETCH(QString, text);
    QFETCH(QString, again);
    QFETCH(int, count);
    QFETCH(int, percent);
    const ScenarioOrder read = order(text);
    QCOMPARE(read.text(), again);
    QCOMPARE(read.count.value_or(-1), count);
    QCOMPARE(read.percent, percent);
    QCOMPARE(order(read.text()).text(), again);
}

void TestScenarios::saysWhatIsWrongWithAnOrder_data()
{
    QTest::addColumn<QString>("words");
    const auto row = [](const char *text, const char *words) {
        QTest::newRow(text) << QString::fromUtf8(words);
    };
    row("", "There is no scenario ''.");
    row("nonsense", "There is no scenario 'nonsense'.");
    row("RESET", "There is no scenario 'RESET'.");
    row("SOMETHING_NEW:uuid", "There is no scenario 'SOMETHING_NEW:uuid'.");
    row("MISSING_ARGUMENTS:verbose", "There is no scenario 'MISSING_ARGUMENTS:verbose'.");
    row("NO_FACE_FOUND:uuid", "There is no scenario 'NO_FACE_FOUND:uuid'.");
    row("INTERNAL_ERROR:uuid", "There is no scenario 'INTERNAL_ERROR:uuid'.");
    row("reset=3", "'reset' takes no number.");
    row("delay=soon", "'delay' takes a whole number from 1 to 600000.");
    row("delay=", "'delay' takes a whole number from 1 to 600000.");
    row("redirect=200", "'redirect' takes a whole number from 301 to 308.");
    row("reset:0", "A count is a whole number of 1 or more.");
    row("reset:99999999999", "A count is a whole number of 1 or more.");
    row("reset:0%", "A share is 1% to 100%.");
    row("reset:101%", "A share is 1% to 100%.");
    row("reset@uuid", "Behind @ stands FIELD=VALUE.");
    row("early-413@uuid=1", "'early-413' happens before a field is read, so it cannot ask for one.");
}

void TestScenarios::saysWhatIsWrongWithAnOrder()
{
    QFETCH(QString, words);
    const auto read = readOrder(QString::fromUtf8(QTest::currentDataTag()));
    const QString *problem = std::get_if<QString>(&read);
    QVERIFY(problem);
    QCOMPARE(*problem, words);
}

void TestScenarios::everyEntryOfTheCatalogCanBeOrdered()
{
    QStringList names;
    for (const ScenarioEntry &entry : scenarioCatalog()) {
        QVERIFY2(!names.contains(entry.name), qPrintable(entry.name));
        names.append(entry.name);
        QVERIFY2(!entry.description.isEmpty(), qPrintable(entry.name));
        QVERIFY2(!entry.description.contains(u'\n'), qPrintable(entry.name));
        QString name = entry.name;
        name.replace(u":KEY"_s, u":uuid"_s).replace(u":PHOTO"_s, u":image_ref1"_s);
        const Scenario scenario = order(name).scenario;
        for (const EndpointSpec *spec : endpoints()) {
            // Both documents leave the reasons open, so the reasons of one may come from the other too.
            const bool isReason = name.startsWith(u"AUTHORIZATION_ERROR:");
            QCOMPARE(scenario.concerns(*spec), isReason || entry.endpoints.contains(spec->id));
        }
    }
    QVERIFY(names.contains(u"NO_FACE_FOUND:PHOTO"_s));
    QVERIFY(names.contains(u"drip-body=100"_s));
}

void TestScenarios::everyDocumentedCodeCanBeOrdered()
{
    int orders = 0;
    for (const EndpointSpec *spec : endpoints()) {
        for (const ErrorSpec &row : spec->errors) {
            QStringList codes{row.code};
            if (row.detail == ErrorDetail::Reason)
                codes = {row.code + u':' + (row.reason.isEmpty() ? u"OTHER"_s : row.reason)};
            for (const QString &part : spec->partsNamedBy(row))
                codes.append(row.code + u':' + part);
            for (const QString &code : codes) {
                QVERIFY(order(code).scenario.concerns(*spec));
                ++orders;
            }
        }
    }
    QVERIFY2(orders > 100, qPrintable(QString::number(orders)));
}

/// The rows of reliability.md section 3 that a server has a part in. Those that happen before a connection
/// (refused, no such name, http:// typed, a proxy) or on the client's side alone are no scenario.
void TestScenarios::everyFaultOfTheMatrixHasAName_data()
{
    QTest::addColumn<QStringList>("orders");
    const auto row = [](const char *fault, const char *orders) {
        QTest::newRow(fault) << QString::fromLatin1(orders).split(u' ');
    };
    row("FIN or RST after the full body, garbage, HTTP/0.9, partial status line or headers",
        "close reset garbage http-0.9 cut-status cut-headers");
    row("kept-alive socket closed on the 2nd post", "close-kept-alive left-over");
    row("close or stall in mid upload", "close-at-head close-upload reset-upload stall-upload");
    row("no answer, late, drip-fed", "no-answer delay=130000 drip-headers drip-body stuck-body bandwidth=10");
    row("body shorter than its length, cut, bad chunk, odd lengths",
        "cut-body length-too-large cut-without-length bad-chunk cut-chunk length-negative length-twice "
        "length-too-small");
    row("200,000 header lines, 2 GB body, gzip bomb", "many-headers endless-body gzip-bomb");
    row("invalid UTF-8, GBK, trailing data, depth 2000", "not-utf8 gbk trailing-data deep-json");
    row("odd tokens, token and error",
        "token-empty token-number token-null token-twice token-nul token-newline token-backwards token-html "
        "token-and-error error-with-200 token-with-400");
    row("100 only, 102, 103, 204, 200 empty", "status-100 status-102 status-103 empty-204 empty-200");
    row("redirects", "redirect=301 redirect=302 redirect=303 redirect=307 redirect=308");
    row("413 early or with RST", "early-413 early-413-reset");
    row("unknown codes, blank after the colon or not", "unknown-code MISSING_ARGUMENTS:uuid");
    row("EXPIRED_SIGN, clock off by 1 h or 1 day", "clock=3600 clock=-3600 clock=86400 clock=-86400");
    row("429 or CONCURRENCY_LIMIT_EXCEEDED with Retry-After", "busy=5 TOO_MANY_REQUESTS");
    row("close in the TLS handshake", "close-at-connect");
    row("a proxy's page", "html=502");
    // The other bad TLS is --tls-flaw, for all connections: tst_sandboxtls.
}

void TestScenarios::everyFaultOfTheMatrixHasAName()
{
    QFETCH(QStringList, orders);
    for (const QString &text : orders) {
        for (const QString &how : {u""_s, u":2"_s, u":20%"_s})
            QVERIFY2(std::holds_alternative<ScenarioOrder>(readOrder(text + how)), qPrintable(text + how));
        if (!order(text).scenario.isEarly())
            QVERIFY(std::holds_alternative<ScenarioOrder>(readOrder(text + u"@biz_no=b-1"_s)));
    }
    QVERIFY(std::holds_alternative<ScenarioOrder>(readOrder(u"Request Entity Too Large:1"_s)));
}

void TestScenarios::answersAnyCode_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *code, const QByteArray &request, int status) {
        QTest::newRow(code) << request << QByteArray(QByteArray::number(status) + ' ' + code);
    };
    row("MISSING_ARGUMENTS:biz_no", sdkRequest(), 400);
    row("NO_FACE_FOUND:image_ref2", sdkRequest(), 400);
    row("INVALID_IMAGE_SIZE:image_ref1", sdkRequest(), 400);
    row("INVALID_SIGN", sdkRequest(), 403);
    row("AUTHORIZATION_ERROR:MORE_RETRY_TIMES", sdkRequest(), 403);
    row("AUTHORIZATION_ERROR:SOMETHING", sdkRequest(), 403);
    row("TOO_MANY_REQUESTS", sdkRequest(), 429);
    row("MULTIPLE_FACES:image_ref3", pcRequest(), 400);
    row("INVALID_ARGUMENTS: return_url", pcRequest(), 400);
    row("INVALID_NAME_FORMAT", pcRequest(), 400);
    row("AUTHORIZATION_ERROR:No data source permission.", pcRequest(), 403);
    row("CONCURRENCY_LIMIT_EXCEEDED", pcRequest(), 403);
    row("API_NOT_FOUND", pcRequest(), 404);
    row("INTERNAL_ERROR", pcRequest(), 500);
}

void TestScenarios::answersAnyCode()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, expected);
    m_server->scenarios().add(order(QString::fromUtf8(QTest::currentDataTag())));
    const RawResponse response = exchange(m_server->port(), request);
    QCOMPARE(verdict(response), expected);
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    QVERIFY(body.value(u"request_id").isString());
    QVERIFY(body.value(u"time_used").isDouble());
}

void TestScenarios::countsRequests()
{
    m_server->scenarios().add(order(u"INTERNAL_ERROR:2"_s));
    const quint16 port = m_server->port();
    QCOMPARE(verdict(exchange(port, pcRequest())), "500 INTERNAL_ERROR");
    QCOMPARE(m_server->scenarios().entries().constFirst().order.text(), u"INTERNAL_ERROR:1"_s);
    QCOMPARE(verdict(exchange(port, pcRequest())), "500 INTERNAL_ERROR");
    QCOMPARE(verdict(exchange(port, pcRequest())), "200");
    QVERIFY(m_server->scenarios().entries().isEmpty());
    // The plain text that a proxy makes of a request that is too large.
    m_server->scenarios().add(order(u"Request Entity Too Large:1"_s));
    const RawResponse large = exchange(port, sdkRequest());
    QCOMPARE(large.status, 413);
    QCOMPARE(large.header("Content-Type"), "text/plain");
    QCOMPARE(large.body, "Request Entity Too Large");
}

void TestScenarios::passesOverWhatDoesNotConcern()
{
    m_server->scenarios().add(order(u"TOO_MANY_REQUESTS:1"_s)); // of the SDK alone
    m_server->scenarios().add(order(u"INTERNAL_ERROR:1"_s));
    const quint16 port = m_server->port();
    // No document has this path, so nothing happens to it.
    QCOMPARE(verdict(exchange(port, rawPost("/elsewhere", "", ""))), "404 API_NOT_FOUND");
    QCOMPARE(verdict(exchange(port, pcRequest())), "500 INTERNAL_ERROR");
    QCOMPARE(verdict(exchange(port, pcRequest())), "200");
    QCOMPARE(verdict(exchange(port, sdkRequest())), "429 TOO_MANY_REQUESTS");
    QCOMPARE(verdict(exchange(port, sdkRequest())), "400 MISSING_ARGUMENTS:sign");
}

void TestScenarios::asksForAFieldsValue()
{
    m_server->scenarios().add(order(u"INTERNAL_ERROR:1@biz_no=b-7"_s));
    const quint16 port = m_server->port();
    QCOMPARE(verdict(exchange(port, pcRequest("b-1"))), "200");
    QCOMPARE(verdict(exchange(port, pcRequest("b-7"))), "500 INTERNAL_ERROR");
    QCOMPARE(verdict(exchange(port, pcRequest("b-7"))), "200");
    m_server->scenarios().add(order(u"INTERNAL_ERROR@uuid="_s)); // left out
    QCOMPARE(verdict(exchange(port, pcRequest())), "500 INTERNAL_ERROR");
}

void TestScenarios::keepsTheOrderOfOrders()
{
    for (const QString &text : {u"INTERNAL_ERROR:1@biz_no=b-7"_s, u"API_NOT_FOUND:1"_s, u"early-413:1"_s,
             u"MISSING_ARGUMENTS:uuid"_s})
        m_server->scenarios().add(order(text));
    const quint16 port = m_server->port();
    QCOMPARE(verdict(exchange(port, pcRequest("b-1"))), "404 API_NOT_FOUND");
    QCOMPARE(verdict(exchange(port, pcRequest("b-7"))), "500 INTERNAL_ERROR");
    QCOMPARE(exchange(port, pcRequest("b-1")).status, 413);
    QCOMPARE(verdict(exchange(port, pcRequest("b-1"))), "400 MISSING_ARGUMENTS:uuid");
    QCOMPARE(verdict(exchange(port, pcRequest("b-7"))), "400 MISSING_ARGUMENTS:uuid");
}

void TestScenarios::hitsAShare()
{
    const auto hits = [this](quint32 seed) {
        m_server->scenarios().clear();
        m_server->scenarios().setSeed(seed);
        m_server->scenarios().add(order(u"INTERNAL_ERROR:20%"_s));
        RawConnection connection(m_server->port());
        QByteArray line;
        for (int i = 0; i < 400; ++i)
            line += connection.send(pcRequest()) && connection.receive().status == 500 ? 'x' : '.';
        return line;
    };
    const QByteArray first = hits(7);
    const qsizetype count = first.count('x');
    QVERIFY2(count > 50 && count < 120, first); // 80 expected; 50 and 120 are nearly four deviations off
    QCOMPARE(hits(7), first);
    QVERIFY(hits(8) != first);
}

void TestScenarios::countsAcrossThreads()
{
    constexpr int wanted = 150;
    m_server->scenarios().add(order(u"INTERNAL_ERROR:%1@biz_no=b-7"_s.arg(wanted)));
    std::atomic_int errors = 0;
    std::vector<std::thread> clients;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back([&, i] {
            RawConnection connection(m_server->port());
            for (int n = 0; n < 100; ++n) {
                if (connection.send(pcRequest((n + i) % 4 ? "b-7" : "b-1")))
                    errors += connection.receive().status == 500 ? 1 : 0;
            }
        });
    }
    for (std::thread &client : clients)
        client.join();
    QCOMPARE(errors.load(), wanted);
}

void TestScenarios::canBeTakenBack()
{
    m_server->scenarios().add(order(u"INTERNAL_ERROR"_s));
    QCOMPARE(verdict(exchange(m_server->port(), pcRequest())), "500 INTERNAL_ERROR");
    m_server->scenarios().clear();
    QCOMPARE(verdict(exchange(m_server->port(), pcRequest())), "200");
}

void TestScenarios::readsAFileOfOrders()
{
    const auto read = readOrders(u"# two of them\n\nreset:3\r\n\t delay=5@biz_no=a b \n"_s);
    const auto *orders = std::get_if<QList<ScenarioOrder>>(&read);
    QVERIFY(orders);
    QCOMPARE(orders->size(), 2);
    QCOMPARE(orders->constFirst().text(), u"reset:3"_s);
    QCOMPARE(orders->constLast().text(), u"delay=5@biz_no=a b"_s);
    const auto bad = readOrders(u"reset\n\nnonsense"_s);
    QCOMPARE(std::get<QString>(bad), u"Line 3: There is no scenario 'nonsense'."_s);
}

/// Wherever the sandbox listens.
void TestScenarios::isControlledFromThisMachineOnly()
{
    ScenarioQueue queue;
    SandboxRequest request{"POST", u"/sandbox/scenarios"_s, {textPart(u"scenario"_s, u"reset"_s)}};
    for (const QString &address : {u"192.0.2.1"_s, u"2001:db8::1"_s}) {
        request.client = QHostAddress(address);
        QCOMPARE(controlAnswer(queue, request)->httpStatus, 403);
    }
    QVERIFY(queue.entries().isEmpty());
    request.client = QHostAddress(QHostAddress::LocalHostIPv6);
    QCOMPARE(controlAnswer(queue, request)->httpStatus, 200);
    QCOMPARE(queue.entries().size(), 1);
}

QTEST_GUILESS_MAIN(TestScenarios)
#include "tst_scenarios.moc"
