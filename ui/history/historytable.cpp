#include "history/historytable.h"

#include "history/historymodel.h"
#include "history/outcomedelegate.h"
#include "shell/plainlook.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>

#include <utility>

namespace faceid {

namespace {

using Column = HistoryModel::Column;

constexpr int lineHeight = 30;

int widthOf(Column column)
{
    switch (column) {
    case Column::Time:
        return 150;
    case Column::Outcome:
        return 130;
    case Column::Endpoint:
        return 90;
    case Column::Profile:
        return 100;
    case Column::BizNo:
        return 230;
    case Column::Token:
        return 120;
    case Column::RequestId:
        return 200;
    case Column::TimeLeft:
        return 90;
    case Column::Person:
        return 140;
    case Column::Note:
        return 200;
    case Column::Tags:
    case Column::Ticket:
    case Column::Operator:
        return 100;
    }
    return 100;
}

} // namespace

HistoryTable::HistoryTable(Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_usualType(font().pointSizeF())
{
    setItemDelegateForColumn(int(Column::Outcome), new OutcomeDelegate(theme, this));
    makePlain(this);
    setSelectionMode(QAbstractItemView::ExtendedSelection); // two are compared
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setWordWrap(false);
    verticalHeader()->setDefaultSectionSize(lineHeight);
    QHeaderView *header = horizontalHeader();
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &HistoryTable::showColumnMenu);
}

void HistoryTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    horizontalHeader()->setSortIndicator(int(Column::Time), Qt::DescendingOrder);
    setSortingEnabled(true);
    for (int column = 0; column < HistoryModel::columns; ++column)
        setColumnWidth(column, widthOf(Column(column)));
}

/// Rows change by themselves, and the view would put what it finds in them over what is being typed.
void HistoryTable::dataChanged(
    const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    if (state() == EditingState)
        viewport()->update();
    else
        QTableView::dataChanged(topLeft, bottomRight, roles);
}

std::pair<int, int> HistoryTable::visibleRows() const
{
    const int last = rowAt(viewport()->height() - 1);
    return {rowAt(0), last < 0 ? model()->rowCount() - 1 : last};
}

void HistoryTable::addColumnChoices(QMenu *menu)
{
    QHeaderView *header = horizontalHeader();
    const bool isLast = header->count() - header->hiddenSectionCount() == 1;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        QAction *action = menu->addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(
            !(action->isChecked() && isLast)); // a table without columns has no header to click
        connect(action, &QAction::toggled, header,
            [header, column](bool shown) { header->setSectionHidden(column, !shown); });
    }
}

void HistoryTable::showColumnMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Columns"));
    addColumnChoices(menu);
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

/// Columns and rows grow and shrink with their type, which presentation mode enlarges.
void HistoryTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange && model() && m_usualType > 0 && font().pointSizeF() > 0)
        fitType(font().pointSizeF() / m_usualType);
}

void HistoryTable::fitType(qreal scale)
{
    const qreal factor = scale / std::exchange(m_scale, scale);
    if (qFuzzyCompare(factor, 1))
        return;
    verticalHeader()->setDefaultSectionSize(qRound(lineHeight * scale));
    QHeaderView *header = horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        if (!header->isSectionHidden(column)) // a hidden one has no width that could be asked for
            header->resizeSection(column, qRound(header->sectionSize(column) * factor));
    }
}

QByteArray HistoryTable::saveColumns()
{
    const qreal scale = m_scale;
    fitType(1);
    const QByteArray saved = horizontalHeader()->saveState();
    fitType(scale);
    return saved;
}

void HistoryTable::restoreColumns(const QByteArray &saved)
{
    const qreal scale = m_scale;
    fitType(1);
    horizontalHeader()->restoreState(saved);
    // What a table of an earlier version saved knows neither of these.
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setSectionsMovable(true);
    fitType(scale);
}

} // namespace faceid
