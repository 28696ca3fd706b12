// The sandbox over its socket: hand-made bytes, then curl. Every expected code is typed from the two
// documents.

#include "sandbox/sandboxserver.h"
#include "support/handmade.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace faceid;
using namespace faceid::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray sign(qint64 validSeconds = 100, const QByteArray &secret = sandboxApiSecret,
    const QByteArray &random = signature::randomNumber())
{
    return signFor(QString::fromLatin1(sandboxApiKey), secret, validSeconds, random);
}

/// A url-encoded form of the SDK, comparison_type 1, with the sign at the end. The name is 测试一.
QByteArray sdkSignLast(const QByteArray &signText)
{
    return "sign_version=hmac_sha1&liveness_type=meglive&comparison_type=1&idcard_name=%E6%B5%8B%E8%AF%95%E4%B8%80"
           "&idcard_number=110101199003070038&sign="
        + signText.toPercentEncoding();
}

/// A url-encoded form of the PC API, comparison_type 1, with the secret at the end.
QByteArray pcSecretLast(const QByteArray &secret = sandboxApiSecret)
{
    return "api_key=sandbox-key&" + pcFields() + "&verbose=1&api_secret=" + secret;
}

/// A multipart form with boundary b, comparison_type 0, of the SDK.
QByteArray sdkMultipart(const QByteArray &photo, const QByteArray &more = {})
{
    return field("sign", sign()) + field("sign_version", "hmac_sha1") + field("liveness_type", "meglive")
        + field("comparison_type", "0") + field("uuid", "u-1") + more
        + "--b\r\nContent-Disposition: form-data; name=\"image_ref1\"; filename=\"a.jpg\"\r\n"
          "Content-Type: image/jpeg\r\n\r\n"
        + photo + "\r\n--b--\r\n";
}

QJsonObject object(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}

/// A figure of /proc/self/status in KiB.
qint64 memoryKiB(QByteArrayView name)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name))
            return line.sliced(name.size() + 1).trimmed().split(' ').first().toLongLong();
    }
    return -1;
}

/// Sends a POST of \a bytes zeros, chunked or with its length, without holding them.
RawResponse postZeros(quint16 port, QByteArrayView path, qint64 bytes, bool chunked)
{
    RawConnection connection(port);
    connection.send("POST " + path.toByteArray()
        + " HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
        + (chunked ? QByteArray("Transfer-Encoding: chunked")
                   : "Content-Length: " + QByteArray::number(bytes))
        + "\r\n\r\n");
    static const QByteArray zeros(50'000, '\0');
    const QByteArray chunkHead = QByteArray::number(zeros.size(), 16) + "\r\n";
    for (qint64 sent = 0; sent < bytes; sent += zeros.size()) {
        const bool sentAll = (!chunked || connection.send(chunkHead)) && connection.send(zeros)
            && (!chunked || connection.send("\r\n"));
        if (!sentAll)
            return {};
    }
    if (chunked)
        connection.send("0\r\n\r\n");
    return connection.receive();
}

} // namespace

class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void holdsNoLargeBody(); // first, while no earlier test has left memory to reuse
    void answers_data();
    void answers();
    void answersInDocumentedShape();
    void takesUnencodedPlus();
    void refusesAReplay();
    void refusesLargeBodies_data();
    void refusesLargeBodies();
    void takesTheLargestBody();
    void servesCurl();

private:
    SandboxServer m_server{defaultSandboxKeys(), {SandboxRules::Faces::One}}; // the pictures here show none
};

void TestSandbox::initTestCase()
{
    QCOMPARE(m_server.port(), 0);
    QVERIFY(m_server.baseUrl().isEmpty());
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
    QVERIFY(m_server.port() != 0);
    QCOMPARE(m_server.baseUrl().toString(), u"http://127.0.0.1:%1"_s.arg(m_server.port()));
}

