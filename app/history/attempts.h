#pragma once

#include "history/historydatabase.h"
#include "history/historyrow.h"

namespace faceid {

/// The attempts that belong together with the row \a id: the first one, those that repeat it, and those that
/// repeat them, in the order they were made; the row alone when it neither repeats nor is repeated. Those
/// whose first one was deleted still belong together.
QSqlError attemptsOf(const HistoryDatabase &database, const QUuid &id, QList<HistoryRow> &rows);

} // namespace faceid
