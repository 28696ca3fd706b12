#include "client/clockskew.h"
#include "client/exchange.h"
#include "client/reply.h"
#include "client/scrub.h"
#include "contract/tokenreading.h"

#include <QTest>

using namespace faceid;

namespace {

const QByteArray sdkToken = "1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46";
const QByteArray sdkSuccess =
    R"({"biz_token":"1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46",)"
    R"("request_id":"1532412036,5df6bb83-d4ab-407d-9eb2-b12dd9f6ca55","time_used":813})";
const QByteArray pcSuccess = R"({"time_used":5,"token":"34fb21937e47ae719f11cbc719615687",)"
                             R"("request_id":"1462257147,3149525e-2c24-4862-8e9f-92040595f0a4",)"
                             R"("expired_time":1462257765})";

Reply answer(int status, const QByteArray &body)
{
    Reply reply;
    reply.httpStatus = status;
    reply.body = body;
    reply.headers = {{"Content-Type", "application/json"}};
    return reply;
}

QByteArray withToken(const QByteArray &literal)
{
    return "{\"biz_token\":" + literal + "}";
}

} // namespace

class TestReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheDocumentsSamples();
    void judges_data();
    void judges();
    void refusesTokens_data();
    void refusesTokens();
    void comparesLengths_data();
    void comparesLengths();
    void refusesHeadersThatCannotBeKept();
    void readsEitherErrorKey_data();
    void readsEitherErrorKey();
    void readsExpiry_data();
    void readsExpiry();
    void readsHeaders();
    void keepsFactsOfInvalidAnswers();
    void readsTimeFromIds();
    void measuresTheClock();
    void scrubsWhatTheRequestCarried();
    void knowsUntilWhenATokenLives();
    void namesEveryOutcome();
    void saysWhyItStopped();
};

void TestReply::readsTheDocumentsSamples()
{
    Reply sdk = answer(200, sdkSuccess);
    QCOMPARE(readReply(getBizToken(), sdk), Verdict::Issued);
    QCOMPARE(sdk.token.toLatin1(), sdkToken);
    QCOMPARE(sdk.requestId, QStringLiteral("1532412036,5df6bb83-d4ab-407d-9eb2-b12dd9f6ca55"));
    QCOMPARE(sdk.timeUsedMs, 813);
    QVERIFY(sdk.isJson);
    QVERIFY(sdk.oddity.isEmpty());
    QVERIFY(!sdk.expiresAt.isValid());

    Reply pc = answer(200, pcSuccess);
    QCOMPARE(readReply(getToken(), pc), Verdict::Issued);
    QCOMPARE(pc.token, QStringLiteral("34fb21937e47ae719f11cbc719615687"));
    QCOMPARE(pc.expiresAt, QDateTime::fromSecsSinceEpoch(1462257765, Qt::UTC));

    Reply refused = answer(400,
        R"({"error_message":"INVALID_ARGUMENTS: return_url",)"
        R"("request_id":"1461740007,71eeb124-08f0-47b3-8fc8-ac048cfa1372","time_used":4})");
    QCOMPARE(readReply(getToken(), refused), Verdict::Refused);
    QCOMPARE(refused.errorText, QStringLiteral("INVALID_ARGUMENTS: return_url"));
    QCOMPARE(refused.errorCode, QStringLiteral("INVALID_ARGUMENTS:return_url"));
    QCOMPARE(refused.errorField, QStringLiteral("return_url"));
    QCOMPARE(refused.timeUsedMs, 4);
}

