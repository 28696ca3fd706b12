// What clients in the wild really send: contract/README.md section 3, each point as bytes written by hand,
// over a real socket, on both APIs.

#include "sandbox/sandboxserver.h"
#include "support/handmade.h"

#include <QTest>

#include <functional>

using namespace faceid;
using namespace faceid::test;
using namespace Qt::StringLiterals;

namespace {

/// One part: what stands between the boundary's line and the next boundary.
struct RawPart
{
    QByteArray name;
    QByteArray bytes;
};

RawPart text(const QByteArray &name, const QByteArray &value)
{
    return {name, "Content-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"};
}

/// The photo, with whatever header.
RawPart photo(const QByteArray &header)
{
    return {"image_ref1", header + "\r\n" + greyPng() + "\r\n"};
}

const QByteArray disposition = "Content-Disposition: form-data; name=\"image_ref1\"; filename=\"a.png\"\r\n";

QList<RawPart> sdkParts()
{
    return {text("sign", builtInSign()), text("sign_version", "hmac_sha1"), text("liveness_type", "meglive"),
        text("comparison_type", "0"), text("uuid", "u-1"),
        photo(disposition + "Content-Type: image/png\r\n")};
}

/// With the secret at the end.
QList<RawPart> pcParts()
{
    return {text("api_key", "sandbox-key"), text("comparison_type", "0"), text("uuid", "u-1"),
        photo(disposition + "Content-Type: image/png\r\n"), text("return_url", "https://shop.example/r"),
        text("notify_url", "https://shop.example/n"), text("biz_no", "b-1"),
        text("api_secret", "sandbox-secret")};
}

/// The parts with another photo.
QList<RawPart> with(QList<RawPart> parts, const RawPart &other)
{
    for (RawPart &part : parts) {
        if (part.name == other.name)
            part = other;
    }
    return parts;
}

QByteArray joined(const QList<RawPart> &parts, const QByteArray &boundary = "b")
{
    QByteArray body;
    for (const RawPart &part : parts)
        body += "--" + boundary + "\r\n" + part.bytes;
    return body + "--" + boundary + "--\r\n";
}

using Request = std::function<QByteArray(const QByteArray &path, QList<RawPart> parts)>;

/// A good request but for one oddity.
struct Oddity
{
    const char *name;
    Request request;
};

Oddity oddPhoto(const char *name, const QByteArray &header)
{
    return {name, [header](const QByteArray &path, const QList<RawPart> &parts) {
                return rawPost(path, multipart, joined(with(parts, photo(header))));
            }};
}

/// Changes the body of a plain one.
Oddity oddBody(const char *name, QByteArray (*change)(const QByteArray &body))
{
    return {name, [change](const QByteArray &path, const QList<RawPart> &parts) {
                return rawPost(path, multipart, change(joined(parts)));
            }};
}

Oddity oddBoundary(const char *name, const QByteArray &boundary, const QByteArray &type)
{
    return {name, [boundary, type](const QByteArray &path, const QList<RawPart> &parts) {
                return rawPost(path, type, joined(parts, boundary));
            }};
}

/// Whole heads of its own; \a length stands for the number.
Oddity oddHead(const char *name, const QByteArray &head)
{
    return {name, [head](const QByteArray &path, const QList<RawPart> &parts) {
                const QByteArray body = joined(parts);
                return "POST " + path + " HTTP/1.1\r\n"
                    + QByteArray(head).replace("LENGTH", QByteArray::number(body.size())) + "\r\n" + body;
            }};
}

QList<Oddity> partOddities()
{
    return {
        oddPhoto("no space behind the colon",
            QByteArray(disposition).replace(": form", ":form") + "Content-Type:image/png\r\n"),
        oddPhoto("type before disposition", "Content-Type: image/png\r\n" + disposition),
        oddPhoto("transfer encoding and length of a part",
            disposition + "Content-Transfer-Encoding: binary\r\nContent-Length: 1\r\n"),
        oddPhoto(
            "blank file name", "Content-Disposition: form-data; name=\"image_ref1\"; filename=\" \"\r\n"),
        oddPhoto("file name in raw UTF-8",
            "Content-Disposition: form-data; name=\"image_ref1\"; filename=\"\xe7\x85\xa7\xe7\x89\x87.jpg\"\r\n"),
        oddPhoto("file name twice, once extended",
            "Content-Disposition: form-data; name=\"image_ref1\"; filename=\"a\"; "
            "filename*=UTF-8''%e7%85%a7.jpg\r\n"),
        oddPhoto("no file name", "Content-Disposition: form-data; name=\"image_ref1\"\r\n"),
        oddPhoto("part typed multipart/form-data", disposition + "Content-Type: multipart/form-data\r\n"),
        oddPhoto("part typed as text", disposition + "Content-Type: text/plain; charset=utf-8\r\n"),
        oddPhoto("part without a type", disposition),
        oddPhoto(
            "name without quotes", "content-disposition: form-data; name=image_ref1; filename=a.png\r\n"),
        {"any order of fields",
            [](const QByteArray &path, QList<RawPart> parts) {
                std::reverse(parts.begin(), parts.end());
                return rawPost(path, multipart, joined(parts));
            }},
        {"unknown fields",
            [](const QByteArray &path, QList<RawPart> parts) {
                parts.prepend(text("verbose", "1"));
                parts.append(text("bizno", QByteArray(999, 'b')));
                return rawPost(path, multipart, joined(parts));
            }},
    };
}

QList<Oddity> bodyOddities()
{
    const QByteArray dashes(30, '-');
    return {
        oddBody("line end before the first boundary", [](const QByteArray &body) { return "\r\n" + body; }),
        oddBody("preamble", [](const QByteArray &body) { return "ignore --b me\r\n" + body; }),
        oddBody("epilogue", [](const QByteArray &body) { return body + "and me\r\n--b\r\n"; }),
        oddBody("no line end at the end", [](const QByteArray &body) { return body.chopped(2); }),
        oddBoundary("boundary of dashes", dashes, "multipart/form-data; boundary=" + dashes),
        oddBoundary("boundary of one dash", "-", "multipart/form-data; boundary=-"),
        oddBoundary("boundary in quotes", "a (b)", "multipart/form-data; charset=utf-8; boundary=\"a (b)\""),
        oddBoundary("type in capitals", "B-1", "Multipart/Form-Data; Boundary=B-1"),
        {"chunks of one byte",
            [](const QByteArray &path, const QList<RawPart> &parts) {
                return "POST " + path + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: "
                    + multipart + "\r\n\r\n" + inChunks(joined(parts), 1);
            }},
        {"one large chunk",
            [](const QByteArray &path, const QList<RawPart> &parts) {
                return "POST " + path + " HTTP/1.1\r\nHost: x\r\ntransfer-encoding: Chunked\r\nContent-Type: "
                    + multipart + "\r\n\r\n" + inChunks(joined(parts), 1'000'000);
            }},
        oddHead("headers in any order",
            "content-length: LENGTH\r\nX-Requested-With: x\r\nCONTENT-TYPE:multipart/form-data;boundary=b\r\nhost:x\r\n"),
        oddHead("many headers",
            "Host: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                + QByteArray("Cookie: a=b\r\n").repeated(60) + "Content-Length: LENGTH\r\n"),
        oddHead("Expect, without waiting for it",
            "Host: x\r\nExpect: 100-continue\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            "Content-Length: LENGTH\r\n"),
    };
}

/// The answer behind a 100, if there is one.
RawResponse finalAnswer(RawConnection &connection)
{
    RawResponse response = connection.receive();
    return response.status == 100 ? connection.receive() : response;
}

} // namespace

class TestWildRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsMultipart_data();
    void readsMultipart();
    void readsUrlEncoded_data();
    void readsUrlEncoded();
    void waitsAfterExpect();
    void takesAGetWithABody();

private:
    RawResponse get(const QByteArray &path, const QByteArray &body) const;

    SandboxServer m_server{defaultSandboxKeys(), {SandboxRules::Faces::One}}; // the picture shows none
};

void TestWildRequests::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.errorString()));
}