void TestSandbox::holdsNoLargeBody()
{
    // Writing 5 there makes the present size the new peak.
    const auto peakGrowthKiB = [this](auto send) {
        QFile reset(u"/proc/self/clear_refs"_s);
        if (!reset.open(QIODevice::WriteOnly | QIODevice::Unbuffered) || reset.write("5") != 1)
            return std::optional<qint64>();
        const qint64 before = memoryKiB("VmRSS:");
        return send() ? std::optional(memoryKiB("VmHWM:") - before) : std::nullopt;
    };
    QCOMPARE(
        postZeros(m_server.port(), sdkPath, 100'000, false).status, 400); // threads and buffers are there
    const std::optional<qint64> refused = peakGrowthKiB(
        [this] { return postZeros(m_server.port(), sdkPath, 21'000'000, false).status == 413; });
    QVERIFY(refused);
    qInfo("peak memory grew by %lld KiB while 21,000,000 bytes were refused", *refused);
    QVERIFY(*refused < 4 * 1024);

    // The gauge works: a body that is kept shows.
    const QByteArray request =
        rawPost(sdkPath, "multipart/form-data; boundary=b", sdkMultipart(QByteArray(16'000'000, 'x')));
    const std::optional<qint64> kept = peakGrowthKiB([&] {
        return verdict(exchange(m_server.port(), request)) == "400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1";
    });
    QVERIFY(kept);
    qInfo("peak memory grew by %lld KiB while 16,000,000 bytes were read", *kept);
    QVERIFY(*kept > 12 * 1024);
}

void TestSandbox::answers_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("expected");

    const auto row = [](const char *tag, const char *path, const char *type, const QByteArray &body,
                         const char *expected) {
        QTest::newRow(tag) << QByteArray(path) << QByteArray(type) << body << QByteArray(expected);
    };
    const QByteArray photo = greyPng();

    row("sdk, url-encoded", sdkPath, urlEncoded, sdkSignLast(sign()), "200 biz_token");
    row("sdk, multipart", sdkPath, multipart, sdkMultipart(photo), "200 biz_token");
    row("sdk, no type", sdkPath, "", sdkSignLast(sign()), "200 biz_token");
    row("sdk, no sign", sdkPath, urlEncoded, "comparison_type=1", "400 MISSING_ARGUMENTS:sign");
    row("sdk, no body", sdkPath, urlEncoded, "", "400 MISSING_ARGUMENTS:sign");
    row("sdk, JSON", sdkPath, "application/json", "{}", "400 MISSING_ARGUMENTS:sign");
    row("sdk, multipart without boundary", sdkPath, "multipart/form-data", sdkMultipart(photo),
        "400 MISSING_ARGUMENTS:sign");
    row("sdk, multipart cut off", sdkPath, multipart, sdkMultipart(photo).chopped(4),
        "400 MISSING_ARGUMENTS:sign");
    row("sdk, bad field", sdkPath, multipart, sdkMultipart(photo, field("security_level", "9")),
        "400 BAD_ARGUMENTS:security_level");
    row("sdk, no picture", sdkPath, multipart, sdkMultipart("hello"),
        "400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1");
    row("sdk, 4097 pixels", sdkPath, multipart, sdkMultipart(greyPng(4097, 1)),
        "400 INVALID_IMAGE_SIZE:image_ref1");
    row("sdk, wrong secret", sdkPath, urlEncoded, sdkSignLast(sign(100, "wrong")), "403 INVALID_SIGN");
    row("sdk, expired", sdkPath, urlEncoded, sdkSignLast(sign(-1)), "403 AUTHORIZATION_ERROR:EXPIRED_SIGN");

    row("pc, url-encoded", pcPath, urlEncoded, pcSecretLast(), "200 token");
    row("pc, newline at the end", pcPath, "application/x-www-form-urlencoded; charset=UTF-8",
        pcSecretLast() + "\n", "200 token");
    row("pc, multipart", pcPath, multipart, pcMultipart(photo), "200 token");
    row("pc, 4097 pixels", pcPath, multipart, pcMultipart(greyPng(4097, 1)), "200 token");
    row("pc, wrong secret", pcPath, urlEncoded, pcSecretLast("wrong"), "403 AUTHENTICATION_ERROR");
    row("pc, no key", pcPath, multipart, "--b--\r\n", "400 MISSING_ARGUMENTS:api_key");
    row("pc, name", pcPath, urlEncoded, "idcard_name=" + QByteArray(33, 'x') + '&' + pcSecretLast(),
        "400 INVALID_NAME_FORMAT");
    row("pc, number", pcPath, urlEncoded, "idcard_number=1101&" + pcSecretLast(),
        "400 INVALID_IDCARD_NUMBER");
    row("pc, no picture", pcPath, multipart, pcMultipart(""),
        "400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref2");
    row("pc, query", "/faceid/liveness/v2/get_token?api_key=x", urlEncoded, pcSecretLast(), "200 token");

    row("other path", "/faceid/liveness/v2/get_result", urlEncoded, pcSecretLast(), "404 API_NOT_FOUND");
    row("root", "/", urlEncoded, "", "404 API_NOT_FOUND");
}

void TestSandbox::answers()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, expected);
    const RawResponse response = exchange(m_server.port(), rawPost(path, type, body));
    QCOMPARE(verdict(response), expected);
    QCOMPARE(response.header("Content-Type"), "application/json");
    const QDateTime date = response.date();
    QVERIFY2(
        date.isValid() && qAbs(date.secsTo(QDateTime::currentDateTimeUtc())) < 60, response.header("Date"));
}

