#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QImage>
#include <QSize>

/// \a image in one of Qt's formats ("jpeg", "png", "bmp", "webp"); empty when it cannot be written.
inline QByteArray pictureBytes(const QImage &image, const char *format)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

/// A plain picture of \a size.
inline QByteArray madePicture(const char *format, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x % 256, y % 256, (x * y) % 256));
    }
    return pictureBytes(image, format);
}

/// A grey picture of \a size, in which there is no face.
inline QByteArray greyPicture(const char *format, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::gray);
    return pictureBytes(image, format);
}
