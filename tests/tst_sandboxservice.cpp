// What the sandbox answers, without a socket. Every expected code is typed from the two documents.

#include "support/serviceforms.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace faceid;
using namespace faceid::test::service;
using namespace Qt::StringLiterals;

class TestSandboxService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void issuesBizTokens();
    void issuesTokens();
    void refusesAsDocumented_data();
    void refusesAsDocumented();
    void refusalsHaveTheirShape();
    void reportsInTheDocumentsOrder();
    void takesPhotosHoweverTheyAreSent();
    void routes_data();
    void routes();
    void saysWhatIsTooLarge();
};

void TestSandboxService::issuesBizTokens()
{
    static const QRegularExpression id(
        u"^1718000000,[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    SandboxService service(defaultSandboxKeys(), oneFace);
    for (const QString &comparison : {u"0"_s, u"1"_s}) {
        const SandboxAnswer answer = post(service, sdkForm(comparison));
        QCOMPARE(answer.httpStatus, 200);
        QCOMPARE(answer.contentType, "application/json");
        const QJsonObject body = object(answer);
        QCOMPARE(body.keys(), QStringList({u"biz_token"_s, u"request_id"_s, u"time_used"_s}));
        QVERIFY2(id.match(body.value(u"biz_token").toString()).hasMatch(), answer.body);
        QVERIFY2(id.match(body.value(u"request_id").toString()).hasMatch(), answer.body);
        QVERIFY(body.value(u"biz_token") != body.value(u"request_id"));
        QVERIFY(body.value(u"time_used").isDouble());
    }
}

void TestSandboxService::issuesTokens()
{
    static const QRegularExpression token(u"^[0-9a-f]{32}$"_s);
    SandboxService service(defaultSandboxKeys(), oneFace);
    QSet<QString> tokens;
    for (const QString &comparison : {u"0"_s, u"1"_s, u"-1"_s}) {
        const SandboxAnswer answer = post(service, pcForm(comparison));
        QCOMPARE(answer.httpStatus, 200);
        const QJsonObject body = object(answer);
        QCOMPARE(body.keys(), QStringList({u"expired_time"_s, u"request_id"_s, u"time_used"_s, u"token"_s}));
        QVERIFY2(token.match(body.value(u"token").toString()).hasMatch(), answer.body);
        QCOMPARE(body.value(u"expired_time").toInteger(), now + 618);
        QVERIFY(body.value(u"request_id").toString().startsWith(u"1718000000,"));
        tokens.insert(body.value(u"token").toString());
    }
    QCOMPARE(tokens.size(), 3);
}

void TestSandboxService::refusesAsDocumented_data()
{
    QTest::addColumn<Form>("form");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *tag, const Form &form, const char *expected) {
        QTest::newRow(tag) << form << QString::fromLatin1(expected);
    };
    const Form sdk0 = sdkForm(u"0"_s);
    const Form sdk1 = sdkForm(u"1"_s);
    const Form pc0 = pcForm(u"0"_s);
    const Form pc1 = pcForm(u"1"_s);
    const Form pcLive = pcForm(u"-1"_s);
    const QByteArray tooWide = greyPicture("PNG", {4097, 2});
    const QByteArray whole = greyPicture("PNG", {40, 50});
    const QString bytes51 = QString(17, u'测'); // 51 bytes

    row("sdk: no sign", sdk1.without(u"sign"_s), "400 MISSING_ARGUMENTS:sign");
    row("sdk: empty sign", sdk1.with(u"sign"_s, u""_s), "400 MISSING_ARGUMENTS:sign");
    row("sdk: no sign_version", sdk1.without(u"sign_version"_s), "400 MISSING_ARGUMENTS:sign_version");
    row("sdk: sign_version", sdk1.with(u"sign_version"_s, u"hmac_sha256"_s),
        "400 BAD_ARGUMENTS:sign_version");
    row("sdk: no liveness_type", sdk1.without(u"liveness_type"_s), "400 MISSING_ARGUMENTS:liveness_type");
    row("sdk: liveness_type", sdk1.with(u"liveness_type"_s, u"still"_s), "400 BAD_ARGUMENTS:liveness_type");
    row("sdk: no comparison_type", sdk1.without(u"comparison_type"_s),
        "400 MISSING_ARGUMENTS:comparison_type");
    row("sdk: comparison_type", sdk1.with(u"comparison_type"_s, u"-1"_s),
        "400 BAD_ARGUMENTS:comparison_type");
    row("sdk: no name", sdk1.without(u"idcard_name"_s), "400 MISSING_ARGUMENTS:idcard_name");
    row("sdk: no number", sdk1.without(u"idcard_number"_s), "400 MISSING_ARGUMENTS:idcard_number");
    row("sdk: number", sdk1.with(u"idcard_number"_s, u"123"_s), "400 BAD_ARGUMENTS:idcard_number");
    row("sdk: no photo", sdk0.without(u"image_ref1"_s), "400 MISSING_ARGUMENTS:image_ref1");
    row("sdk: second photo only", sdk0.without(u"image_ref1"_s).with(photo(u"image_ref2"_s, whole)),
        "400 MISSING_ARGUMENTS:image_ref1");
    row("sdk: not a photo", sdk0.with(photo(u"image_ref1"_s, "hello")),
        "400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1");
    row("sdk: empty photo", sdk0.with(photo(u"image_ref1"_s, "")),
        "400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1");
    row("sdk: cut photo", sdk0.with(photo(u"image_ref2"_s, whole.chopped(20))),
        "400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref2");
    row("sdk: large photo", sdk0.with(photo(u"image_ref1"_s, tooWide)), "400 INVALID_IMAGE_SIZE:image_ref1");
    row("sdk: large second photo", sdk1.with(photo(u"image_ref2"_s, tooWide)),
        "400 INVALID_IMAGE_SIZE:image_ref2");
    row("sdk: no uuid", sdk0.without(u"uuid"_s), "400 MISSING_ARGUMENTS:uuid");
    row("sdk: uuid of 153 bytes", sdk0.with(u"uuid"_s, bytes51.repeated(3)), "400 BAD_ARGUMENTS:uuid");
    row("sdk: biz_no of 129 bytes", sdk1.with(u"biz_no"_s, QString(129, u'b')), "400 BAD_ARGUMENTS:biz_no");
    row("sdk: biz_no of 128 bytes", sdk1.with(u"biz_no"_s, QString(128, u'b')), "200");
    row("sdk: timeout 4", sdk1.with(u"liveness_timeout"_s, u"4"_s), "400 BAD_ARGUMENTS:liveness_timeout");
    row("sdk: timeout 5", sdk1.with(u"liveness_timeout"_s, u"5"_s), "200");
    row("sdk: timeout 61", sdk1.with(u"liveness_timeout"_s, u"61"_s), "400 BAD_ARGUMENTS:liveness_timeout");
    row("sdk: timeout in words", sdk1.with(u"liveness_timeout"_s, u"soon"_s),
        "400 BAD_ARGUMENTS:liveness_timeout");
    row("sdk: no action", sdk1.with(u"liveness_action_count"_s, u"0"_s),
        "400 BAD_ARGUMENTS:liveness_action_count");
    row("sdk: security level", sdk1.with(u"security_level"_s, u"5"_s), "400 BAD_ARGUMENTS:security_level");
    row("sdk: force_compare", sdk1.with(u"force_compare"_s, u"2"_s), "400 BAD_ARGUMENTS:force_compare");
    row("sdk: turned photos", sdk1.with(u"multi_oriented_detection"_s, u"yes"_s),
        "400 BAD_ARGUMENTS:multi_oriented_detection");
    row("sdk: unknown fields", sdk1.with(u"verbose"_s, u"1"_s).with(u"bizno"_s, QString(999, u'b')), "200");

    row("pc: no key", pc1.without(u"api_key"_s), "400 MISSING_ARGUMENTS:api_key");
    row("pc: no secret", pc1.without(u"api_secret"_s), "400 MISSING_ARGUMENTS:api_secret");
    row("pc: unknown key", pc1.with(u"api_key"_s, u"other"_s), "403 AUTHENTICATION_ERROR");
    row("pc: wrong secret", pc1.with(u"api_secret"_s, u"other"_s), "403 AUTHENTICATION_ERROR");
    row("pc: no comparison_type", pc1.without(u"comparison_type"_s), "400 MISSING_ARGUMENTS:comparison_type");
    row("pc: comparison_type", pc1.with(u"comparison_type"_s, u"2"_s), "400 BAD_ARGUMENTS:comparison_type");
    row("pc: no name", pc1.without(u"idcard_name"_s), "400 MISSING_ARGUMENTS:idcard_name");
    row("pc: name of 33 characters", pc1.with(u"idcard_name"_s, QString(33, u'测')),
        "400 INVALID_NAME_FORMAT");
    row("pc: name of 32 characters", pc1.with(u"idcard_name"_s, QString(32, u'测')), "200");
    row("pc: name in GBK", pc1.with(Part{u"idcard_name"_s, "\xb2\xe2\xca\xd4", {}, {}}),
        "400 INVALID_NAME_FORMAT");
    row("pc: no number", pc1.without(u"idcard_number"_s), "400 MISSING_ARGUMENTS:idcard_number");
    row("pc: number", pc1.with(u"idcard_number"_s, u"11010119900307X030"_s), "400 INVALID_IDCARD_NUMBER");
    row("pc: number with x", pc1.with(u"idcard_number"_s, u"11010119900307002x"_s), "200");
    row("pc: number of the sample", pc1.with(u"idcard_number"_s, u"123456789012345678"_s), "200");
    row("pc: no uuid", pc0.without(u"uuid"_s), "400 MISSING_ARGUMENTS:uuid");
    row("pc: uuid of 510 bytes", pc0.with(u"uuid"_s, bytes51.repeated(10)), "200");
    row("pc: uuid of 561 bytes", pc0.with(u"uuid"_s, bytes51.repeated(11)), "400 BAD_ARGUMENTS:uuid");
    row("pc: no photo", pc0.without(u"image_ref1"_s), "400 MISSING_ARGUMENTS:image_ref1");
    row("pc: third photo only", pc0.without(u"image_ref1"_s).with(photo(u"image_ref3"_s, whole)), "200");
    row("pc: not a photo", pc0.with(photo(u"image_ref3"_s, "GIF89a")),
        "400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref3");
    row("pc: large photo", pc0.with(photo(u"image_ref1"_s, tooWide)), "200");
    row("pc: no return_url", pcLive.without(u"return_url"_s), "400 MISSING_ARGUMENTS:return_url");
    row("pc: return_url", pcLive.with(u"return_url"_s, u"shop"_s), "400 BAD_ARGUMENTS:return_url");
    row("pc: no notify_url", pcLive.without(u"notify_url"_s), "400 MISSING_ARGUMENTS:notify_url");
    row("pc: notify_url", pcLive.with(u"notify_url"_s, u"ftp://shop.example/"_s),
        "400 BAD_ARGUMENTS:notify_url");
    row("pc: no biz_no", pcLive.without(u"biz_no"_s), "400 MISSING_ARGUMENTS:biz_no");
    row("pc: biz_no", pcLive.with(u"biz_no"_s, bytes51.repeated(3)), "400 BAD_ARGUMENTS:biz_no");
    row("pc: extra data of 4096 bytes", pcLive.with(u"biz_extra_data"_s, QString(4096, u'x')), "200");
    row("pc: extra data", pcLive.with(u"biz_extra_data"_s, QString(4097, u'x')),
        "400 BAD_ARGUMENTS:biz_extra_data");
    row("pc: screen_replay", pcLive.with(u"screen_replay"_s, u"2"_s), "400 BAD_ARGUMENTS:screen_replay");
    row("pc: turned photos", pcLive.with(u"multi_oriented_detection"_s, u"2"_s),
        "400 BAD_ARGUMENTS:multi_oriented_detection");
}

