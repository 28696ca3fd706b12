#include "client/authentication.h"
#include "client/multipart.h"
#include "client/tokenclient.h"
#include "contract/signature.h"
#include "credentials/secret.h"

#include <QBuffer>
#include <QDateTime>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace faceid;

namespace {

const char crlf[] = "\r\n";

/// What really goes over the wire: the bytes behind the header that a bare socket gets.
QByteArray sentBody(MultipartBody &body, QByteArray *header = nullptr)
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        return {};
    QNetworkAccessManager manager;
    manager.setProxy(QNetworkProxy::NoProxy);
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort())));
    request.setRawHeader("Content-Type", body.contentType());
    QNetworkReply *reply = manager.post(request, body.multipart());
    reply->setParent(&manager);
    if (!QTest::qWaitFor([&] { return server.hasPendingConnections(); }))
        return {};
    QTcpSocket *socket = server.nextPendingConnection();
    QByteArray received;
    qsizetype start = -1;
    const bool complete = QTest::qWaitFor([&] {
        received += socket->readAll();
        start = received.indexOf("\r\n\r\n") + 4;
        return start > 3 && received.size() >= start + body.size();
    });
    if (!complete)
        return {};
    QTest::qWait(20); // nothing may follow
    received += socket->readAll();
    if (header)
        *header = received.first(start);
    return received.sliced(start);
}

QByteArray boundaryOf(const MultipartBody &body)
{
    return body.contentType().split('=').last();
}

} // namespace

class TestMultipart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneShotBodyReadsOnce();
    void oneShotBodyMayBeRewoundBeforeTheFirstByte();
    void oneShotBodyLeavesSharedBytesAlone();
    void oneShotBodyFailsAfterWiping();
    void writesTheExpectedBytes();
    void computesItsSize();
    void reportsWhatWasHandedOver();
    void neutralisesHeaderInjection();
    void boundaryNeedsNoQuotes();
    void addsASignInItsPlace();
    void addsASingleUseSign();
    void addsTheKeyPairInItsPlace();
    void findsBodiesThatAreTooLarge();
};

void TestMultipart::oneShotBodyReadsOnce()
{
    OneShotBody body(QByteArray("0123456789"));
    QSignalSpy spy(&body, &OneShotBody::bytesHandedOver);
    QVERIFY(body.isOpen());
    QVERIFY(!body.isSequential());
    QCOMPARE(body.size(), 10);
    QCOMPARE(body.read(4), QByteArray("0123"));
    QCOMPARE(body.handedOver(), 4);
    QVERIFY(body.isStarted());
    QVERIFY(!body.isFinished());
    QVERIFY(!body.reset());
    QVERIFY(!body.seek(0));
    QVERIFY(!body.seek(4));
    QCOMPARE(body.read(100), QByteArray("456789"));
    QVERIFY(body.isFinished());
    QVERIFY(body.atEnd());
    QVERIFY(!body.reset());
    QCOMPARE(body.read(1), QByteArray());
    QCOMPARE(body.size(), 10); // still known, though the bytes are gone
    QCOMPARE(spy.size(), 2);
    QVERIFY(body.write("x") < 0);
}

void TestMultipart::oneShotBodyMayBeRewoundBeforeTheFirstByte()
{
    OneShotBody body(QByteArray("abc"));
    QVERIFY(body.reset());
    QVERIFY(body.seek(0));
    QVERIFY(!body.seek(1));
    QCOMPARE(body.pos(), 0);
    QCOMPARE(body.readAll(), QByteArray("abc"));
}

void TestMultipart::oneShotBodyLeavesSharedBytesAlone()
{
    const QByteArray shared("a photo that the form still shows");
    OneShotBody photo{QByteArray(shared)};
    QCOMPARE(photo.readAll().size(), shared.size());
    QVERIFY(photo.isFinished());
    QCOMPARE(shared, QByteArray("a photo that the form still shows"));
}

void TestMultipart::oneShotBodyFailsAfterWiping()
{
    OneShotBody body(QByteArray("abcdef"));
    QCOMPARE(body.read(2), QByteArray("ab"));
    body.wipe();
    char c;
    QCOMPARE(body.read(&c, 1), -1);
    QVERIFY(!body.isFinished());
    QCOMPARE(body.handedOver(), 2);
}

