#include "shell/plainlook.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableView>

namespace faceid {

QPushButton *makePlain(QPushButton *button)
{
    button->setProperty("role", QStringLiteral("plain"));
    button->setAutoDefault(false);
    return button;
}

void makePlain(QTableView *table)
{
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace faceid
