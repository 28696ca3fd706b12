// Callbacks without the command line: their sign, the listener over real sockets, the desk with a real
// history.

#include "callback/callbackdesk.h"
#include "callback/callbacklistener.h"
#include "callback/callbacklog.h"
#include "callback/callbackpost.h"
#include "callback/madecallback.h"
#include "sandbox/sandboxkey.h"
#include "support/historybench.h"
#include "support/madeexchange.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>
#include <QThreadPool>

#include <future>

using namespace faceid;
using Answer = CallbackListener::Answer;
using Flaw = CallbackFlaw;

Q_DECLARE_METATYPE(std::optional<faceid::CallbackFlaw>)

namespace {

// contract/README.md section 4
const QByteArray vectorData = R"({"biz_id":"1462259748,52b13fb5-8dfb-4537-a62b-a641d5e929f1","biz_no":"b1"})";
const QByteArray vectorSign = "cba999be38e8c865a25cc70d04b71fee54628aea";
constexpr char secretText[] = "demo_secret";

/// Sends without the event loop of the test, which the listener's signals need.
std::future<FormReply> sendTo(const QUrl &url, const QByteArray &form)
{
    return std::async(std::launch::async, [=] { return postForm(url, form, std::chrono::seconds(30)); });
}

Parts madeFields(const char *outcome, const QString &bizNo)
{
    CallbackWish wish;
    wish.outcome = outcomeNamed(QString::fromLatin1(outcome));
    wish.bizNo = bizNo;
    return madeCallback(wish, secretText, 1718000000);
}

ReceivedCallback receivedFrom(const Parts &fields)
{
    ReceivedCallback callback;
    callback.at = QDateTime::fromMSecsSinceEpoch(1718000000123, Qt::UTC);
    callback.from = QHostAddress(QHostAddress::LocalHost);
    callback.path = CallbackListener::notifyPath;
    callback.isForm = true;
    callback.data = fields.at(0).value;
    callback.sign = fields.at(1).value;
    return callback;
}

} // namespace

class tst_Callback : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(m_folder.isValid()); }
    void checksTheSign_data();
    void checksTheSign();
    void listenerTakesForms_data();
    void listenerTakesForms();
    void listenerAnswersAsChosen_data();
    void listenerAnswersAsChosen();
    void stopEndsWhatIsHeldUp();
    void tooLargeIsNoForm();
    void whatNobodyLooksAtIsBounded();
    void deskTiesToTheRow();
    void nothingIsKeptOfAForgery();
    void logComesBackByteForByte();
    void aLogOnAFullDiskIsTold();
    void postsWhileTaken();
    void postCanBeCancelled();
    void onlyFormsAreSentAgain();

private:
    QTemporaryDir m_folder;
};

void tst_Callback::checksTheSign_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QByteArray>("sign");
    QTest::addColumn<bool>("matches");
    QTest::addColumn<std::optional<Flaw>>("flaw");
    const auto row = [](const char *name, const QByteArray &data, const QByteArray &sign, bool matches,
                         std::optional<Flaw> flaw) {
        QTest::newRow(name) << data << sign << matches << flaw;
    };
    const auto signOf = [](const QByteArray &data) { return callbackSign(secretText, data); };
    row("published", vectorData, vectorSign, true, {});
    row("nothing in it", {}, signOf({}), true, {});
    row("capitals", vectorData, vectorSign.toUpper(), false, Flaw::UpperCase);
    row("a blank behind", vectorData, vectorSign + ' ', false, Flaw::Whitespace);
    row("a newline in the data", vectorData + '\n', vectorSign, false, Flaw::NewlineInData);
    row("still encoded", vectorData.toPercentEncoding(), vectorSign, false, Flaw::DataStillEncoded);
    row("decoded twice", "a b", signOf("a+b"), false, Flaw::SpacesForPlus);
    row("written anew", "{\n\"biz_no\": \"b1\"}", vectorSign, false, Flaw::Reformatted);
    row("of another secret", vectorData, callbackSign("other", vectorData), false, {});
    row("cut off", vectorData, vectorSign.chopped(1), false, Flaw::OtherAlgorithm);
    row("empty", vectorData, {}, false, Flaw::OtherAlgorithm);
}

