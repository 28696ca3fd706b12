// The sandbox over its socket: hand-made bytes, then curl. Every expected code is typed from the two
// documents.

#include "contract/signature.h"
#include "sandbox/sandboxserver.h"
#include "support/rawhttp.h"

#include <QBuffer>
#include <QDateTime>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

using namespace faceid;
using namespace faceid::test;
using namespace Qt::StringLiterals;

namespace {

constexpr char sdkPath[] = "/face/v1.2/sdk/get_biz_token";
constexpr char pcPath[] = "/faceid/liveness/v2/get_token";
constexpr char formType[] = "application/x-www-form-urlencoded";

QByteArray picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::gray);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray sign(qint64 validSeconds = 100, const QByteArray &secret = sandboxApiSecret,
    const QByteArray &random = signature::randomNumber())
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const qint64 expires = validSeconds == 0 ? 0 : now + validSeconds;
    return signature::make({QString::fromLatin1(sandboxApiKey), expires, now - 1000, random}, secret);
}

/// A url-encoded form of the SDK, comparison_type 1. The name is 测试一.
QByteArray sdkForm(const QByteArray &signText)
{
    return "sign_version=hmac_sha1&liveness_type=meglive&comparison_type=1&idcard_name=%E6%B5%8B%E8%AF%95%E4%B8%80"
           "&idcard_number=110101199003070038&sign="
        + signText.toPercentEncoding();
}

/// A url-encoded form of the PC API, comparison_type 1, with the secret at the end.
QByteArray pcForm(const QByteArray &secret = sandboxApiSecret)
{
    return "api_key=sandbox-key&comparison_type=1&idcard_name=%E6%B5%8B%E8%AF%95%E4%B8%80"
           "&idcard_number=110101199003070038&return_url=https%3A%2F%2Fshop.example%2Freturn"
           "&notify_url=https%3A%2F%2Fshop.example%2Fnotify&biz_no=b-1&verbose=1&api_secret="
        + secret;
}

