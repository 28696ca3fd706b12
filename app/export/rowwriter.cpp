#include "export/rowwriter.h"

#include "export/csv.h"
#include "export/har.h"
#include "export/redaction.h"
#include "export/rowfields.h"

#include <QIODevice>
#include <QJsonDocument>

namespace faceid {

RowWriter::RowWriter(QIODevice &out, const ExportWish &wish)
    : m_out(out)
    , m_wish(wish)
{ }

bool RowWriter::begin()
{
    switch (m_wish.format) {
    case ExportWish::Format::Json:
        return write("[");
    case ExportWish::Format::Har:
        return write(harFrame().begin);
    case ExportWish::Format::Csv: {
        QStringList names;
        for (const RowField &field : rowFields()) {
            if (m_wish.withPersonal || !field.isPersonal)
                names.append(QLatin1String(field.name));
        }
        return write((m_wish.withMark ? QByteArray(utf8Mark) : QByteArray()) + csvRecord(names));
    }
    }
    return false;
}

bool RowWriter::add(const HistoryRow &row, const std::optional<Exchange> &exchange)
{
    switch (m_wish.format) {
    case ExportWish::Format::Json: {
        const QByteArray separator = m_isFirst ? "\n" : ",\n";
        m_isFirst = false;
        return write(
            separator + QJsonDocument(rowJson(row, m_wish.withPersonal)).toJson(QJsonDocument::Compact));
    }
    case ExportWish::Format::Har: {
        if (!exchange)
            return true;
        const QByteArray separator = m_isFirst ? "\n" : ",\n";
        m_isFirst = false;
        return write(
            separator + harEntry(m_wish.withPersonal ? *exchange : pseudonymized(*exchange, m_pseudonyms)));
    }
    case ExportWish::Format::Csv: {
        QStringList cells;
        for (const RowField &field : rowFields()) {
            if (m_wish.withPersonal || !field.isPersonal)
                cells.append(field.value(row).toVariant().toString());
        }
        return write(csvRecord(cells));
    }
    }
    return false;
}

bool RowWriter::end()
{
    switch (m_wish.format) {
    case ExportWish::Format::Json:
        return write("\n]\n");
    case ExportWish::Format::Har:
        return write('\n' + harFrame().end + '\n');
    case ExportWish::Format::Csv:
        break;
    }
    return true;
}

bool RowWriter::write(const QByteArray &bytes)
{
    return m_out.write(bytes) == bytes.size();
}

} // namespace faceid
