#pragma once

#include "history/historystore.h"

#include <functional>

namespace faceid {

/// Opens the history, has \a ask hand its question to it, and waits until that calls back; \a ask gets what
/// to call with the error, empty for none. Says on stderr how many requests of dead programs became Unknown.
QString askHistory(const std::function<void(HistoryStore &, std::function<void(const QString &)>)> &ask);

/// Writes \a what into the audit trail; says on stderr when that fails.
void writeDown(const AuditNote &what);

} // namespace faceid
