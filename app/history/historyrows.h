#pragma once

#include "history/historydatabase.h"
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
/// Writes \a remark into the row \a id and gives the row as it is then. Fails when there is no such row, or
/// when its outcome is settled and needs no resolution.
HistoryRows takeDown(const HistoryDatabase &database, const QUuid &id, const Remark &remark);

} // namespace faceid
