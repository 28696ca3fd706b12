// What validate() would have the service refuse: each parameter of both documents missing and bad, in the
// service's code, and the order of report.

#include "support/documents.h"
#include "support/madepicture.h"

#include "contract/idnumber.h"
#include "contract/validation.h"

#include <QTest>

#include <map>

using namespace faceid;

namespace {

const QString personName = QStringLiteral("测试一");
const QString goodId = QStringLiteral("110101199003070038"); // a made-up person; the check digit fits

const QByteArray &photo()
{
    static const QByteArray bytes = madePicture("png", {8, 8});
    return bytes;
}

Part photoPart(const QString &name, const QByteArray &bytes = photo())
{
    return {name, bytes, name + QStringLiteral(".png"), {}};
}

Part rawPart(const char *name, const QByteArray &bytes)
{
    return {QString::fromLatin1(name), bytes, {}, {}};
}

void put(Parts &parts, const Part &part)
{
    parts.removeIf([&part](const Part &p) { return p.name == part.name; });
    parts.append(part);
}

void put(Parts &parts, const char *name, const QString &value)
{
    put(parts, textPart(QString::fromLatin1(name), value));
}

void drop(Parts &parts, const QString &name)
{
    parts.removeIf([&name](const Part &part) { return part.name == name; });
}

const EndpointSpec &specOf(const QString &endpoint)
{
    return *endpointById(endpoint);
}

/// A request that has every required parameter of the case, and credentials.
Parts complete(const QString &endpoint, const QString &comparison)
{
    Parts parts;
    if (endpoint == u"get_biz_token") {
        put(parts, "sign", QStringLiteral("c2lnbg=="));
        put(parts, "sign_version", QStringLiteral("hmac_sha1"));
        put(parts, "liveness_type", QStringLiteral("meglive"));
    } else {
        put(parts, "api_key", QStringLiteral("key"));
        put(parts, "api_secret", QStringLiteral("secret"));
        put(parts, "return_url", QStringLiteral("https://example.com/back"));
        put(parts, "notify_url", QStringLiteral("https://example.com/notify?a=b"));
        put(parts, "biz_no", QStringLiteral("b-1"));
    }
    put(parts, "comparison_type", comparison);
    if (comparison == u"1") {
        put(parts, "idcard_name", personName);
        put(parts, "idcard_number", goodId);
    }
    if (comparison == u"0") {
        put(parts, "uuid", QStringLiteral("u-1"));
        put(parts, photoPart(QStringLiteral("image_ref1")));
    }
    return parts;
}

/// The problems as text: codes, and "(field)" for a warning.
QStringList codes(const QString &endpoint, const Parts &parts, Scope scope = Scope::Form)
{
    QStringList list;
    const Problems problems = validate(specOf(endpoint), parts, scope);
    for (const Problem &problem : problems)
        list.append(
            problem.severity == Severity::Warning ? QString(u'(' + problem.field + u')') : problem.code);
    return list;
}

const QString sdk = QStringLiteral("get_biz_token");
const QString pc = QStringLiteral("get_token");

} // namespace

class TestValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presence_data();
    void presence();
    void badValue_data();
    void badValue();
    void goodValue_data();
    void goodValue();
    void bytesAndCharacters_data();
    void bytesAndCharacters();
    void invalidUtf8_data();
    void invalidUtf8();
    void photoCopies();
    void photoContent();
    void facesInPhotos_data();
    void facesInPhotos();
    void fileWhereATextBelongs();
    void orderOfReport();
    void withoutAComparisonType();
    void credentialsOnlyOnTheWire();
    void unknownPartsAreIgnored();
    void checkDigit();
    void wholeBody();
    void everyReasonHasWords();
    void refusalsAndWarnings();
};

/// Every row of both documents in every case, taken out of a complete request or put into it.
void TestValidation::presence_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("comparison");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("letter");
    const QStringList cases{QStringLiteral("-1"), QStringLiteral("0"), QStringLiteral("1")};
    const auto addRows = [&cases](
                             const QString &endpoint, const std::vector<documents::Parameter> &parameters) {
        for (const documents::Parameter &parameter : parameters) {
            for (int i = endpoint == sdk ? 1 : 0; i < cases.size(); ++i)
                QTest::addRow("%s %s %s", qPrintable(endpoint), parameter.name, qPrintable(cases[i]))
                    << endpoint << cases[i] << QString::fromLatin1(parameter.name)
                    << QString(QLatin1Char(parameter.presence[i]));
        }
    };
    addRows(sdk, documents::sdkParameters());
    addRows(pc, documents::pcParameters());
}

