#include "export/zipfile.h"

#include <QCoreApplication>
#include <QIODevice>

#include <memory>
#include <minizip/unzip.h>
#include <minizip/zip.h>

namespace faceid {

namespace {

constexpr int maxEntries = 256;
constexpr qint64 maxInflated = 64 * 1024 * 1024; // bytes
constexpr qint64 blockSize = 64 * 1024;
constexpr int maxName = 512; // bytes

/// What minizip reads from or writes to. It takes the end of a file for zeros unless it hears of an error.
struct ZipStream
{
    QIODevice &device;
    bool isShort = false; ///< fewer bytes were read or written than were asked for
};

ZipStream &streamOf(voidpf opaque)
{
    return *static_cast<ZipStream *>(opaque);
}

voidpf openStream(voidpf opaque, const void * /*path*/, int /*mode*/)
{
    return opaque; // it is open
}

uLong readStream(voidpf opaque, voidpf /*stream*/, void *bytes, uLong size)
{
    ZipStream &stream = streamOf(opaque);
    const qint64 count = stream.device.read(static_cast<char *>(bytes), qint64(size));
    stream.isShort = stream.isShort || count != qint64(size);
    return uLong(qMax<qint64>(0, count));
}

uLong writeStream(voidpf opaque, voidpf /*stream*/, const void *bytes, uLong size)
{
    ZipStream &stream = streamOf(opaque);
    const qint64 count = stream.device.write(static_cast<const char *>(bytes), qint64(size));
    stream.isShort = stream.isShort || count != qint64(size);
    return uLong(qMax<qint64>(0, count));
}

ZPOS64_T tellStream(voidpf opaque, voidpf /*stream*/)
{
    return ZPOS64_T(streamOf(opaque).device.pos());
}

long seekStream(voidpf opaque, voidpf /*stream*/, ZPOS64_T offset, int origin)
{
    QIODevice &device = streamOf(opaque).device;
    const qint64 from = origin == ZLIB_FILEFUNC_SEEK_SET ? 0
        : origin == ZLIB_FILEFUNC_SEEK_CUR               ? device.pos()
                                                         : device.size();
    return device.seek(from + qint64(offset)) ? 0 : -1;
}

int closeStream(voidpf /*opaque*/, voidpf /*stream*/)
{
    return 0; // whoever opened it closes it
}

int isStreamShort(voidpf opaque, voidpf /*stream*/)
{
    return streamOf(opaque).isShort ? 1 : 0;
}

zlib_filefunc64_def functionsOf(ZipStream &stream)
{
    return {openStream, readStream, writeStream, tellStream, seekStream, closeStream, isStreamShort, &stream};
}

bool addEntry(zipFile zip, const ZipEntry &entry, const QDateTime &at)
{
    zip_fileinfo info{};
    const QDateTime local = at.toLocalTime();
    info.tmz_date = {uInt(local.time().second()), uInt(local.time().minute()), uInt(local.time().hour()),
        uInt(local.date().day()), uInt(local.date().month() - 1), uInt(local.date().year())};
    if (zipOpenNewFileInZip64(zip, entry.name.toLatin1().constData(), &info, nullptr, 0, nullptr, 0, nullptr,
            Z_DEFLATED, Z_DEFAULT_COMPRESSION, 0)
        != ZIP_OK)
        return false;
    const bool isWritten =
        zipWriteInFileInZip(zip, entry.content.constData(), unsigned(entry.content.size())) == ZIP_OK;
    return zipCloseFileInZip(zip) == ZIP_OK && isWritten;
}

/// The current file, of \a size bytes; empty with \a budget below zero when it is damaged or inflates to more
/// than that.
QByteArray inflated(unzFile zip, quint64 size, qint64 &budget)
{
    QByteArray content;
    QByteArray block(blockSize, Qt::Uninitialized);
    int got = unzOpenCurrentFile(zip);
    if (got == UNZ_OK)
        got = 1;
    while (got > 0 && budget >= 0) {
        got = unzReadCurrentFile(zip, block.data(), unsigned(block.size()));
        budget -= qMax(got, 0);
        content.append(block.constData(), qMax(got, 0));
    }
    // Compares the check sum, unless the data ended before its time.
    const bool isWhole = unzCloseCurrentFile(zip) == UNZ_OK && quint64(content.size()) == size;
    if (got < 0 || !isWhole)
        budget = -1;
    return budget < 0 ? QByteArray() : content;
}

struct UnzClose
{
    void operator()(void *zip) const { unzClose(zip); }
};

} // namespace

bool writeZip(QIODevice &out, const QList<ZipEntry> &entries, const QDateTime &at)
{
    ZipStream stream{out};
    zlib_filefunc64_def functions = functionsOf(stream);
    const zipFile zip = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    if (!zip)
        return false;
    bool isWritten = true;
    for (const ZipEntry &entry : entries)
        isWritten = isWritten && addEntry(zip, entry, at);
    return zipClose(zip, nullptr) == ZIP_OK && isWritten && !stream.isShort;
}

ZipReading readZip(QIODevice &in)
{
    ZipReading reading;
    ZipStream stream{in};
    zlib_filefunc64_def functions = functionsOf(stream);
    const std::unique_ptr<void, UnzClose> zip(unzOpen2_64("", &functions));
    if (!zip) {
        reading.error = QCoreApplication::translate("ZipFile", "This is no zip file.");
        return reading;
    }
    qint64 budget = maxInflated;
    int state = unzGoToFirstFile(zip.get());
    while (state == UNZ_OK && reading.entries.size() < maxEntries) {
        char name[maxName]{};
        unz_file_info64 info{};
        state = unzGetCurrentFileInfo64(zip.get(), &info, name, maxName - 1, nullptr, 0, nullptr, 0);
        if (state != UNZ_OK)
            break;
        reading.entries.append(
            {QString::fromUtf8(name), inflated(zip.get(), info.uncompressed_size, budget)});
        if (budget < 0)
            break;
        state = unzGoToNextFile(zip.get());
    }
    if (state != UNZ_END_OF_LIST_OF_FILE || budget < 0 || stream.isShort)
        reading.error = QCoreApplication::translate("ZipFile", "The zip file is damaged, or too large.");
    return reading;
}

} // namespace faceid
