#pragma once

#include "history/historymodel.h"
#include "history/remark.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QTableView;

namespace faceid {

class CoveredRows;
class FilterBar;
class Presentation;
class Theme;

/// The list of past requests with a search line and filters above it.
class HistoryView : public QWidget
{
    Q_OBJECT

public:
    HistoryView(HistoryModel &model, Theme &theme, Presentation &presentation, QWidget *parent);

    void focusSearch();
    /// Shows rows with \a text in them, and no others.
    void search(const QString &text);
    /// Profiles to filter by.
    void setProfiles(const QList<Profile> &profiles);
    void selectRow(const QUuid &id);
    QTableView *table() const { return m_table; }
    /// Order, width and visibility of the columns and what they are sorted by, for the settings file.
    QByteArray saveColumns() const;
    /// Takes what saveColumns() gave; anything else changes nothing.
    void restoreColumns(const QByteArray &saved);

Q_SIGNALS:
    void copyToken(const faceid::HistoryRow &row);
    void copyText(const QString &text);
    /// The operator has found something out about the row \a id.
    void remarkWanted(const QUuid &id, const faceid::Remark &remark);
    /// The operator went to a row, to see what is in it.
    void rowChosen(const QUuid &id);
    void formWanted(const QUuid &id); ///< a new form with what the row sent
    void resultWanted(const faceid::HistoryRow &row);
    void deleteWanted(const QUuid &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void ask();
    void showCount();
    void chooseRow(const QModelIndex &index);
    void restoreRow();
    std::pair<int, int> visibleRows() const;
    void showMenu(const QPoint &position);
    void showColumnMenu(const QPoint &position);
    void addColumnChoices(QMenu *menu);
    void addRemarks(QMenu *menu, const HistoryRow &row);
    void addRowActions(QMenu *menu, const HistoryRow &row);
    void editNote(const HistoryRow &row);
    void editCell(const QUuid &id, HistoryModel::Column column);
    /// The countdowns move only while a row has time left.
    void followTime();

    HistoryModel &m_model;
    const Presentation &m_presentation;
    CoveredRows *m_rows;
    QLineEdit *m_search;
    FilterBar *m_filters;
    QLabel *m_count;
    QTableView *m_table;
    QTimer m_ticker;
    QUuid m_current; ///< of the row that is current, also while it is not in memory
};

} // namespace faceid