void TestReply::judges_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Verdict>("verdict");

    const QByteArray error = R"({"error":"MISSING_ARGUMENTS:sign"})";
    QTest::newRow("success") << 200 << sdkSuccess << Verdict::Issued;
    QTest::newRow("blanks around") << 200 << " \r\n" + sdkSuccess + "\n " << Verdict::Issued;
    QTest::newRow("unknown keys, also doubled below")
        << 200 << withToken("\"t\",\"x\":{\"a\":1,\"a\":2,\"biz_token\":\"y\"},\"y\":[\"biz_token\"]")
        << Verdict::Issued;
    QTest::newRow("400") << 400 << error << Verdict::Refused;
    QTest::newRow("403 unknown code")
        << 403 << QByteArray(R"({"error":"SOMETHING_NEW"})") << Verdict::Refused;
    QTest::newRow("429") << 429 << QByteArray(R"({"error":"TOO_MANY_REQUESTS"})") << Verdict::Refused;
    QTest::newRow("413 text") << 413 << QByteArray("<html>too large</html>") << Verdict::Refused;
    QTest::newRow("413 empty") << 413 << QByteArray() << Verdict::Refused;
    QTest::newRow("413 JSON") << 413 << QByteArray(R"({"error":"TOO_LARGE"})") << Verdict::Refused;
    QTest::newRow("500 INTERNAL_ERROR")
        << 500 << QByteArray(R"({"error":"INTERNAL_ERROR"})") << Verdict::ServerError;

    QTest::newRow("no status") << 0 << sdkSuccess << Verdict::Invalid;
    QTest::newRow("102") << 102 << sdkSuccess << Verdict::Invalid;
    QTest::newRow("103") << 103 << sdkSuccess << Verdict::Invalid;
    QTest::newRow("201") << 201 << sdkSuccess << Verdict::Invalid;
    QTest::newRow("204") << 204 << QByteArray() << Verdict::Invalid;
    QTest::newRow("206") << 206 << sdkSuccess << Verdict::Invalid;
    QTest::newRow("302") << 302 << sdkSuccess << Verdict::Invalid;
    QTest::newRow("304") << 304 << sdkSuccess << Verdict::Invalid;
    QTest::newRow("200 empty") << 200 << QByteArray() << Verdict::Invalid;
    QTest::newRow("200 {}") << 200 << QByteArray("{}") << Verdict::Invalid;
    QTest::newRow("200 []") << 200 << QByteArray("[\"biz_token\"]") << Verdict::Invalid;
    QTest::newRow("200 HTML") << 200 << QByteArray("<html></html>") << Verdict::Invalid;
    QTest::newRow("200 error") << 200 << error << Verdict::Invalid;
    QTest::newRow("200 token and error")
        << 200 << withToken("\"t\",\"error\":\"BAD_ARGUMENTS:uuid\"") << Verdict::Invalid;
    QTest::newRow("200 token and error null") << 200 << withToken("\"t\",\"error\":null") << Verdict::Invalid;
    QTest::newRow("200 token and error_message")
        << 200 << withToken("\"t\",\"error_message\":\"X\"") << Verdict::Invalid;
    QTest::newRow("200 the other API's token") << 200 << pcSuccess << Verdict::Invalid;
    QTest::newRow("cut") << 200 << sdkSuccess.chopped(1) << Verdict::Invalid;
    QTest::newRow("trailing brace") << 200 << sdkSuccess + "}" << Verdict::Invalid;
    QTest::newRow("trailing object") << 200 << sdkSuccess + sdkSuccess << Verdict::Invalid;
    QTest::newRow("trailing NUL") << 200 << sdkSuccess + QByteArray(1, '\0') << Verdict::Invalid;
    QTest::newRow("not UTF-8") << 200 << withToken("\"t\",\"x\":\"\xc4\xe3\"") << Verdict::Invalid;
    QTest::newRow("depth 2000") << 200
                                << withToken("\"t\",\"x\":" + QByteArray(2000, '[') + QByteArray(2000, ']'))
                                << Verdict::Invalid;
    QTest::newRow("400 with token") << 400 << sdkSuccess << Verdict::Invalid;
    QTest::newRow("400 with token and error")
        << 400 << withToken("\"t\",\"error\":\"BAD_ARGUMENTS:uuid\"") << Verdict::Invalid;
    QTest::newRow("413 with token") << 413 << sdkSuccess << Verdict::Invalid;
    QTest::newRow("400 HTML") << 400 << QByteArray("<html>") << Verdict::Invalid;
    QTest::newRow("400 error no text") << 400 << QByteArray(R"({"error":42})") << Verdict::Invalid;
    QTest::newRow("400 error empty") << 400 << QByteArray(R"({"error":" "})") << Verdict::Invalid;
    QTest::newRow("400 two errors") << 400 << QByteArray(R"({"error":"A","error":"B"})") << Verdict::Invalid;
    QTest::newRow("500 other") << 500 << QByteArray(R"({"error":"OTHER"})") << Verdict::Invalid;
    QTest::newRow("500 with token") << 500 << withToken("\"t\",\"error\":\"INTERNAL_ERROR\"")
                                    << Verdict::Invalid;
    QTest::newRow("502 HTML") << 502 << QByteArray("<html>Bad Gateway</html>") << Verdict::Invalid;
    QTest::newRow("503 INTERNAL_ERROR")
        << 503 << QByteArray(R"({"error":"INTERNAL_ERROR"})") << Verdict::Invalid;
}

