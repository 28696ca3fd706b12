// Error texts of the service, taken apart and explained.

#include "contract/refusal.h"

#include <QTest>

using namespace faceid;

class TestRefusal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takenApart_data();
    void takenApart();
    void everyDocumentedCodeIsExplained();
    void unknownCodes();
    void tooLarge_data();
    void tooLarge();
    void busy();
    void codeOfTheOtherDocument();
};

void TestRefusal::takenApart_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("reason"); // of the row found
    const auto add = [](const char *endpoint, int status, const char *text, const char *code,
                         const char *detail, const char *field, const char *reason = "") {
        QTest::addRow("%s %s", endpoint, text)
            << QString::fromLatin1(endpoint) << status << QString::fromLatin1(text)
            << QString::fromLatin1(code) << QString::fromLatin1(detail) << QString::fromLatin1(field)
            << QString::fromLatin1(reason);
    };
    const char *sdk = "get_biz_token";
    const char *pc = "get_token";
    add(sdk, 400, "MISSING_ARGUMENTS:sign", "MISSING_ARGUMENTS:sign", "sign", "sign");
    add(sdk, 400, "MISSING_ARGUMENTS: sign", "MISSING_ARGUMENTS:sign", "sign", "sign");
    add(pc, 400, "MISSING_ARGUMENTS: biz_no", "MISSING_ARGUMENTS:biz_no", "biz_no", "biz_no");
    add(pc, 400, "BAD_ARGUMENTS:uuid", "BAD_ARGUMENTS:uuid", "uuid", "uuid");
    add(pc, 400, "INVALID_ARGUMENTS: return_url", "INVALID_ARGUMENTS:return_url", "return_url", "return_url");
    add(pc, 400, "BAD_ARGUMENTS : uuid ", "BAD_ARGUMENTS:uuid", "uuid", "uuid");
    add(pc, 400, "IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref3", "IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref3",
        "image_ref3", "image_ref3");
    add(pc, 400, "MISSING_ARGUMENTS:image_ref", "MISSING_ARGUMENTS:image_ref", "image_ref", "image_ref1");
    add(sdk, 400, "NO_FACE_FOUND:image_ref2", "NO_FACE_FOUND:image_ref2", "image_ref2", "image_ref2");
    add(sdk, 400, "INVALID_IMAGE_SIZE:image_ref1", "INVALID_IMAGE_SIZE:image_ref1", "image_ref1",
        "image_ref1");
    add(pc, 400, "NO_FACE_FOUND", "NO_FACE_FOUND", "", "");
    add(pc, 400, "MULTIPLE_FACES", "MULTIPLE_FACES", "", "");
    add(pc, 400, "INVALID_NAME_FORMAT", "INVALID_NAME_FORMAT", "", "idcard_name");
    add(pc, 400, "INVALID_IDCARD_NUMBER", "INVALID_IDCARD_NUMBER", "", "idcard_number");
    add(sdk, 403, "AUTHENTICATION_ERROR", "AUTHENTICATION_ERROR", "", "");
    add(sdk, 403, "INVALID_SIGN", "INVALID_SIGN", "", "");
    add(sdk, 403, "AUTHORIZATION_ERROR:INVALID_SIGN", "AUTHORIZATION_ERROR:INVALID_SIGN", "INVALID_SIGN", "",
        "INVALID_SIGN");
    add(sdk, 403, "AUTHORIZATION_ERROR: EXPIRED_SIGN", "AUTHORIZATION_ERROR:EXPIRED_SIGN", "EXPIRED_SIGN", "",
        "EXPIRED_SIGN");
    add(sdk, 403, "AUTHORIZATION_ERROR:SOMETHING_NEW", "AUTHORIZATION_ERROR:SOMETHING_NEW", "SOMETHING_NEW",
        "");
    add(sdk, 403, "AUTHORIZATION_ERROR", "AUTHORIZATION_ERROR", "", "");
    add(pc, 403, "AUTHORIZATION_ERROR:Denied.", "AUTHORIZATION_ERROR:Denied.", "Denied.", "", "Denied.");
    add(pc, 403, "AUTHORIZATION_ERROR: denied.", "AUTHORIZATION_ERROR:denied.", "denied.", "", "Denied.");
    add(pc, 403, "AUTHORIZATION_ERROR:No data source permission. ",
        "AUTHORIZATION_ERROR:No data source permission.", "No data source permission.", "",
        "No data source permission.");
    add(sdk, 400, "BAD_ARGUMENTS:a:b", "BAD_ARGUMENTS:a:b", "a:b", "");
    add(sdk, 400, "BAD_ARGUMENTS:", "BAD_ARGUMENTS", "", "");
}

