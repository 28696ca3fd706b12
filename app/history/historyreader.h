#pragma once

#include "history/historyquery.h"

#include <functional>
#include <memory>

class QSqlError;

namespace faceid {

class HistoryDatabase;

/// Answers questions about the history file and never writes. Everything blocks, in the one thread that made
/// this. A question whose \a isStale says yes is given up, soon if not at once.
class HistoryReader
{
public:
    using IsStale = std::function<bool()>;

    explicit HistoryReader(const QString &path);
    ~HistoryReader();

    /// The file is there and has its tables.
    void open();

    /// The first \a count rows of the answer.
    QList<HistoryRow> firstRows(const HistoryQuery &query, int count, const IsStale &isStale);
    /// The numbers of all rows of the answer, in its order.
    QList<qint64> order(const HistoryQuery &query, const IsStale &isStale);
    /// The rows of those numbers, in their order; without those that are gone.
    QList<HistoryRow> rows(const QList<qint64> &numbers);
    /// Rows made after the row \a number, oldest first; at most \a count.
    QList<HistoryRow> rowsAfter(qint64 number, int count);
    /// The number of the row \a id; 0 when there is none.
    qint64 numberOf(const QUuid &id);
    /// The number of the newest row; 0 when there is none.
    qint64 lastNumber();
    /// The rows that belong together with the row \a id; see attemptsOf().
    QList<HistoryRow> attempts(const QUuid &id);
    /// How many rows there are, and how many of them have a number above \a number.
    std::pair<qint64, qint64> countRows(qint64 number);
    /// What SQLite finds wrong with the file, untranslated; empty when it is sound, or the question stale.
    /// Reads all of it.
    QString check(const IsStale &isStale);

    /// Why the last question could not be answered, one sentence, translated; empty when it was, or was given
    /// up.
    const QString &error() const { return m_error; }

private:
    void note(const QSqlError &error);

    std::unique_ptr<HistoryDatabase> m_database;
    QString m_error;
};

} // namespace faceid
