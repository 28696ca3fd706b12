#include "contract/imagefacts.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>

namespace faceid {

namespace {

using Format = ImageFacts::Format;

Format formatByMagic(QByteArrayView bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return Format::Jpeg;
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return Format::Png;
    if (bytes.startsWith("BM") && bytes.size() > 26)
        return Format::Bmp;
    if (bytes.startsWith("RIFF") && bytes.sliced(0, qMin<qsizetype>(bytes.size(), 12)).endsWith("WEBP"))
        return Format::Webp;
    if (bytes.startsWith("GIF8"))
        return Format::Gif;
    if (bytes.startsWith(QByteArrayView("II*\0", 4)) || bytes.startsWith(QByteArrayView("MM\0*", 4)))
        return Format::Tiff;
    if (bytes.size() > 12 && bytes.sliced(4, 4) == "ftyp") {
        const QByteArrayView brand = bytes.sliced(8, 4);
        if (brand == "heic" || brand == "heix" || brand == "mif1" || brand == "hevc")
            return Format::Heic;
    }
    if (bytes.trimmed().startsWith("<svg") || bytes.trimmed().startsWith("<?xml"))
        return Format::Svg;
    return Format::None;
}

/// Where the compressed data of a JPEG begins; the size of \a bytes when it does not come to that. The
/// segments in front are stepped over, because a thumbnail in them has an end of image of its own.
qsizetype jpegScanStart(QByteArrayView bytes)
{
    constexpr uchar startOfScan = 0xda;
    qsizetype at = 2;
    while (at + 4 <= bytes.size() && uchar(bytes[at]) == 0xff) {
        const uchar marker = uchar(bytes[at + 1]);
        if (marker == startOfScan)
            return at;
        // FF may be repeated as padding; the other markers here all carry a length.
        at += marker == 0xff ? 1 : 2 + qFromBigEndian<quint16>(bytes.data() + at + 2);
    }
    return bytes.size();
}

/// Whether the last segment that a format demands is there. A cut file decodes as success in Qt, half of it
/// grey.
bool endsAsItShould(QByteArrayView bytes, Format format)
{
    switch (format) {
    case Format::Jpeg:
        // Cameras append padding or a second picture, so the marker need not be the last thing in the file.
        return bytes.sliced(jpegScanStart(bytes)).contains("\xff\xd9");
    case Format::Png:
        return bytes.last(qMin<qsizetype>(bytes.size(), 64 * 1024)).lastIndexOf("IEND\xae\x42\x60\x82") >= 0;
    case Format::Bmp: {
        // Writers leave the size field at 0 or count it wrong, so the offset of the pixels is what must be
        // inside.
        const quint32 pixelOffset = qFromLittleEndian<quint32>(bytes.data() + 10);
        const quint32 declared = qFromLittleEndian<quint32>(bytes.data() + 2);
        return pixelOffset < quint64(bytes.size()) && declared <= quint64(bytes.size());
    }
    case Format::Webp:
        return bytes.size() >= 12
            && quint64(qFromLittleEndian<quint32>(bytes.data() + 4)) + 8 <= quint64(bytes.size());
    case Format::None:
    case Format::Gif:
    case Format::Tiff:
    case Format::Heic:
    case Format::Svg:
        break;
    }
    return false;
}

} // namespace

bool ImageFacts::accepted() const
{
    return !readerFormat(format).isEmpty();
}

QString ImageFacts::formatName() const
{
    switch (format) {
    case Format::Jpeg:
        return QStringLiteral("JPEG");
    case Format::Png:
        return QStringLiteral("PNG");
    case Format::Bmp:
        return QStringLiteral("BMP");
    case Format::Webp:
        return QStringLiteral("WebP");
    case Format::Gif:
        return QStringLiteral("GIF");
    case Format::Tiff:
        return QStringLiteral("TIFF");
    case Format::Heic:
        return QStringLiteral("HEIC");
    case Format::Svg:
        return QStringLiteral("SVG");
    case Format::None:
        break;
    }
    return {};
}

QByteArray readerFormat(Format format)
{
    switch (format) {
    case Format::Jpeg:
        return QByteArrayLiteral("jpeg");
    case Format::Png:
        return QByteArrayLiteral("png");
    case Format::Bmp:
        return QByteArrayLiteral("bmp");
    case Format::Webp:
        return QByteArrayLiteral("webp");
    case Format::None:
    case Format::Gif:
    case Format::Tiff:
    case Format::Heic:
    case Format::Svg:
        break;
    }
    return {};
}

ImageFacts inspectImage(const QByteArray &bytes)
{
    ImageFacts facts;
    facts.format = formatByMagic(bytes);
    if (!facts.accepted())
        return facts;

    QBuffer buffer;
    buffer.setData(bytes); // shares, does not copy
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, readerFormat(facts.format));
    reader.setAutoDetectImageFormat(false);
    facts.pixels = reader.size();
    if (!facts.pixels.isValid())
        facts.pixels = {};
    else
        facts.turned = reader.transformation() != QImageIOHandler::TransformationNone;
    facts.complete = endsAsItShould(bytes, facts.format);
    return facts;
}

} // namespace faceid
