#include "shell/commandlist.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace faceid {

namespace {

constexpr int linePadding = 5;

} // namespace

CommandList::CommandList(QWidget *parent)
    : QTreeWidget(parent)
{
    setColumnCount(3);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
}

void CommandList::setCommands(const QList<Command> &commands)
{
    m_commands = commands;
    clear();
    for (const Command &command : commands) {
        auto *line = new QTreeWidgetItem(this, {command.text, command.group, keysText(command)});
        line->setSizeHint(0, QSize(0, fontMetrics().height() + 2 * linePadding));
        line->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
        line->setForeground(1, palette().placeholderText());
        line->setData(0, Qt::AccessibleTextRole,
            QStringList{command.text, command.group, keysText(command)}.join(u' ').trimmed());
        line->setDisabled(!command.isEnabled);
    }
    const auto first = std::find_if(
        commands.cbegin(), commands.cend(), [](const Command &command) { return command.isEnabled; });
    if (first != commands.cend())
        setCurrentItem(topLevelItem(int(first - commands.cbegin())));
}

const Command *CommandList::current() const
{
    const int line = indexOfTopLevelItem(currentItem());
    return line < 0 ? nullptr : &m_commands.at(line);
}

void CommandList::driveFrom(QWidget *search)
{
    search->installEventFilter(this);
    connect(this, &QTreeWidget::currentItemChanged, search, [this, search](QTreeWidgetItem *item) {
        search->setAccessibleDescription(item ? item->data(0, Qt::AccessibleTextRole).toString() : QString());
        QAccessibleEvent moved(this, QAccessible::ActiveDescendantChanged);
        moved.setChild(indexOfTopLevelItem(item));
        QAccessible::updateAccessibility(&moved);
    });
}

bool CommandList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QCoreApplication::sendEvent(this, event);
            return true;
        }
    }
    return QTreeWidget::eventFilter(watched, event);
}

} // namespace faceid
