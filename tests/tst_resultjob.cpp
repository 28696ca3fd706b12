// Looking up a result over a real socket: what is asked, how often, and what is believed.

#include "client/resultjob.h"
#include "client/resultnote.h"
#include "credentials/credentialstore.h"
#include "support/badserver.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QTest>
#include <QTimer>
#include <QUrlQuery>

using namespace faceid;
using namespace faceid::test;
using End = Script::End;

namespace {

const QString bizToken = QStringLiteral("1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46");
const QString bizId = QStringLiteral("1462259748,52b13fb5-8dfb-4537-a62b-a641d5e929f1");
// Everything in it that a query spells in percent signs.
constexpr char secretText[] = "s+e/c=r&et 7391";

QByteArray sdkBody(const QByteArray &token)
{
    return R"({"biz_token":")" + token
        + R"(","result_code":1000,"result_message":"SUCCESS","request_id":"1532412036,5df6bb83-d4ab-407d-9eb2-b12dd9f6ca55"})";
}

class Bench
{
public:
    Bench() { store.keepForSession(QStringLiteral("bench"), Secret(QByteArray(secretText))); }

    static ResultRequest request(const EndpointSpec &endpoint, const QUrl &base)
    {
        ResultRequest request;
        request.endpoint = &endpoint;
        request.id = endpoint.auth == Auth::Signature ? bizToken : bizId;
        request.profile.id = QStringLiteral("bench");
        request.profile.name = QStringLiteral("Bench");
        request.profile.apiKey = QStringLiteral("my-key");
        request.profile.baseUrls.insert(endpoint.id, base);
        request.connectTimeout = std::chrono::seconds(5);
        request.idleTimeout = std::chrono::seconds(5);
        request.deadline = std::chrono::seconds(20);
        return request;
    }

    ResultLookup ask(const ResultRequest &request, const std::function<void(ResultJob *)> &withJob = {})
    {
        QEventLoop loop;
        ResultLookup result;
        int count = 0;
        auto *job = new ResultJob(request, store, &loop);
        QObject::connect(job, &ResultJob::finished, &loop, [&](const ResultLookup &lookup) {
            result = lookup;
            ++count;
        });
        QObject::connect(job, &QObject::destroyed, &loop, &QEventLoop::quit);
        QTimer::singleShot(std::chrono::seconds(60), &loop, &QEventLoop::quit);
        if (withJob)
            withJob(job);
        loop.exec();
        if (count != 1)
            QTest::qFail(
                qPrintable(QStringLiteral("finished() came %1 times").arg(count)), __FILE__, __LINE__);
        return result;
    }

    CredentialStore store;
};

/// All of a look-up that anybody may write down.
QByteArray allTexts(const ResultLookup &lookup)
{
    QByteArray texts = lookup.detail.toUtf8() + lookup.address.toEncoded() + lookup.reply.body
        + lookup.reply.errorText.toUtf8() + lookup.reply.errorCode.toUtf8() + lookup.reply.oddity.toUtf8()
        + lookup.reply.location.toEncoded() + lookupProblem(lookup).join(u' ').toUtf8();
    for (const auto &[name, value] : lookup.reply.headers)
        texts += name + value;
    return texts;
}

/// What the answer gives away of a query that it echoes.
QByteArray queryOf(const QByteArray &request)
{
    const QByteArray target = request.left(request.indexOf("\r\n")).split(' ').value(1);
    return target.mid(target.indexOf('?') + 1);
}

} // namespace

class tst_ResultJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksAsTheDocumentsSay();
    void believesOnlyAWholeAnswer_data();
    void believesOnlyAWholeAnswer();
    void asksOnceWhateverHappens_data();
    void asksOnceWhateverHappens();
    void goesNowhereElse();
    void keepsNoSecret();
    void sendsNothingInClear();
    void canBeCancelled();
    void takesPicturesButKeepsThemNot();
    void aNoteComesBackAsItWas();
};