void TestValidation::presence()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, comparison);
    QFETCH(QString, name);
    QFETCH(QString, letter);

    Parts parts = complete(endpoint, comparison);
    QCOMPARE(codes(endpoint, parts, Scope::Wire), QStringList());
    if (letter == u"-") { // of another case: whatever it holds, nobody looks
        put(parts, rawPart(qPrintable(name), QByteArray(10000, '\xff')));
        QCOMPARE(codes(endpoint, parts, Scope::Wire), QStringList());
        return;
    }
    const QStringList missing{QStringLiteral("MISSING_ARGUMENTS:") + name};
    const bool onlyOne = letter == u"A" && name == u"image_ref1"; // the one photo of the complete request
    const QStringList expected = letter == u"R" || onlyOne ? missing : QStringList();
    drop(parts, name);
    QCOMPARE(codes(endpoint, parts, Scope::Wire), expected);
    put(parts, rawPart(qPrintable(name), QByteArray())); // an empty value counts as left out
    QCOMPARE(codes(endpoint, parts, Scope::Wire), expected);
}

void TestValidation::badValue_data()
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

void TestValidation::badValue()
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

void TestValidation::goodValue_data()
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
        {goodId, QStringLiteral("11010519491231002X"), QStringLiteral("11010519491231002x")});
    good(sdk, "biz_no", {text.left(128)});
    good(sdk, "liveness_timeout", {QStringLiteral("5"), QStringLiteral("60")});
    good(sdk, "liveness_action_count", {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")});
    good(sdk, "security_level",
        {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")});
    good(sdk, "force_compare", {QStringLiteral("0"), QStringLiteral("1")});
    good(sdk, "multi_oriented_detection", {QStringLiteral("0"), QStringLiteral("1")});
    good(pc, "idcard_name", {text.left(32)});
    good(pc, "idcard_number",
        {goodId, QStringLiteral("11010519491231002X"), QStringLiteral("11010519491231002x")});
    good(pc, "return_url",
        {QStringLiteral("http://example.com"), QStringLiteral("HTTPS://example.com:8443/a?b=c#d"),
            QStringLiteral("http://127.0.0.1:5000/"), QStringLiteral("https://例子.example/回")});
    good(pc, "biz_no", {text.left(128)});
    good(pc, "biz_extra_data", {text.left(4096), QStringLiteral("{\"a\": \"\\n\"}\r\n")});
    good(pc, "scene_id", {text});
    good(pc, "screen_replay", {QStringLiteral("0"), QStringLiteral("1")});
    good(pc, "multi_oriented_detection", {QStringLiteral("0"), QStringLiteral("1")});
}

void TestValidation::goodValue()
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

void TestValidation::bytesAndCharacters_data()
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

void TestValidation::bytesAndCharacters()
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

void TestValidation::invalidUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("lone byte") << QByteArray("\xff");
    QTest::newRow("cut off") << QByteArray("a\xe6\xb5");
    QTest::newRow("overlong") << QByteArray("\xc0\x80");
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80");
    QTest::newRow("above U+10FFFF") << QByteArray("\xf4\x90\x80\x80");
    QTest::newRow("GBK") << QByteArray("\xd5\xc5\xc8\xfd"); // the document's sample name in GBK
}

void TestValidation::invalidUtf8()
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

void TestValidation::photoCopies()
{
    const QString first = QStringLiteral("image_ref1");
    for (const QString &endpoint : {sdk, pc}) {
        Parts parts = complete(endpoint, QStringLiteral("0"));
        drop(parts, first);
        QCOMPARE(codes(endpoint, parts), QStringList(QStringLiteral("MISSING_ARGUMENTS:image_ref1")));
        // The SDK wants the first photo; the PC service any one of its three.
        put(parts, photoPart(QStringLiteral("image_ref2")));
        QCOMPARE(codes(endpoint, parts),
            endpoint == sdk ? QStringList(QStringLiteral("MISSING_ARGUMENTS:image_ref1")) : QStringList());
    }
    Parts onlyThird = complete(pc, QStringLiteral("0"));
    drop(onlyThird, first);
    put(onlyThird, photoPart(QStringLiteral("image_ref3")));
    QCOMPARE(codes(pc, onlyThird), QStringList());

    // A third photo is no parameter of the SDK's, nor is any of liveness only.
    Parts third = complete(sdk, QStringLiteral("0"));
    put(third, photoPart(QStringLiteral("image_ref3"), "no picture"));
    QCOMPARE(codes(sdk, third), QStringList());
    Parts livenessOnly = complete(pc, QStringLiteral("-1"));
    put(livenessOnly, photoPart(first, "no picture"));
    QCOMPARE(codes(pc, livenessOnly), QStringList());

    // With the identity source a second photo may come without the first.
    Parts source = complete(sdk, QStringLiteral("1"));
    put(source, photoPart(QStringLiteral("image_ref2")));
    QCOMPARE(codes(sdk, source), QStringList());
}

void TestValidation::photoContent()
{
    const auto refused = [](const QString &endpoint, const QByteArray &bytes) {
        Parts parts = complete(endpoint, QStringLiteral("0"));
        put(parts, photoPart(QStringLiteral("image_ref2"), bytes));
        const Problems problems = validate(specOf(endpoint), parts);
        return problems.isEmpty() ? qMakePair(QString(), Reason::Missing)
                                  : qMakePair(problems.constFirst().code, problems.constFirst().reason);
    };
    const QString unsupported = QStringLiteral("IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref2");
    const QString tooLarge = QStringLiteral("INVALID_IMAGE_SIZE:image_ref2");
    const auto fine = qMakePair(QString(), Reason::Missing);
    const QByteArray jpeg = madePicture("jpeg", {64, 64});
    const QByteArray wide = madePicture("png", {4097, 1});
    for (const QString &endpoint : {sdk, pc}) {
        QCOMPARE(refused(endpoint, jpeg), fine);
        QCOMPARE(refused(endpoint, QByteArray()), qMakePair(unsupported, Reason::ImageEmpty));
        QCOMPARE(refused(endpoint, "GIF89a..."), qMakePair(unsupported, Reason::ImageFormat));
        QCOMPARE(refused(endpoint, "text"), qMakePair(unsupported, Reason::ImageFormat));
        QCOMPARE(
            refused(endpoint, jpeg.first(jpeg.size() / 2)), qMakePair(unsupported, Reason::ImageDamaged));
        QCOMPARE(refused(endpoint, madePicture("png", {4096, 1})), fine);
    }
    // The limit stands in the SDK's document only; 60000 x 60000 is known from the header alone.
    QCOMPARE(refused(sdk, wide), qMakePair(tooLarge, Reason::ImageTooLarge));
    QCOMPARE(refused(sdk, madePicture("png", {1, 4097})), qMakePair(tooLarge, Reason::ImageTooLarge));
    QCOMPARE(refused(pc, wide), fine);
    Part announced = photoPart(QStringLiteral("image_ref1"));
    announced.image = ImageFacts{ImageFacts::Format::Png, {60000, 60000}, true, false};
    Parts parts = complete(sdk, QStringLiteral("0"));
    put(parts, announced);
    const Problem problem = validate(getBizToken(), parts).value(0);
    QCOMPARE(problem.code, QStringLiteral("INVALID_IMAGE_SIZE:image_ref1"));
    QCOMPARE(problem.actual, 60000LL);
    QCOMPARE(problem.limit, 4096LL);
}

void TestValidation::facesInPhotos_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("turning"); // multi_oriented_detection
    QTest::addColumn<int>("upright");
    QTest::addColumn<int>("turned");
    QTest::addColumn<QString>("code");
    const QString none;
    const QString on = QStringLiteral("1");
    const QString off = QStringLiteral("0");
    const QString noFace = QStringLiteral("NO_FACE_FOUND:image_ref1");
    const QString several = QStringLiteral("MULTIPLE_FACES:image_ref1");
    QTest::newRow("sdk, one") << sdk << none << 1 << 0 << none;
    QTest::newRow("pc, one") << pc << none << 1 << 0 << none;
    QTest::newRow("sdk, none") << sdk << none << 0 << 0 << noFace;
    QTest::newRow("pc, none") << pc << on << 0 << 0 << noFace;
    QTest::newRow("sdk, two") << sdk << none << 2 << 0 << none;
    QTest::newRow("pc, two") << pc << none << 2 << 0 << several;
    QTest::newRow("sdk, on its side") << sdk << none << 0 << 1 << none; // its default is 1
    QTest::newRow("sdk, on its side, off") << sdk << off << 0 << 1 << noFace;
    QTest::newRow("pc, on its side") << pc << none << 0 << 1 << noFace; // its default is 0
    QTest::newRow("pc, on its side, on") << pc << on << 0 << 1 << none;
    QTest::newRow("pc, two on their side, on") << pc << on << 0 << 2 << several;
}

/// A refusal of the service; in a form, where the service may see otherwise, a warning that names the code.
void TestValidation::facesInPhotos()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, turning);
    QFETCH(int, upright);
    QFETCH(int, turned);
    QFETCH(QString, code);
    Part part = photoPart(QStringLiteral("image_ref1"));
    part.faces = FaceFacts{true, upright, turned};
    Parts parts = complete(endpoint, QStringLiteral("0"));
    put(parts, part);
    if (!turning.isEmpty())
        put(parts, "multi_oriented_detection", turning);
    QCOMPARE(codes(endpoint, parts, Scope::Wire), code.isEmpty() ? QStringList() : QStringList(code));
    const Problems problems = validate(specOf(endpoint), parts);
    QCOMPARE(problems.size(), code.isEmpty() ? 0 : 1);
    if (code.isEmpty())
        return;
    QCOMPARE(problems.constFirst().severity, Severity::Warning);
    QVERIFY(describe(problems.constFirst()).contains(code));
}

