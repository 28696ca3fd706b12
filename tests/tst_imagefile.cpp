#include "client/imagefile.h"
#include "contract/validation.h"

#include <QBuffer>
#include <QColor>
#include <QElapsedTimer>
#include <QFile>
#include <QImageWriter>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QThreadPool>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace faceid;

namespace {

const QString astronaut = QStringLiteral(FACEID_PHOTO);

QByteArray encoded(const QImage &image, const char *format, int quality = -1)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    return writer.write(image) ? buffer.data() : QByteArray();
}

/// 40 x 20, the left half red: tells turned from unturned.
QImage landscape(int width = 40, int height = 20)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::blue);
    for (int x = 0; x < width / 2; ++x) {
        for (int y = 0; y < height; ++y)
            image.setPixel(x, y, qRgb(255, 0, 0));
    }
    return image;
}

/// The JPEG with an EXIF segment of one entry behind its start marker: orientation 6, turn right by 90
/// degrees.
QByteArray turnedJpeg(const QByteArray &jpeg)
{
    QByteArray tiff("II*\0\x08\0\0\0", 8); // little endian, first directory at 8
    tiff += QByteArray("\x01\0", 2); // one entry
    tiff += QByteArray("\x12\x01\x03\0\x01\0\0\0\x06\0\0\0", 12); // 0x0112, SHORT, 1, value 6
    tiff += QByteArray(4, '\0'); // no further directory
    const QByteArray exif = QByteArray("Exif\0\0", 6) + tiff;
    const int length = int(exif.size()) + 2;
    QByteArray segment("\xff\xe1", 2);
    segment += char(length >> 8);
    segment += char(length & 0xff);
    return jpeg.first(2) + segment + exif + jpeg.sliced(2);
}

QByteArray pngClaiming(quint32 width, quint32 height)
{
    QByteArray png = encoded(landscape(), "png");
    const auto put = [&png](int at, quint32 value) {
        for (int i = 0; i < 4; ++i)
            png[at + i] = char(value >> (24 - 8 * i));
    };
    put(16, width);
    put(20, height);
    quint32 crc = 0xffffffff; // of IHDR, which the reader checks
    for (int i = 12; i < 29; ++i) {
        crc ^= quint8(png[i]);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
    put(29, ~crc);
    return png;
}

} // namespace

class TestImageFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsAPhotograph();
    void keepsTheBytesOfTheMoment();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void refusesAFifoAtOnce();
    void refusesAnUnreadableFile();
    void describesEveryRefusal();
    void judgesTheLimitOfASide();
    void decodesUpright();
    void decodesScaled();
    void neverEnlarges();
    void decodesOnlyTheFormatItFound();
    void refusesToDecodeHugePictures();
    void loadsOnAWorkerThread();
    void deliversNothingToTheGone();

private:
    QString write(const QString &name, const QByteArray &bytes);
    ImageFile load(const QString &name, const QByteArray &bytes);

    QTemporaryDir m_dir;
};

QString TestImageFile::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

ImageFile TestImageFile::load(const QString &name, const QByteArray &bytes)
{
    const ImageLoad loaded = loadImageFile(write(name, bytes));
    return std::holds_alternative<ImageFile>(loaded) ? std::get<ImageFile>(loaded) : ImageFile();
}

void TestImageFile::initTestCase()
{
    QVERIFY(m_dir.isValid());
}

void TestImageFile::readsAPhotograph()
{
    const ImageLoad loaded = loadImageFile(astronaut);
    QVERIFY(std::holds_alternative<ImageFile>(loaded));
    const ImageFile image = std::get<ImageFile>(loaded);
    QCOMPARE(image.facts.format, ImageFacts::Format::Png);
    QCOMPARE(image.facts.pixels, QSize(512, 512));
    QVERIFY(image.facts.usable());
    QCOMPARE(image.path, astronaut);
    const Part part = image.toPart(QStringLiteral("image_ref1"));
    QCOMPARE(part.fileName, QStringLiteral("image_ref1.png"));
    QCOMPARE(part.value, image.bytes);
    const QImage thumbnail = decodeScaled(image.bytes, image.facts, QSize(128, 96));
    QCOMPARE(thumbnail.size(), QSize(96, 96));
}

