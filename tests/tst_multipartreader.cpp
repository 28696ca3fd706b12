// The readers of form data, with bytes as clients in the wild write them: contract/README.md, section 3.

#include "sandbox/headervalue.h"
#include "sandbox/multipartreader.h"
#include "sandbox/requestbody.h"
#include "sandbox/urlencodedreader.h"

#include <QTest>

#include <random>

using namespace faceid;

namespace {

/// Parts as text, to compare and to read in a failure: name=value, or name@filename=value for a file.
QByteArray printed(const Parts &parts)
{
    QByteArray text;
    for (const Part &part : parts) {
        text += part.name.toUtf8();
        if (part.isFile())
            text += '@' + part.fileName.toUtf8();
        text += '=' + part.value + ';';
    }
    return text;
}

/// What a reader makes of \a body in chunks of \a step bytes.
QByteArray readMultipart(const QByteArray &boundary, QByteArrayView body, qsizetype step)
{
    MultipartReader reader(boundary);
    for (qsizetype at = 0; at < body.size(); at += step)
        reader.feed(body.sliced(at, qMin(step, body.size() - at)));
    switch (reader.state()) {
    case ReadState::Incomplete:
        return "incomplete";
    case ReadState::Complete:
        return printed(reader.takeParts());
    case ReadState::Bad:
        return "bad";
    }
    return {};
}

QByteArray readUrlEncoded(QByteArrayView body, qsizetype step)
{
    UrlEncodedReader reader;
    for (qsizetype at = 0; at < body.size(); at += step)
        reader.feed(body.sliced(at, qMin(step, body.size() - at)));
    return reader.finish() == ReadState::Complete ? printed(reader.takeParts()) : QByteArray("bad");
}

/// A body with most of the oddities at once.
QByteArray oddBody()
{
    return "\r\npreamble\r\n--x\r\nContent-Disposition: form-data; name=\"uuid\"\r\n\r\nu-1\r\n"
           "--x \t\r\ncontent-type:text/plain\r\nCONTENT-DISPOSITION:form-data;NAME=biz_no\r\n\r\n\r\n--x-\r\n--xy\r\n"
           "--x\r\nContent-Disposition: form-data; name=\"image_ref1\"; filename=\" \"\r\n"
           "Content-Transfer-Encoding: binary\r\nContent-Length: 3\r\n\r\n"
           "\xff\xd8\r\r\n--x\r\n\r\nnameless\r\n--x\nContent-Disposition: form-data; name=\"lf\"\n\na\nb\n--x--\r\nepilogue";
}

QByteArray oddParts()
{
    return "uuid=u-1;biz_no=\r\n--x-\r\n--xy;image_ref1@ =\xff\xd8\r;lf=a\nb;";
}

} // namespace

class TestMultipartReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHeaderValues_data();
    void readsHeaderValues();
    void readsMultipart_data();
    void readsMultipart();
    void splitsAnywhere();
    void limits();
    void keepsNothingOfABadForm();
    void readsUrlEncoded_data();
    void readsUrlEncoded();
    void choosesTheReader_data();
    void choosesTheReader();
    void countsTheBody();
    void survivesMutations();
};

void TestMultipartReader::readsHeaderValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");

    const auto row = [](const char *tag, const char *text, const char *word, const char *name,
                         const char *value) {
        QTest::newRow(tag) << QByteArray(text) << QByteArray(word) << QByteArray(name) << QByteArray(value);
    };
    row("quoted", "multipart/form-data; boundary=\"a b;c\"", "multipart/form-data", "boundary", "a b;c");
    row("token", "Multipart/Form-Data;BOUNDARY=----x=y ; charset=utf-8", "multipart/form-data", "boundary",
        "----x=y");
    row("behind it", "a; boundary=\"b\"x; charset=utf-8", "a", "charset", "utf-8");
    row("escaped quote", R"(form-data; name="a\"b"; filename="c")", "form-data", "name", "a\"b");
    row("backslashes", R"(form-data; filename="C:\dir\p.jpg")", "form-data", "filename", R"(C:\dir\p.jpg)");
    row("not closed", "form-data; name=\"abc", "form-data", "name", "abc");
    row("escape at the end", "form-data; name=\"abc\\", "form-data", "name", "abc\\");
    row("no value", "form-data; name", "form-data", "name", "");
    row("blanks", "form-data ; name =  x  ", "form-data", "name", "x");
    row("the first counts", "form-data; name=a; name=b", "form-data", "name", "a");
    row("raw UTF-8", "form-data; name=\"\xe7\x85\xa7\xe7\x89\x87\"", "form-data", "name",
        "\xe7\x85\xa7\xe7\x89\x87");
    row("nothing", "", "", "name", "");
}

