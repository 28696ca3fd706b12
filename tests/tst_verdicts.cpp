// What the result tables say, typed by hand from contract/README.md section 4, and the three verdicts of
// every combination of what an answer can hold.

#include "contract/verdicts.h"

#include <QJsonDocument>
#include <QTest>

using namespace faceid;
using F = Finding;

namespace {

QJsonObject json(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    Q_ASSERT_X(error.error == QJsonParseError::NoError, "json", text.constData());
    return document.object();
}

QJsonObject scores(double confidence, int thresholds = 4)
{
    static const int steps[] = {64, 69, 74, 79};
    QJsonObject levels;
    for (int i = 0; i < thresholds; ++i)
        levels.insert(QStringLiteral("1e-%1").arg(i + 3), steps[i]);
    return {{QStringLiteral("confidence"), confidence}, {QStringLiteral("thresholds"), levels}};
}

QJsonObject sdkAnswer(int code, const QString &message, const QJsonObject &verification = {})
{
    QJsonObject answer{{QStringLiteral("biz_token"), QStringLiteral("1,a")},
        {QStringLiteral("biz_no"), QStringLiteral("b1")}, {QStringLiteral("result_code"), code},
        {QStringLiteral("result_message"), message}};
    if (!verification.isEmpty())
        answer.insert(QStringLiteral("verification"), verification);
    return answer;
}

/// \a reason empty: a success.
QJsonObject pcAnswer(const QString &reason, const QJsonValue &verify = {})
{
    const QJsonObject liveness{
        {QStringLiteral("result"), reason.isEmpty() ? QStringLiteral("success") : QStringLiteral("failure")},
        {QStringLiteral("failure_reason"), reason.isEmpty() ? QJsonValue() : QJsonValue(reason)}};
    return {{QStringLiteral("biz_id"), QStringLiteral("1,b")}, {QStringLiteral("liveness_result"), liveness},
        {QStringLiteral("verify_result"), verify}};
}

QString words(const Verdicts &verdicts)
{
    return findingName(verdicts.flow) + u' ' + findingName(verdicts.liveness) + u' '
        + findingName(verdicts.comparison) + (verdicts.disagrees ? QStringLiteral(" !") : QString());
}

QString judged(const EndpointSpec &endpoint, const QJsonObject &answer, int level = 2)
{
    QString oddity;
    const auto report = readLivenessReport(endpoint, answer, oddity);
    return report ? words(verdictsOf(*report, level)) : oddity;
}

} // namespace

class tst_Verdicts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ends_data();
    void ends();
    void knowsEveryEndOnce();
    void readsScoresAgainstTheChosenLevel_data();
    void readsScoresAgainstTheChosenLevel();
    void aSuspiciousFaceIsNotLive();
    void everyPhotoMustPass();
    void aNewMessageIsReadByItsCode();
    void passesOnlyWhenAllThatWasAskedForDid();
    void readsTheDocumentsSample();
    void refusesWhatHasNoEnd_data();
    void refusesWhatHasNoEnd();
    void decodesPictures();
    void keepsNothingPersonal();
    void addressesAreTheDocuments();
};

void tst_Verdicts::ends_data()
{
    QTest::addColumn<int>("code"); // 0: PC
    QTest::addColumn<QString>("verdicts");
    const auto sdk = [](int code, const char *verdicts, std::initializer_list<const char *> messages) {
        for (const char *message : messages)
            QTest::newRow(message) << code << QString::fromLatin1(verdicts);
    };
    sdk(1000, "passed passed passed", {"SUCCESS"});
    sdk(2000, "passed passed failed", {"PASS_LIVING_NOT_THE_SAME"});
    sdk(3000, "passed unclear not-done",
        {"NO_ID_CARD_NUMBER", "ID_NUMBER_NAME_NOT_MATCH", "NO_FACE_FOUND", "NO_ID_PHOTO",
            "PHOTO_FORMAT_ERROR", "DATA_SOURCE_ERROR"});
    sdk(4100, "passed failed not-done",
        {"FAIL_LIVING_FACE_ATTACK", "REPLACED_FACE_ATTACK", "VIDEO_LACK_FRAMES",
            "FAIL_EYES_CLOSE_DETECTION"});
    sdk(4200, "failed not-done not-done",
        {"BIZ_TOKEN_DENIED", "AUTHENTICATION_FAIL", "MOBILE_PHONE_NOT_SUPPORT", "SDK_TOO_OLD",
            "MOBILE_PHONE_NO_AUTHORITY", "USER_CANCELLATION", "USER_TIMEOUT", "UNDETECTED_FACE",
            "ACTION_ERROR"});
    sdk(4200, "failed unclear not-done", {"VERIFICATION_FAILURE"});
    sdk(5000, "failed not-done not-done",
        {"API_KEY_BE_DISCONTINUED", "IP_NOT_ALLOWED", "BALANCE_NOT_ENOUGH", "MORE_RETRY_TIMES",
            "EXPIRED_SIGN", "INVALID_SIGN", "REPLAY_ATTACK"});
    sdk(9000, "not-done not-done not-done", {"LIVING_NOT_START", "LIVING_IN_PROGRESS"});
    sdk(9000, "failed not-done not-done", {"LIVING_OVERTIME"});
    sdk(0, "passed failed not-done", {"action_mixed", "not_video"});
    sdk(0, "failed not-done not-done",
        {"timeout", "quality_check_timeout", "no_input_frame", "interrupt_in_mirro_state",
            "interrupt_in_action_state"});
}