void TestMultipart::writesTheExpectedBytes()
{
    ImageFacts jpeg;
    jpeg.format = ImageFacts::Format::Jpeg;
    Parts parts{textPart(QStringLiteral("comparison_type"), QStringLiteral("0")),
        textPart(QStringLiteral("idcard_name"), QStringLiteral("测试一 + & \r\n")),
        imagePart(QStringLiteral("image_ref1"), QByteArray("\xff\xd8\0\r\n--\xff\xd9", 9), jpeg)};
    MultipartBody body(std::move(parts));
    QByteArray header;
    const QByteArray sent = sentBody(body, &header);
    const QByteArray line = "--" + boundaryOf(body);
    const QByteArray expected = line + crlf + "Content-Disposition: form-data; name=\"comparison_type\""
        + crlf + crlf + "0" + crlf + line + crlf + "Content-Disposition: form-data; name=\"idcard_name\""
        + crlf + crlf + "测试一 + & \r\n" + crlf + line + crlf
        + "Content-Disposition: form-data; name=\"image_ref1\"; filename=\"image_ref1.jpg\"" + crlf
        + "Content-Type: image/jpeg" + crlf + crlf + QByteArray("\xff\xd8\0\r\n--\xff\xd9", 9) + crlf + line
        + "--" + crlf;
    QCOMPARE(sent, expected);
    QVERIFY(header.contains("Content-Length: " + QByteArray::number(expected.size()) + crlf));
    QVERIFY(header.contains("Content-Type: multipart/form-data; boundary=" + boundaryOf(body) + crlf));
}

