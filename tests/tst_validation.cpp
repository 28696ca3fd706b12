// What validate() would have the service refuse of a whole request: missing parameters, photos, their order.

#include "support/documents.h"
#include "support/madepicture.h"
#include "support/requestparts.h"

#include <QTest>

using namespace faceid;
using namespace made;

class TestValidation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presence_data();
    void presence();
    void photoCopies();
    void photoContent();
    void facesInPhotos_data();
    void facesInPhotos();
    void fileWhereATextBelongs();
    void orderOfReport();
    void withoutAComparisonType();
    void credentialsOnlyOnTheWire();
    void unknownPartsAreIgnored();
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
