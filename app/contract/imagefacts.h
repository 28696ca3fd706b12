#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

namespace faceid {

/// What the bytes of a photo say about themselves, read without decoding a pixel.
struct ImageFacts
{
    enum class Format { None, Jpeg, Png, Bmp, Webp, Gif, Tiff, Heic, Svg };

    Format format = Format::None; ///< by its first bytes, never by a file name
    QSize pixels; ///< as stored, before any rotation; empty when the header cannot be read
    bool complete = false; ///< the format's end marker stands where it belongs
    bool turned = false; ///< EXIF says that it must be turned or mirrored to be upright

    /// One of the formats that both services read (JPEG, PNG, BMP, WebP), with a readable header and an end.
    bool usable() const { return accepted() && !pixels.isEmpty() && complete; }
    bool accepted() const;
    /// "JPEG", "PNG", ...; empty for Format::None. Not translated.
    QString formatName() const;
};

/// What a detector found in a photo.
struct FaceFacts
{
    bool decoded = false; ///< false: the pixels cannot be read, whatever header and end say
    int upright = 0; ///< faces in the picture as its pixels are stored
    int turned = 0; ///< with none upright: faces in the picture turned by 90, 180 or 270 degrees
};

/// Looks at the header and the end of \a bytes: a few microseconds to a few milliseconds, any input, no
/// failure.
ImageFacts inspectImage(const QByteArray &bytes);

/// QImageReader's name of a format ("jpeg"); empty for one that is not accepted.
QByteArray readerFormat(ImageFacts::Format format);

} // namespace faceid