void TestSandbox::answersInDocumentedShape()
{
    static const QRegularExpression id(
        u"^([0-9]{10}),[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"_s);
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    const QJsonObject sdk =
        object(exchange(m_server.port(), rawPost(sdkPath, urlEncoded, sdkSignLast(sign()))).body);
    const auto match = id.match(sdk.value(u"biz_token").toString());
    QVERIFY(match.hasMatch());
    QVERIFY(match.captured(1).toLongLong() >= before);
    QVERIFY(match.captured(1).toLongLong() <= QDateTime::currentSecsSinceEpoch());
    QVERIFY(id.match(sdk.value(u"request_id").toString()).hasMatch());

    // The time used counts from the head, so a body that comes late is in it.
    RawConnection slow(m_server.port());
    const QByteArray request = rawPost(pcPath, urlEncoded, pcSecretLast());
    QVERIFY(slow.send(QByteArrayView(request).chopped(1)));
    QTest::qWait(60);
    QVERIFY(slow.send(QByteArrayView(request).last(1)));
    const QJsonObject pc = object(slow.receive().body);
    QVERIFY(QRegularExpression(u"^[0-9a-f]{32}$"_s).match(pc.value(u"token").toString()).hasMatch());
    QVERIFY(pc.value(u"expired_time").toInteger() > before + 600);
    QVERIFY(pc.value(u"time_used").toInteger() >= 50);
    QVERIFY(pc.value(u"time_used").toInteger() < 10'000);
}

void TestSandbox::takesUnencodedPlus()
{
    QByteArray withPlus;
    for (int i = 0; !withPlus.contains('+'); ++i)
        withPlus = sign(100, sandboxApiSecret, QByteArray::number(i));
    const QByteArray body = sdkSignLast({}) + withPlus;
    QCOMPARE(verdict(exchange(m_server.port(), rawPost(sdkPath, urlEncoded, body))), "200 biz_token");
    const QByteArray wrapped = sdkSignLast({}) + withPlus.first(60) + "\r\n" + withPlus.sliced(60) + "\r\n";
    QCOMPARE(verdict(exchange(m_server.port(), rawPost(sdkPath, urlEncoded, wrapped))), "200 biz_token");
}

void TestSandbox::refusesAReplay()
{
    const QByteArray request = rawPost(sdkPath, urlEncoded, sdkSignLast(sign(0)));
    QCOMPARE(verdict(exchange(m_server.port(), request)), "200 biz_token");
    QCOMPARE(verdict(exchange(m_server.port(), request)), "403 AUTHORIZATION_ERROR:REPLAY_ATTACK");
}

void TestSandbox::refusesLargeBodies_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("chunked");
    QTest::newRow("sdk") << QByteArray(sdkPath) << false;
    QTest::newRow("sdk, chunked") << QByteArray(sdkPath) << true;
    QTest::newRow("pc") << QByteArray(pcPath) << false;
    QTest::newRow("pc, chunked") << QByteArray(pcPath) << true;
}

