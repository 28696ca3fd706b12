#include "batch/csvreader.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QLocale>
#include <QStringDecoder>

#include <csv.h>

#include <algorithm>
#include <deque>

namespace faceid {

namespace {

constexpr qint64 blockBytes = 64 * 1024;
constexpr qint64 longestCell =
    1024 * 1024; // bytes; a quote that is never closed swallows the rest of the file
constexpr qsizetype largestRecord = 16 * 1024 * 1024; // bytes in memory

/// What stands between the cells of \a line.
char separatorIn(QByteArrayView line)
{
    const auto count = [line](char c) { return std::count(line.begin(), line.end(), c); };
    return *std::max_element(
        std::begin(",;\t"), std::begin(",;\t") + 3, [&](char a, char b) { return count(a) < count(b); });
}

/// Whether \a start, the first bytes of a sheet, is UTF-8 as far as it goes; a letter may be cut at its end.
bool isUtf8(const QByteArray &start)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(start);
    return !decoder.hasError() && !text.contains(QChar::Null);
}

} // namespace

struct CsvReader::Private
{
    explicit Private(QIODevice &source)
        : device(source)
    {
        csv_init(&parser, 0);
        const QByteArray start = device.peek(blockBytes);
        if (!isUtf8(start))
            error = QCoreApplication::translate("Batch",
                "The sheet is not in UTF-8. Save it once more as “CSV UTF-8”, as a spreadsheet calls it.");
        if (start.startsWith("\xEF\xBB\xBF"))
            device.skip(3);
        csv_set_delim(&parser, uchar(separatorIn(start.left(start.indexOf('\n')))));
    }
    ~Private() { csv_free(&parser); }

    static void takeCell(void *bytes, size_t size, void *self)
    {
        auto *d = static_cast<Private *>(self);
        d->recordBytes += qsizetype(size + sizeof(QByteArray));
        d->record.append(QByteArray(static_cast<const char *>(bytes), qsizetype(size)));
    }

    static void endRecord(int, void *self)
    {
        auto *d = static_cast<Private *>(self);
        d->records.push_back(std::exchange(d->record, {}));
        d->recordBytes = 0;
    }

    /// Reads one block; false at the end.
    bool readBlock()
    {
        const qint64 size = device.read(block.data(), block.size());
        if (size < 0) { // a drive that is gone is not the end of the sheet
            error = device.errorString();
            return false;
        }
        if (size == 0) {
            isAtEnd = true;
            csv_set_opts(&parser, CSV_STRICT | CSV_STRICT_FINI); // strict about the end only
            if (csv_fini(&parser, takeCell, endRecord, this) != 0)
                error = QCoreApplication::translate(
                    "Batch", "The sheet ends within quotes: one of them is never closed.");
            return false;
        }
        if (csv_parse(&parser, block.constData(), size_t(size), takeCell, endRecord, this) != size_t(size))
            error = QString::fromLatin1(csv_strerror(csv_error(&parser)));
        else if (csv_get_buffer_size(&parser) > size_t(longestCell))
            error = QCoreApplication::translate("Batch", "A cell has more than %1: is a quote never closed?")
                        .arg(QLocale().formattedDataSize(longestCell, 0));
        else if (recordBytes > largestRecord)
            error = QCoreApplication::translate("Batch", "A row has too many cells to be one.");
        return error.isEmpty();
    }

    QIODevice &device;
    QByteArray block{blockBytes, Qt::Uninitialized};
    csv_parser parser{};
    QList<QByteArray> record; ///< so far
    qsizetype recordBytes = 0; ///< it takes in memory
    std::deque<QList<QByteArray>> records;
    bool isAtEnd = false;
    QString error;
};

CsvReader::CsvReader(QIODevice &device)
    : d(std::make_unique<Private>(device))
{ }

CsvReader::~CsvReader() = default;

bool CsvReader::next(QList<QByteArray> &cells)
{
    while (d->records.empty() && !d->isAtEnd && d->error.isEmpty())
        d->readBlock();
    if (d->records.empty() || !d->error.isEmpty())
        return false;
    cells = std::move(d->records.front());
    d->records.pop_front();
    return true;
}

QString CsvReader::error() const
{
    return d->error;
}

} // namespace faceid