/// A form reader of the service's kind keeps files and texts apart, so a text sent as a file is not there.
void TestValidation::fileWhereATextBelongs()
{
    Parts parts = complete(pc, QStringLiteral("-1"));
    put(parts, {QStringLiteral("biz_no"), "b-1", QStringLiteral("biz_no.txt"), {}});
    QCOMPARE(codes(pc, parts), QStringList(QStringLiteral("MISSING_ARGUMENTS:biz_no")));
    put(parts, {QStringLiteral("comparison_type"), "-1", QStringLiteral("x"), {}});
    QCOMPARE(codes(pc, parts),
        QStringList({QStringLiteral("MISSING_ARGUMENTS:comparison_type"),
            QStringLiteral("MISSING_ARGUMENTS:biz_no")}));
}

void TestValidation::orderOfReport()
{
    // Given in the opposite order: what is reported follows the document.
    Parts sdkParts;
    for (const char *name : {"multi_oriented_detection", "force_compare", "security_level",
             "liveness_action_count", "liveness_timeout", "biz_no", "uuid", "image_ref2", "image_ref1"})
        put(sdkParts, name, QString(200, u'x'));
    put(sdkParts, "comparison_type", QStringLiteral("0"));
    put(sdkParts, "liveness_type", QStringLiteral("x"));
    put(sdkParts, "sign_version", QStringLiteral("x"));
    QCOMPARE(codes(sdk, sdkParts, Scope::Wire),
        QStringList({QStringLiteral("MISSING_ARGUMENTS:sign"), QStringLiteral("BAD_ARGUMENTS:sign_version"),
            QStringLiteral("BAD_ARGUMENTS:liveness_type"),
            QStringLiteral("IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1"),
            QStringLiteral("IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref2"), QStringLiteral("BAD_ARGUMENTS:uuid"),
            QStringLiteral("BAD_ARGUMENTS:biz_no"), QStringLiteral("BAD_ARGUMENTS:liveness_timeout"),
            QStringLiteral("BAD_ARGUMENTS:liveness_action_count"),
            QStringLiteral("BAD_ARGUMENTS:security_level"), QStringLiteral("BAD_ARGUMENTS:force_compare"),
            QStringLiteral("BAD_ARGUMENTS:multi_oriented_detection")}));

    Parts pcParts;
    for (const char *name : {"multi_oriented_detection", "screen_replay", "biz_no", "notify_url",
             "return_url", "image_ref3", "image_ref1", "idcard_number", "idcard_name"})
        put(pcParts, name, QString(200, u'x'));
    put(pcParts, "comparison_type", QStringLiteral("1"));
    QCOMPARE(codes(pc, pcParts, Scope::Wire),
        QStringList(
            {QStringLiteral("MISSING_ARGUMENTS:api_key"), QStringLiteral("MISSING_ARGUMENTS:api_secret"),
                QStringLiteral("INVALID_NAME_FORMAT"), QStringLiteral("INVALID_IDCARD_NUMBER"),
                QStringLiteral("IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1"),
                QStringLiteral("IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref3"),
                QStringLiteral("BAD_ARGUMENTS:return_url"), QStringLiteral("BAD_ARGUMENTS:notify_url"),
                QStringLiteral("BAD_ARGUMENTS:biz_no"), QStringLiteral("BAD_ARGUMENTS:screen_replay"),
                QStringLiteral("BAD_ARGUMENTS:multi_oriented_detection")}));
}

