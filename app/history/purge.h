#pragma once

#include "history/audittrail.h"
#include "history/pagecleaner.h"
#include "history/purgewish.h"
#include "history/recordstore.h"

namespace faceid {

/// Erases rows, or what is personal in them, and then every trace of it in the file and beside it: the search
/// index, pages that SQLite has copied around, the write-ahead log, backups of older layouts, and lines that
/// were put aside.
///
/// Works in steps, so that who wants to write in between is not kept waiting. Should the program end in
/// between, the next purge does what is missing.
class Purge
{
public:
    /// All of them outlive this.
    Purge(const HistoryDatabase &database, RecordStore &records, const AuditTrail &audit,
        const PurgeWish &wish);

    /// Does one thing. False: there is nothing more to do, and result() is complete.
    bool step();
    const PurgeResult &result() const { return m_result; }

private:
    enum class Phase { Count, Rows, Traces, Index, Copies, File, Done };

    QSqlError countUnreachable();
    QSqlError eraseSlice();
    QSqlError eraseOne(const RecordStore::Stored &row);
    QSqlError writeDown();
    QSqlError mergeIndex();
    QSqlError cleanFile();
    QSqlError rewriteFile();
    void noteTraceless();
    void removeCopies() const;
    QString wholeRows() const;
    QString personalRows() const;
    bool isChanged() const { return m_result.personal > 0 || m_result.rows > 0; }
    /// Whether traces are to be removed: of this purge, or of one that did not come to its end.
    bool leavesTraces() const;

    const HistoryDatabase &m_database;
    RecordStore &m_records;
    const AuditTrail &m_audit;
    PurgeWish m_wish;
    QString m_marker; ///< a file that is there from the first change until no trace is left
    PurgeResult m_result;
    Phase m_phase = Phase::Count;
    qint64 m_last = 0; ///< number of the last row that there was at the start
    qint64 m_done = 0; ///< up to this number all rows have been looked at
    qint64 m_slice; ///< how many numbers the next step looks at
    bool m_isMerging = false;
    PageCleaner m_cleaner;
    std::chrono::milliseconds m_blocked{0}; ///< waited for those who read
};

} // namespace faceid
