#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

class QIODevice;

namespace faceid {

/// Reads CSV record by record (libcsv): as much of the file is in memory as one block and one record take,
/// which 1 MiB in a cell and 16 MiB in all end with an error.
///
/// Takes what spreadsheets write: a byte order mark, quotes, line breaks in cells, CR LF or LF, and commas,
/// semicolons or tabs between cells, whichever the first line has. Blanks around a cell without quotes are
/// dropped, empty lines passed over. A sheet whose first block is no UTF-8 is refused as a whole: in another
/// encoding every name would be wrong.
class CsvReader
{
public:
    /// \a device is open for reading and outlives the reader.
    explicit CsvReader(QIODevice &device);
    ~CsvReader();

    /// The cells of the next record. False at the end, or when the file cannot be read on: see error().
    bool next(QList<QByteArray> &cells);
    /// One sentence, translated; empty when there is nothing wrong.
    QString error() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace faceid
