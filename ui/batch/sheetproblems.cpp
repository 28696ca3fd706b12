#include "batch/sheetproblems.h"

#include "shell/plaintext.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QLocale>

namespace faceid {

SheetProblems::SheetProblems(Theme &theme, Presentation &presentation, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_presentation(presentation)
{
    connect(&theme, &Theme::changed, this, &SheetProblems::repaint);
    connect(&presentation, &Presentation::changed, this, &SheetProblems::repaint);
}

void SheetProblems::setProblems(const QList<CellProblem> &problems)
{
    beginResetModel();
    m_problems = problems;
    endResetModel();
}

void SheetProblems::repaint()
{
    if (!m_problems.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
}

int SheetProblems::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

int SheetProblems::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QString SheetProblems::sentence(const CellProblem &problem) const
{
    const QString message = visibleText(problem.message);
    return problem.code.isEmpty() ? message : tr("%1 (%2)").arg(message, visibleText(problem.code));
}

QString SheetProblems::text(const CellProblem &problem, Column column) const
{
    switch (column) {
    case Column::Row:
        return QLocale().toString(problem.row);
    case Column::Column:
        return problem.column.isEmpty() ? tr("the whole row") : visibleText(problem.column);
    case Column::Cell:
        return m_presentation.shown(visibleText(problem.cell));
    case Column::Verdict:
        return problem.isRefusal ? tr("refused") : tr("warning");
    case Column::Problem:
        return sentence(problem);
    }
    return {};
}

QVariant SheetProblems::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CellProblem &problem = m_problems.at(index.row());
    const auto column = Column(index.column());
    const QColor color = problem.isRefusal ? m_theme.colors().refused : m_theme.colors().unknown;
    const bool isMark = column == Column::Verdict;
    switch (role) {
    case Qt::DisplayRole:
        return text(problem, column);
    case Qt::ToolTipRole:
        return tr("Row %1, %2: %3")
            .arg(text(problem, Column::Row), text(problem, Column::Column), sentence(problem));
    case Qt::TextAlignmentRole:
        return column == Column::Row ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
        return isMark ? QVariant(color) : QVariant();
    case Qt::DecorationRole:
        return isMark ? QVariant(m_theme.icon(
                   problem.isRefusal ? QStringLiteral("cross") : QStringLiteral("warning"), color))
                      : QVariant();
    default:
        return {};
    }
}

QVariant SheetProblems::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Column::Row:
        return tr("Row");
    case Column::Column:
        return tr("Column");
    case Column::Cell:
        return tr("What stands there");
    case Column::Verdict:
        return tr("Verdict");
    case Column::Problem:
        return tr("What is wrong");
    }
    return {};
}

} // namespace faceid
