#pragma once

#include "history/historyquery.h"
#include "history/remark.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>
#include <QTimer>

namespace faceid {

/// "59:12", or "23:59:12" from an hour on; never below 0:00.
QString countdownText(qint64 seconds);
/// Whole seconds from \a now to \a until, rounded up: 0 only when it is over.
qint64 wholeSecondsLeft(const QDateTime &until, const QDateTime &now);

/// The answer to a HistoryQuery as a table, of which only a window is in memory: the order of all rows, eight
/// bytes each, and the few hundred rows looked at last. Others are asked for by rowsWanted() when a view
/// wants them, and say "…" until supply() brings them.
///
/// Texts under Qt::DisplayRole, raw values under ValueRole. Tool tips are rich text, with everything that
/// came from outside escaped.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using Column = HistoryColumn;
    static constexpr int columns = int(Column::Operator) + 1;
    enum Role {
        ValueRole = Qt::UserRole, ///< QDateTime, int of the Outcome, text; the token stays masked
        RowRole, ///< the whole HistoryRow, with the token in full; invalid while it is not there
    };

    explicit HistoryModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Note, tags and ticket can be edited: edited() says what was typed, and the cell changes by put().
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    /// Asks for the same rows in another order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    const HistoryQuery &query() const { return m_query; }
    /// Asks for other rows; those of before stay until the first ones come.
    void setQuery(const HistoryQuery &query);
    /// Asks again.
    void reload();

    /// These rows and no others.
    void setRows(const QList<HistoryRow> &rows);
    /// The answer begins with these; the rest of it follows by setOrder(), unless \a isAll.
    void showFirst(const QList<HistoryRow> &rows, bool isAll);
    void setOrder(const QList<qint64> &numbers);
    /// What rowsWanted() asked for. Rows of \a numbers that are not among \a rows are gone.
    void supply(const QList<qint64> &numbers, const QList<HistoryRow> &rows);
    /// A row that was made or has changed: it stays where it stands, comes to the top, or makes the model ask
    /// again, as the query wants it.
    void put(const HistoryRow &row);
    /// Asks again for the rows of which some text is known: another program may have changed them.
    void refresh();
    /// Leaves a row out, whatever comes, until showAgain().
    void hide(const QUuid &id);
    void showAgain(const QUuid &id);
    /// A row that was left out is gone for good.
    void forgetHidden(const QUuid &id) { m_hidden.remove(id); }
    /// \a numbers but for those that are left out.
    QList<qint64> withoutHidden(const QList<qint64> &numbers) const;

    /// The row there; null while it is not in memory.
    const HistoryRow *rowAt(int row) const;
    /// Where the row of that id is; -1 unless it is in memory.
    int indexOfId(const QUuid &id) const;
    /// Where the row of that number is; -1 when it is not in the answer.
    int indexOfNumber(qint64 number) const { return int(m_numbers.indexOf(number)); }
    /// The numbers of all rows that are listed and in the file, in the list's order.
    QList<qint64> savedNumbers() const;
    /// False while the answer is still coming in; completed() ends that.
    bool isComplete() const { return m_isComplete; }
    /// Tells views of the remaining times from row \a first to row \a last that have moved on since the last
    /// call. Call it every second while a countdown is visible.
    void tick(int first, int last);
    /// Whether a countdown runs in one of these rows.
    bool isCounting(int first, int last) const;
    /// Texts again, after a change of language.
    void retranslate();

Q_SIGNALS:
    void asked(const faceid::HistoryQuery &query);
    void edited(const QUuid &id, const faceid::Remark &remark);
    void rowsWanted(const QList<qint64> &numbers);
    void completed(); ///< all rows of the answer are counted

private:
    static QString title(Column column);
    QString display(const HistoryRow &row, Column column) const;
    QVariant value(const HistoryRow &row, Column column) const;
    QString toolTip(const HistoryRow &row, Column column) const;

    const HistoryRow *known(int row) const;
    void want(int row) const;
    void askForWanted();
    void keep(const QList<HistoryRow> &rows);
    void removeNumber(qint64 number);

    HistoryQuery m_query;
    HistoryQuery m_answered; ///< the query whose rows stand here
    QList<qint64> m_numbers; ///< of all rows, in order
    QHash<qint64, HistoryRow> m_rows; ///< those in memory
    QList<QList<qint64>> m_kept; ///< the numbers of those as they came, oldest first
    QHash<QUuid, qint64> m_hidden;
    bool m_isComplete = true;
    qint64 m_nextOwn = -1; ///< number for a row that is in no file
    mutable QSet<qint64> m_wanted; ///< asked for, not there yet
    mutable QList<qint64> m_toAsk; ///< wanted since the last turn of the event loop
    mutable QTimer m_ask;
    QDateTime m_shownAt; ///< what the remaining times were counted from last
};

} // namespace faceid