void tst_Verdicts::ends()
{
    QFETCH(const int, code);
    QFETCH(const QString, verdicts);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    const EndpointSpec &endpoint = code > 0 ? getBizToken() : getToken();
    QCOMPARE(judged(endpoint, code > 0 ? sdkAnswer(code, name) : pcAnswer(name)), verdicts);
    const EndSpec *end = resultSpec(endpoint).end(code, name);
    QVERIFY(end);
    QVERIFY(qstrlen(end->meaning) > 0 && qstrlen(end->advice) > 0);
}

void tst_Verdicts::knowsEveryEndOnce()
{
    QStringList names;
    for (const EndpointSpec *endpoint : endpoints()) {
        for (const EndSpec &end : resultSpec(*endpoint).ends)
            names.append(QString::number(end.code) + u' ' + end.name);
    }
    QCOMPARE(names.size(), 2 + 6 + 4 + 10 + 7 + 3 + 7); // as many as the page lists
    QCOMPARE(names.removeDuplicates(), 0);
}

void tst_Verdicts::readsScoresAgainstTheChosenLevel_data()
{
    QTest::addColumn<double>("confidence");
    QTest::addColumn<int>("thresholds");
    QTest::addColumn<QStringList>("findings"); // of levels 1 to 4
    const auto row = [](const char *name, double confidence, int thresholds, const char *findings) {
        QTest::newRow(name) << confidence << thresholds << QString::fromLatin1(findings).split(u' ');
    };
    row("under all", 63.99, 4, "failed failed failed failed");
    row("at the first", 64, 4, "passed failed failed failed");
    row("at the second", 69, 4, "passed passed failed failed");
    row("at the third", 74, 4, "passed passed passed failed");
    row("at the fourth", 79, 4, "passed passed passed passed");
    row("three thresholds, under", 10, 3, "failed failed failed unclear");
    row("three thresholds, over", 90, 3, "passed passed passed unclear");
}

void tst_Verdicts::readsScoresAgainstTheChosenLevel()
{
    QFETCH(const double, confidence);
    QFETCH(const int, thresholds);
    QFETCH(const QStringList, findings);
    for (int level = 1; level <= 4; ++level) {
        const QString &finding = findings.at(level - 1);
        const QJsonObject verify{{QStringLiteral("result_ref1"), scores(confidence, thresholds)}};
        QCOMPARE(judged(getToken(), pcAnswer({}, verify), level), QStringLiteral("passed passed ") + finding);
        // The same scores beside each word of the SDK: the scores decide, and a contradiction is told.
        const QJsonObject verification{{QStringLiteral("ref1"), scores(confidence, thresholds)}};
        const bool isPass = finding == u"passed";
        const bool isUnclear = finding == u"unclear";
        QCOMPARE(judged(getBizToken(), sdkAnswer(1000, QStringLiteral("SUCCESS"), verification), level),
            QStringLiteral("passed passed ")
                + (isUnclear     ? QStringLiteral("passed")
                        : isPass ? finding
                                 : finding + QStringLiteral(" !")));
        QCOMPARE(judged(getBizToken(),
                     sdkAnswer(2000, QStringLiteral("PASS_LIVING_NOT_THE_SAME"), verification), level),
            QStringLiteral("passed passed ")
                + (isUnclear     ? QStringLiteral("failed")
                        : isPass ? finding + QStringLiteral(" !")
                                 : finding));
        // force_compare: compared although the face was not live
        QCOMPARE(judged(getBizToken(),
                     sdkAnswer(4100, QStringLiteral("FAIL_LIVING_FACE_ATTACK"), verification), level),
            QStringLiteral("passed failed ") + finding);
    }
}

