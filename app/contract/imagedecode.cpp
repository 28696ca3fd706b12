#include "contract/imagedecode.h"

#include <QBuffer>
#include <QImageReader>

namespace faceid {

namespace {

// A header may claim any size; Qt's allocation limit does not hold when the picture is scaled while decoding.
constexpr int maxDecodedSide = 20'000;
constexpr qint64 maxDecodedPixels = 200'000'000;

} // namespace

QImage decodeScaled(const QByteArray &bytes, const ImageFacts &facts, const QSize &box, Turning turning)
{
    const QByteArray format = readerFormat(facts.format);
    if (format.isEmpty() || box.isEmpty())
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, format);
    reader.setAutoDetectImageFormat(false); // an SVG named .jpg would reach the SVG plugin
    reader.setAutoTransform(turning == Turning::ByExif);

    const QSize stored = reader.size();
    if (stored.isEmpty() || stored.width() > maxDecodedSide || stored.height() > maxDecodedSide
        || qint64(stored.width()) * stored.height() > maxDecodedPixels)
        return {};
    // The reader scales before it turns the picture, so a box for a turned one stands on its side.
    const bool sideways =
        reader.autoTransform() && reader.transformation() & QImageIOHandler::TransformationRotate90;
    const QSize fitted = stored.scaled(sideways ? box.transposed() : box, Qt::KeepAspectRatio);
    if (fitted.width() < stored.width()) // never larger than it is
        reader.setScaledSize(fitted.expandedTo(QSize(1, 1)));
    return reader.read();
}

} // namespace faceid
