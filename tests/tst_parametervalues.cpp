// What validate() says of the value of one parameter: bad, good, too long, no UTF-8, or a wrong check digit.

#include "support/requestparts.h"

#include "contract/idnumber.h"

#include <QTest>

using namespace faceid;
using namespace made;

class TestParameterValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badValue_data();
    void badValue();
    void goodValue_data();
    void goodValue();
    void bytesAndCharacters_data();
    void bytesAndCharacters();
    void invalidUtf8_data();
    void invalidUtf8();
    void checkDigit();
};

void TestParameterValues::badValue_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("comparison");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("code");

    const auto bad = [](const QString &endpoint, const char *comparison, const char *name,
                         const QString &value, const char *code) {
        QTest::addRow("%s %s=%s", qPrintable(endpoint), name, qPrintable(value.left(24).simplified()))
            << endpoint << QString::fromLatin1(comparison) << QString::fromLatin1(name) << value
            << QString::fromLatin1(code);
    };
    const auto sdkBad = [&bad](const char *comparison, const char *name, const QStringList &values,
                            const char *code) {
        for (const QString &value : values)
            bad(sdk, comparison, name, value, code);
    };
    const auto pcBad = [&bad](const char *comparison, const char *name, const QStringList &values,
                           const char *code) {
        for (const QString &value : values)
            bad(pc, comparison, name, value, code);
    };
    const QString longText(5000, u'a');
    const QStringList wrongIds{QStringLiteral("11010119900307003"), QStringLiteral("1101011990030700388"),
        QStringLiteral("11010119900307003A"), QStringLiteral("X10101199003070038"),
        QStringLiteral("110101900307003"), QStringLiteral("110101199003070038\n"),
        QStringLiteral(" 110101199003070038"), QStringLiteral("１１０１０１１９９００３０７００３８"),
        QStringLiteral("\ufeff110101199003070038")};
    const QStringList notNumbers{QStringLiteral("x"), QStringLiteral("1.5"), QStringLiteral("0x10"),
        QStringLiteral(" 5"), QStringLiteral("5\n"), QStringLiteral("+5"), QStringLiteral("５"),
        QStringLiteral("99999999999999999999")};

    sdkBad("0", "sign_version", {QStringLiteral("hmac_sha256"), QStringLiteral("HMAC_SHA1")},
        "BAD_ARGUMENTS:sign_version");
    sdkBad("0", "liveness_type", {QStringLiteral("still"), QStringLiteral("MEGLIVE")},
        "BAD_ARGUMENTS:liveness_type");
    sdkBad("0", "comparison_type",
        {QStringLiteral("-1"), QStringLiteral("2"), QStringLiteral("x"), QStringLiteral("00")},
        "BAD_ARGUMENTS:comparison_type");
    sdkBad("1", "idcard_number", wrongIds, "BAD_ARGUMENTS:idcard_number");
    sdkBad("0", "image_ref1", {QStringLiteral("XXXX")}, "IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1");
    sdkBad("0", "image_ref2", {QStringLiteral("XXXX")}, "IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref2");
    sdkBad("0", "uuid", {longText.left(129)}, "BAD_ARGUMENTS:uuid");
    sdkBad("0", "biz_no", {longText.left(129)}, "BAD_ARGUMENTS:biz_no");
    sdkBad("0", "liveness_timeout", notNumbers, "BAD_ARGUMENTS:liveness_timeout");
    sdkBad("0", "liveness_timeout",
        {QStringLiteral("4"), QStringLiteral("61"), QStringLiteral("-5"), QStringLiteral("1234567890")},
        "BAD_ARGUMENTS:liveness_timeout");
    sdkBad("1", "liveness_action_count", {QStringLiteral("0"), QStringLiteral("4"), QStringLiteral("three")},
        "BAD_ARGUMENTS:liveness_action_count");
    sdkBad("0", "security_level", {QStringLiteral("0"), QStringLiteral("5"), QStringLiteral("x")},
        "BAD_ARGUMENTS:security_level");
    sdkBad("0", "force_compare", {QStringLiteral("2"), QStringLiteral("-1"), QStringLiteral("true")},
        "BAD_ARGUMENTS:force_compare");
    sdkBad("0", "multi_oriented_detection", {QStringLiteral("2"), QStringLiteral("yes")},
        "BAD_ARGUMENTS:multi_oriented_detection");

    pcBad("0", "comparison_type", {QStringLiteral("2"), QStringLiteral("x"), QStringLiteral("-0")},
        "BAD_ARGUMENTS:comparison_type");
    pcBad("1", "idcard_name", {longText.left(33)}, "INVALID_NAME_FORMAT");
    pcBad("1", "idcard_number", wrongIds, "INVALID_IDCARD_NUMBER");
    pcBad("0", "uuid", {longText.left(513)}, "BAD_ARGUMENTS:uuid");
    pcBad("0", "image_ref1", {QStringLiteral("XXXX")}, "IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1");
    pcBad("0", "image_ref2", {QStringLiteral("XXXX")}, "IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref2");
    pcBad("1", "image_ref3", {QStringLiteral("XXXX")}, "IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref3");
    const QStringList noAddresses{QStringLiteral("example.com/back"), QStringLiteral("ftp://example.com/"),
        QStringLiteral("https://"), QStringLiteral("javascript:alert(1)"),
        QStringLiteral("https://exa mple.com/")};
    pcBad("-1", "return_url", noAddresses, "BAD_ARGUMENTS:return_url");
    pcBad("-1", "notify_url", noAddresses, "BAD_ARGUMENTS:notify_url");
    pcBad("-1", "biz_no", {longText.left(129)}, "BAD_ARGUMENTS:biz_no");
    pcBad("-1", "biz_extra_data", {longText.left(4097)}, "BAD_ARGUMENTS:biz_extra_data");
    pcBad("-1", "screen_replay", {QStringLiteral("2"), QStringLiteral("on")}, "BAD_ARGUMENTS:screen_replay");
    pcBad("-1", "multi_oriented_detection", {QStringLiteral("2"), QStringLiteral("true")},
        "BAD_ARGUMENTS:multi_oriented_detection");
}