void TestImageFile::keepsTheBytesOfTheMoment()
{
    const QByteArray first = encoded(landscape(), "jpeg");
    const QString path = write(QStringLiteral("swap.jpg"), first);
    const ImageLoad loaded = loadImageFile(path);
    QVERIFY(QFile(path).resize(3));
    write(QStringLiteral("swap.jpg"), encoded(landscape(80, 80), "png"));
    QVERIFY(QFile::remove(path));
    QCOMPARE(std::get<ImageFile>(loaded).bytes, first);
}

void TestImageFile::reads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ImageFacts::Format>("format");
    QTest::addColumn<bool>("usable");
    const QByteArray jpeg = encoded(landscape(400, 300), "jpeg");
    const QByteArray png = encoded(landscape(400, 300), "png");
    QTest::newRow("JPEG") << jpeg << ImageFacts::Format::Jpeg << true;
    QTest::newRow("PNG") << png << ImageFacts::Format::Png << true;
    QTest::newRow("BMP") << encoded(landscape(), "bmp") << ImageFacts::Format::Bmp << true;
    QTest::newRow("truncated JPEG") << jpeg.chopped(jpeg.size() / 2) << ImageFacts::Format::Jpeg << false;
    QTest::newRow("truncated PNG") << png.chopped(20) << ImageFacts::Format::Png << false;
    QTest::newRow("SVG named .jpg") << QByteArray(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>")
                                    << ImageFacts::Format::Svg << false;
    QTest::newRow("text named .jpg") << QByteArray("hello") << ImageFacts::Format::None << false;
}

void TestImageFile::reads()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ImageFacts::Format, format);
    QFETCH(bool, usable);
    const ImageFile image = load(QStringLiteral("photo.jpg"), bytes); // the name lies, and is not asked
    QCOMPARE(image.bytes, bytes);
    QCOMPARE(image.facts.format, format);
    QCOMPARE(image.facts.usable(), usable);
}

void TestImageFile::refuses_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<ImageRefusal>("why");
    QTest::newRow("vanished") << m_dir.filePath(QStringLiteral("nothing.jpg")) << ImageRefusal::Vanished;
    QTest::newRow("folder") << m_dir.path() << ImageRefusal::NotARegularFile;
    QTest::newRow("device") << QStringLiteral("/dev/zero") << ImageRefusal::NotARegularFile;
    QTest::newRow("empty") << write(QStringLiteral("empty.jpg"), {}) << ImageRefusal::Empty;
    QFile sparse(write(QStringLiteral("sparse.jpg"), "x"));
    QVERIFY(sparse.resize(maxImageFileBytes + 1));
    QTest::newRow("over the gate") << sparse.fileName() << ImageRefusal::TooLarge;
    QFile huge(write(QStringLiteral("huge.jpg"), "x"));
    QVERIFY(huge.resize(qint64(40) * 1024 * 1024 * 1024));
    QTest::newRow("40 GB") << huge.fileName() << ImageRefusal::TooLarge;
    const QString dangling = m_dir.filePath(QStringLiteral("dangling.jpg"));
    QVERIFY(QFile::link(QStringLiteral("nowhere.jpg"), dangling));
    QTest::newRow("dangling link") << dangling << ImageRefusal::Vanished;
    const QString toFolder = m_dir.filePath(QStringLiteral("folder.jpg"));
    QVERIFY(QFile::link(m_dir.path(), toFolder));
    QTest::newRow("link to a folder") << toFolder << ImageRefusal::NotARegularFile;
}