void TestSandboxService::refusesAsDocumented()
{
    QFETCH(Form, form);
    QFETCH(QString, expected);
    QCOMPARE(verdict(form), expected);
}

void TestSandboxService::refusalsHaveTheirShape()
{
    SandboxService service(defaultSandboxKeys(), oneFace);
    const QJsonObject sdk = object(post(service, sdkForm(u"1"_s).without(u"sign"_s)));
    QCOMPARE(sdk.keys(), QStringList({u"error"_s, u"request_id"_s, u"time_used"_s}));
    QVERIFY(sdk.value(u"request_id").toString().startsWith(u"1718000000,"));
    const QJsonObject pc = object(post(service, pcForm(u"1"_s).without(u"api_key"_s)));
    QCOMPARE(pc.keys(), QStringList({u"error_message"_s, u"request_id"_s, u"time_used"_s}));

    SandboxRequest request{"POST", pcPath, {}, now, {}};
    request.since.start();
    QTest::qWait(20);
    QVERIFY(object(service.answer(request)).value(u"time_used").toInteger() >= 20);
}

void TestSandboxService::reportsInTheDocumentsOrder()
{
    // Everything is wrong; each mended row brings up the next one of the document.
    Form sdk = Form{sdkPath, {}}.with(photo(u"image_ref2"_s, "x"));
    QCOMPARE(verdict(sdk), u"400 MISSING_ARGUMENTS:sign");
    sdk = sdk.with(u"sign"_s, QString::fromLatin1(signOf(now + 100)));
    QCOMPARE(verdict(sdk), u"400 MISSING_ARGUMENTS:sign_version");
    sdk = sdk.with(u"sign_version"_s, u"hmac_sha1"_s);
    QCOMPARE(verdict(sdk), u"400 MISSING_ARGUMENTS:liveness_type");
    sdk = sdk.with(u"liveness_type"_s, u"meglive"_s);
    QCOMPARE(verdict(sdk), u"400 MISSING_ARGUMENTS:comparison_type");
    sdk = sdk.with(u"comparison_type"_s, u"0"_s);
    QCOMPARE(verdict(sdk), u"400 MISSING_ARGUMENTS:image_ref1");
    sdk = sdk.with(photo(u"image_ref1"_s, greyPicture("PNG", {9, 9})));
    QCOMPARE(verdict(sdk), u"400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref2");
    sdk = sdk.without(u"image_ref2"_s);
    QCOMPARE(verdict(sdk), u"400 MISSING_ARGUMENTS:uuid");
    QCOMPARE(verdict(sdk.with(u"uuid"_s, u"u"_s)), u"200");

    Form pc = Form{pcPath, {}}.with(u"biz_extra_data"_s, QString(5000, u'x'));
    QCOMPARE(verdict(pc), u"400 MISSING_ARGUMENTS:api_key");
    pc = pc.with(u"api_key"_s, u"sandbox-key"_s);
    QCOMPARE(verdict(pc), u"400 MISSING_ARGUMENTS:api_secret");
    pc = pc.with(u"api_secret"_s, u"sandbox-secret"_s);
    QCOMPARE(verdict(pc), u"400 MISSING_ARGUMENTS:comparison_type");
    pc = pc.with(u"comparison_type"_s, u"1"_s);
    QCOMPARE(verdict(pc), u"400 MISSING_ARGUMENTS:idcard_name");
    pc = pc.with(u"idcard_name"_s, idName);
    QCOMPARE(verdict(pc), u"400 MISSING_ARGUMENTS:idcard_number");
    pc = pc.with(u"idcard_number"_s, idNumber);
    QCOMPARE(verdict(pc), u"400 MISSING_ARGUMENTS:return_url");
    pc = pc.with(u"return_url"_s, u"https://a.example"_s);
    QCOMPARE(verdict(pc), u"400 MISSING_ARGUMENTS:notify_url");
    pc = pc.with(u"notify_url"_s, u"https://a.example"_s);
    QCOMPARE(verdict(pc), u"400 MISSING_ARGUMENTS:biz_no");
    pc = pc.with(u"biz_no"_s, u"b"_s);
    QCOMPARE(verdict(pc), u"400 BAD_ARGUMENTS:biz_extra_data");
}

