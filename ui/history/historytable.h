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
    /// Order, width and visibility of the columns and what they are sorted by, for the settings file. The
    /// widths are those of the type at its usual size.
    QByteArray saveColumns();
    /// Takes what saveColumns() gave; anything else changes nothing.
    void restoreColumns(const QByteArray &saved);

protected:
    void dataChanged(
        const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void changeEvent(QEvent *event) override;

private:
    void showColumnMenu(const QPoint &position);
    void fitType(qreal scale);

    const qreal m_usualType; ///< points
    qreal m_scale = 1; ///< of the type that columns and rows have room for
};

} // namespace faceid