void tst_Verdicts::aSuspiciousFaceIsNotLive()
{
    const QStringList everything{QStringLiteral("synthetic_face"), QStringLiteral("mask"),
        QStringLiteral("screen_replay"), QStringLiteral("something_new")};
    for (const QString &what : everything) {
        for (const double confidence : {0.49, 0.5, 0.51}) {
            const QJsonObject genuineness{{what + QStringLiteral("_confidence"), confidence},
                {what + QStringLiteral("_threshold"), 0.5}};
            const QJsonObject verify{{QStringLiteral("face_genuineness"), genuineness},
                {QStringLiteral("result_faceid"), scores(90, 3)}};
            QCOMPARE(judged(getToken(), pcAnswer({}, verify)),
                confidence > 0.5 ? QStringLiteral("passed failed passed")
                                 : QStringLiteral("passed passed passed"));
        }
    }
}

void tst_Verdicts::everyPhotoMustPass()
{
    for (const auto &[first, second, finding] :
        {std::tuple(90, 90, "passed"), {90, 10, "failed"}, {10, 90, "failed"}, {10, 10, "failed"}}) {
        const QJsonObject verify{
            {QStringLiteral("result_ref1"), scores(first)}, {QStringLiteral("result_ref2"), scores(second)}};
        QCOMPARE(judged(getToken(), pcAnswer({}, verify)),
            QStringLiteral("passed passed ") + QLatin1String(finding));
    }
}

void tst_Verdicts::aNewMessageIsReadByItsCode()
{
    QCOMPARE(judged(getBizToken(), sdkAnswer(4100, QStringLiteral("NEW_ATTACK"))),
        QStringLiteral("passed failed not-done"));
    QCOMPARE(judged(getBizToken(), sdkAnswer(7000, QStringLiteral("NEW"))),
        QStringLiteral("unclear unclear unclear"));
    QCOMPARE(judged(getToken(), pcAnswer(QStringLiteral("new_reason"))),
        QStringLiteral("unclear unclear unclear"));
}

void tst_Verdicts::passesOnlyWhenAllThatWasAskedForDid()
{
    int passes = 0;
    const F all[] = {F::Passed, F::Failed, F::NotDone, F::Unclear};
    for (const F flow : all) {
        for (const F liveness : all) {
            for (const F comparison : all) {
                const Verdicts verdicts{flow, liveness, comparison};
                const bool isLive = flow == F::Passed && liveness == F::Passed;
                QCOMPARE(verdicts.isPass(true), isLive && comparison == F::Passed);
                QCOMPARE(verdicts.isPass(false), isLive && comparison == F::NotDone);
                passes += verdicts.isPass(true) + verdicts.isPass(false);
            }
        }
    }
    QCOMPARE(passes, 2);
}

void tst_Verdicts::readsTheDocumentsSample()
{
    const QJsonObject sample =
        json(R"({"biz_extra_data":"x","biz_id":"1462259748,52b13fb5-8dfb-4537-a62b-a641d5e929f1",
        "biz_no":"n","liveness_result":{"failure_reason":null,"log":"","result":"success","version":"MegLive 2.4.0L"},
        "request_id":"r","time_used":93,"verify_result":{"request_id":"r",
        "result_faceid":{"confidence":68.9,"thresholds":{"1e-3":64,"1e-4":69,"1e-5":74}},
        "result_ref1":{"confidence":68.9,"thresholds":{"1e-3":64,"1e-4":69,"1e-5":74}},
        "face_genuineness":{"synthetic_face_confidence":0.88,"synthetic_face_threshold":0.5,"mask_confidence":0.32,
        "mask_threshold":0.5,"screen_replay_confidence":0.33,"screen_replay_threshold":0.5},
        "id_exceptions":{"id_attacked":0,"id_photo_monochrome":1},"time_used":1020}})");
    QString oddity;
    const auto report = readLivenessReport(getToken(), sample, oddity);
    QVERIFY2(report, qPrintable(oddity));
    QCOMPARE(report->id, QStringLiteral("1462259748,52b13fb5-8dfb-4537-a62b-a641d5e929f1"));
    QCOMPARE(report->comparisons.size(), 2);
    QCOMPARE(report->comparisons.at(0).with, QStringLiteral("faceid"));
    QCOMPARE(report->comparisons.at(1).with, QStringLiteral("ref1"));
    QCOMPARE(report->suspicions.size(), 3);
    QCOMPARE(report->exceptions, QStringList{QStringLiteral("id_photo_monochrome")});
    QCOMPARE(words(verdictsOf(*report, 1)), QStringLiteral("passed failed passed"));
    QCOMPARE(words(verdictsOf(*report, 2)), QStringLiteral("passed failed failed"));
    // What the service calls it and what its scores say are both told.
    QVERIFY2(endMeaning(*report).contains(QStringLiteral("attack")), qPrintable(endMeaning(*report)));
    QCOMPARE(endAdvice(*report), QString::fromUtf8(attackAdvice));
}