void tst_ResultJob::asksAsTheDocumentsSay()
{
    Bench bench;
    BadServer sdk({{httpAnswer("200 OK", sdkBody(bizToken.toLatin1()))}});
    const ResultLookup found = bench.ask(Bench::request(getBizToken(), sdk.url()));
    QVERIFY2(found.report, qPrintable(lookupProblem(found).join(u' ')));
    QCOMPARE(found.verdict, Verdict::Issued);
    const QByteArray line = sdk.lastRequest().left(sdk.lastRequest().indexOf("\r\n"));
    QVERIFY2(line.startsWith("GET /face/v1.2/sdk/get_result?"), line.constData());
    const QByteArray query = queryOf(sdk.lastRequest());
    QVERIFY2(!query.contains('+') && !query.contains(','), query.constData());
    QVERIFY2(query.contains("biz_token=1532412036%2Cc26a7243"), query.constData());
    QVERIFY(query.contains("sign_version=hmac_sha1"));
    QVERIFY(query.contains("verbose=1"));
    QVERIFY(query.contains("%3D&") || query.contains("sign=")); // and the sign is a good one:
    const QUrlQuery fields(QString::fromLatin1(query));
    const QByteArray sign = QByteArray::fromPercentEncoding(
        fields.queryItemValue(QStringLiteral("sign"), QUrl::FullyEncoded).toLatin1());
    QVERIFY(QByteArray::fromBase64(sign).contains("a=my-key&b="));

    BadServer pc({{httpAnswer("200 OK",
        R"({"biz_id":")" + bizId.toLatin1()
            + R"(","biz_no":"b","liveness_result":{"result":"success","failure_reason":null},"verify_result":null})")}});
    ResultRequest request = Bench::request(getToken(), pc.url());
    request.withImages = false;
    const ResultLookup other = bench.ask(request);
    QVERIFY2(other.report, qPrintable(lookupProblem(other).join(u' ')));
    QCOMPARE(queryOf(pc.lastRequest()),
        QByteArray("api_key=my-key&api_secret=s%2Be%2Fc%3Dr%26et%207391&biz_id="
                   "1462259748%2C52b13fb5-8dfb-4537-a62b-a641d5e929f1&get_image_type=0"));
}

void tst_ResultJob::believesOnlyAWholeAnswer_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<Verdict>("verdict");
    const QByteArray good = sdkBody(bizToken.toLatin1());
    const auto row = [](const char *name, const QByteArray &answer, Verdict verdict) {
        QTest::newRow(name) << answer << verdict;
    };
    row("good", httpAnswer("200 OK", good), Verdict::Issued);
    row("of another token", httpAnswer("200 OK", sdkBody("1532412036,aaaaaaaa-d47c-440f-ade1-6c09dd9cba46")),
        Verdict::Invalid);
    row("with an error", httpAnswer("200 OK", good.chopped(1) + R"(,"error":"X"})"), Verdict::Invalid);
    row("a code twice", httpAnswer("200 OK", good.chopped(1) + R"(,"result_code":2000})"), Verdict::Invalid);
    row("no code", httpAnswer("200 OK", R"({"biz_token":"x"})"), Verdict::Invalid);
    row("cut off", httpAnswer("200 OK", good).chopped(5), Verdict::Invalid);
    row("no JSON", httpAnswer("200 OK", "<html>"), Verdict::Invalid);
    row("204", httpAnswer("204 No Content", {}), Verdict::Invalid);
    row("not found",
        httpAnswer("400 Bad Request", R"({"error":"RESULT_NOT_FOUND","request_id":"r","time_used":4})"),
        Verdict::Refused);
    row("refused, with the token",
        httpAnswer("403 Forbidden", good.chopped(1) + R"(,"error":"AUTHENTICATION_ERROR"})"),
        Verdict::Refused);
    row("server error", httpAnswer("500 Error", R"({"error":"INTERNAL_ERROR"})"), Verdict::ServerError);
    row("another 500", httpAnswer("500 Error", R"({"error":"X"})"), Verdict::Invalid);
}

void tst_ResultJob::believesOnlyAWholeAnswer()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const Verdict, verdict);
    Bench bench;
    BadServer server({{answer}});
    const ResultLookup lookup = bench.ask(Bench::request(getBizToken(), server.url()));
    QCOMPARE(lookup.verdict, verdict);
    QCOMPARE(lookup.report.has_value(), verdict == Verdict::Issued);
    QCOMPARE(lookupProblem(lookup).isEmpty(), verdict == Verdict::Issued);
    QCOMPARE(server.posts(), 1);
}

void tst_ResultJob::asksOnceWhateverHappens_data()
{
    QTest::addColumn<Script>("script");
    QTest::newRow("closed without an answer") << Script{{}, End::Close};
    QTest::newRow("reset") << Script{{}, End::Reset};
    QTest::newRow("garbage") << Script{"garbage\r\n\r\n", End::Close};
    QTest::newRow("half a head") << Script{"HTTP/1.1 200 OK\r\nContent-", End::Close};
}

/// A repeated question may be a sign used twice, and a call that nobody counted.
void tst_ResultJob::asksOnceWhateverHappens()
{
    QFETCH(const Script, script);
    Bench bench;
    BadServer server({script});
    const ResultLookup lookup = bench.ask(Bench::request(getBizToken(), server.url()));
    QVERIFY(!lookup.report);
    QCOMPARE(lookup.stop, Stop::Network);
    QTest::qWait(50); // for a second one that may be on its way
    QCOMPARE(server.posts(), 1);
}

