#pragma once

#include "export/exchangediff.h"

#include <QAbstractItemModel>

namespace faceid {

class Presentation;
class Theme;

/// Two exchanges beside each other: a branch for each section, and in it a row for each thing. What differs
/// is said in words and in bold; its colour only helps. In presentation mode dots stand for the values.
class CompareModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column { Name, Difference, Left, Right };
    static constexpr int columns = int(Column::Right) + 1;

    CompareModel(const Theme &theme, const Presentation &presentation, QObject *parent);

    /// \a left and \a right head the two columns.
    void setRows(const QList<DiffRow> &rows, const QString &left, const QString &right);
    /// Leaves out what is the same.
    void setOnlyDifferent(bool only);
    /// How many rows have that difference, the ones left out included.
    int count(Difference difference) const;
    /// Of the row at \a index; None for a section.
    Difference differenceAt(const QModelIndex &index) const;
    /// The value of \a column in \a index's row to its end, fit to be shown; empty for a section.
    QString wholeValue(const QModelIndex &index, Column column) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Branch
    {
        DiffSection section;
        QList<int> rows; ///< places in m_rows
    };

    void makeBranches();
    void coverChanged();
    const DiffRow *rowAt(const QModelIndex &index) const;
    QString display(const DiffRow &row, Column column) const;
    QString valueText(const DiffRow &row, const std::optional<QString> &value) const;

    const Theme &m_theme;
    const Presentation &m_presentation;
    QList<DiffRow> m_rows;
    QList<Branch> m_branches;
    QString m_left;
    QString m_right;
    bool m_onlyDifferent = false;
};

} // namespace faceid