void TestReply::judges()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Verdict, verdict);
    Reply reply = answer(status, body);
    QCOMPARE(readReply(getBizToken(), reply), verdict);
    QCOMPARE(reply.oddity.isEmpty(), verdict != Verdict::Invalid);
    QCOMPARE(reply.token.isEmpty(), verdict != Verdict::Issued);
    QCOMPARE(reply.errorCode.isEmpty(), reply.errorText.trimmed().isEmpty() && status != 413);
    QCOMPARE(reply.body, body);
}

void TestReply::refusesTokens_data()
{
    QTest::addColumn<QByteArray>("literal");
    QTest::newRow("empty") << QByteArray("\"\"");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("number") << QByteArray("1532412036");
    QTest::newRow("object") << QByteArray("{\"a\":\"b\"}");
    QTest::newRow("list") << QByteArray("[\"abc\"]");
    QTest::newRow("true") << QByteArray("true");
    QTest::newRow("blank") << QByteArray("\"a b\"");
    QTest::newRow("newline") << QByteArray("\"ab\\n\"");
    QTest::newRow("NUL") << QByteArray("\"a\\u0000b\"");
    QTest::newRow("tab") << QByteArray("\"a\\tb\"");
    QTest::newRow("DEL") << QByteArray("\"a\x7f"
                                       "b\"");
    QTest::newRow("right-to-left override") << QByteArray("\"a\\u202eb\"");
    QTest::newRow("HTML") << QByteArray("\"<b>x</b>\"");
    QTest::newRow("quote") << QByteArray("\"a\\\"b\"");
    QTest::newRow("apostrophe") << QByteArray("\"a'b\"");
    QTest::newRow("Chinese") << QByteArray("\"\xe4\xbb\xa4\xe7\x89\x8c\"");
    QTest::newRow("1025 characters") << '"' + QByteArray(1025, 'a') + '"';
    QTest::newRow("twice") << QByteArray("\"first\",\"biz_token\":\"second\"");
    QTest::newRow("twice the same") << QByteArray("\"same\",\"biz_token\":\"same\"");
    QTest::newRow("twice, once escaped") << QByteArray("\"first\",\"biz_\\u0074oken\":\"second\"");
    QTest::newRow("twice, an escaped quote before")
        << QByteArray("\"first\",\"x\":\"\\\\\\\"{\",\"biz_token\":\"second\"");
    QTest::newRow("request_id twice") << QByteArray("\"t\",\"request_id\":\"a\",\"request_id\":\"b\"");
    QTest::newRow("empty key twice") << QByteArray("\"t\",\"\":1,\"\":2");
}

void TestReply::refusesTokens()
{
    QFETCH(QByteArray, literal);
    Reply reply = answer(200, withToken(literal));
    QCOMPARE(readReply(getBizToken(), reply), Verdict::Invalid);
    QVERIFY(reply.isJson);
    QVERIFY(!reply.oddity.isEmpty());
    QVERIFY(reply.token.isEmpty());
}

