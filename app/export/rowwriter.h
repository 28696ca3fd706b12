#pragma once

#include "client/exchange.h"
#include "export/pseudonyms.h"
#include "history/historyrow.h"

#include <optional>

class QIODevice;

namespace faceid {

/// How rows are to be written.
struct ExportWish
{
    enum class Format { Csv, Json, Har };
    Format format = Format::Csv;
    bool withPersonal = false; ///< masked all the same; HAR has pseudonyms without
    bool withMark = false; ///< CSV: utf8Mark in front, for spreadsheets
};

/// Writes rows one by one, so that no number of them fills the memory. Every call returns false when the
/// device fails; its errorString() has the words.
class RowWriter
{
public:
    /// \a out is open and outlives the writer.
    RowWriter(QIODevice &out, const ExportWish &wish);

    bool begin();
    /// \a exchange is what is kept of the row's: only HAR wants it, and leaves out a row without.
    bool add(const HistoryRow &row, const std::optional<Exchange> &exchange = {});
    bool end();

private:
    bool write(const QByteArray &bytes);

    QIODevice &m_out;
    ExportWish m_wish;
    Pseudonyms m_pseudonyms; ///< the same for the same person in the whole file
    bool m_isFirst = true;
};

} // namespace faceid
