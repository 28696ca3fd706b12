#pragma once

#include "contract/imagedecode.h"
#include "contract/parts.h"

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QString>

#include <functional>
#include <variant>

namespace faceid {

/// A photo as it was when it was chosen: its bytes are read once, and what was previewed is what is sent,
/// whatever happens to the file afterwards.
struct ImageFile
{
    QString path; ///< where it came from; for display only
    QByteArray bytes;
    ImageFacts facts;
    QDateTime modified{}; ///< of the file when it was read; invalid for a picture that came from no file

    Part toPart(const QString &partName) const { return imagePart(partName, bytes, facts); }
};

/// Why a file could not be chosen as a photo at all. What the service would say to its content is
/// validate()'s business.
enum class ImageRefusal { Vanished, NotARegularFile, Unreadable, Empty, TooLarge };

struct ImageRefused
{
    ImageRefusal why;
    QString path;
    QString detail; ///< the system's words
};

QString describe(const ImageRefused &refused);

using ImageLoad = std::variant<ImageFile, ImageRefused>;

/// No photo larger than this is read into memory: more than any service takes.
inline constexpr qint64 maxImageFileBytes = 64 * 1024 * 1024;

/// Reads the file now. Blocks for the time of reading; never on a FIFO or a device, which are refused unread.
ImageLoad loadImageFile(const QString &path);

/// Whether the file behind a chosen photo is still what it was. Blocks for a look at the folder; off the GUI
/// thread.
enum class FileState { Same, Changed, Gone };
FileState fileState(const ImageFile &photo);

/// decodeScaled() on a worker thread; \a done is called in \a context's thread, or never once it is gone.
/// Call it from that thread.
void decodeScaledAsync(const QByteArray &bytes, const ImageFacts &facts, const QSize &box, QObject *context,
    std::function<void(const QImage &)> done);

/// loadImageFile() and a thumbnail on a worker thread; \a done is called in \a context's thread, or never
/// once it is gone. Call it from that thread.
struct LoadedImage
{
    ImageLoad load;
    QImage thumbnail;
};
void loadImageFileAsync(
    const QString &path, const QSize &thumbnailBox, QObject *context, std::function<void(LoadedImage)> done);

} // namespace faceid
