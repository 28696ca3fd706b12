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
class Presentation;
class Theme;

/// The list of past requests with a search line above it.
class HistoryView : public QWidget
{
    Q_OBJECT

public:
    HistoryView(HistoryModel &model, Theme &theme, Presentation &presentation, QWidget *parent);

    void focusSearch();
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

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showCount();
    void showMenu(const QPoint &position);
    void showColumnMenu(const QPoint &position);
    void addColumnChoices(QMenu *menu);
    void addRemarks(QMenu *menu, const HistoryRow &row);
    void editNote(const HistoryRow &row);
    /// The countdowns move only while a row has time left.
    void followTime();

    HistoryModel &m_model;
    const Presentation &m_presentation;
    CoveredRows *m_filter;
    QLineEdit *m_search;
    QLabel *m_count;
    QTableView *m_table;
    QTimer m_ticker;
};

} // namespace faceid