void TestMultipartReader::readsHeaderValues()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const HeaderValue read = readHeaderValue(text);
    QCOMPARE(read.word, word);
    QCOMPARE(read.parameters.value(name), value);
}

void TestMultipartReader::readsMultipart_data()
{
    QTest::addColumn<QByteArray>("boundary");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("parts");

    const auto row = [](const char *tag, const char *boundary, const QByteArray &body,
                         const QByteArray &parts) {
        QTest::newRow(tag) << QByteArray(boundary) << body << parts;
    };
    const QByteArray a = "Content-Disposition: form-data; name=\"a\"\r\n";
    row("plain", "b", "--b\r\n" + a + "\r\n1\r\n--b--\r\n", "a=1;");
    row("no line end at the end", "b", "--b\r\n" + a + "\r\n1\r\n--b--", "a=1;");
    row("line end first", "b", "\r\n--b\r\n" + a + "\r\n1\r\n--b--", "a=1;");
    row("preamble", "b", "This is --b not\r\nit --b\r\n--b\r\n" + a + "\r\n1\r\n--b--", "a=1;");
    row("dashes", "-----",
        "-------\r\n" + a + "\r\n---\r\n------\r\n-------\r\n" + a + "\r\n2\r\n---------\r\n",
        "a=---\r\n------;a=2;");
    row("browser", "----WebKitFormBoundary7MA4",
        "------WebKitFormBoundary7MA4\r\n" + a + "\r\n1\r\n------WebKitFormBoundary7MA4--\r\n", "a=1;");
    row("no space, type first", "b",
        "--b\r\nContent-Type:text/plain\r\nContent-Disposition:form-data;name=\"a\"\r\n\r\n1\r\n--b--",
        "a=1;");
    row("length and encoding", "b",
        "--b\r\nContent-Length: 900\r\nContent-Transfer-Encoding: base64\r\n" + a + "\r\n1\r\n--b--", "a=1;");
    row("file name of a blank", "b",
        "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\" \"\r\n\r\n1\r\n--b--", "a@ =1;");
    row("file name in UTF-8", "b",
        "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"\xe5\x9b\xbe.jpg\"\r\n\r\n1\r\n--b--",
        "a@\xe5\x9b\xbe.jpg=1;");
    row("file name percent-encoded", "b",
        "--b\r\nContent-Disposition: form-data; name=a; filename*=UTF-8''%e5%9b%be.jpg\r\n\r\n1\r\n--b--",
        "a@\xe5\x9b\xbe.jpg=1;");
    row("empty file name", "b",
        "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"\"\r\n\r\n\r\n--b--", "a=;");
    row("file typed as form", "b",
        "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"x\"\r\nContent-Type: multipart/form-data\r\n\r\n"
        "1\r\n--b--",
        "a@x=1;");
    row("quote in a name", "b",
        "--b\r\nContent-Disposition: form-data; name=\"a\\\"b\"; filename=\"c\\\"d;e\"\r\n\r\n1\r\n--b--",
        "a\"b@c\"d;e=1;");
    row("upper case", "b",
        "--b\r\nCONTENT-DISPOSITION: FORM-DATA; NAME=\"a\"; FILENAME=\"F\"\r\n\r\n1\r\n--b--", "a@F=1;");
    row("unquoted", "b", "--b\r\nContent-Disposition: form-data; name=a; filename=f.jpg\r\n\r\n1\r\n--b--",
        "a@f.jpg=1;");
    row("folded", "b",
        "--b\r\nContent-Disposition: form-data;\r\n\tname=\"a\"\r\nX: y\r\n name=\"z\"\r\n\r\n1\r\n--b--",
        "a=1;");
    row("header without a colon", "b", "--b\r\nnonsense\r\n" + a + "\r\n1\r\n--b--", "a=1;");
    row("LF only", "b", "--b\nContent-Disposition: form-data; name=\"a\"\n\n1\r\n2\n--b--\n", "a=1\r\n2;");
    row("line ends kept", "b", "--b\r\n" + a + "\r\n\r\n1\r\n\r\n--b--", "a=\r\n1\r\n;");
    row("CR at the end", "b", "--b\r\n" + a + "\r\n1\r\r\n--b--", "a=1\r;");
    row("empty value", "b", "--b\r\n" + a + "\r\n\r\n--b--", "a=;");
    row("empty value, one line end less", "b", "--b\r\n" + a + "\r\n--b--", "a=;");
    row("boundary within a line", "b", "--b\r\n" + a + "\r\n1--b--\r\n--b--", "a=1--b--;");
    row("longer than the boundary", "b", "--b\r\n" + a + "\r\n1\r\n--bc\r\n--b x\r\n--b-\r\n--b--",
        "a=1\r\n--bc\r\n--b x\r\n--b-;");
    row("blanks behind the boundary", "b", "--b \t \r\n" + a + "\r\n1\r\n--b--  \r\n", "a=1;");
    row("NUL and high bytes", "b", "--b\r\n" + a + QByteArray("\r\n\0\xff\x80\n\0\r\n--b--", 14),
        QByteArray("a=\0\xff\x80\n\0;", 8));
    row("no name", "b",
        "--b\r\nContent-Type: text/plain\r\n\r\n1\r\n--b\r\n\r\n2\r\n--b\r\n" + a + "\r\n3\r\n--b--", "a=3;");
    row("same name twice", "b", "--b\r\n" + a + "\r\n1\r\n--b\r\n" + a + "\r\n2\r\n--b--", "a=1;a=2;");
    row("empty form", "b", "--b--\r\n", "");
    row("after the end", "b", "--b--\r\n--b\r\n" + a + "\r\n1\r\n--b--", "");
    row("odd", "x", oddBody(), oddParts());
    row("cut in the value", "b", "--b\r\n" + a + "\r\n1", "incomplete");
    row("cut in the header", "b", "--b\r\n" + a, "incomplete");
    row("cut in the boundary", "b", "--b\r\n" + a + "\r\n1\r\n--b-", "incomplete");
    row("nothing at all", "b", "", "incomplete");
    row("another boundary", "c", "--b\r\n" + a + "\r\n1\r\n--b--", "incomplete");
    row("no boundary", "", "--\r\n" + a + "\r\n1\r\n----", "bad");
}