void TestImageFile::refuses()
{
    QFETCH(QString, path);
    QFETCH(ImageRefusal, why);
    QElapsedTimer clock;
    clock.start();
    const ImageLoad loaded = loadImageFile(path);
    QVERIFY(std::holds_alternative<ImageRefused>(loaded));
    QCOMPARE(std::get<ImageRefused>(loaded).why, why);
    QCOMPARE(std::get<ImageRefused>(loaded).path, path);
    QVERIFY2(clock.elapsed() < 50, qPrintable(QString::number(clock.elapsed())));
}

void TestImageFile::refusesAFifoAtOnce()
{
    const QString path = m_dir.filePath(QStringLiteral("fifo.jpg"));
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    const ImageLoad loaded = loadImageFile(path); // a plain open would wait here for a writer
    QVERIFY(std::holds_alternative<ImageRefused>(loaded));
    QCOMPARE(std::get<ImageRefused>(loaded).why, ImageRefusal::NotARegularFile);
}

void TestImageFile::refusesAnUnreadableFile()
{
    // Permissions mean nothing to root, who runs tests in containers; a process without a free file handle
    // cannot open anything either.
    const QString path = write(QStringLiteral("locked.jpg"), encoded(landscape(), "jpeg"));
    rlimit before = {};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    const rlimit none{0, before.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
    const ImageLoad loaded = loadImageFile(path);
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(std::holds_alternative<ImageRefused>(loaded));
    QCOMPARE(std::get<ImageRefused>(loaded).why, ImageRefusal::Unreadable);
    QVERIFY(!std::get<ImageRefused>(loaded).detail.isEmpty());
}

void TestImageFile::describesEveryRefusal()
{
    QStringList seen;
    for (int i = 0; i <= int(ImageRefusal::TooLarge); ++i) {
        const QString text = describe(ImageRefused{ImageRefusal(i), {}, QStringLiteral("EACCES")});
        QVERIFY(!text.isEmpty());
        QVERIFY(!seen.contains(text));
        seen.append(text);
    }
}

void TestImageFile::judgesTheLimitOfASide()
{
    const auto problemsOf = [this](const QSize &size) {
        const ImageFile image =
            load(QStringLiteral("side.png"), encoded(QImage(size, QImage::Format_Mono), "png"));
        return validate(getBizToken(),
            {textPart(QStringLiteral("comparison_type"), QStringLiteral("0")),
                textPart(QStringLiteral("liveness_type"), QStringLiteral("meglive")),
                textPart(QStringLiteral("uuid"), QStringLiteral("u")),
                image.toPart(QStringLiteral("image_ref1"))});
    };
    QVERIFY(problemsOf(QSize(4096, 4096)).isEmpty());
    const Problems problems = problemsOf(QSize(10, 4097));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().code, QStringLiteral("INVALID_IMAGE_SIZE:image_ref1"));
    QCOMPARE(problems.first().actual, 4097);
}

void TestImageFile::decodesUpright()
{
    const QByteArray plain = encoded(landscape(400, 200), "jpeg", 95);
    const ImageFile upright = load(QStringLiteral("plain.jpg"), plain);
    QVERIFY(!upright.facts.turned);
    QCOMPARE(decodeScaled(upright.bytes, upright.facts, QSize(100, 100)).size(), QSize(100, 50));

    const ImageFile turned = load(QStringLiteral("turned.jpg"), turnedJpeg(plain));
    QVERIFY(turned.facts.turned);
    QVERIFY(turned.facts.usable());
    QCOMPARE(turned.facts.pixels, QSize(400, 200)); // as stored
    const QImage image = decodeScaled(turned.bytes, turned.facts, QSize(100, 80));
    QCOMPARE(image.size(), QSize(40, 80)); // fits the box standing
    QVERIFY(QColor(image.pixel(20, 5)).red() > 200); // what was left is on top
    QVERIFY(QColor(image.pixel(20, 75)).blue() > 200);
}

