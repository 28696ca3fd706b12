#pragma once

#include "export/rowwriter.h"
#include "history/audit.h"

#include <QHash>
#include <QObject>

#include <functional>

class QIODevice;

namespace faceid {

/// Writes rows from a source to a device, page by page as the source answers. Nothing blocks for longer than
/// a page takes to be written.
class RowExport : public QObject
{
    Q_OBJECT

public:
    struct Page
    {
        QList<HistoryRow> rows; ///< none: that was all
        QString error; ///< one sentence, translated; then the export ends
        QHash<QUuid, Exchange> exchanges = {}; ///< of the rows, see withExchanges()
    };
    using Answer = std::function<void(const Page &)>;
    /// Asked for a page after the other; answers each later, from the event loop, or never once \a context is
    /// gone.
    using Source = std::function<void(QObject *context, Answer answer)>;

    /// \a out is open and outlives the export.
    RowExport(QIODevice &out, const ExportWish &wish, Source source, QObject *parent = nullptr);

    void start();
    /// finished() does not come after this.
    void cancel();
    qint64 rows() const { return m_rows; }

Q_SIGNALS:
    void progress(qint64 rows);
    /// \a error is one sentence, translated, and empty when all is written.
    void finished(const QString &error);

private:
    void handlePage(const Page &page);
    void fail();

    QIODevice &m_out;
    RowWriter m_writer;
    Source m_source;
    qint64 m_rows = 0;
    bool m_isOver = false;
};

class HistoryStore;

/// The rows of \a history that \a isWanted says yes to, the last made first. \a history outlives the export.
RowExport::Source rowsOf(HistoryStore &history, std::function<bool(const HistoryRow &)> isWanted);

/// The rows of those numbers, in their order; those that are gone by then are left out.
RowExport::Source rowsOf(HistoryStore &history, const QList<qint64> &numbers);

/// The rows of \a source, with what is kept of their exchanges, as HAR wants it.
RowExport::Source withExchanges(HistoryStore &history, RowExport::Source source);

/// What the audit trail keeps of an export.
AuditNote exportDeed(const ExportWish &wish, qint64 rows);

} // namespace faceid
