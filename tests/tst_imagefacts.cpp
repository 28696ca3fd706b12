// What the bytes of a photo say about themselves, for whole, cut, disguised and broken files.

#include "support/madepicture.h"

#include "contract/imagefacts.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QTest>
#include <QtEndian>

using namespace faceid;
using Format = ImageFacts::Format;

namespace {

/// An APP1 segment as cameras write it: an EXIF orientation and, behind it, whatever a thumbnail may hold.
QByteArray exifSegment(quint16 orientation, const QByteArray &thumbnail = {})
{
    QByteArray tiff("MM\0*\0\0\0\x08\0\x01", 10);
    tiff += QByteArray("\x01\x12\0\x03\0\0\0\x01", 8);
    tiff += char(orientation >> 8);
    tiff += char(orientation & 0xff);
    tiff += QByteArray(2 + 4, '\0');
    const QByteArray content = QByteArray("Exif\0\0", 6) + tiff + thumbnail;
    const quint16 length = qToBigEndian(quint16(content.size() + 2));
    return QByteArray("\xff\xe1", 2) + QByteArray(reinterpret_cast<const char *>(&length), 2) + content;
}

QByteArray withSegment(const QByteArray &jpeg, const QByteArray &segment)
{
    QByteArray result = jpeg;
    return result.insert(2, segment);
}

/// A PNG that says it is as large as that, with nothing of its pixels.
QByteArray pngHeader(quint32 width, quint32 height)
{
    QByteArray png = madePicture("png", {4, 4});
    qToBigEndian(width, png.data() + 16);
    qToBigEndian(height, png.data() + 20);
    // The CRC of IHDR, bit by bit, over its type and its 13 bytes.
    quint32 crc = 0xffffffff;
    for (int i = 12; i < 29; ++i) {
        crc ^= uchar(png[i]);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    qToBigEndian(~crc, png.data() + 29);
    return png;
}

} // namespace

class TestImageFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readable_data();
    void readable();
    void cutAnywhere_data() { readable_data(); }
    void cutAnywhere();
    void trailingBytes();
    void thumbnailIsNotTheEnd();
    void orientation_data();
    void orientation();
    void otherFormats_data();
    void otherFormats();
    void hugeHeader();
    void anyBytes();
};

void TestImageFacts::initTestCase()
{
    QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false")); // thousands of broken files
}

void TestImageFacts::readable_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("name");
    const QSize size(61, 37);
    QTest::newRow("jpeg") << madePicture("jpeg", size) << int(Format::Jpeg) << QStringLiteral("JPEG");
    QTest::newRow("png") << madePicture("png", size) << int(Format::Png) << QStringLiteral("PNG");
    QTest::newRow("bmp") << madePicture("bmp", size) << int(Format::Bmp) << QStringLiteral("BMP");
    QTest::newRow("webp") << madePicture("webp", size) << int(Format::Webp) << QStringLiteral("WebP");
}

void TestImageFacts::readable()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, format);
    QFETCH(QString, name);
    QVERIFY(!bytes.isEmpty());
    const ImageFacts facts = inspectImage(bytes);
    QCOMPARE(int(facts.format), format);
    QCOMPARE(facts.formatName(), name);
    QCOMPARE(facts.pixels, QSize(61, 37));
    QVERIFY(facts.complete);
    QVERIFY(facts.accepted());
    QVERIFY(facts.usable());
    QVERIFY(!facts.turned);
    QCOMPARE(QString::fromLatin1(readerFormat(facts.format)), name.toLower());
}

/// Qt decodes a cut JPEG with success and half of it grey: every cut has to be seen here.
void TestImageFacts::cutAnywhere()
{
    QFETCH(QByteArray, bytes);
    for (qsizetype length = 0; length < bytes.size(); ++length) {
        if (inspectImage(bytes.first(length)).usable())
            QFAIL(qPrintable(QStringLiteral("usable with %1 of %2 bytes").arg(length).arg(bytes.size())));
    }
}