void TestWildRequests::readsMultipart_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("expected");
    for (const Oddity &oddity : partOddities() + bodyOddities()) {
        QTest::addRow("sdk, %s", oddity.name)
            << oddity.request(sdkPath, sdkParts()) << QByteArray("200 biz_token");
        QTest::addRow("pc, %s", oddity.name) << oddity.request(pcPath, pcParts()) << QByteArray("200 token");
    }
}

void TestWildRequests::readsMultipart()
{
    QFETCH(QByteArray, request);
    QFETCH(QByteArray, expected);
    RawConnection connection(m_server.port());
    QVERIFY(connection.send(request));
    QCOMPARE(verdict(finalAnswer(connection)), expected);
}

void TestWildRequests::readsUrlEncoded_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *tag, const char *path, const QByteArray &body,
                         const char *type = urlEncoded) {
        QTest::newRow(tag) << QByteArray(path) << QByteArray(type) << body;
    };
    const auto signWith = [](const QByteArray &random) {
        return signFor(QString::fromLatin1(sandboxApiKey), sandboxApiSecret, 100, random);
    };
    QByteArray withPlus;
    for (int i = 0; !withPlus.contains('+'); ++i)
        withPlus = signWith(QByteArray::number(i));
    const QByteArray bare = sdkForm({}) + "&sign="; // whose own sign is empty
    const QByteArray rest = bare.sliced(bare.indexOf('&') + 1);

    row("sdk, plain", sdkPath, sdkForm());
    row("sdk, sign with bare +", sdkPath, rest + withPlus);
    row("sdk, sign in lines", sdkPath, rest + withPlus.first(76) + "\r\n" + withPlus.sliced(76) + "\r\n");
    row("sdk, sign in encoded lines", sdkPath,
        rest + (withPlus.first(76) + '\n' + withPlus.sliced(76)).toPercentEncoding());
    row("sdk, one digit", sdkPath, sdkForm(signWith("7")));
    row("sdk, eleven digits", sdkPath, sdkForm(signWith("12345678901")));
    row("sdk, leading zeros", sdkPath, sdkForm(signWith("0000000042")));
    row("sdk, unknown fields", sdkPath, "verbose=1&" + sdkForm() + "&bizno=" + QByteArray(999, 'b'));
    row("sdk, with a charset", sdkPath, sdkForm(), "application/x-www-form-urlencoded; charset=GBK");
    row("sdk, without a type", sdkPath, sdkForm(), "");
    row("pc, plain", pcPath, pcForm());
    row("pc, secret last", pcPath, "api_key=sandbox-key&" + pcFields() + "&api_secret=sandbox-secret");
    row("pc, unknown fields", pcPath, pcForm() + "&verbose=1&bizno=b-1");
    row("pc, newline at the end", pcPath, pcForm() + "\r\n");
    row("pc, upper and lower case escapes", pcPath, pcForm().replace("%3A", "%3a").replace("%2F", "%2f"));
}