void TestMultipart::computesItsSize()
{
    for (int count = 1; count < 6; ++count) {
        Parts parts;
        for (int i = 0; i < count; ++i) {
            const QByteArray bytes(i * 40'000 + 1, char('a' + i));
            parts.append(i % 2 ? imagePart(QStringLiteral("image_ref%1").arg(i), bytes, {})
                               : textPart(QStringLiteral("p%1").arg(i), QString::fromLatin1(bytes)));
        }
        const qint64 size = multipartSize(parts);
        MultipartBody body(std::move(parts));
        QCOMPARE(body.size(), size);
        QCOMPARE(sentBody(body).size(), size);
        QVERIFY(body.isFinished());
    }
}

void TestMultipart::reportsWhatWasHandedOver()
{
    MultipartBody body({textPart(QStringLiteral("a"), QStringLiteral("12345")),
        imagePart(QStringLiteral("image_ref1"), QByteArray(100'000, 'x'), {})});
    QSignalSpy spy(&body, &MultipartBody::progressed);
    QCOMPARE(body.valueBytes(), 100'005);
    QVERIFY(!body.isStarted());
    QVERIFY(!body.isFinished());
    int departures = 0;
    connect(&body, &MultipartBody::departing, this, [&] {
        ++departures;
        QVERIFY(!body.isFinished());
    });
    sentBody(body);
    QCOMPARE(departures, 1);
    QCOMPARE(body.handedOver(), 100'005);
    QVERIFY(body.isFinished());
    qint64 last = 0;
    for (const auto &arguments : spy) {
        QVERIFY(arguments.first().toLongLong() > last);
        last = arguments.first().toLongLong();
    }
    QCOMPARE(last, 100'005);
}

void TestMultipart::neutralisesHeaderInjection()
{
    Part part{QStringLiteral("a\"\r\nX-Evil: 1"), "v", QStringLiteral("x\"; name=\"b\r\n\r\n.jpg"), {}};
    MultipartBody body({part});
    const QByteArray sent = sentBody(body);
    QVERIFY(sent.contains("name=\"a___X-Evil: 1\"; filename=\"x_; name=_b____.jpg\"\r\n"));
    QVERIFY(sent.contains("Content-Type: application/octet-stream\r\n\r\nv\r\n"));
}

void TestMultipart::boundaryNeedsNoQuotes()
{
    MultipartBody one({textPart(QStringLiteral("a"), QStringLiteral("b"))});
    MultipartBody two({textPart(QStringLiteral("a"), QStringLiteral("b"))});
    QVERIFY(boundaryOf(one) != boundaryOf(two));
    const QByteArray boundary = boundaryOf(one);
    QCOMPARE(boundary.size(), 32);
    for (const char c : boundary)
        QVERIFY(QByteArrayView("0123456789abcdef").contains(c));
}

void TestMultipart::addsASignInItsPlace()
{
    Profile profile;
    profile.apiKey = QStringLiteral("demo_key");
    profile.signValiditySeconds = 100;
    const Secret secret(QByteArray("demo_secret"));
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1530762118, Qt::UTC);
    const Parts parts = authenticated(getBizToken(),
        {textPart(QStringLiteral("liveness_type"), QStringLiteral("meglive")),
            textPart(QStringLiteral("sign"), QStringLiteral("somebody else's")),
            textPart(QStringLiteral("uuid"), QStringLiteral("u"))},
        profile, secret, now);
    QCOMPARE(parts.size(), 4);
    QCOMPARE(parts.at(0).name, QStringLiteral("sign"));
    QCOMPARE(parts.at(1).name, QStringLiteral("sign_version"));
    QCOMPARE(parts.at(1).value, QByteArray("hmac_sha1"));
    QCOMPARE(parts.at(2).name, QStringLiteral("liveness_type"));
    QCOMPARE(parts.at(3).name, QStringLiteral("uuid"));

    const signature::Reading reading = signature::read(parts.at(0).value);
    QVERIFY(signature::matches(reading, secret.bytes()));
    QVERIFY(reading.flaws.isEmpty());
    QCOMPARE(reading.claims.apiKey, QStringLiteral("demo_key"));
    QCOMPARE(reading.claims.issuedAt, 1530762118);
    QCOMPARE(reading.claims.expiresAt, 1530762218);
    QCOMPARE(reading.claims.random.size(), 10);
    QVERIFY(multipartSize({parts.at(0), parts.at(1)}) < credentialAllowance);
}

void TestMultipart::addsASingleUseSign()
{
    Profile profile;
    profile.apiKey = QStringLiteral("demo_key");
    profile.singleUseSign = true;
    const Secret secret(QByteArray("demo_secret"));
    const Parts parts = authenticated(getBizToken(), {}, profile, secret, QDateTime::currentDateTimeUtc());
    QCOMPARE(signature::read(parts.at(0).value).claims.expiresAt, 0);
}

void TestMultipart::addsTheKeyPairInItsPlace()
{
    Profile profile;
    profile.apiKey = QStringLiteral("demo_key");
    const Secret secret(QByteArray("demo_secret"));
    const Parts parts =
        authenticated(getToken(), {textPart(QStringLiteral("comparison_type"), QStringLiteral("-1"))},
            profile, secret, QDateTime::currentDateTimeUtc());
    QCOMPARE(parts.size(), 3);
    QCOMPARE(parts.at(0).value, QByteArray("demo_key"));
    QCOMPARE(parts.at(1).name, QStringLiteral("api_secret"));
    QCOMPARE(parts.at(1).value, QByteArray("demo_secret"));
    QVERIFY(parts.at(1).value.isDetached()); // else it could not be wiped
    QCOMPARE(parts.at(2).name, QStringLiteral("comparison_type"));
}

void TestMultipart::findsBodiesThatAreTooLarge()
{
    const qint64 limit = getBizToken().maxRequestBytes;
    QVERIFY(limit > 0);
    const auto problemsOf = [](const EndpointSpec &spec, qint64 photoBytes) {
        ImageFacts facts;
        facts.format = ImageFacts::Format::Jpeg;
        facts.pixels = QSize(10, 10);
        facts.complete = true;
        const Parts parts = assembled(spec,
            {textPart(QStringLiteral("comparison_type"), QStringLiteral("0")),
                textPart(QStringLiteral("uuid"), QStringLiteral("u")),
                textPart(QStringLiteral("biz_no"), QStringLiteral("b")),
                textPart(QStringLiteral("return_url"), QStringLiteral("https://example.com/r")),
                textPart(QStringLiteral("notify_url"), QStringLiteral("https://example.com/n")),
                imagePart(QStringLiteral("image_ref1"), QByteArray(photoBytes, 'x'), facts)});
        return requestProblems(spec, parts);
    };
    QVERIFY(problemsOf(getBizToken(), limit - 8192).isEmpty());
    // The photo alone fits; with part headers and credentials the body does not.
    const Problems problems = problemsOf(getBizToken(), limit - 1024);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().reason, Reason::RequestTooLarge);
    QCOMPARE(problems.first().code, QStringLiteral("Request Entity Too Large"));
    QVERIFY(problemsOf(getToken(), limit + 1024).isEmpty()); // that document names no limit
}

QTEST_GUILESS_MAIN(TestMultipart)
#include "tst_multipart.moc"
