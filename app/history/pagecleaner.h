#pragma once

#include "history/historydatabase.h"

namespace faceid {

/// Overwrites what SQLite leaves in the unused room of pages that were split or joined: copies of rows that
/// have moved, whatever secure_delete says. VACUUM does as well, but lets nobody write for seconds where
/// there are many rows; this works in slices of some 10 ms, and gives no room back.
///
/// Each slice is cleaned in the file itself, under the lock to write and with the log empty, so that every
/// page is as the file has it. Only bytes that mean nothing are written, so that a kill in between harms
/// nothing; then a commit makes all connections forget the pages they remember.
class PageCleaner
{
public:
    enum class State {
        More,
        Blocked, ///< somebody reads, so the log cannot be emptied; step() tries again
        Done, ///< with the log empty
    };

    /// How long a step waits for those who read; nobody can write meanwhile.
    static constexpr std::chrono::milliseconds patience{50};

    /// \a database must outlive this.
    explicit PageCleaner(const HistoryDatabase &database);

    /// Whether Qt's SQLite is the one that this program knows, and the file of a kind that can be cleaned so.
    bool isPossible() const;
    /// Waits briefly for others who read.
    QSqlError step(State &state);

private:
    QSqlError emptyLog(bool &isEmpty) const;
    QSqlError cleanSlice(bool &isCleaned);
    int clean(qint64 page, QByteArray &bytes) const;
    QSqlError number(const QString &pragma, qint64 &answer) const;

    const HistoryDatabase &m_database;
    qint64 m_next = 2; ///< page to look at; the first one holds the names of tables only
};

} // namespace faceid