void TestWildRequests::readsUrlEncoded()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QCOMPARE(verdict(exchange(m_server.port(), rawPost(path, type, body))),
        path == sdkPath ? QByteArray("200 biz_token") : QByteArray("200 token"));
}

/// curl and others send the body only when they are told to, or a second later.
void TestWildRequests::waitsAfterExpect()
{
    const QByteArray body = joined(pcParts());
    RawConnection connection(m_server.port());
    QVERIFY(
        connection.send("POST " + QByteArray(pcPath) + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + multipart
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nExpect: 100-continue\r\n\r\n"));
    QCOMPARE(connection.receive().status, 100);
    QVERIFY(connection.send(body));
    QCOMPARE(verdict(connection.receive()), "200 token");
}

RawResponse TestWildRequests::get(const QByteArray &path, const QByteArray &body) const
{
    return exchange(m_server.port(),
        "GET " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + urlEncoded
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
}

/// As Python's requests.get(url, data=...) asks for a result.
void TestWildRequests::takesAGetWithABody()
{
    const RawResponse issued = exchange(m_server.port(), rawPost(sdkPath, urlEncoded, sdkForm()));
    const QByteArray token =
        QJsonDocument::fromJson(issued.body).object().value(u"biz_token").toString().toUtf8();
    QVERIFY(!token.isEmpty());
    const RawResponse result = get("/face/v1.2/sdk/get_result",
        "sign=" + builtInSign().toPercentEncoding()
            + "&sign_version=hmac_sha1&biz_token=" + token.toPercentEncoding());
    QCOMPARE(result.status, 200);
    QCOMPARE(QJsonDocument::fromJson(result.body).object().value(u"result_message").toString(),
        u"LIVING_NOT_START"_s);
    QCOMPARE(verdict(get("/faceid/liveness/v2/get_result",
                 "api_key=sandbox-key&api_secret=sandbox-secret&biz_id=1462259748,none")),
        "400 RESULT_NOT_FOUND");
    QCOMPARE(verdict(get("/faceid/liveness/v2/get_result", "api_key=sandbox-key&biz_id=1")),
        "400 MISSING_ARGUMENTS:api_secret");
}

QTEST_GUILESS_MAIN(TestWildRequests)
#include "tst_wildrequests.moc"