/// Without the selector nobody knows what is required, but what every case requires and what is given is
/// judged.
void TestValidation::withoutAComparisonType()
{
    QCOMPARE(codes(sdk, {}, Scope::Wire),
        QStringList(
            {QStringLiteral("MISSING_ARGUMENTS:sign"), QStringLiteral("MISSING_ARGUMENTS:sign_version"),
                QStringLiteral("MISSING_ARGUMENTS:liveness_type"),
                QStringLiteral("MISSING_ARGUMENTS:comparison_type")}));
    QCOMPARE(codes(pc, {}),
        QStringList({QStringLiteral("MISSING_ARGUMENTS:comparison_type"),
            QStringLiteral("MISSING_ARGUMENTS:return_url"), QStringLiteral("MISSING_ARGUMENTS:notify_url"),
            QStringLiteral("MISSING_ARGUMENTS:biz_no")}));
    Parts parts = complete(pc, QStringLiteral("0"));
    put(parts, "comparison_type", QStringLiteral("7"));
    put(parts, "uuid", QString(513, u'a'));
    QCOMPARE(codes(pc, parts),
        QStringList({QStringLiteral("BAD_ARGUMENTS:comparison_type"), QStringLiteral("BAD_ARGUMENTS:uuid")}));
}

void TestValidation::credentialsOnlyOnTheWire()
{
    for (const QString &endpoint : {sdk, pc}) {
        Parts parts = complete(endpoint, QStringLiteral("0"));
        for (const char *name : {"sign", "sign_version", "api_key", "api_secret"})
            drop(parts, QString::fromLatin1(name));
        QCOMPARE(codes(endpoint, parts, Scope::Form), QStringList());
        QCOMPARE(codes(endpoint, parts, Scope::Wire).size(), 2);
    }
}

