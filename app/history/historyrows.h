#pragma once

#include "history/recordstore.h"
#include "history/remark.h"

namespace faceid {

/// Rows of the file, or why they cannot be had.
struct HistoryRows
{
    QList<HistoryRow> rows;
    QString error; ///< one sentence, translated
};

/// The newest \a limit rows, newest first.
HistoryRows listRows(const HistoryDatabase &database, int limit);
/// At most \a limit rows whose number is below \a before, the last made first; 0: from the last one on.
HistoryRows rowsBefore(const HistoryDatabase &database, qint64 before, int limit);
/// The rows of those numbers, in their order; without those that are gone.
QSqlError readRows(const HistoryDatabase &database, const QList<qint64> &numbers, QList<HistoryRow> &rows);
/// The rows that have \a text, which must not be empty, as their token or request_id, newest first.
HistoryRows rowsOfToken(const HistoryDatabase &database, const QString &text);
/// The rows of that serial number that may have issued a token, newest first, as retries share it; when there
/// are none, all of that number.
HistoryRows rowsOfBizNo(const HistoryDatabase &database, const QString &bizNo);
/// Writes \a remark into the row \a id and gives the row as it is then. Fails when there is no such row, or
/// when its outcome is settled and needs no resolution.
HistoryRows takeDown(
    const HistoryDatabase &database, RecordStore &records, const QUuid &id, const Remark &remark);

/// The id of the first attempt that has the serial number of \a record; null when there is none.
QSqlError holderOf(const HistoryDatabase &database, const schema::Record &record, QVariant &holder);
/// Rewrites a row. Should its serial number be taken by now, the row becomes a retry of the one that has it,
/// and \a after says so: two tokens under one number is bad, a token that is lost is worse.
QSqlError rewriteYielding(const HistoryDatabase &database, RecordStore &records,
    const RecordStore::Stored &before, schema::Record &after);

} // namespace faceid
