#pragma once

#include "history/historyrow.h"

class QIODevice;

namespace faceid {

struct ExportWish
{
    enum class Format { Csv, Json };
    Format format = Format::Csv;
    bool withPersonal = false;
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
    bool add(const HistoryRow &row);
    bool end();

private:
    bool write(const QByteArray &bytes);

    QIODevice &m_out;
    ExportWish m_wish;
    bool m_isFirst = true;
};

} // namespace faceid
