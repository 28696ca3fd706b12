// Repairing photos: upright, small enough, without notes, the original untouched.

#include "client/imagerepair.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QTest>

using namespace faceid;

namespace {

/// A picture whose upper left quarter is red, so that turning shows.
QImage marked(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QPainter(&image).fillRect(0, 0, size.width() / 2, size.height() / 2, Qt::red);
    return image;
}

ImageFile photoOf(const QImage &image, const char *format)
{
    ImageFile photo;
    QBuffer buffer(&photo.bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    photo.facts = inspectImage(photo.bytes);
    return photo;
}

/// The JPEG with an EXIF segment that asks for a quarter turn to the right and names a place.
ImageFile turned(const ImageFile &photo)
{
    QByteArray tiff("MM\0*\0\0\0\x08", 8);
    tiff += QByteArray("\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0", 18); // one entry: orientation 6
    const QByteArray exif = QByteArray("Exif\0\0", 6) + tiff + "GPS here";
    const int length = int(exif.size()) + 2;
    const QByteArray segment = QByteArray("\xff\xe1", 2) + char(length >> 8) + char(length & 0xff) + exif;
    ImageFile result = photo;
    result.bytes.insert(2, segment);
    result.facts = inspectImage(result.bytes);
    return result;
}

QImage decoded(const ImageFile &photo)
{
    return QImage::fromData(photo.bytes);
}

} // namespace

class TestImageRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodPhotoNeedsNothing()
    {
        QCOMPARE(repairsFor(photoOf(marked({640, 480}), "jpeg"), imageLimits(getBizToken())), ImageChanges());
    }

    void turnsUprightAndStripsNotes()
    {
        const ImageFile before = turned(photoOf(marked({64, 32}), "jpeg"));
        QVERIFY(before.facts.turned);
        QCOMPARE(repairsFor(before, {}), ImageChange::Turned | ImageChange::Stripped);
        const auto repaired = repairImage(before, {});
        QVERIFY(repaired);
        QCOMPARE(repaired->photo.facts.pixels, QSize(32, 64));
        QVERIFY(!repaired->photo.facts.turned);
        QVERIFY(!repaired->photo.bytes.contains("GPS here"));
        // A quarter turn to the right takes the upper left to the upper right.
        const QImage image = decoded(repaired->photo);
        QVERIFY(image.pixelColor(26, 6).red() > 150);
        QVERIFY(image.pixelColor(6, 6).blue() > 150);
    }

    void shrinksToTheLongestSide()
    {
        ImageLimits limits;
        limits.maxSide = 100;
        const ImageFile before = photoOf(marked({300, 150}), "jpeg");
        QCOMPARE(repairsFor(before, limits), ImageChanges(ImageChange::Shrunk));
        const auto repaired = repairImage(before, limits);
        QCOMPARE(repaired->photo.facts.pixels, QSize(100, 50));
        QVERIFY(repaired->photo.facts.usable());
    }

    void compressesUnderTheLimit()
    {
        QImage noise(600, 600, QImage::Format_RGB32);
        quint32 state = 7;
        for (int y = 0; y < noise.height(); ++y) {
            for (int x = 0; x < noise.width(); ++x)
                noise.setPixel(x, y, state = state * 1664525 + 1013904223);
        }
        const ImageFile before = photoOf(noise, "png");
        ImageLimits limits;
        limits.maxBytes = 60'000;
        const auto repaired = repairImage(before, limits);
        QVERIFY(repaired);
        QVERIFY(repaired->photo.bytes.size() <= limits.maxBytes);
        QVERIFY(repaired->changes.testFlag(ImageChange::Recompressed));
        limits.maxBytes = 500; // no face fits into that
        QVERIFY(!repairImage(before, limits));
    }

    void convertsWhatTheServiceDoesNotRead()
    {
        ImageFile gif;
        // The smallest GIF: one white pixel.
        gif.bytes =
            QByteArray::fromHex("47494638396101000100800000ffffff0000002c00000000010001000002024401003b");
        gif.facts = inspectImage(gif.bytes);
        QCOMPARE(gif.facts.format, ImageFacts::Format::Gif);
        QVERIFY(repairsFor(gif, {}).testFlag(ImageChange::Converted));
        const auto repaired = repairImage(gif, {});
        QVERIFY(repaired);
        QCOMPARE(repaired->photo.facts.format, ImageFacts::Format::Jpeg);
    }

    void transparencyBecomesWhite()
    {
        QImage clear(20, 20, QImage::Format_ARGB32);
        clear.fill(Qt::transparent);
        const auto repaired = repairImage(photoOf(clear, "png"), {});
        QVERIFY(decoded(repaired->photo).pixelColor(10, 10).lightness() > 250);
    }

    void whatNoPluginReadsIsNotOffered()
    {
        ImageFile heic;
        heic.bytes = QByteArray("\0\0\0\x18", 4) + "ftypheic" + QByteArray(12, '\0');
        heic.facts = inspectImage(heic.bytes);
        QCOMPARE(heic.facts.format, ImageFacts::Format::Heic);
        QCOMPARE(bool(repairsFor(heic, {})), QImageReader::supportedImageFormats().contains("heic"));
    }

    void whatCannotBeDecodedIsLeftAlone()
    {
        ImageFile broken;
        broken.bytes = "not a picture";
        broken.facts = inspectImage(broken.bytes);
        QCOMPARE(repairsFor(broken, {}), ImageChanges());
        QVERIFY(!repairImage(broken, {}));
        ImageFile cut = photoOf(marked({64, 64}), "jpeg");
        cut.bytes.chop(cut.bytes.size() / 2);
        cut.facts = inspectImage(cut.bytes);
        QCOMPARE(repairsFor(cut, {}), ImageChanges()); // a repaired half is still half a face
    }
};

QTEST_GUILESS_MAIN(TestImageRepair)
#include "tst_imagerepair.moc"