void tst_Verdicts::refusesWhatHasNoEnd_data()
{
    QTest::addColumn<bool>("isPc");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, bool isPc, const char *answer) {
        QTest::newRow(name) << isPc << QByteArray(answer);
    };
    row("nothing", false, "{}");
    row("a code in words", false, R"({"result_code":"1000","result_message":"SUCCESS"})");
    row("half a code", false, R"({"result_code":1000.5,"result_message":"SUCCESS"})");
    row("no message", false, R"({"result_code":1000})");
    row("a message that is a number", false, R"({"result_code":1000,"result_message":1})");
    row("nothing, PC", true, "{}");
    row("a result that is a number", true, R"({"liveness_result":{"result":1}})");
    row("a success that failed", true,
        R"({"liveness_result":{"result":"success","failure_reason":"timeout"}})");
}

void tst_Verdicts::refusesWhatHasNoEnd()
{
    QFETCH(const bool, isPc);
    QFETCH(const QByteArray, answer);
    QString oddity;
    QVERIFY(!readLivenessReport(isPc ? getToken() : getBizToken(), json(answer), oddity));
    QVERIFY(!oddity.isEmpty());
}

void tst_Verdicts::decodesPictures()
{
    QJsonObject answer = sdkAnswer(1000, QStringLiteral("SUCCESS"));
    answer.insert(QStringLiteral("images"),
        QJsonObject{{QStringLiteral("image_best"), QStringLiteral("data:image/jpeg;base64,AAEC")},
            {QStringLiteral("plain"), QStringLiteral("AAEC")},
            {QStringLiteral("broken"), QStringLiteral("@@@")}, {QStringLiteral("no text"), 1}});
    QString oddity;
    const auto report = readLivenessReport(getBizToken(), answer, oddity);
    QVERIFY(report);
    QStringList found;
    for (const ResultImage &image : report->images)
        found.append(image.name + u'=' + QString::fromLatin1(image.bytes.toHex()));
    QCOMPARE(found,
        QStringList({QStringLiteral("broken="), QStringLiteral("image_best=000102"),
            QStringLiteral("plain=000102")}));
}

void tst_Verdicts::keepsNothingPersonal()
{
    QJsonObject answer = sdkAnswer(1000, QStringLiteral("SUCCESS"));
    answer.insert(QStringLiteral("images"),
        QJsonObject{{QStringLiteral("image_best"), QStringLiteral("data:image/jpeg;base64,AAEC")}});
    answer.insert(QStringLiteral("biz_extra_data"), QStringLiteral("张三 13800000000"));
    const QByteArray kept = QJsonDocument(redactedReport(answer)).toJson();
    QVERIFY(!kept.contains("AAEC"));
    QVERIFY(!kept.contains("13800000000"));
    QVERIFY(
        kept.contains("3 bytes, SHA-256 ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc"));
    QVERIFY(kept.contains("\"SUCCESS\""));
}

void tst_Verdicts::addressesAreTheDocuments()
{
    QCOMPARE(resultSpec(getBizToken()).path, QStringLiteral("/face/v1.2/sdk/get_result"));
    QCOMPARE(resultSpec(getToken()).path, QStringLiteral("/faceid/liveness/v2/get_result"));
    QCOMPARE(resultSpec(getBizToken()).idName, QStringLiteral("biz_token"));
    QCOMPARE(resultSpec(getToken()).idName, QStringLiteral("biz_id"));
    QCOMPARE(assumedSecurityLevel(), 2);
}

QTEST_GUILESS_MAIN(tst_Verdicts)
#include "tst_verdicts.moc"