void TestValidation::unknownPartsAreIgnored()
{
    Parts parts = complete(pc, QStringLiteral("0"));
    parts.append(rawPart("verbose", "1"));
    parts.append(rawPart("bizno", QByteArray(9999, 'x')));
    parts.append(rawPart("image_ref4", "no picture"));
    parts.append(rawPart("", "\xff"));
    QCOMPARE(codes(pc, parts, Scope::Wire), QStringList());
}

/// GB 11643, by its table of weights and its row of check characters, which is another way to count than the
/// program's.
void TestValidation::checkDigit()
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

void TestValidation::wholeBody()
{
    const qint64 limit = 20 * 1024 * 1024;
    QVERIFY(!bodySizeProblem(getBizToken(), limit));
    const auto problem = bodySizeProblem(getBizToken(), limit + 1);
    QVERIFY(problem);
    QCOMPARE(problem->code, QStringLiteral("Request Entity Too Large"));
    QCOMPARE(problem->reason, Reason::RequestTooLarge);
    QCOMPARE(problem->actual, limit + 1);
    QCOMPARE(problem->field, QString());
    QVERIFY(!bodySizeProblem(getToken(), 10 * limit)); // the PC document names no limit
}

void TestValidation::everyReasonHasWords()
{
    QStringList texts;
    for (int i = 0; i <= int(Reason::RequestTooLarge); ++i) {
        Problem problem;
        problem.reason = Reason(i);
        QVERIFY(!describe(problem).isEmpty());
        QVERIFY2(!texts.contains(describe(problem)), qPrintable(describe(problem)));
        texts.append(describe(problem));
    }
    Parts parts = complete(sdk, QStringLiteral("0"));
    drop(parts, QStringLiteral("uuid"));
    QVERIFY(describe(validate(getBizToken(), parts).value(0)).contains(QStringLiteral("comparison_type=0")));
    put(parts, "uuid", QStringLiteral("u"));
    put(parts, "liveness_timeout", QStringLiteral("1234567890"));
    const Problem range = validate(getBizToken(), parts).value(0);
    QCOMPARE(range.reason, Reason::OutOfRange);
    QCOMPARE(range.actual, 1234567890LL);
    QVERIFY(describe(range).contains(QStringLiteral("5")) && describe(range).contains(QStringLiteral("60")));
    put(parts, "liveness_timeout", QStringLiteral("soon"));
    QCOMPARE(validate(getBizToken(), parts).value(0).reason, Reason::NotANumber);
}

void TestValidation::refusalsAndWarnings()
{
    Parts parts = complete(pc, QStringLiteral("1"));
    put(parts, "idcard_number", QStringLiteral("123456789012345678"));
    put(parts, "biz_no", QString());
    const Problems problems = validate(getToken(), parts);
    QCOMPARE(codes(pc, parts),
        QStringList({QStringLiteral("(idcard_number)"), QStringLiteral("MISSING_ARGUMENTS:biz_no")}));
    QCOMPARE(firstRefusal(problems), &problems[1]);
    QCOMPARE(refusals(problems).size(), 1);
    QCOMPARE(refusals(problems).constFirst().field, QStringLiteral("biz_no"));
}

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_validation.moc"