/// Cameras and editors append padding, maps and second pictures.
void TestImageFacts::trailingBytes()
{
    for (const char *format : {"jpeg", "png", "bmp", "webp"}) {
        const QByteArray bytes = madePicture(format, {16, 16});
        QVERIFY2(inspectImage(bytes + QByteArray(1000, '\0')).usable(), format);
        QVERIFY2(inspectImage(bytes + bytes).usable(), format);
    }
    const QByteArray jpeg = madePicture("jpeg", {16, 16});
    QVERIFY(inspectImage(jpeg + QByteArray(200'000, '\0')).usable());
}

void TestImageFacts::thumbnailIsNotTheEnd()
{
    const QByteArray thumbnail = madePicture("jpeg", {16, 16});
    const QByteArray photo = withSegment(madePicture("jpeg", {200, 200}), exifSegment(1, thumbnail));
    QVERIFY(inspectImage(photo).usable());
    QCOMPARE(inspectImage(photo).pixels, QSize(200, 200));
    for (qsizetype length = photo.size() - 1; length > 0; length -= 97)
        QVERIFY(!inspectImage(photo.first(length)).complete);
}

void TestImageFacts::orientation_data()
{
    QTest::addColumn<int>("value");
    for (int value = 1; value <= 8; ++value)
        QTest::addRow("%d", value) << value;
}

void TestImageFacts::orientation()
{
    QFETCH(int, value);
    const QByteArray photo = withSegment(madePicture("jpeg", {40, 20}), exifSegment(quint16(value)));
    const ImageFacts facts = inspectImage(photo);
    QCOMPARE(facts.turned, value != 1);
    QCOMPARE(facts.pixels, QSize(40, 20)); // as stored
    QVERIFY(facts.usable());
}

void TestImageFacts::otherFormats_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("name");
    const auto add = [](const char *row, const QByteArray &bytes, Format format, const char *name) {
        QTest::newRow(row) << bytes << int(format) << QString::fromLatin1(name);
    };
    add("gif", "GIF89a\x01\x00", Format::Gif, "GIF");
    add("tiff little", QByteArray("II*\0", 4) + "x", Format::Tiff, "TIFF");
    add("tiff big", QByteArray("MM\0*", 4) + "x", Format::Tiff, "TIFF");
    add("heic", QByteArray("\0\0\0\x18", 4) + "ftypheic" + QByteArray(12, '\0'), Format::Heic, "HEIC");
    add("svg", "<svg xmlns='http://www.w3.org/2000/svg'/>", Format::Svg, "SVG");
    add("svg with prologue", "\n <?xml version='1.0'?><svg/>", Format::Svg, "SVG");
    add("xpm", "/* XPM */ static char *x[] = {};", Format::None, "");
    add("pdf", "%PDF-1.7", Format::None, "");
    add("text", "hello", Format::None, "");
    add("empty", "", Format::None, "");
    add("BM without more", "BM", Format::None, "");
    add("wav", "RIFF\x10\0\0\0WAVEfmt ", Format::None, "");
    add("mp4", QByteArray("\0\0\0\x18", 4) + "ftypisom" + QByteArray(12, '\0'), Format::None, "");
}

void TestImageFacts::otherFormats()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, format);
    QFETCH(QString, name);
    const ImageFacts facts = inspectImage(bytes);
    QCOMPARE(int(facts.format), format);
    QCOMPARE(facts.formatName(), name);
    QVERIFY(!facts.accepted());
    QVERIFY(!facts.usable());
    QVERIFY(readerFormat(facts.format).isEmpty());
}

void TestImageFacts::hugeHeader()
{
    QElapsedTimer timer;
    timer.start();
    const ImageFacts facts = inspectImage(pngHeader(60000, 60000));
    QCOMPARE(facts.pixels, QSize(60000, 60000));
    QVERIFY2(timer.elapsed() < 1000, "the header alone must do");
}

/// Broken files of every format: no crash and no reading beyond the end (the sanitizers watch).
void TestImageFacts::anyBytes()
{
    quint32 state = 7;
    const auto next = [&state] {
        state = state * 1664525 + 1013904223;
        return state >> 8;
    };
    for (const char *format : {"jpeg", "png", "bmp", "webp"}) {
        const QByteArray whole = withSegment(madePicture(format, {24, 24}),
            format == std::string_view("jpeg") ? exifSegment(6) : QByteArray());
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes = whole;
            for (int i = 0; i < 4; ++i)
                bytes[qsizetype(next() % quint32(qMin<qsizetype>(bytes.size(), 200)))] = char(next());
            bytes.truncate(qsizetype(next() % quint32(bytes.size() + 1)));
            inspectImage(bytes);
        }
    }
}

QTEST_GUILESS_MAIN(TestImageFacts)
#include "tst_imagefacts.moc"
