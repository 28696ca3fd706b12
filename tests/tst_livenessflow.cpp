// What becomes of a token after it was issued, without a socket: lives, keys, memory. Browser, callbacks and
// bodies are in e2e/sandbox_flow_test.py.

#include "contract/callbacksign.h"
#include "contract/signature.h"
#include "sandbox/sandboxservice.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace faceid;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 now = 1718000000;
constexpr qint64 hour = 3600;

Part text(const QString &name, const QString &value)
{
    return textPart(name, value);
}

Parts pcForm(const QString &bizNo = u"b-1"_s)
{
    return {text(u"api_key"_s, u"key-1"_s), text(u"api_secret"_s, u"secret-1"_s),
        text(u"comparison_type"_s, u"-1"_s), text(u"return_url"_s, u"https://shop.example/r"_s),
        text(u"notify_url"_s, u"https://shop.example/n"_s), text(u"biz_no"_s, bizNo)};
}

Parts signedBy(const QString &key, const QByteArray &secret, qint64 time)
{
    return {text(u"sign"_s, QString::fromLatin1(signature::make({key, time + 100, time, "12345"}, secret))),
        text(u"sign_version"_s, u"hmac_sha1"_s)};
}

QJsonObject object(const SandboxAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

/// A service with two keys, and what it would send to notify_url.
struct Bench
{
    SandboxService service{{{u"key-1"_s, "secret-1"}, {u"key-2"_s, "secret-2"}}};
    QList<Callback> sent;

    Bench()
    {
        service.flow().setNotify([this](const Callback &callback) { sent.append(callback); });
    }

    SandboxAnswer ask(const char *method, const QString &path, const Parts &parts, qint64 time = now)
    {
        return service.answer({method, path, parts, time, {}});
    }
    QString pcToken(const QString &bizNo = u"b-1"_s)
    {
        return object(ask("POST", getToken().path, pcForm(bizNo))).value(u"token"_s).toString();
    }
    QString sdkToken()
    {
        const Parts form = signedBy(u"key-1"_s, "secret-1", now)
            + Parts{text(u"liveness_type"_s, u"meglive"_s), text(u"comparison_type"_s, u"1"_s),
                text(u"idcard_name"_s, u"测试一"_s), text(u"idcard_number"_s, u"110101199003070038"_s)};
        return object(ask("POST", getBizToken().path, form)).value(u"biz_token"_s).toString();
    }
    int open(const QString &token, qint64 time)
    {
        return ask("GET", u"/faceid/liveness/v2/do"_s, {text(u"token"_s, token)}, time).httpStatus;
    }
    SandboxAnswer sdkResult(const QString &token, qint64 time, const QString &key = u"key-1"_s,
        const QByteArray &secret = "secret-1")
    {
        return ask("GET", u"/face/v1.2/sdk/get_result"_s,
            signedBy(key, secret, time) + Parts{text(u"biz_token"_s, token)}, time);
    }
    SandboxAnswer pcResult(const QString &bizId, qint64 time)
    {
        return ask("GET", u"/faceid/liveness/v2/get_result"_s,
            {text(u"api_key"_s, u"key-1"_s), text(u"api_secret"_s, u"secret-1"_s), text(u"biz_id"_s, bizId)},
            time);
    }
    void complete(const QString &token, qint64 time = now)
    {
        QVERIFY(!service.flow().complete(token, outcomes().front(), time));
    }
};

} // namespace

class TestLivenessFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokensEnd()
    {
        Bench bench;
        QCOMPARE(bench.open(bench.pcToken(), now + 618), 200);
        QCOMPARE(bench.open(bench.pcToken(), now + 619), 410);
        // Whoever has begun in time may take his time.
        const QString token = bench.pcToken();
        QCOMPARE(bench.open(token, now + 600), 200);
        bench.complete(token, now + 700);

        const QString biz = bench.sdkToken();
        QCOMPARE(object(bench.sdkResult(biz, now + hour)).value(u"result_message"_s), u"LIVING_NOT_START"_s);
        QCOMPARE(
            object(bench.sdkResult(biz, now + hour + 1)).value(u"result_message"_s), u"LIVING_OVERTIME"_s);
        QCOMPARE(bench.service.flow().complete(biz, outcomes().front(), now + hour + 1),
            std::optional(TokenLedger::Refusal::Expired));
    }

    void resultsEndAfterADay()
    {
        Bench bench;
        const QString biz = bench.sdkToken();
        bench.complete(biz);
        QCOMPARE(bench.sdkResult(biz, now + 24 * hour).httpStatus, 200);
        QCOMPARE(bench.sdkResult(biz, now + 24 * hour + 1).httpStatus, 400);

        const QString token = bench.pcToken();
        const QString bizId = bench.service.flow().tokens().byToken(token)->bizId;
        QCOMPARE(bench.pcResult(bizId, now).httpStatus, 400); // not over yet
        bench.complete(token);
        QCOMPARE(bench.pcResult(bizId, now + 24 * hour).httpStatus, 200);
        const SandboxAnswer late = bench.pcResult(bizId, now + 24 * hour + 1);
        QCOMPARE(late.httpStatus, 400);
        QCOMPARE(object(late).value(u"error_message"_s), u"RESULT_NOT_FOUND"_s);
    }

    void resultsBelongToTheirKey()
    {
        Bench bench;
        const QString biz = bench.sdkToken();
        QCOMPARE(bench.sdkResult(biz, now).httpStatus, 200);
        QCOMPARE(object(bench.sdkResult(biz, now, u"key-2"_s, "secret-2")).value(u"error"_s),
            u"RESULT_NOT_FOUND"_s);
    }

    /// contract/README.md section 4.
    void signsAsPublished()
    {
        QCOMPARE(callbackSign("demo_secret",
                     R"({"biz_id":"1462259748,52b13fb5-8dfb-4537-a62b-a641d5e929f1","biz_no":"b1"})"),
            "cba999be38e8c865a25cc70d04b71fee54628aea");
    }

    void notifiesOnceAndOnlyAtTheEnd()
    {
        Bench bench;
        const QString token = bench.pcToken();
        bench.open(token, now);
        QCOMPARE(bench.sent.size(), 0);
        bench.complete(token);
        QCOMPARE(bench.sent.size(), 1);
        QCOMPARE(bench.sent.constFirst().url, QUrl(u"https://shop.example/n"_s));
        QVERIFY(bench.service.flow().complete(token, outcomes().front(), now).has_value());
        QCOMPARE(bench.sent.size(), 1);
        bench.complete(bench.sdkToken());
        QCOMPARE(bench.sent.size(), 1); // the SDK has no such address
    }

    void keepsNothingPersonal()
    {
        Bench bench;
        const IssuedToken kept = *bench.service.flow().tokens().byToken(bench.sdkToken());
        for (const Part &part : kept.request)
            QVERIFY2(part.name != u"idcard_name" && part.name != u"idcard_number" && part.name != u"sign",
                qPrintable(part.name));
        QCOMPARE(kept.text(u"comparison_type"), u"1"_s);
    }

    void remembersTheNewestTenThousand()
    {
        TokenLedger ledger;
        IssuedToken token;
        token.spec = &getToken();
        token.usableUntil = now;
        for (int i = 0; i <= 10'000; ++i) {
            token.token = QString::number(i);
            token.request = {text(u"biz_no"_s, u"b-%1"_s.arg(i))};
            ledger.add(token);
        }
        QVERIFY(!ledger.byToken(u"0"_s));
        QVERIFY(!ledger.hasBizNo({}, u"b-0"_s));
        QVERIFY(ledger.byToken(u"1"_s) && ledger.byToken(u"10000"_s));
        QVERIFY(ledger.hasBizNo({}, u"b-10000"_s));

        // Long texts count: 16 MB of them at most.
        token.request = {text(u"return_url"_s, QString(9'000'000, u'x'))};
        for (const QString &name : {u"a"_s, u"b"_s}) {
            token.token = name;
            ledger.add(token);
        }
        QVERIFY(!ledger.byToken(u"10000"_s));
        QVERIFY(!ledger.byToken(u"a"_s) && ledger.byToken(u"b"_s));
    }
};

QTEST_GUILESS_MAIN(TestLivenessFlow)

#include "tst_livenessflow.moc"