void tst_Callback::checksTheSign()
{
    QFETCH(const QByteArray, data);
    QFETCH(const QByteArray, sign);
    const CallbackCheck check = checkCallback(secretText, data, sign);
    QTEST(check.matches, "matches");
    QTEST(check.flaw, "flaw");
    if (check.flaw)
        QVERIFY(!describe(*check.flaw).isEmpty());
}

void tst_Callback::listenerTakesForms_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<bool>("isForm");
    QTest::addColumn<QByteArray>("data");
    const QByteArray hostile = QByteArray("\xe5\xbc\xa0 +&=%41\"\r\n\0\xff", 14);
    QTest::newRow("hostile bytes") << urlEncodedForm(fieldsOf(hostile, "s")) << true << hostile;
    QTest::newRow("blanks as plus") << QByteArray("sign=s&data=a+b") << true << QByteArray("a b");
    QTest::newRow("no sign") << QByteArray("data=a") << false << QByteArray("a");
    QTest::newRow("nothing") << QByteArray() << false << QByteArray();
}

void tst_Callback::listenerTakesForms()
{
    QFETCH(const QByteArray, form);
    CallbackListener listener;
    QSignalSpy spy(&listener, &CallbackListener::received);
    QVERIFY2(listener.start({}), qPrintable(listener.errorString()));
    auto reply = sendTo(listener.url(CallbackListener::notifyPath), form);
    QVERIFY(spy.wait());
    const auto callback = spy.constFirst().constFirst().value<ReceivedCallback>();
    QCOMPARE(reply.get().httpStatus, 200);
    QTEST(callback.isForm, "isForm");
    QTEST(callback.data, "data");
    QCOMPARE(callback.path, QString(CallbackListener::notifyPath));
    QVERIFY(callback.from.isLoopback());
}

void tst_Callback::listenerAnswersAsChosen_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<int>("status");
    QTest::newRow("200") << Answer::Ok << 200;
    QTest::newRow("500") << Answer::ServerError << 500;
    QTest::newRow("slow") << Answer::Slow << 200;
}

void tst_Callback::listenerAnswersAsChosen()
{
    QFETCH(const Answer, answer);
    CallbackListener listener;
    listener.setSlowness(std::chrono::milliseconds(300));
    listener.setAnswer(answer);
    QVERIFY(listener.start({}));
    QSignalSpy spy(&listener, &CallbackListener::received);
    QElapsedTimer clock;
    clock.start();
    auto reply = sendTo(listener.url(CallbackListener::returnPath), "data=a&sign=b");
    QVERIFY(spy.wait());
    QTEST(reply.get().httpStatus, "status");
    if (answer == Answer::Slow)
        QVERIFY(clock.elapsed() >= 300);
}

void tst_Callback::stopEndsWhatIsHeldUp()
{
    CallbackListener listener;
    listener.setAnswer(Answer::None);
    QVERIFY(listener.start({}));
    QSignalSpy spy(&listener, &CallbackListener::received);
    auto reply = sendTo(listener.url(CallbackListener::notifyPath), "data=a&sign=b");
    QVERIFY(spy.wait());
    listener.stop();
    QCOMPARE(reply.get().httpStatus, 0);
    QVERIFY(listener.url(CallbackListener::notifyPath).isEmpty());
    QVERIFY(listener.start({})); // and again
}

void tst_Callback::tooLargeIsNoForm()
{
    CallbackListener listener;
    QSignalSpy spy(&listener, &CallbackListener::received);
    QVERIFY(listener.start({}));
    auto reply =
        sendTo(listener.url(CallbackListener::notifyPath), "sign=s&data=" + QByteArray(3'000'000, 'x'));
    QVERIFY(spy.wait());
    QVERIFY(!spy.constFirst().constFirst().value<ReceivedCallback>().isForm);
    reply.get();
}

