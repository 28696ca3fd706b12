#pragma once

#include "history/recordstore.h"

namespace faceid {

/// Whether a history file can be used.
struct LayoutState
{
    QString problem; ///< why it cannot be written to, one sentence, translated; empty when it can
    bool isReadable = false; ///< with a problem: it can still be read
};
/// How many rows of how many have been brought over from an older layout; may be called often.
using MigrationProgress = std::function<void(qint64 done, qint64 all)>;

/// Makes the tables of an empty file, or brings the rows of an older layout to schema::version after a backup
/// of the whole file beside it (history.v1.sqlite for layout 1, mode 0600, never overwritten). A newer file
/// is left for reading only; it, a file of another program and one that cannot be written safely are left
/// untouched. The database of \a records is open, and no other program opens it at the same time.
LayoutState prepareLayout(
    const HistoryDatabase &database, RecordStore &records, const MigrationProgress &progress);

} // namespace faceid