QByteArray field(const QByteArray &name, const QByteArray &value)
{
    return "--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
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

QByteArray pcMultipart(const QByteArray &photo, const QByteArray &more = {})
{
    return "\r\n" + field("comparison_type", "0") + field("uuid", "u-1")
        + field("return_url", "https://a.example/r") + field("notify_url", "https://a.example/n")
        + field("biz_no", "b-1") + more
        + "--b\r\nContent-Type:multipart/form-data\r\n"
          "Content-Disposition: form-data; name=\"image_ref2\"; filename=\" \"\r\n\r\n"
        + photo + "\r\n" + field("api_key", "sandbox-key") + field("api_secret", "sandbox-secret")
        + "--b--\r\n";
}

QJsonObject object(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}

/// "403 INVALID_SIGN", "200 biz_token" or "200 token".
QByteArray verdict(const RawResponse &response)
{
    const QJsonObject body = object(response.body);
    QByteArray text;
    for (const QString &key : {u"error"_s, u"error_message"_s}) {
        if (body.contains(key))
            text += ' ' + body.value(key).toString().toUtf8();
    }
    for (const QString &key : {u"biz_token"_s, u"token"_s}) {
        if (body.contains(key))
            text += ' ' + key.toUtf8();
    }
    return QByteArray::number(response.status) + text;
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
    void readsAnyTransfer();
    void answersWhileOthersStall();
    void keepsConnections();
    void stopsAndStartsAgain();
    void answersWhatIsUnderWay();
    void saysWhyItCannotListen();
    void isReachedOnLoopbackOnly();
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
    const char multipart[] = "multipart/form-data; boundary=b";
    const QByteArray photo = picture(30, 40);

    row("sdk, url-encoded", sdkPath, formType, sdkForm(sign()), "200 biz_token");
    row("sdk, multipart", sdkPath, multipart, sdkMultipart(photo), "200 biz_token");
    row("sdk, no type", sdkPath, "", sdkForm(sign()), "200 biz_token");
    row("sdk, no sign", sdkPath, formType, "comparison_type=1", "400 MISSING_ARGUMENTS:sign");
    row("sdk, no body", sdkPath, formType, "", "400 MISSING_ARGUMENTS:sign");
    row("sdk, JSON", sdkPath, "application/json", "{}", "400 MISSING_ARGUMENTS:sign");
    row("sdk, multipart without boundary", sdkPath, "multipart/form-data", sdkMultipart(photo),
        "400 MISSING_ARGUMENTS:sign");
    row("sdk, multipart cut off", sdkPath, multipart, sdkMultipart(photo).chopped(4),
        "400 MISSING_ARGUMENTS:sign");
    row("sdk, bad field", sdkPath, multipart, sdkMultipart(photo, field("security_level", "9")),
        "400 BAD_ARGUMENTS:security_level");
    row("sdk, no picture", sdkPath, multipart, sdkMultipart("hello"),
        "400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref1");
    row("sdk, 4097 pixels", sdkPath, multipart, sdkMultipart(picture(4097, 1)),
        "400 INVALID_IMAGE_SIZE:image_ref1");
    row("sdk, wrong secret", sdkPath, formType, sdkForm(sign(100, "wrong")), "403 INVALID_SIGN");
    row("sdk, expired", sdkPath, formType, sdkForm(sign(-1)), "403 AUTHORIZATION_ERROR:EXPIRED_SIGN");

    row("pc, url-encoded", pcPath, formType, pcForm(), "200 token");
    row("pc, newline at the end", pcPath, "application/x-www-form-urlencoded; charset=UTF-8", pcForm() + "\n",
        "200 token");
    row("pc, multipart", pcPath, multipart, pcMultipart(photo), "200 token");
    row("pc, 4097 pixels", pcPath, multipart, pcMultipart(picture(4097, 1)), "200 token");
    row("pc, wrong secret", pcPath, formType, pcForm("wrong"), "403 AUTHENTICATION_ERROR");
    row("pc, no key", pcPath, multipart, "--b--\r\n", "400 MISSING_ARGUMENTS:api_key");
    row("pc, name", pcPath, formType, "idcard_name=" + QByteArray(33, 'x') + '&' + pcForm(),
        "400 INVALID_NAME_FORMAT");
    row("pc, number", pcPath, formType, "idcard_number=1101&" + pcForm(), "400 INVALID_IDCARD_NUMBER");
    row("pc, no picture", pcPath, multipart, pcMultipart(""),
        "400 IMAGE_ERROR_UNSUPPORTED_FORMAT:image_ref2");
    row("pc, query", "/faceid/liveness/v2/get_token?api_key=x", formType, pcForm(), "200 token");

    row("other path", "/faceid/liveness/v2/get_result", formType, pcForm(), "404 API_NOT_FOUND");
    row("root", "/", formType, "", "404 API_NOT_FOUND");
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
        object(exchange(m_server.port(), rawPost(sdkPath, formType, sdkForm(sign()))).body);
    const auto match = id.match(sdk.value(u"biz_token").toString());
    QVERIFY(match.hasMatch());
    QVERIFY(match.captured(1).toLongLong() >= before);
    QVERIFY(match.captured(1).toLongLong() <= QDateTime::currentSecsSinceEpoch());
    QVERIFY(id.match(sdk.value(u"request_id").toString()).hasMatch());

    // The time used counts from the head, so a body that comes late is in it.
    RawConnection slow(m_server.port());
    const QByteArray request = rawPost(pcPath, formType, pcForm());
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
    const QByteArray body = sdkForm({}) + withPlus;
    QCOMPARE(verdict(exchange(m_server.port(), rawPost(sdkPath, formType, body))), "200 biz_token");
    const QByteArray wrapped = sdkForm({}) + withPlus.first(60) + "\r\n" + withPlus.sliced(60) + "\r\n";
    QCOMPARE(verdict(exchange(m_server.port(), rawPost(sdkPath, formType, wrapped))), "200 biz_token");
}

void TestSandbox::refusesAReplay()
{
    const QByteArray request = rawPost(sdkPath, formType, sdkForm(sign(0)));
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
    QByteArray photo = picture(30, 40);
    const QByteArray filler = QByteArray(rest - 2 * photo.size(), '\0');
    photo = photo.chopped(12) + filler + photo;
    photo += QByteArray(rest - photo.size(), '\0');
    const QByteArray body = sdkMultipart(photo);
    QCOMPARE(body.size(), 20 * 1024 * 1024);
    const char multipart[] = "multipart/form-data; boundary=b";
    QCOMPARE(verdict(exchange(m_server.port(), rawPost(sdkPath, multipart, body))), "200 biz_token");
    QCOMPARE(exchange(m_server.port(), rawPost(sdkPath, multipart, body + "\n")).status, 413);
}

void TestSandbox::readsAnyTransfer()
{
    const quint16 port = m_server.port();
    const QByteArray head = "POST " + QByteArray(pcPath) + " HTTP/1.1\r\nHost: x\r\n";
    const QByteArray multipart = "Content-Type: multipart/form-data; boundary=b\r\n";
    const QByteArray body = pcMultipart(picture(30, 40));
    const QByteArray length = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";

    for (const qsizetype size : {1, 7, 100'000})
        QCOMPARE(verdict(exchange(
                     port, head + multipart + "Transfer-Encoding: chunked\r\n\r\n" + inChunks(body, size))),
            "200 token");

    RawConnection patient(port);
    QVERIFY(patient.send(head + multipart + length + "Expect: 100-continue\r\n\r\n"));
    QCOMPARE(patient.receive().status, 100);
    QVERIFY(patient.send(body));
    QCOMPARE(verdict(patient.receive()), "200 token");

    RawConnection byteByByte(port);
    const QByteArray request = rawPost(pcPath, formType, pcForm());
    for (const char &byte : request)
        QVERIFY(byteByByte.send({&byte, 1}));
    QCOMPARE(verdict(byteByByte.receive()), "200 token");

    // A GET may have a body too; it is drained, so the next request on the connection is read aright.
    RawConnection reused(port);
    QVERIFY(reused.send(
        "GET " + QByteArray(pcPath) + " HTTP/1.1\r\nHost: x\r\nContent-Length: 7\r\n\r\na=1&b=2" + request));
    QCOMPARE(verdict(reused.receive()), "404 API_NOT_FOUND");
    QCOMPARE(verdict(reused.receive()), "200 token");

    RawConnection old(port);
    QVERIFY(old.send(QByteArray(request).replace("HTTP/1.1", "HTTP/1.0")));
    QCOMPARE(verdict(old.receive()), "200 token");
    QVERIFY(old.closedByPeer());
}

void TestSandbox::answersWhileOthersStall()
{
    std::vector<std::unique_ptr<RawConnection>> stalled;
    for (int i = 0; i < 60; ++i) {
        stalled.push_back(std::make_unique<RawConnection>(m_server.port()));
        QVERIFY(stalled.back()->send(
            i % 2 ? "POST /fa" : "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\na"));
    }
    QCOMPARE(verdict(exchange(m_server.port(), rawPost(pcPath, formType, pcForm()))), "200 token");
}

void TestSandbox::keepsConnections()
{
    std::vector<std::thread> clients;
    std::atomic_int tokens = 0;
    for (int i = 0; i < 4; ++i) {
        clients.emplace_back([&] {
            RawConnection connection(m_server.port());
            for (int n = 0; n < 50; ++n) {
                const bool sent = connection.send(n % 2 ? rawPost(pcPath, formType, pcForm())
                                                        : rawPost(sdkPath, formType, sdkForm(sign(0))));
                tokens += sent && connection.receive().status == 200 ? 1 : 0;
            }
        });
    }
    for (std::thread &client : clients)
        client.join();
    QCOMPARE(tokens.load(), 200);
}

void TestSandbox::stopsAndStartsAgain()
{
    SandboxServer server;
    server.stop();
    QVERIFY(server.start());
    const quint16 port = server.port();
    {
        RawConnection idle(port); // an open connection without a request does not hold it up
        QVERIFY(idle.send(rawPost(pcPath, formType, pcForm())));
        QCOMPARE(verdict(idle.receive()), "200 token");
        QElapsedTimer timer;
        timer.start();
        server.stop();
        QVERIFY(timer.elapsed() < 1500);
        QVERIFY(idle.closedByPeer());
    }
    server.stop();
    QCOMPARE(server.port(), 0);
    QVERIFY(!RawConnection(port).isOpen());
    QVERIFY2(server.start(port), qPrintable(server.errorString()));
    QCOMPARE(server.port(), port);
    QCOMPARE(verdict(exchange(port, rawPost(pcPath, formType, pcForm()))), "200 token");
}

void TestSandbox::answersWhatIsUnderWay()
{
    SandboxServer server;
    QVERIFY(server.start());
    const QByteArray body = pcForm();
    RawConnection connection(server.port());
    // The 100 shows that the server has the head.
    QVERIFY(connection.send("POST " + QByteArray(pcPath)
        + " HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n"));
    QCOMPARE(connection.receive().status, 100);
    std::thread stopping([&server] { server.stop(); });
    QTest::qWait(100); // so that the stop has begun; without it the test only asks less
    const bool sent = connection.send(body);
    const RawResponse response = connection.receive();
    stopping.join();
    QVERIFY(sent);
    QCOMPARE(verdict(response), "200 token");

    // A request that never ends is waited for two seconds.
    QVERIFY(server.start());
    RawConnection stuck(server.port());
    QVERIFY(stuck.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9\r\n\r\n"));
    QCOMPARE(stuck.receive().status, 100);
    QElapsedTimer timer;
    timer.start();
    server.stop();
    QVERIFY(timer.elapsed() >= 1900);
    QVERIFY(timer.elapsed() < 6000);
}

void TestSandbox::saysWhyItCannotListen()
{
    SandboxServer second;
    QVERIFY(!second.start(m_server.port()));
    QCOMPARE(second.port(), 0);
    QVERIFY2(
        second.errorString().contains(QString::number(m_server.port())), qPrintable(second.errorString()));
    QVERIFY2(second.errorString().contains(u"in use"), qPrintable(second.errorString()));
    QVERIFY(second.start());
    QVERIFY(second.errorString().isEmpty());
}

void TestSandbox::isReachedOnLoopbackOnly()
{
    // /proc/net/tcp: the local address of our listening socket is 127.0.0.1 (0100007F), not 0.0.0.0.
    QFile file(u"/proc/net/tcp"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray port =
        ':' + QByteArray::number(m_server.port(), 16).toUpper().rightJustified(4, '0') + ' ';
    int listeners = 0;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> columns = line.simplified().split(' ');
        if (columns.value(3) != "0A" || !(columns.value(1) + ' ').endsWith(port))
            continue;
        QCOMPARE(columns.value(1).first(8), "0100007F");
        ++listeners;
    }
    QCOMPARE(listeners, 1);
}

void TestSandbox::servesCurl()
{
    const QString curl = QStandardPaths::findExecutable(u"curl"_s);
    QVERIFY2(!curl.isEmpty(), "curl is not installed");
    QTemporaryDir folder;
    const QString photo = folder.filePath(u"face.png"_s);
    QFile file(photo);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(picture(30, 40));
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
    out = run(pcPath, {u"-d"_s, QString::fromLatin1(pcForm())});
    QVERIFY2(out.contains("\"token\"") && out.endsWith(" 200"), out);
    out = run(sdkPath, {u"-d"_s, u"comparison_type=1"_s, u"--data-urlencode"_s, u"sign="_s + signText});
    QVERIFY2(out.contains("MISSING_ARGUMENTS:sign_version") && out.endsWith(" 400"), out);
    out = run(pcPath, {u"-T"_s, photo, u"-X"_s, u"POST"_s, u"-H"_s, u"Transfer-Encoding: chunked"_s});
    QVERIFY2(out.contains("MISSING_ARGUMENTS:api_key") && out.endsWith(" 400"), out);
}

QTEST_GUILESS_MAIN(TestSandbox)
#include "tst_sandbox.moc"