void TestRefusal::takenApart()
{
    QFETCH(QString, endpoint);
    QFETCH(int, status);
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(QString, detail);
    QFETCH(QString, field);
    QFETCH(QString, reason);
    const Refusal refusal = explainRefusal(*endpointById(endpoint), status, text);
    QCOMPARE(refusal.code, code);
    QCOMPARE(refusal.name, code.section(u':', 0, 0));
    QCOMPARE(refusal.detail, detail);
    QCOMPARE(refusal.field, field);
    QVERIFY(refusal.row);
    QCOMPARE(refusal.row->code, refusal.name);
    QCOMPARE(refusal.row->httpStatus, status);
    QCOMPARE(refusal.row->reason, reason);
}

void TestRefusal::everyDocumentedCodeIsExplained()
{
    for (const EndpointSpec *spec : endpoints()) {
        for (const ErrorSpec &row : spec->errors) {
            QString text = row.code;
            if (row.detail == ErrorDetail::Reason)
                text += u':' + row.reason;
            else if (row.detail == ErrorDetail::Field)
                text += QStringLiteral(":image_ref1");
            const Refusal refusal = explainRefusal(*spec, row.httpStatus, text);
            QCOMPARE(refusal.row, &row);
            QVERIFY(!refusal.meaning().isEmpty());
            QVERIFY(!refusal.advice().isEmpty());
            QVERIFY(!refusal.actor().isEmpty());
        }
    }
}

void TestRefusal::unknownCodes()
{
    for (const QString &text :
        {QStringLiteral("SOMETHING_NEW:uuid"), QStringLiteral("SOMETHING_NEW: uuid")}) {
        const Refusal refusal = explainRefusal(getBizToken(), 400, text);
        QCOMPARE(refusal.code, QStringLiteral("SOMETHING_NEW:uuid"));
        QCOMPARE(refusal.field, QStringLiteral("uuid")); // the field can be marked all the same
        QCOMPARE(refusal.row, nullptr);
        QVERIFY(!refusal.busy());
        QVERIFY(!refusal.meaning().isEmpty());
        QVERIFY(!refusal.advice().isEmpty());
        QVERIFY(!refusal.actor().isEmpty());
    }
    const Refusal empty = explainRefusal(getBizToken(), 400, QString());
    QCOMPARE(empty.code, QString());
    QCOMPARE(empty.field, QString());
    QCOMPARE(empty.row, nullptr);
    QCOMPARE(explainRefusal(getToken(), 400, QStringLiteral("签名错误")).code, QStringLiteral("签名错误"));
}

void TestRefusal::tooLarge_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("documented") << QStringLiteral("Request Entity Too Large");
    QTest::newRow("page") << QStringLiteral(
        "<html>\n<style>a:b</style><h1>413 Request Entity Too Large</h1></html>");
    QTest::newRow("newer wording") << QStringLiteral("413 Content Too Large: uuid");
}

void TestRefusal::tooLarge()
{
    QFETCH(QString, text);
    for (const EndpointSpec *spec :
        endpoints()) { // the PC document lacks it; its proxy may answer it all the same
        const Refusal refusal = explainRefusal(*spec, 413, text);
        QVERIFY(refusal.row);
        QCOMPARE(refusal.row->httpStatus, 413);
        QCOMPARE(refusal.code, QStringLiteral("Request Entity Too Large"));
        QCOMPARE(refusal.detail, QString());
        QCOMPARE(refusal.field, QString());
        QVERIFY(refusal.meaning().contains(QStringLiteral("20 MB")));
    }
    // The words alone, under another status, are not that answer.
    QCOMPARE(explainRefusal(getBizToken(), 400, QStringLiteral("Request Entity Too Large")).row, nullptr);
}

void TestRefusal::busy()
{
    QVERIFY(explainRefusal(getBizToken(), 429, QStringLiteral("TOO_MANY_REQUESTS")).busy());
    QVERIFY(explainRefusal(getToken(), 403, QStringLiteral("CONCURRENCY_LIMIT_EXCEEDED")).busy());
    QVERIFY(!explainRefusal(getToken(), 403, QStringLiteral("AUTHENTICATION_ERROR")).busy());
    QCOMPARE(explainRefusal(getToken(), 500, QStringLiteral("INTERNAL_ERROR")).row->again, Again::ByHand);
}

void TestRefusal::codeOfTheOtherDocument()
{
    const Refusal refusal = explainRefusal(getToken(), 429, QStringLiteral("TOO_MANY_REQUESTS"));
    QVERIFY(refusal.row);
    QVERIFY(refusal.busy());
    QCOMPARE(explainRefusal(getBizToken(), 400, QStringLiteral("MULTIPLE_FACES:image_ref1")).field,
        QStringLiteral("image_ref1"));
}

QTEST_GUILESS_MAIN(TestRefusal)
#include "tst_refusal.moc"