void TestSandboxService::takesPhotosHoweverTheyAreSent()
{
    const QByteArray bytes = greyPicture("BMP", {20, 20});
    QCOMPARE(verdict(sdkForm(u"0"_s).with({u"image_ref1"_s, bytes, {}, {}})), u"200");
    QCOMPARE(verdict(sdkForm(u"0"_s).with({u"image_ref1"_s, bytes, u" "_s, {}})), u"200");
    QCOMPARE(verdict(sdkForm(u"0"_s).with({u"image_ref1"_s, "XXXX", {}, {}})),
        u"400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1");
    // An empty file field of a browser: no name, no bytes.
    QCOMPARE(
        verdict(sdkForm(u"0"_s).with({u"image_ref1"_s, "", {}, {}})), u"400 MISSING_ARGUMENTS:image_ref1");
    // A text with a file name is no text.
    QCOMPARE(
        verdict(sdkForm(u"0"_s).with({u"uuid"_s, "u-1", u"uuid.txt"_s, {}})), u"400 MISSING_ARGUMENTS:uuid");
}

void TestSandboxService::routes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("key");

    QTest::newRow("other method, SDK") << QByteArray("GET") << sdkPath << u"error"_s;
    QTest::newRow("other method, PC") << QByteArray("PUT") << pcPath << u"error_message"_s;
    QTest::newRow("lower case") << QByteArray("post") << pcPath << u"error_message"_s;
    QTest::newRow("other version") << QByteArray("POST") << u"/face/v1.3/sdk/get_biz_token"_s << u"error"_s;
    QTest::newRow("slash at the end") << QByteArray("POST") << QString(pcPath + u'/') << u"error_message"_s;
    QTest::newRow("root") << QByteArray("POST") << u"/"_s << u"error"_s;
    QTest::newRow("nothing") << QByteArray("POST") << QString() << u"error"_s;
}

void TestSandboxService::routes()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, path);
    QFETCH(QString, key);
    SandboxService service(defaultSandboxKeys(), oneFace);
    const SandboxAnswer answer = service.answer({method, path, pcForm(u"-1"_s).parts, now, {}});
    QCOMPARE(answer.httpStatus, 404);
    QCOMPARE(object(answer).value(key).toString(), u"API_NOT_FOUND");
}

void TestSandboxService::saysWhatIsTooLarge()
{
    QCOMPARE(SandboxService::maxBodyBytes(), 20971520); // 20 MB
    const SandboxAnswer answer = SandboxService::tooLarge(21'000'000);
    QCOMPARE(answer.httpStatus, 413);
    QCOMPARE(answer.contentType, "text/plain");
    QCOMPARE(answer.body, "Request Entity Too Large");
}

QTEST_GUILESS_MAIN(TestSandboxService)
#include "tst_sandboxservice.moc"
