#include "shell/findinglist.h"

#include <QHeaderView>

namespace faceid {

FindingList::FindingList(const QString &name, QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(name);
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(12);
    setWordWrap(true);
    header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
}

QTreeWidgetItem *FindingList::add(const QString &title, const QString &text, const QString &advice)
{
    auto *item = new QTreeWidgetItem(this, {title, text});
    item->setToolTip(1, text.toHtmlEscaped());
    if (!advice.isEmpty()) {
        auto *next = new QTreeWidgetItem(item, {QString(), advice});
        next->setToolTip(1, advice.toHtmlEscaped());
        item->setExpanded(true);
    }
    return item;
}

} // namespace faceid