void TestImageFile::decodesScaled()
{
    const QByteArray jpeg = encoded(QImage(4096, 4096, QImage::Format_RGB32), "jpeg");
    const ImageFile image = load(QStringLiteral("large.jpg"), jpeg);
    QCOMPARE(decodeScaled(image.bytes, image.facts, QSize(160, 120)).size(), QSize(120, 120));
    const ImageFile thin =
        load(QStringLiteral("thin.png"), encoded(QImage(4000, 2, QImage::Format_RGB32), "png"));
    QCOMPARE(decodeScaled(thin.bytes, thin.facts, QSize(100, 100)).size(), QSize(100, 1));
}

void TestImageFile::neverEnlarges()
{
    const ImageFile image = load(QStringLiteral("small.png"), encoded(landscape(), "png"));
    QCOMPARE(decodeScaled(image.bytes, image.facts, QSize(1000, 1000)).size(), QSize(40, 20));
    QVERIFY(decodeScaled(image.bytes, image.facts, QSize()).isNull());
}

void TestImageFile::decodesOnlyTheFormatItFound()
{
    ImageFacts facts;
    facts.format = ImageFacts::Format::Jpeg; // as if somebody had been fooled
    const QByteArray svg("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
    QVERIFY(decodeScaled(svg, facts, QSize(50, 50)).isNull());
    QVERIFY(decodeScaled(encoded(landscape(), "png"), facts, QSize(50, 50)).isNull());
    QVERIFY(decodeScaled(svg, inspectImage(svg), QSize(50, 50)).isNull());
}

void TestImageFile::refusesToDecodeHugePictures()
{
    // A real one, which would decode, and headers that lie.
    for (const QByteArray &png :
        {encoded(landscape(20'001, 10), "png"), pngClaiming(60'000, 60'000), pngClaiming(15'000, 15'000)}) {
        const ImageFacts facts = inspectImage(png);
        QVERIFY(facts.pixels.width() >= 15'000);
        QElapsedTimer clock;
        clock.start();
        QVERIFY(decodeScaled(png, facts, QSize(100, 100)).isNull());
        QVERIFY2(clock.elapsed() < 100, qPrintable(QString::number(clock.elapsed())));
    }
}

void TestImageFile::loadsOnAWorkerThread()
{
    int calls = 0;
    QThread *thread = nullptr;
    LoadedImage result;
    loadImageFileAsync(astronaut, QSize(64, 64), this, [&](const LoadedImage &loaded) {
        ++calls;
        thread = QThread::currentThread();
        result = loaded;
    });
    QCOMPARE(calls, 0); // never from within the call
    QTRY_COMPARE(calls, 1);
    QCOMPARE(thread, QThread::currentThread());
    QVERIFY(std::holds_alternative<ImageFile>(result.load));
    QCOMPARE(result.thumbnail.size(), QSize(64, 64));

    bool refused = false;
    loadImageFileAsync(m_dir.path(), QSize(64, 64), this,
        [&](const LoadedImage &loaded) { refused = std::holds_alternative<ImageRefused>(loaded.load); });
    QTRY_VERIFY(refused);

    const ImageFile image = std::get<ImageFile>(result.load);
    QSize decoded;
    decodeScaledAsync(image.bytes, image.facts, QSize(32, 32), this,
        [&](const QImage &picture) { decoded = picture.size(); });
    QTRY_COMPARE(decoded, QSize(32, 32));
    QTest::qWait(20);
    QCOMPARE(calls, 1);
}

void TestImageFile::deliversNothingToTheGone()
{
    int calls = 0;
    for (int i = 0; i < 50; ++i) {
        auto *context = new QObject;
        loadImageFileAsync(astronaut, QSize(64, 64), context, [&](const LoadedImage &) { ++calls; });
        if (i % 2)
            QThread::msleep(3); // gone before, while and after the work is done
        delete context;
    }
    QVERIFY(QThreadPool::globalInstance()->waitForDone(30'000));
    QTest::qWait(20);
    QCOMPARE(calls, 0);
}

QTEST_GUILESS_MAIN(TestImageFile)
#include "tst_imagefile.moc"