void TestSandbox::refusesLargeBodies()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, chunked);
    const RawResponse response = postZeros(m_server.port(), path, 21'000'000, chunked);
    QCOMPARE(response.status, 413);
    QCOMPARE(response.header("Content-Type"), "text/plain");
    QCOMPARE(response.body, "Request Entity Too Large");
}

void TestSandbox::takesTheLargestBody()
{
    // A PNG may have bytes behind its end; these fill the body to exactly 20 MB.
    const qsizetype rest = 20 * 1024 * 1024 - sdkMultipart("").size();
    QByteArray photo = greyPng();
    const QByteArray filler = QByteArray(rest - 2 * photo.size(), '\0');
    photo = photo.chopped(12) + filler + photo;
    photo += QByteArray(rest - photo.size(), '\0');
    const QByteArray body = sdkMultipart(photo);
    QCOMPARE(body.size(), 20 * 1024 * 1024);
    QCOMPARE(verdict(exchange(m_server.port(), rawPost(sdkPath, multipart, body))), "200 biz_token");
    QCOMPARE(exchange(m_server.port(), rawPost(sdkPath, multipart, body + "\n")).status, 413);
}

void TestSandbox::servesCurl()
{
    const QString curl = QStandardPaths::findExecutable(u"curl"_s);
    QVERIFY2(!curl.isEmpty(), "curl is not installed");
    QTemporaryDir folder;
    const QString photo = folder.filePath(u"face.png"_s);
    QFile file(photo);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(greyPng());
    file.close();
    const QString large = folder.filePath(u"large.png"_s);
    QFile largeFile(large);
    QVERIFY(largeFile.open(QIODevice::WriteOnly) && largeFile.resize(21'000'000));

    const auto run = [&](const char *path, const QStringList &arguments) {
        QProcess process;
        const QString address = m_server.baseUrl().toString() + QLatin1String(path);
        process.start(curl,
            QStringList{u"-q"_s, u"-sS"_s, u"--noproxy"_s, u"*"_s, u"-w"_s, u" %{http_code}"_s, address}
                + arguments);
        return process.waitForFinished() ? process.readAllStandardOutput() : process.errorString().toUtf8();
    };
    const QString signText = QString::fromLatin1(sign());
    const QStringList common{u"-F"_s, u"sign_version=hmac_sha1"_s, u"-F"_s, u"liveness_type=meglive"_s,
        u"-F"_s, u"comparison_type=0"_s, u"-F"_s, u"uuid=u-1"_s, u"-F"_s, u"sign="_s + signText};

    QByteArray out = run(sdkPath, common + QStringList{u"-F"_s, u"image_ref1=@"_s + photo});
    QVERIFY2(out.contains("\"biz_token\"") && out.endsWith(" 200"), out);
    out = run(sdkPath, common + QStringList{u"-F"_s, u"image_ref1=@"_s + large});
    QCOMPARE(out, "Request Entity Too Large 413");
    out = run(pcPath, {u"-d"_s, QString::fromLatin1(pcSecretLast())});
    QVERIFY2(out.contains("\"token\"") && out.endsWith(" 200"), out);
    out = run(sdkPath, {u"-d"_s, u"comparison_type=1"_s, u"--data-urlencode"_s, u"sign="_s + signText});
    QVERIFY2(out.contains("MISSING_ARGUMENTS:sign_version") && out.endsWith(" 400"), out);
    out = run(pcPath, {u"-T"_s, photo, u"-X"_s, u"POST"_s, u"-H"_s, u"Transfer-Encoding: chunked"_s});
    QVERIFY2(out.contains("MISSING_ARGUMENTS:api_key") && out.endsWith(" 400"), out);
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
