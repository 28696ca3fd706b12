#pragma once

#include "history/historyrow.h"

#include <QAbstractTableModel>
#include <QList>

namespace faceid {

/// "59:12", or "23:59:12" from an hour on; never below 0:00.
QString countdownText(qint64 seconds);

/// The history as a table, newest row first. Texts under Qt::DisplayRole, raw values under ValueRole, which
/// is the role to sort by. Tool tips are rich text, with everything that came from outside escaped.
class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Time, Outcome, Endpoint, Profile, BizNo, Token, RequestId, TimeLeft, Person, Note };
    static constexpr int columns = int(Column::Note) + 1;
    enum Role {
        ValueRole =
            Qt::UserRole, ///< sortable value: QDateTime, int of the Outcome, text; the token stays masked
        RowRole, ///< the whole HistoryRow, with the token in full
    };

    explicit HistoryModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setRows(QList<HistoryRow> rows);
    /// Puts a new row on top, or replaces the row of that id where it stands.
    void put(const HistoryRow &row);
    const HistoryRow *rowAt(int row) const;
    int indexOfId(const QUuid &id) const;
    /// Tells views of the remaining times that have moved on since the last call, and of no others. Call it
    /// every second while a countdown is visible.
    void tick();
    /// Texts again, after a change of language.
    void retranslate();

private:
    QString display(const HistoryRow &row, Column column) const;
    QVariant value(const HistoryRow &row, Column column) const;
    QString toolTip(const HistoryRow &row, Column column) const;

    QList<HistoryRow> m_rows;
    QDateTime m_shownAt; ///< what the remaining times were counted from last
};

} // namespace faceid