/// The event loop, which hands them over, stands still meanwhile.
void tst_Callback::whatNobodyLooksAtIsBounded()
{
    CallbackListener listener;
    QVERIFY(listener.start({}));
    CallbackDesk desk(nullptr);
    QSignalSpy seen(&desk, &CallbackDesk::arrived); // it keeps them, as a page does
    connect(&listener, &CallbackListener::received, &desk, &CallbackDesk::take);
    const QUrl url = listener.url(CallbackListener::notifyPath);
    const auto post = [&url](qsizetype bytes) {
        return postForm(url, "sign=s&data=" + QByteArray(bytes, 'x'), std::chrono::seconds(30)).httpStatus;
    };
    constexpr qsizetype bytes = 1'000'000;
    const qsizetype most = CallbackListener::mostWaitingBytes / bytes;
    for (qsizetype i = 0; i < most; ++i)
        QCOMPARE(post(bytes), 200);
    QCOMPARE(post(bytes), 503);
    listener.setAnswer(Answer::None);
    QCOMPARE(post(bytes), 503); // whatever is chosen
    listener.setAnswer(Answer::Ok);
    QTRY_COMPARE(seen.size(), most);
    QCOMPARE(post(bytes), 200); // there is room again
    QTRY_COMPARE(seen.size(), most + 1);
}

void tst_Callback::deskTiesToTheRow()
{
    HistoryBench bench(m_folder.filePath(QStringLiteral("ties.sqlite")));
    const Exchange exchange = made::pending(QStringLiteral("desk-1"));
    QCOMPARE(bench.begin(exchange).result, Journal::Begin::Saved);
    QCOMPARE(bench.finish(made::ended(exchange, Outcome::Issued)), QString());

    CallbackDesk desk(&bench.store());
    desk.setSecret(Secret(QByteArray(secretText)));
    QSignalSpy spy(&desk, &CallbackDesk::arrived);
    desk.take(receivedFrom(madeFields("wrong-person", exchange.bizNo)));
    QVERIFY(spy.wait());
    const auto seen = spy.constFirst().constFirst().value<SeenCallback>();
    QVERIFY(seen.isGenuine());
    QVERIFY(seen.row);
    QCOMPARE(seen.row->id, exchange.id);
    const Exchange kept = bench.exchange(exchange.id);
    QVERIFY(kept.result);
    QVERIFY(kept.result->verdicts == (Verdicts{Finding::Passed, Finding::Passed, Finding::Failed}));
    QCOMPARE(kept.result->bizId, seen.report->id);
    QCOMPARE(kept.result->calls, 0);

    desk.take(receivedFrom(madeFields("pass", QStringLiteral("somebody else's"))));
    QVERIFY(spy.wait());
    QVERIFY(!spy.at(1).constFirst().value<SeenCallback>().row);
}

void tst_Callback::nothingIsKeptOfAForgery()
{
    HistoryBench bench(m_folder.filePath(QStringLiteral("forgery.sqlite")));
    const Exchange exchange = made::pending(QStringLiteral("desk-2"));
    QCOMPARE(bench.begin(exchange).result, Journal::Begin::Saved);
    CallbackDesk desk(&bench.store());
    QSignalSpy spy(&desk, &CallbackDesk::arrived);
    const Parts forged = madeFields("pass", exchange.bizNo);
    desk.take(receivedFrom(forged)); // no secret: unchecked
    QVERIFY(spy.wait());
    desk.setSecret(Secret(QByteArray("another secret")));
    desk.take(receivedFrom(forged));
    QVERIFY(spy.wait());
    QVERIFY(!spy.at(0).constFirst().value<SeenCallback>().check);
    QVERIFY(!spy.at(1).constFirst().value<SeenCallback>().check->matches);
    QVERIFY(spy.at(1).constFirst().value<SeenCallback>().row);
    QVERIFY(!bench.exchange(exchange.id).result);
}

void tst_Callback::logComesBackByteForByte()
{
    const QString path = m_folder.filePath(QStringLiteral("log"));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QFile older(path); // that anybody may read
    QVERIFY(older.open(QIODevice::WriteOnly) && older.setPermissions(older.permissions() | others));
    older.close();
    RequestLog log(path);
    QVERIFY(log.open());
    QVERIFY(!(QFile::permissions(path) & others));
    QList<ReceivedCallback> all;
    for (const QByteArray &data :
        {QByteArray("{\"a\":\"\xe5\xbc\xa0\\n\"}"), QByteArray("\xff\0\n", 3), QByteArray()}) {
        all.append(receivedFrom(fieldsOf(data, "s")));
        QVERIFY(log.write(toJson(all.constLast())));
    }
    QVERIFY(log.write(QJsonObject())); // a line of something else
    QString error;
    const QList<ReceivedCallback> read = readCallbackLog(path, error);
    QCOMPARE(error, QString());
    QCOMPARE(read.size(), all.size());
    for (qsizetype i = 0; i < all.size(); ++i) {
        QCOMPARE(read.at(i).data, all.at(i).data);
        QCOMPARE(read.at(i).sign, all.at(i).sign);
        QCOMPARE(read.at(i).at, all.at(i).at);
        QVERIFY(read.at(i).isForm);
    }
    readCallbackLog(m_folder.filePath(QStringLiteral("nowhere")), error);
    QVERIFY(!error.isEmpty());
}

