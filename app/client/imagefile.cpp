#include "client/imagefile.h"

#include "client/worker.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace faceid {

namespace {

constexpr qint64 blockBytes = 256 * 1024;

ImageLoad refused(ImageRefusal why, const QString &path, const QString &detail = {})
{
    return ImageRefused{why, path, detail};
}

/// Opens a regular file and nothing else. A FIFO or a device could block for ever already when it is opened,
/// and the path may have become one since anybody looked: so opened without waiting, and looked at when open.
bool openRegularFile(QFile &file, ImageRefusal &why)
{
#ifdef Q_OS_UNIX
    const int handle =
        ::open(QFile::encodeName(file.fileName()).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    struct stat facts = {};
    if (handle < 0 || ::fstat(handle, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        if (handle >= 0)
            ::close(handle);
        why = handle < 0 ? ImageRefusal::Unreadable : ImageRefusal::NotARegularFile;
        return false;
    }
    return file.open(handle, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
#else
    why = ImageRefusal::Unreadable;
    return file.open(QIODevice::ReadOnly);
#endif
}

/// The whole file, or one byte more than allowed: it may be growing. Never asks for more than there is, since
/// Qt sets aside and clears as much as is asked for (a tenth of a second for 64 MiB).
QByteArray readAll(QFile &file)
{
    qint64 asked = file.size() + 1;
    QByteArray bytes = file.read(asked);
    qint64 got = bytes.size();
    while (got == asked && bytes.size() <= maxImageFileBytes) {
        asked = std::min<qint64>(blockBytes, maxImageFileBytes + 1 - bytes.size());
        const QByteArray more = file.read(asked);
        got = more.size();
        bytes += more;
    }
    return bytes;
}

LoadedImage loadWithThumbnail(const QString &path, const QSize &box)
{
    LoadedImage result{loadImageFile(path), {}};
    if (const auto *file = std::get_if<ImageFile>(&result.load))
        result.thumbnail = decodeScaled(file->bytes, file->facts, box);
    return result;
}

} // namespace

QString describe(const ImageRefused &refused)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("ImageFile", text); };
    switch (refused.why) {
    case ImageRefusal::Vanished:
        return say(QT_TRANSLATE_NOOP("ImageFile", "The file is not there (any more)."));
    case ImageRefusal::NotARegularFile:
        return say(QT_TRANSLATE_NOOP("ImageFile", "This is a folder or a device, not a file."));
    case ImageRefusal::Unreadable:
        return say(QT_TRANSLATE_NOOP("ImageFile", "The file cannot be read: %1")).arg(refused.detail);
    case ImageRefusal::Empty:
        return say(QT_TRANSLATE_NOOP("ImageFile", "The file is empty."));
    case ImageRefusal::TooLarge:
        return say(QT_TRANSLATE_NOOP("ImageFile", "The file is over %1: more than any service takes."))
            .arg(QLocale().formattedDataSize(maxImageFileBytes, 0));
    }
    return {};
}

ImageLoad loadImageFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return refused(ImageRefusal::Vanished, path);
    if (!info.isFile())
        return refused(ImageRefusal::NotARegularFile, path);
    QFile file(path);
    ImageRefusal why = ImageRefusal::Unreadable;
    if (!openRegularFile(file, why))
        return refused(why, path, why == ImageRefusal::Unreadable ? qt_error_string() : QString());
    if (file.size() == 0)
        return refused(ImageRefusal::Empty, path);
    if (file.size() > maxImageFileBytes)
        return refused(ImageRefusal::TooLarge, path);

    ImageFile image{path, readAll(file), {}};
    if (file.error() != QFileDevice::NoError)
        return refused(ImageRefusal::Unreadable, path, file.errorString());
    if (image.bytes.isEmpty())
        return refused(ImageRefusal::Empty, path);
    if (image.bytes.size() > maxImageFileBytes)
        return refused(ImageRefusal::TooLarge, path);
    image.bytes.squeeze();
    image.facts = inspectImage(image.bytes);
    image.modified = info.lastModified();
    return image;
}

FileState fileState(const ImageFile &photo)
{
    if (!photo.modified.isValid())
        return FileState::Same;
    const QFileInfo info(photo.path);
    if (!info.exists())
        return FileState::Gone;
    const bool same = info.lastModified() == photo.modified && info.size() == photo.bytes.size();
    return same ? FileState::Same : FileState::Changed;
}

void decodeScaledAsync(const QByteArray &bytes, const ImageFacts &facts, const QSize &box, QObject *context,
    std::function<void(const QImage &)> done)
{
    runOnWorker(
        context, [bytes, facts, box] { return decodeScaled(bytes, facts, box); }, std::move(done));
}

void loadImageFileAsync(
    const QString &path, const QSize &thumbnailBox, QObject *context, std::function<void(LoadedImage)> done)
{
    runOnWorker(
        context, [path, thumbnailBox] { return loadWithThumbnail(path, thumbnailBox); }, std::move(done));
}

} // namespace faceid
