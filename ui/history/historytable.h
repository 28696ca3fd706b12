#pragma once

#include <QTableView>

class QMenu;

namespace faceid {

class Theme;

/// The history's table as a widget: how it looks and is edited, and which of its columns are shown, in what
/// order and how wide.
class HistoryTable : public QTableView
{
    Q_OBJECT

public:
    HistoryTable(Theme &theme, QWidget *parent);

    /// The columns need a model to have widths.
    void setModel(QAbstractItemModel *model) override;
    /// The first and the last row on the screen.
    std::pair<int, int> visibleRows() const;
    /// Adds an entry for each column, to show or hide it by.
    void addColumnChoices(QMenu *menu);
    /// Order, width and visibility of the columns and what they are sorted by, for the settings file.
    QByteArray saveColumns() const;
    /// Takes what saveColumns() gave; anything else changes nothing.
    void restoreColumns(const QByteArray &saved);

protected:
    void dataChanged(
        const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;

private:
    void showColumnMenu(const QPoint &position);
};

} // namespace faceid