void TestParameterValues::badValue()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, comparison);
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(QString, code);
    Parts parts = complete(endpoint, comparison);
    put(parts, textPart(name, value));
    QCOMPARE(codes(endpoint, parts, Scope::Wire), QStringList(code));
    QCOMPARE(validate(specOf(endpoint), parts, Scope::Wire).constFirst().field, name);
}

void TestParameterValues::goodValue_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("values");
    const auto good = [](const QString &endpoint, const char *name, const QStringList &values) {
        QTest::addRow("%s %s", qPrintable(endpoint), name) << endpoint << QString::fromLatin1(name) << values;
    };
    const QString text(5000, u'a');
    good(sdk, "idcard_name", {QStringLiteral("A"), text}); // no limit is named
    good(sdk, "idcard_number",
        {idNumber, QStringLiteral("11010519491231002X"), QStringLiteral("11010519491231002x")});
    good(sdk, "biz_no", {text.left(128)});
    good(sdk, "liveness_timeout", {QStringLiteral("5"), QStringLiteral("60")});
    good(sdk, "liveness_action_count", {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")});
    good(sdk, "security_level",
        {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")});
    good(sdk, "force_compare", {QStringLiteral("0"), QStringLiteral("1")});
    good(sdk, "multi_oriented_detection", {QStringLiteral("0"), QStringLiteral("1")});
    good(pc, "idcard_name", {text.left(32)});
    good(pc, "idcard_number",
        {idNumber, QStringLiteral("11010519491231002X"), QStringLiteral("11010519491231002x")});
    good(pc, "return_url",
        {QStringLiteral("http://example.com"), QStringLiteral("HTTPS://example.com:8443/a?b=c#d"),
            QStringLiteral("http://127.0.0.1:5000/"), QStringLiteral("https://例子.example/回")});
    good(pc, "biz_no", {text.left(128)});
    good(pc, "biz_extra_data", {text.left(4096), QStringLiteral("{\"a\": \"\\n\"}\r\n")});
    good(pc, "scene_id", {text});
    good(pc, "screen_replay", {QStringLiteral("0"), QStringLiteral("1")});
    good(pc, "multi_oriented_detection", {QStringLiteral("0"), QStringLiteral("1")});
}

void TestParameterValues::goodValue()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, name);
    QFETCH(QStringList, values);
    for (const QString &value : values) {
        Parts parts = complete(endpoint, QStringLiteral("1"));
        put(parts, textPart(name, value));
        QCOMPARE(codes(endpoint, parts, Scope::Wire), QStringList());
    }
}

void TestParameterValues::bytesAndCharacters_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("comparison");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("reason"); // -1: none
    QTest::addColumn<qint64>("actual");
    QTest::addColumn<qint64>("limit");
    const int none = -1;
    const int bytes = int(Reason::TooManyBytes);
    const int chars = int(Reason::TooManyChars);
    const auto han = [](int n) { return QString(n, u'测'); }; // 3 bytes each
    const auto beyond = [](int n) {
        return QStringLiteral("𠮷").repeated(n);
    }; // outside the BMP: 4 bytes each
    const QString uuid = QStringLiteral("uuid");
    const QString bizNo = QStringLiteral("biz_no");
    const QString name = QStringLiteral("idcard_name");
    const QString uploaded = QStringLiteral("0");
    const QString source = QStringLiteral("1");

    QTest::newRow("sdk uuid, 50 han") << sdk << uploaded << uuid << han(50) << bytes << 150LL << 128LL;
    QTest::newRow("pc uuid, 50 han") << pc << uploaded << uuid << han(50) << none << 0LL << 0LL;
    QTest::newRow("sdk uuid, 42 han") << sdk << uploaded << uuid << han(42) << none << 0LL << 0LL;
    QTest::newRow("sdk uuid, 43 han") << sdk << uploaded << uuid << han(43) << bytes << 129LL << 128LL;
    QTest::newRow("pc uuid, 170 han") << pc << uploaded << uuid << han(170) << none << 0LL << 0LL;
    QTest::newRow("pc uuid, 171 han") << pc << uploaded << uuid << han(171) << bytes << 513LL << 512LL;
    QTest::newRow("sdk uuid, 32 beyond") << sdk << uploaded << uuid << beyond(32) << none << 0LL << 0LL;
    QTest::newRow("sdk uuid, 33 beyond") << sdk << uploaded << uuid << beyond(33) << bytes << 132LL << 128LL;
    QTest::newRow("sdk biz_no, 43 han") << sdk << uploaded << bizNo << han(43) << bytes << 129LL << 128LL;
    QTest::newRow("pc biz_no, 43 han") << pc << source << bizNo << han(43) << bytes << 129LL << 128LL;
    QTest::newRow("pc extra, 1366 han")
        << pc << source << QStringLiteral("biz_extra_data") << han(1366) << bytes << 4098LL << 4096LL;
    QTest::newRow("pc name, 32 han") << pc << source << name << han(32) << none << 0LL << 0LL;
    QTest::newRow("pc name, 33 han") << pc << source << name << han(33) << chars << 33LL << 32LL;
    QTest::newRow("pc name, 32 beyond") << pc << source << name << beyond(32) << none << 0LL << 0LL;
    QTest::newRow("pc name, 33 beyond") << pc << source << name << beyond(33) << chars << 33LL << 32LL;
    QTest::newRow("sdk name, 33 han") << sdk << source << name << han(33) << none << 0LL << 0LL;
}

