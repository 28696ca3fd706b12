#pragma once

#include "batch/csvreader.h"
#include "contract/parts.h"

#include <QDir>
#include <QFile>

#include <memory>
#include <variant>

namespace faceid {

/// One row of a sheet, not yet judged.
struct SheetRow
{
    int number = 0; ///< as a spreadsheet counts: the header is 1
    Parts texts; ///< cells that are not empty, and the fixed fields that the row does not have
    QList<std::pair<QString, QString>> photos; ///< name of the part, path of the file
    int cells = 0;
};

/// A CSV of people. The columns are named as the API's fields; a column of photos has their paths, relative
/// to the sheet. A column whose name begins with # is for people and passed over.
class BatchSheet
{
public:
    /// What is wrong with a sheet as a whole, one sentence, translated.
    using Opened = std::variant<std::unique_ptr<BatchSheet>, QString>;

    /// \a fixed: fields that every row has, if it does not say otherwise.
    static Opened open(const QString &path, const EndpointSpec &endpoint, const Parts &fixed);
    /// The API that a sheet with these columns is for: only one of them has callbacks.
    static const EndpointSpec &guessedEndpoint(const QString &path, const Parts &fixed);

    /// Whether a field may be the same for all rows: it is not about one person, and no credential.
    static bool canBeFixed(const EndpointSpec &endpoint, const QString &name);

    const EndpointSpec &endpoint() const { return m_endpoint; }
    const QDir &folder() const { return m_folder; }
    /// Those that may stand in a result: neither personal nor photos nor #.
    const QStringList &plainColumns() const { return m_plain; }
    int columns() const { return int(m_columns.size()); }

    /// False at the end, or when the file cannot be read on: see error().
    bool next(SheetRow &row);
    QString error() const { return m_reader->error(); }

private:
    BatchSheet(const QString &path, const EndpointSpec &endpoint, const Parts &fixed);
    QString readHeader();
    QString takeColumn(const QString &name);

    const EndpointSpec &m_endpoint;
    const Parts m_fixed;
    QFile m_file;
    QDir m_folder;
    std::unique_ptr<CsvReader> m_reader;
    QStringList m_columns; ///< empty: passed over
    QStringList m_plain;
    int m_number = 1;
};

} // namespace faceid
