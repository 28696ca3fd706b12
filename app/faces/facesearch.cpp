#include "faces/facesearch.h"

#include "contract/imagedecode.h"
#include "faces/hogdetector.h"

#include <QBuffer>
#include <QImageReader>
#include <QTransform>

#include <algorithm>

namespace faceid {

namespace {

constexpr QSize searchBox(840, 840); // 60 ms for a photo on one core; the time grows with the area

/// From a picture of side 1 as stored to the same as EXIF has it shown.
QTransform exifTransform(const QByteArray &bytes, const ImageFacts &facts)
{
    QTransform transform;
    if (!facts.turned)
        return transform;
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    const auto exif = QImageReader(&buffer, readerFormat(facts.format)).transformation();
    if (exif & QImageIOHandler::TransformationMirror)
        transform *= QTransform(-1, 0, 0, 1, 1, 0);
    if (exif & QImageIOHandler::TransformationFlip)
        transform *= QTransform(1, 0, 0, -1, 0, 1);
    if (exif & QImageIOHandler::TransformationRotate90)
        transform *= QTransform(0, 1, -1, 0, 1, 0);
    return transform;
}

/// Boxes in shares of \a grey, the largest first.
QList<QRectF> upright(const QImage &grey)
{
    std::vector<HogFace> faces =
        hogFaces(grey.constBits(), grey.width(), grey.height(), int(grey.bytesPerLine()));
    std::sort(faces.begin(), faces.end(),
        [](const HogFace &a, const HogFace &b) { return a.width * a.height > b.width * b.height; });
    const QRectF whole(0, 0, 1, 1);
    QList<QRectF> boxes;
    for (const HogFace &face : faces) {
        const QRectF box(double(face.x) / grey.width(), double(face.y) / grey.height(),
            double(face.width) / grey.width(), double(face.height) / grey.height());
        boxes.append(box & whole); // a face at the border may reach over it
    }
    return boxes;
}

} // namespace

bool canSearchFaces()
{
    return hasHogDetector();
}

FaceSearch searchFaces(const QByteArray &bytes, const ImageFacts &facts)
{
    FaceSearch search;
    QImage grey = decodeScaled(bytes, facts, searchBox, Turning::AsStored);
    if (grey.isNull())
        return search;
    grey.convertTo(QImage::Format_Grayscale8);
    search.facts.decoded = true;
    QTransform back; // from the turned picture to the stored one
    search.boxes = upright(grey);
    search.facts.upright = int(search.boxes.size());
    for (int quarter = 1; quarter < 4 && search.boxes.isEmpty(); ++quarter) {
        grey = grey.transformed(QTransform().rotate(90));
        back *= QTransform(0, -1, 1, 0, 0, 1);
        search.boxes = upright(grey);
        search.facts.turned = int(search.boxes.size());
    }
    const QTransform shown = back * exifTransform(bytes, facts);
    for (QRectF &box : search.boxes)
        box = shown.mapRect(box);
    return search;
}

} // namespace faceid