void TestParameterValues::bytesAndCharacters()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, comparison);
    QFETCH(QString, name);
    QFETCH(QString, value);
    QFETCH(int, reason);
    QFETCH(qint64, actual);
    QFETCH(qint64, limit);
    Parts parts = complete(endpoint, comparison);
    put(parts, textPart(name, value));
    const Problems problems = validate(specOf(endpoint), parts);
    QCOMPARE(problems.size(), reason < 0 ? 0 : 1);
    if (reason < 0)
        return;
    const Problem &problem = problems.constFirst();
    QCOMPARE(int(problem.reason), reason);
    QCOMPARE(problem.actual, actual);
    QCOMPARE(problem.limit, limit);
    QVERIFY(describe(problem).contains(QString::number(actual)));
    QVERIFY(describe(problem).contains(QString::number(limit)));
}

void TestParameterValues::invalidUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("lone byte") << QByteArray("\xff");
    QTest::newRow("cut off") << QByteArray("a\xe6\xb5");
    QTest::newRow("overlong") << QByteArray("\xc0\x80");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("above U+10FFFF") << QByteArray("\xf4\x90\x80\x80");
    QTest::newRow("GBK") << QByteArray("\xd5\xc5\xc8\xfd"); // the document's sample name in GBK
}

void TestParameterValues::invalidUtf8()
{
    QFETCH(QByteArray, bytes);
    const auto refused = [&bytes](const QString &endpoint, const char *comparison, const char *name) {
        Parts parts = complete(endpoint, QString::fromLatin1(comparison));
        put(parts, rawPart(name, bytes));
        const Problems problems = validate(specOf(endpoint), parts, Scope::Wire);
        const bool one = problems.size() == 1 && problems.constFirst().reason == Reason::NotUtf8;
        return one ? problems.constFirst().code : QString();
    };
    QCOMPARE(refused(pc, "1", "idcard_name"), QStringLiteral("INVALID_NAME_FORMAT"));
    QCOMPARE(refused(pc, "1", "idcard_number"), QStringLiteral("INVALID_IDCARD_NUMBER"));
    QCOMPARE(refused(pc, "0", "uuid"), QStringLiteral("BAD_ARGUMENTS:uuid"));
    QCOMPARE(refused(pc, "-1", "return_url"), QStringLiteral("BAD_ARGUMENTS:return_url"));
    QCOMPARE(refused(pc, "-1", "api_key"), QStringLiteral("BAD_ARGUMENTS:api_key"));
    QCOMPARE(refused(pc, "-1", "comparison_type"), QStringLiteral("BAD_ARGUMENTS:comparison_type"));
    QCOMPARE(refused(sdk, "1", "idcard_name"), QStringLiteral("BAD_ARGUMENTS:idcard_name"));
    QCOMPARE(refused(sdk, "0", "liveness_timeout"), QStringLiteral("BAD_ARGUMENTS:liveness_timeout"));
    QCOMPARE(refused(sdk, "0", "sign"), QStringLiteral("BAD_ARGUMENTS:sign"));
}

