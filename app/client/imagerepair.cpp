#include "client/imagerepair.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCoreApplication>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

#include <algorithm>

namespace faceid {

namespace {

constexpr qint64 roomForOtherParts = 64 * 1024; // far more than every text of a request together
constexpr int firstQuality = 92;
constexpr int lastQuality = 60;
constexpr int smallestSide = 256; // a face in fewer pixels is no use
constexpr qint64 mostPixels = 200'000'000;

/// \a format where a plugin of this system reads it.
QByteArray whereRead(const QByteArray &format)
{
    return QImageReader::supportedImageFormats().contains(format) ? format : QByteArray();
}

/// Formats that Qt reads and that a service may not.
QByteArray convertibleFormat(ImageFacts::Format format)
{
    switch (format) {
    case ImageFacts::Format::Gif:
        return whereRead(QByteArrayLiteral("gif"));
    case ImageFacts::Format::Tiff:
        return whereRead(QByteArrayLiteral("tiff"));
    case ImageFacts::Format::Heic:
        return whereRead(QByteArrayLiteral("heic"));
    case ImageFacts::Format::Jpeg:
    case ImageFacts::Format::Png:
    case ImageFacts::Format::Bmp:
    case ImageFacts::Format::Webp:
        return readerFormat(format);
    case ImageFacts::Format::Svg: // a drawing, not a photo
    case ImageFacts::Format::None:
        break;
    }
    return {};
}

bool hasNotes(const QByteArray &bytes)
{
    const QByteArrayView head = QByteArrayView(bytes).first(std::min<qsizetype>(bytes.size(), 64 * 1024));
    return head.contains("Exif") || head.contains("http://ns.adobe.com/xap/")
        || head.contains("Photoshop 3.0");
}

/// Decoded upright, no larger than \a maxSide, in sRGB, transparency on white, without any note.
QImage decodePlain(const ImageFile &photo, int maxSide)
{
    QBuffer buffer;
    buffer.setData(photo.bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, convertibleFormat(photo.facts.format));
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || qint64(size.width()) * size.height() > mostPixels)
        return {};
    if (maxSide > 0 && std::max(size.width(), size.height()) > maxSide)
        reader.setScaledSize(size.scaled(maxSide, maxSide, Qt::KeepAspectRatio));
    QImage decoded = reader.read();
    if (decoded.isNull())
        return {};
    if (decoded.colorSpace().isValid())
        decoded.convertToColorSpace(QColorSpace::SRgb);
    QImage plain(decoded.size(), QImage::Format_RGB32);
    plain.fill(Qt::white);
    QPainter(&plain).drawImage(0, 0, decoded);
    return plain;
}

QByteArray encoded(const QImage &image, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    return writer.write(image) ? bytes : QByteArray();
}

} // namespace

ImageLimits imageLimits(const EndpointSpec &spec)
{
    ImageLimits limits;
    limits.maxSide = spec.maxImageSide;
    if (spec.maxRequestBytes > 0)
        limits.maxBytes = spec.maxRequestBytes - roomForOtherParts;
    return limits;
}

ImageChanges repairsFor(const ImageFile &photo, const ImageLimits &limits)
{
    const ImageFacts &facts = photo.facts;
    if (convertibleFormat(facts.format).isEmpty() || (facts.accepted() && !facts.usable()))
        return {};
    ImageChanges changes;
    changes.setFlag(ImageChange::Turned, facts.turned);
    changes.setFlag(ImageChange::Converted, !facts.accepted());
    changes.setFlag(ImageChange::Stripped, hasNotes(photo.bytes));
    changes.setFlag(ImageChange::Shrunk,
        limits.maxSide > 0 && std::max(facts.pixels.width(), facts.pixels.height()) > limits.maxSide);
    changes.setFlag(ImageChange::Recompressed, limits.maxBytes > 0 && photo.bytes.size() > limits.maxBytes);
    return changes;
}

std::optional<RepairedImage> repairImage(const ImageFile &photo, const ImageLimits &limits)
{
    RepairedImage result;
    result.changes = repairsFor(photo, limits);
    QImage image = decodePlain(photo, limits.maxSide);
    if (image.isNull())
        return std::nullopt;
    int quality = firstQuality;
    QByteArray bytes = encoded(image, quality);
    while (limits.maxBytes > 0 && bytes.size() > limits.maxBytes) {
        if (quality > lastQuality) {
            quality -= 8;
            result.changes |= ImageChange::Recompressed;
        } else {
            image = image.scaled(image.size() * 3 / 4, Qt::KeepAspectRatio, Qt::SmoothTransformation);
            result.changes |= ImageChange::Shrunk;
            if (std::max(image.width(), image.height()) < smallestSide)
                return std::nullopt;
        }
        bytes = encoded(image, quality);
    }
    if (bytes.isEmpty())
        return std::nullopt;
    result.changes.setFlag(ImageChange::Converted, photo.facts.format != ImageFacts::Format::Jpeg);
    result.photo.path = photo.path;
    result.photo.facts = inspectImage(bytes);
    result.photo.bytes = std::move(bytes);
    return result;
}

QStringList describe(ImageChanges changes)
{
    const std::pair<ImageChange, QString> phrases[] = {
        {ImageChange::Turned, QCoreApplication::translate("ImageRepair", "turned upright")},
        {ImageChange::Shrunk, QCoreApplication::translate("ImageRepair", "shrunk")},
        {ImageChange::Recompressed, QCoreApplication::translate("ImageRepair", "compressed more")},
        {ImageChange::Converted, QCoreApplication::translate("ImageRepair", "converted to JPEG")},
        {ImageChange::Stripped, QCoreApplication::translate("ImageRepair", "place and camera notes removed")},
    };
    QStringList result;
    for (const auto &[change, phrase] : phrases) {
        if (changes.testFlag(change))
            result.append(phrase);
    }
    return result;
}

} // namespace faceid