void TestReply::comparesLengths_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<Verdict>("verdict");
    const QByteArray right = QByteArray::number(sdkSuccess.size());
    QTest::newRow("right") << QByteArray("content-length") << right << Verdict::Issued;
    QTest::newRow("blanks") << QByteArray("Content-Length") << ' ' + right + ' ' << Verdict::Issued;
    QTest::newRow("identity") << QByteArray("Content-Encoding") << QByteArray("identity") << Verdict::Issued;
    QTest::newRow("one more") << QByteArray("Content-Length") << QByteArray::number(sdkSuccess.size() + 1)
                              << Verdict::Invalid;
    QTest::newRow("one less") << QByteArray("Content-Length") << QByteArray::number(sdkSuccess.size() - 1)
                              << Verdict::Invalid;
    QTest::newRow("negative") << QByteArray("Content-Length") << '-' + right << Verdict::Invalid;
    QTest::newRow("plus") << QByteArray("Content-Length") << '+' + right << Verdict::Invalid;
    QTest::newRow("word") << QByteArray("Content-Length") << QByteArray("many") << Verdict::Invalid;
    QTest::newRow("empty") << QByteArray("Content-Length") << QByteArray() << Verdict::Invalid;
    QTest::newRow("huge") << QByteArray("Content-Length") << QByteArray(40, '9') << Verdict::Invalid;
    QTest::newRow("two in one, as Qt joins them")
        << QByteArray("Content-Length") << right + ", " + right << Verdict::Invalid;
    QTest::newRow("gzip") << QByteArray("Content-Encoding") << QByteArray("gzip") << Verdict::Invalid;
}

void TestReply::comparesLengths()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(Verdict, verdict);
    Reply reply = answer(200, sdkSuccess);
    reply.headers = {{"Server", "x"}, {name, value}};
    QCOMPARE(readReply(getBizToken(), reply), verdict);

    Reply doubled = answer(200, sdkSuccess);
    doubled.headers = {{"Content-Length", QByteArray::number(sdkSuccess.size())}, {name, value}};
    if (name.toLower() == "content-length")
        QCOMPARE(readReply(getBizToken(), doubled), Verdict::Invalid);

    Reply chunkedToo = answer(200, sdkSuccess);
    chunkedToo.headers = {{name, value}, {"Transfer-Encoding", "chunked"}};
    if (name.toLower() == "content-length")
        QCOMPARE(readReply(getBizToken(), chunkedToo), Verdict::Invalid);
}

void TestReply::refusesHeadersThatCannotBeKept()
{
    Reply none = answer(200, sdkSuccess);
    none.headers.clear();
    QCOMPARE(readReply(getBizToken(), none), Verdict::Invalid);
    Reply many = answer(200, sdkSuccess);
    for (int i = 0; i < 200'000; ++i)
        many.headers.append({"X-" + QByteArray::number(i), "0123456789"});
    QCOMPARE(readReply(getBizToken(), many), Verdict::Invalid);
    QVERIFY(many.headers.isEmpty());
    QVERIFY(many.token.isEmpty());
}

void TestReply::readsEitherErrorKey_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QByteArray>("key");
    for (const EndpointSpec *spec : endpoints()) {
        for (const char *key : {"error", "error_message"})
            QTest::addRow("%s %s", qPrintable(spec->id), key) << spec->id << QByteArray(key);
    }
}

void TestReply::readsEitherErrorKey()
{
    QFETCH(QString, endpoint);
    QFETCH(QByteArray, key);
    Reply reply = answer(400, "{\"" + key + "\":\"NO_FACE_FOUND: image_ref2\"}");
    QCOMPARE(readReply(*endpointById(endpoint), reply), Verdict::Refused);
    QCOMPARE(reply.errorCode, QStringLiteral("NO_FACE_FOUND:image_ref2"));
    QCOMPARE(reply.errorField, QStringLiteral("image_ref2"));
}

void TestReply::readsExpiry_data()
{
    QTest::addColumn<QByteArray>("literal");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("number") << QByteArray("1462257765") << qint64(1462257765);
    QTest::newRow("text") << QByteArray("\"1462257765\"") << qint64(1462257765);
    QTest::newRow("fraction") << QByteArray("1462257765.5") << qint64(-1);
    QTest::newRow("milliseconds") << QByteArray("1462257765000") << qint64(-1);
    QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
    QTest::newRow("huge") << QByteArray("1e300") << qint64(-1);
    QTest::newRow("null") << QByteArray("null") << qint64(-1);
    QTest::newRow("words") << QByteArray("\"soon\"") << qint64(-1);
}