/// GB 11643, by its table of weights and its row of check characters, which is another way to count than the
/// program's.
void TestParameterValues::checkDigit()
{
    const int weights[17] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    const QString characters = QStringLiteral("10X98765432");
    for (qint64 body = 11010119900307000; body < 11010119900307300; ++body) {
        const QString digits = QString::number(body);
        int sum = 0;
        for (int i = 0; i < 17; ++i)
            sum += digits[i].digitValue() * weights[i];
        for (const QChar c : QStringLiteral("0123456789Xx"))
            QCOMPARE(idNumberCheckDigitFits(QString(digits + c)), c.toUpper() == characters[sum % 11]);
    }
    QVERIFY(idNumberCheckDigitFits(u"110101199003070038"));
    QVERIFY(idNumberCheckDigitFits(u"11010519491231002X")); // the sample of GB 11643
    QVERIFY(!idNumberCheckDigitFits(u"123456789012345678")); // the sample of the SDK document
    QVERIFY(!idNumberCheckDigitFits(u""));
    QVERIFY(!idNumberCheckDigitFits(u"1101011990030700381"));

    for (const QString &endpoint : {sdk, pc}) {
        Parts parts = complete(endpoint, QStringLiteral("1"));
        put(parts, "idcard_number", QStringLiteral("123456789012345678"));
        const Problems problems = validate(specOf(endpoint), parts);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.constFirst().reason, Reason::IdNumberCheckDigit);
        QCOMPARE(problems.constFirst().severity, Severity::Warning);
        QCOMPARE(problems.constFirst().field, QStringLiteral("idcard_number"));
        QCOMPARE(problems.constFirst().code, QString());
        QCOMPARE(firstRefusal(problems), nullptr);
    }
}

QTEST_GUILESS_MAIN(TestParameterValues)
#include "tst_parametervalues.moc"
