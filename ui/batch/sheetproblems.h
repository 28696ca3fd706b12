#pragma once

#include "batch/sheetcheck.h"

#include <QAbstractTableModel>

namespace faceid {

class Presentation;
class Theme;

/// What a check found in the cells of a sheet, in its order; the first thousand. What is wrong is told by a
/// sign, a word and a sentence, never by colour alone.
class SheetProblems : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { Row, Column, Cell, Verdict, Problem };
    static constexpr int columns = int(Column::Problem) + 1;

    /// Both must outlive the model.
    SheetProblems(Theme &theme, Presentation &presentation, QObject *parent);

    void setProblems(const QList<CellProblem> &problems);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const CellProblem &problem, Column column) const;
    QString sentence(const CellProblem &problem) const;
    void repaint();

    const Theme &m_theme;
    const Presentation &m_presentation;
    QList<CellProblem> m_problems;
};

} // namespace faceid