void tst_ResultJob::goesNowhereElse()
{
    Bench bench;
    BadServer other({{httpAnswer("200 OK", sdkBody(bizToken.toLatin1()))}});
    for (const char *status : {"301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"}) {
        BadServer server({{httpAnswer(status, {}, "Location: " + other.url().toEncoded() + "/x\r\n")}});
        const ResultLookup lookup = bench.ask(Bench::request(getBizToken(), server.url()));
        QCOMPARE(lookup.stop, Stop::Redirected);
        QVERIFY(!lookup.report);
    }
    QCOMPARE(other.connections(), 0);
}

void tst_ResultJob::keepsNoSecret()
{
    Bench bench;
    const QByteArray plain = secretText;
    const QByteArray encoded = plain.toPercentEncoding();
    const QList<QByteArray> echoes{
        httpAnswer("302 Found", {}, "Location: http://127.0.0.1:1/?api_secret=" + encoded + "\r\n"),
        httpAnswer("400 Bad Request", R"({"error_message":"BAD_ARGUMENTS:)" + plain + R"("})"),
        httpAnswer("502 Bad Gateway", "<html>" + plain + encoded, "X-Echo: " + encoded + "\r\n"),
        "HTTP/1.1 200 OK\r\nX-Echo: " + plain + "\r\nContent-Length: 9\r\n\r\n{", {}};
    for (const QByteArray &echo : echoes) {
        BadServer server({{echo}});
        const ResultLookup lookup = bench.ask(Bench::request(getToken(), server.url()));
        QVERIFY(!lookup.report);
        const QByteArray texts = allTexts(lookup);
        QVERIFY2(!texts.contains(plain) && !texts.contains(encoded), texts.constData());
    }
}

void tst_ResultJob::sendsNothingInClear()
{
    Bench bench;
    const ResultLookup lookup =
        bench.ask(Bench::request(getToken(), QUrl(QStringLiteral("http://api.example.com"))));
    QCOMPARE(lookup.stop, Stop::Address);
    QVERIFY(!lookupProblem(lookup).isEmpty());
}

void tst_ResultJob::canBeCancelled()
{
    Bench bench;
    BadServer mute({{{}, End::KeepOpen}});
    const ResultLookup lookup = bench.ask(Bench::request(getBizToken(), mute.url()),
        [](ResultJob *job) { QTimer::singleShot(30, job, &ResultJob::cancel); });
    QCOMPARE(lookup.stop, Stop::Cancelled);
    ResultRequest hasty = Bench::request(getBizToken(), mute.url());
    hasty.deadline = std::chrono::milliseconds(100);
    QCOMPARE(bench.ask(hasty).stop, Stop::Deadline);
}

void tst_ResultJob::takesPicturesButKeepsThemNot()
{
    Bench bench;
    const QByteArray picture(3'000'000, 'x'); // more than a token's answer may have
    const QByteArray body = sdkBody(bizToken.toLatin1()).chopped(1) + R"(,"images":{"image_best":")"
        + picture.toBase64() + R"("}})";
    BadServer server({{httpAnswer("200 OK", body)}});
    const ResultLookup lookup = bench.ask(Bench::request(getBizToken(), server.url()));
    QVERIFY2(lookup.report, qPrintable(lookupProblem(lookup).join(u' ')));
    QCOMPARE(lookup.report->images.size(), 1);
    QCOMPARE(lookup.report->images.constFirst().bytes, picture);
    QVERIFY(lookup.reply.body.size() < 1000);
    QVERIFY(lookup.reply.body.contains("3000000 bytes"));
}

void tst_ResultJob::aNoteComesBackAsItWas()
{
    QString oddity;
    const QJsonObject answer = QJsonDocument::fromJson(sdkBody(bizToken.toLatin1())).object();
    const auto report = readLivenessReport(getBizToken(), answer, oddity);
    QVERIFY(report);
    const QDateTime when = QDateTime::fromSecsSinceEpoch(1532412040, Qt::UTC);
    const ResultNote note = resultNote(*report, answer, 3, when);
    const auto back = resultNoteFrom(toText(note));
    QVERIFY(back);
    QCOMPARE(toText(*back), toText(note));
    QCOMPARE(back->askedAt, when);
    QCOMPARE(back->securityLevel, 3);
    QCOMPARE(back->calls, 1);
    QVERIFY(back->verdicts == note.verdicts);
    QVERIFY(!resultNoteFrom(QString()));
    QVERIFY(!resultNoteFrom(QStringLiteral("{}")));
}

QTEST_GUILESS_MAIN(tst_ResultJob)
#include "tst_resultjob.moc"