void TestReply::readsExpiry()
{
    QFETCH(QByteArray, literal);
    QFETCH(qint64, seconds);
    Reply reply = answer(200, R"({"token":"34fb2193","expired_time":)" + literal + "}");
    QCOMPARE(readReply(getToken(), reply), Verdict::Issued); // a token is a token
    if (seconds < 0)
        QVERIFY(!reply.expiresAt.isValid());
    else
        QCOMPARE(reply.expiresAt, QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC));
}

void TestReply::readsHeaders()
{
    Reply reply = answer(302, {});
    reply.headers = {{"location", "http://127.0.0.1:1/x?y=1"}, {"RETRY-AFTER", " 17 "}};
    QCOMPARE(readReply(getToken(), reply), Verdict::Invalid);
    QCOMPARE(reply.location, QUrl(QStringLiteral("http://127.0.0.1:1/x?y=1")));
    QCOMPARE(reply.retryAfterSeconds, 17);
    Reply dated = answer(429, R"({"error":"TOO_MANY_REQUESTS"})");
    dated.headers = {{"Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT"}};
    QCOMPARE(readReply(getBizToken(), dated), Verdict::Refused);
    QVERIFY(!dated.retryAfterSeconds);
}

void TestReply::keepsFactsOfInvalidAnswers()
{
    Reply reply = answer(502, R"({"error":"BAD_GATEWAY","request_id":"abc","time_used":"7"})");
    QCOMPARE(readReply(getToken(), reply), Verdict::Invalid);
    QCOMPARE(reply.errorText, QStringLiteral("BAD_GATEWAY"));
    QCOMPARE(reply.requestId, QStringLiteral("abc"));
    QCOMPARE(reply.timeUsedMs, 7);

    Reply odd = answer(400, "{\"error\":\"A\",\"request_id\":\"a\\u202eb\",\"time_used\":{}}");
    QCOMPARE(readReply(getToken(), odd), Verdict::Refused);
    QVERIFY(odd.requestId.isEmpty());
    QCOMPARE(odd.timeUsedMs, -1);
}

void TestReply::readsTimeFromIds()
{
    QCOMPARE(timeInId(QString::fromLatin1(sdkToken)), QDateTime::fromSecsSinceEpoch(1532412036, Qt::UTC));
    for (const char *id : {"", "1532412036", "34fb21937e47ae719f11cbc719615687", ",c26a7243",
             "15324120361532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46"})
        QVERIFY2(!timeInId(QString::fromLatin1(id)).isValid(), id);
}

