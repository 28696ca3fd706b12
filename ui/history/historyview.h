#pragma once

#include "history/historymodel.h"
#include "history/remark.h"
#include "policy/policy.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;

namespace faceid {

class AttemptsLine;
class CoveredRows;
class FilterBar;
class HistoryTable;
class Presentation;
class Theme;
class UnresolvedLine;

/// The list of past requests with a search line and filters above it, and what belongs to the row that is
/// chosen below.
class HistoryView : public QWidget
{
    Q_OBJECT

public:
    /// \a model, \a theme and \a presentation must outlive the view.
    HistoryView(
        HistoryModel &model, const Policy &policy, Theme &theme, Presentation &presentation, QWidget *parent);

    HistoryModel &model() const { return m_model; }
    HistoryTable *table() const { return m_table; }
    /// Which rows are shown, in words; empty when all are.
    QString narrowing() const;

    void focusSearch();
    /// Shows rows with \a text in them, and no others.
    void search(const QString &text);
    /// Profiles to filter by.
    void setProfiles(const QList<Profile> &profiles);
    /// Makes a row the current one, if it is listed.
    void selectRow(const QUuid &id);
    /// Goes to a row wherever it is, if need be without the search and the filters.
    void jumpTo(const QUuid &id);
    /// Answers rowSought().
    void showRow(const QUuid &id, qint64 number);
    /// Answers attemptsWanted(); see AttemptsLine.
    void showAttempts(const QUuid &id, const QList<HistoryRow> &rows);
    /// How many rows there are of which nobody knows the outcome.
    void setUnresolved(int count);

Q_SIGNALS:
    void copyToken(const faceid::HistoryRow &row);
    void copyText(const QString &text);
    /// The operator has found something out about the row \a id.
    void remarkWanted(const QUuid &id, const faceid::Remark &remark);
    /// The operator went to a row, to see what is in it.
    void rowChosen(const QUuid &id);
    void rowSought(const QUuid &id);
    void attemptsWanted(const QUuid &id);
    void formWanted(const QUuid &id); ///< a new form with what the row sent
    void repeatWanted(const faceid::HistoryRow &row); ///< the same, to be linked to the row
    void archiveWanted(const faceid::HistoryRow &row);
    void resultWanted(const faceid::HistoryRow &row);
    void compareWanted(const QUuid &first, const QUuid &second);
    void bundleWanted(const QList<QUuid> &ids);
    void deleteWanted(const QUuid &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void connectModel();
    void retranslate();
    void ask();
    void showAll();
    void showCount();
    void chooseRow(const QModelIndex &index);
    void rowsReplaced();
    void restoreRow();
    void follow();
    QList<QUuid> selectedIds() const;
    void showMenu(const QPoint &position);
    void editNote(const HistoryRow &row);
    void editCell(const QUuid &id, HistoryModel::Column column);
    /// The countdowns move only while a row has time left.
    void followTime();

    HistoryModel &m_model;
    const Policy m_policy;
    const Presentation &m_presentation;
    CoveredRows *m_rows;
    QLineEdit *m_search;
    FilterBar *m_filters;
    QLabel *m_count;
    UnresolvedLine *m_unresolved;
    HistoryTable *m_table;
    QLabel *m_nothing; ///< over an empty table
    AttemptsLine *m_attempts;
    QTimer m_ticker;
    QUuid m_current; ///< of the row that is current, also while it is not in memory
    qint64 m_currentNumber = 0; ///< of the same; 0: not known
    bool m_isAnswered = false; ///< rows, or that there are none, have come once
    bool m_isChoicePending = false; ///< a row was chosen in the table that is not in memory
    bool m_isSought = false; ///< it is to be brought into sight when it is there
};

} // namespace faceid