void tst_Callback::aLogOnAFullDiskIsTold()
{
    if (!QFileInfo::exists(QStringLiteral("/dev/full")))
        QSKIP("no /dev/full here");
    RequestLog log(QStringLiteral("/dev/full"));
    QVERIFY2(log.open(), qPrintable(log.errorString()));
    QVERIFY(!log.write(toJson(receivedFrom(fieldsOf("{}", "s")))));
    QVERIFY(!log.errorString().isEmpty());
}

void tst_Callback::postsWhileTaken()
{
    CallbackListener listener;
    QVERIFY(listener.start({}));
    QList<ReceivedCallback> received;
    connect(&listener, &CallbackListener::received, this,
        [&received](const ReceivedCallback &callback) { received.append(callback); });
    CallbackPost post;
    QList<SentCallback> sent;
    connect(&post, &CallbackPost::answered, this, [&](const SentCallback &one, int number) {
        sent.append(one);
        QCOMPARE(number, int(sent.size()));
        if (number == 2)
            listener.setAnswer(Answer::ServerError);
    });
    QSignalSpy finished(&post, &CallbackPost::finished);
    const Parts fields = madeFields("pass", QStringLiteral("序号 &=+"));
    post.start(listener.url(CallbackListener::notifyPath), fields, 5);
    QVERIFY(post.isRunning());
    QVERIFY(finished.wait(30'000));
    QVERIFY(!post.isRunning());
    QCOMPARE(sent.size(), 3); // the third was refused
    QVERIFY(sent.at(0).isTaken() && sent.at(1).isTaken() && !sent.at(2).isTaken());
    QCOMPARE(sent.at(0).bodyStart(), QStringLiteral("ok\n"));
    QVERIFY(sent.at(2).sentence().startsWith(QStringLiteral("HTTP 500 after ")));
    QTRY_COMPARE(received.size(), 3);
    for (const ReceivedCallback &callback : received)
        QCOMPARE(callback.data, fields.at(0).value);
}

void tst_Callback::postCanBeCancelled()
{
    CallbackListener listener;
    listener.setAnswer(Answer::None);
    QVERIFY(listener.start({}));
    QSignalSpy received(&listener, &CallbackListener::received);
    CallbackPost post;
    QList<SentCallback> sent;
    connect(&post, &CallbackPost::answered, this, [&sent](const SentCallback &one) { sent.append(one); });
    QSignalSpy finished(&post, &CallbackPost::finished);
    post.start(listener.url(CallbackListener::notifyPath), madeFields("pass", QStringLiteral("b")), 2);
    QVERIFY(received.wait(30'000));
    QCOMPARE(QThreadPool::globalInstance()->activeThreadCount(), 0); // the wait takes no thread from others
    post.cancel();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(sent.size(), 1);
    QVERIFY(sent.constFirst().isCancelled);
    QVERIFY(!sent.constFirst().isAnswered());
    listener.stop();

    post.start(QUrl(QStringLiteral("http://127.0.0.1:1")), madeFields("pass", {}));
    QVERIFY(finished.wait(30'000));
    QVERIFY(!sent.constLast().isCancelled);
    QVERIFY(sent.constLast().sentence().startsWith(QStringLiteral("No answer: ")));
}

void tst_Callback::onlyFormsAreSentAgain()
{
    ReceivedCallback callback = receivedFrom(madeFields("pass", QStringLiteral("b")));
    QCOMPARE(replayProblem(callback), QString());
    callback.isForm = false;
    QVERIFY(!replayProblem(callback).isEmpty());
}

QTEST_GUILESS_MAIN(tst_Callback)
#include "tst_callback.moc"