void TestReply::measuresTheClock()
{
    Reply reply;
    QVERIFY(!clockSkew(reply, 1532412036'000));
    reply.headers = {{"date", "Tue, 24 Jul 2018 06:00:36 GMT"}}; // 1532412036
    QCOMPARE(clockSkew(reply, 1532412036'500), 0);
    QCOMPARE(clockSkew(reply, 1532412036'500 + 3600'000), 3600'000);
    reply.requestId = QStringLiteral("1532412000,5df6bb83-d4ab-407d-9eb2-b12dd9f6ca55");
    reply.timeUsedMs = 813;
    QCOMPARE(clockSkew(reply, 1532412000'500 + 813 - 86400'000), -86400'000);
    reply.headers = {{"Date", "yesterday"}};
    reply.requestId.clear();
    QVERIFY(!clockSkew(reply, 1532412036'000));
}

void TestReply::scrubsWhatTheRequestCarried()
{
    const Parts sent{textPart(QStringLiteral("idcard_name"), QStringLiteral("测试一")),
        textPart(QStringLiteral("idcard_number"), QStringLiteral("11010119900307003X")),
        textPart(QStringLiteral("uuid"), QStringLiteral("u-1"))};
    std::vector<Secret> secrets;
    secrets.emplace_back(QByteArray("planted-secret-0001"));
    Reply reply = answer(400,
        "{\"error\":\"BAD \\u6D4b\\u8bd5\\u4e00\",\"a\":\"测试一 11010119900307003x\","
        "\"b\":\"planted-secret-0001\",\"uuid\":\"u-1\"}");
    reply.headers = {{"X-Echo", "planted-secret-0001 11010119900307003X"}};
    QCOMPARE(readReply(getToken(), reply), Verdict::Refused);
    reply.location = QUrl(QStringLiteral("http://x/?s=planted-secret-0001"));
    scrub(reply, getToken(), sent, secrets);

    const QByteArray all = reply.body + reply.headers.constFirst().second + reply.errorText.toUtf8()
        + reply.errorCode.toUtf8() + reply.location.toEncoded();
    for (const char *personal : {"planted-secret", "11010119900307003", "测试一", "\\u4e00"})
        QVERIFY2(!all.contains(personal), all.constData());
    QVERIFY(reply.body.contains("\"uuid\":\"u-1\""));

    Reply binary = answer(200, "\xff\xfe planted");
    scrub(binary, getToken(), sent, secrets);
    QCOMPARE(binary.body, QByteArray("\xff\xfe planted"));
}

void TestReply::knowsUntilWhenATokenLives()
{
    Exchange sdk;
    sdk.endpointId = QStringLiteral("get_biz_token");
    sdk.reply.token = QString::fromLatin1(sdkToken);
    QVERIFY(!sdk.expiresAt().isValid()); // not issued
    QVERIFY(!sdk.queryableUntil().isValid());
    sdk.outcome = Outcome::Issued;
    QCOMPARE(sdk.expiresAt(), QDateTime::fromSecsSinceEpoch(1532412036 + 3600, Qt::UTC));
    QCOMPARE(sdk.queryableUntil(), QDateTime::fromSecsSinceEpoch(1532412036 + 86400, Qt::UTC));
    sdk.reply.token = QStringLiteral("shapeless");
    QVERIFY(!sdk.expiresAt().isValid());

    Exchange pc;
    pc.endpointId = QStringLiteral("get_token");
    pc.outcome = Outcome::Issued;
    pc.reply = answer(200, pcSuccess);
    readReply(getToken(), pc.reply);
    QCOMPARE(pc.expiresAt(), QDateTime::fromSecsSinceEpoch(1462257765, Qt::UTC));
    QVERIFY(!pc.queryableUntil().isValid());
}

void TestReply::namesEveryOutcome()
{
    const QStringList names =
        QStringLiteral("Pending NotSent CutOff Unknown Issued Refused ServerError").split(u' ');
    for (int i = 0; i < names.size(); ++i) {
        QCOMPARE(outcomeName(Outcome(i)), names.at(i));
        QCOMPARE(outcomeFromName(names.at(i)), Outcome(i));
        QVERIFY(!outcomeTitle(Outcome(i)).isEmpty());
        QVERIFY(!outcomeSentence(Outcome(i)).isEmpty());
    }
    QVERIFY(!outcomeFromName(u"issued"));
}

void TestReply::saysWhyItStopped()
{
    Exchange exchange;
    exchange.address = QUrl(QStringLiteral("https://[::1]/x"));
    QVERIFY(stopSentence(exchange).isEmpty());
    exchange.detail = QStringLiteral("Connection refused");
    exchange.outcome = Outcome::NotSent;
    for (int i = int(Stop::Problems); i <= int(Stop::Network); ++i) {
        exchange.stop = Stop(i);
        QVERIFY2(!stopSentence(exchange).isEmpty(), qPrintable(QString::number(i)));
    }
    QVERIFY(stopSentence(exchange).contains(u"[::1]:443"));
    QVERIFY(stopSentence(exchange).contains(u"Connection refused"));
    exchange.address = QUrl(QStringLiteral("http://127.0.0.1:8080/x"));
    QVERIFY(stopSentence(exchange).contains(u"127.0.0.1:8080"));
    exchange.reply.httpStatus = 502;
    QVERIFY(stopSentence(exchange).contains(u"no valid final answer"));

    exchange.stop = Stop::Problems;
    exchange.problems = validate(getToken(), {});
    QVERIFY(stopSentence(exchange).contains(u"MISSING_ARGUMENTS:comparison_type"));
}

QTEST_GUILESS_MAIN(TestReply)
#include "tst_reply.moc"
