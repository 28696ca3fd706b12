#pragma once

#include "history/historydatabase.h"

namespace faceid {

/// Makes the tables of an empty file, or brings those of an older layout to schema::version after a backup of
/// the whole file beside it (history.v1.sqlite for layout 1, mode 0600, never overwritten). A newer file, a
/// file of another program and one that cannot be written safely are left untouched. \a database is open, and
/// no other program opens it at the same time. \return why the file cannot be used, one sentence, translated;
/// empty when it can.
QString prepareLayout(const HistoryDatabase &database);

} // namespace faceid