void TestMultipartReader::readsMultipart()
{
    QFETCH(QByteArray, boundary);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, parts);
    for (const qsizetype step : {body.size() + 1, qsizetype(1), qsizetype(2), qsizetype(7)})
        QCOMPARE(readMultipart(boundary, body, step), parts);
}

void TestMultipartReader::splitsAnywhere()
{
    const QByteArray body = oddBody();
    for (qsizetype first = 0; first <= body.size(); ++first) {
        for (qsizetype second = first; second <= body.size(); ++second) {
            MultipartReader reader("x");
            reader.feed(QByteArrayView(body).first(first));
            reader.feed(QByteArrayView(body).sliced(first, second - first));
            reader.feed(QByteArrayView(body).sliced(second));
            QCOMPARE(printed(reader.takeParts()), oddParts());
        }
    }
}

void TestMultipartReader::limits()
{
    const QByteArray part = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n";
    QVERIFY(readMultipart("b", part.repeated(256) + "--b--", 1000) != "bad");
    QCOMPARE(readMultipart("b", part.repeated(257) + "--b--", 1000), "bad");

    const auto withHeader = [](qsizetype bytes) {
        return "--b\r\nContent-Disposition: form-data; name=a\r\nX: " + QByteArray(bytes, 'x')
            + "\r\n\r\n1\r\n--b--";
    };
    QCOMPARE(readMultipart("b", withHeader(16'000), 999), "a=1;");
    QCOMPARE(readMultipart("b", withHeader(16'400), 999), "bad");
    QCOMPARE(
        readMultipart("b", "--b\r\n" + QByteArray("X: y\r\n").repeated(4000) + "\r\n1\r\n--b--", 999), "bad");
    QCOMPARE(readMultipart(QByteArray(257, 'b'), "x", 1), "bad");

    QVERIFY(readUrlEncoded(QByteArray("a=1&").repeated(256), 7) != "bad");
    QCOMPARE(readUrlEncoded(QByteArray("a=1&").repeated(257), 7), "bad");
    QCOMPARE(readUrlEncoded(QByteArray(16 * 1024 + 1, 'n') + "=1", 999), "bad");
}

void TestMultipartReader::keepsNothingOfABadForm()
{
    const QByteArray part = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n";
    MultipartReader reader("b");
    QCOMPARE(reader.feed(part), ReadState::Incomplete);
    QVERIFY(reader.takeParts().isEmpty());
    QCOMPARE(reader.feed("--b\r\n" + QByteArray(20'000, 'x')), ReadState::Bad);
    QCOMPARE(reader.feed("\r\n\r\n--b--"), ReadState::Bad);
    QVERIFY(reader.takeParts().isEmpty());
}

void TestMultipartReader::readsUrlEncoded_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("parts");

    const auto row = [](const char *tag, const QByteArray &body, const QByteArray &parts) {
        QTest::newRow(tag) << body << parts;
    };
    row("plain", "a=1&b=2", "a=1;b=2;");
    row("escapes", "a%5b1%5D=%E5%BC%A0%2b%25&b=%00", QByteArray("a[1]=\xe5\xbc\xa0+%;b=\0;", 15));
    row("plus is a blank", "a=1+2+&+=3", "a=1 2 ; =3;");
    row("no escape", "a=100%&b=%zz%4&c=%4g", "a=100%;b=%zz%4;c=%4g;");
    row("escape cut off", "a=1%4", "a=1%4;");
    row("escape of a percent sign", "a=%%41%2541", "a=%A%41;");
    row("line breaks", "a=12\r\n34&b=%0a\n", "a=1234;b=\n;");
    row("no value", "a&b=&=c&&d==e=", "a=;b=;d==e=;");
    row("raw UTF-8", "a=\xe5\xbc\xa0", "a=\xe5\xbc\xa0;");
    row("empty", "", "");
}

void TestMultipartReader::readsUrlEncoded()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, parts);
    for (const qsizetype step : {body.size() + 1, qsizetype(1), qsizetype(2)})
        QCOMPARE(readUrlEncoded(body, step), parts);
}

void TestMultipartReader::choosesTheReader_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("parts");

    const QByteArray form = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--b--";
    const auto row = [](const char *tag, const char *type, const QByteArray &body, const QByteArray &parts) {
        QTest::newRow(tag) << QByteArray(type) << body << parts;
    };
    row("url-encoded", "application/x-www-form-urlencoded", "a=1", "a=1;");
    row("with a charset", "Application/X-WWW-Form-URLencoded; charset=UTF-8", "a=1", "a=1;");
    row("no type", "", "a=1", "a=1;");
    row("multipart", "multipart/form-data; boundary=b", form, "a=1;");
    row("multipart, quoted", "Multipart/Form-Data; charset=utf-8; Boundary=\"b\"", form, "a=1;");
    row("multipart without a boundary", "multipart/form-data", form, "");
    row("multipart cut off", "multipart/form-data; boundary=b", form.chopped(2), "");
    row("something else", "application/json", "{\"a\":1}", "");
}

void TestMultipartReader::choosesTheReader()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, parts);
    RequestBody reader(type, -1, 1000);
    reader.feed(body);
    QCOMPARE(printed(reader.finish()), parts);
}

void TestMultipartReader::countsTheBody()
{
    RequestBody exact("", -1, 10);
    exact.feed("a=12345");
    exact.feed("678");
    QCOMPARE(exact.bytes(), 10);
    QVERIFY(!exact.tooLarge());
    QCOMPARE(printed(exact.finish()), "a=12345678;");

    RequestBody over("", -1, 10);
    over.feed("a=12345678");
    over.feed("9");
    QVERIFY(over.tooLarge());
    over.feed("10");
    QCOMPARE(over.bytes(), 13);
    QVERIFY(over.finish().isEmpty());

    RequestBody announced("", 11, 10);
    QVERIFY(announced.tooLarge());
    announced.feed("a=1");
    QVERIFY(announced.finish().isEmpty());
}

/// A short, seeded run: no crash, no parts of an unfinished form, and the same result however the bytes are
/// cut.
void TestMultipartReader::survivesMutations()
{
    std::mt19937 random(20240611);
    const auto below = [&random](qsizetype limit) { return qsizetype(random() % quint32(limit)); };
    const QByteArray seed = oddBody();
    const QByteArray bits[] = {"\r\n--x", "\r\n", "\n", "--", "--x--", "\"", "\\", ";", "\r\n\r\n", "name="};
    for (int run = 0; run < 6'000; ++run) {
        QByteArray body = seed;
        for (qsizetype changes = below(8); changes >= 0; --changes) {
            const qsizetype at = below(body.size() + 1);
            switch (below(4)) {
            case 0:
                body.insert(at, bits[below(std::size(bits))]);
                break;
            case 1:
                body.remove(at, below(12));
                break;
            case 2:
                body.insert(at, body.sliced(at, below(body.size() - at + 1)));
                break;
            case 3:
                body.insert(at, char(random()));
                break;
            }
        }
        QCOMPARE(readMultipart("x", body, 1 + below(40)), readMultipart("x", body, body.size() + 1));
        QCOMPARE(readUrlEncoded(body, 1 + below(40)), readUrlEncoded(body, body.size() + 1));
    }
}

QTEST_APPLESS_MAIN(TestMultipartReader)
#include "tst_multipartreader.moc"
