#pragma once

#include "history/historymodel.h"
#include "history/historytable.h"
#include "support/madeexchange.h"
#include "support/windowbench.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>

#include <functional>

/// A window on a history with rows that a test puts into the file, and what an operator does with its list by
/// mouse and keyboard.
class HistoryWindow : public WindowBench
{
public:
    using Tweak = std::function<void(faceid::Exchange &)>;

    /// A row as it ended; \a tweak changes the request before it is saved.
    faceid::Exchange put(const QString &bizNo, faceid::Outcome outcome, const Tweak &tweak = {})
    {
        using namespace faceid;
        Exchange pending = made::pending(bizNo);
        if (tweak)
            tweak(pending);
        const Exchange ended = made::ended(pending, outcome);
        history.begin(pending, &m_context, [](Journal::Begin, const QString &) {});
        history.finish(ended, &m_context, [](const QString &) {});
        return ended;
    }

    faceid::HistoryTable *table() const { return window->findChild<faceid::HistoryTable *>(); }

    QString cell(int row, faceid::HistoryModel::Column column) const
    {
        return table()->model()->index(row, int(column)).data().toString();
    }

    faceid::HistoryRow row(int place) const
    {
        return table()
            ->model()
            ->index(place, 0)
            .data(faceid::HistoryModel::RowRole)
            .value<faceid::HistoryRow>();
    }

    /// What the list shows, by serial number, with spaces between.
    QString listed() const
    {
        QStringList numbers;
        for (int place = 0; place < table()->model()->rowCount(); ++place)
            numbers.append(row(place).bizNo);
        return numbers.join(u' ');
    }

    void click(int place, faceid::HistoryModel::Column column = faceid::HistoryModel::Column::Time) const
    {
        const QModelIndex index = table()->model()->index(place, int(column));
        table()->scrollTo(index);
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(index).center());
    }

    void clickHeader(faceid::HistoryModel::Column column) const
    {
        QHeaderView *header = table()->horizontalHeader();
        table()->scrollTo(table()->model()->index(0, int(column)));
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
            QPoint(header->sectionViewportPosition(int(column)) + 20, header->height() / 2));
    }

    /// Opens a choice of the filters with the mouse and takes an entry with it.
    void choose(const char *name, const QString &text) const
    {
        auto *box = window->findChild<QComboBox *>(QLatin1String(name));
        QTest::mouseClick(box, Qt::LeftButton);
        QAbstractItemView *list = box->view();
        [list] { QTRY_VERIFY(list->isVisible()); }();
        const QModelIndex entry = list->model()->index(box->findText(text), 0);
        list->scrollTo(entry);
        list->setCurrentIndex(entry);
        QTest::keyClick(list, Qt::Key_Return);
        [list] { QTRY_VERIFY(!list->isVisible()); }();
        activate();
    }

    /// Opens the menu of a row at its place and clicks an entry; \a way leads through its menus.
    bool chooseOf(int place, const QStringList &way) const
    {
        click(place);
        const QPoint where = table()->visualRect(table()->model()->index(place, 0)).center();
        const bool isChosen = chooseIn(menuAt(table()->viewport(), where), way);
        activate();
        return isChosen;
    }

    /// Opens what a right click at that place opens; null for nothing.
    static QMenu *menuAt(QWidget *widget, const QPoint &where)
    {
        QContextMenuEvent event(QContextMenuEvent::Mouse, where, widget->mapToGlobal(where));
        QApplication::sendEvent(widget, &event);
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }

    static bool chooseIn(QMenu *menu, QStringList way)
    {
        const QString text = way.takeFirst();
        for (QAction *action : menu ? menu->actions() : QList<QAction *>()) {
            if (action->text() != text || !action->isEnabled())
                continue;
            if (way.isEmpty())
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
            else if (action->menu()) {
                action->menu()->popup(menu->mapToGlobal(menu->actionGeometry(action).topRight()));
                return chooseIn(action->menu(), way);
            }
            return way.isEmpty();
        }
        if (menu)
            menu->close();
        return false;
    }

    /// Offscreen, a menu that was closed stays the active window.
    void activate() const
    {
        [] { QTRY_VERIFY(!QApplication::activePopupWidget()); }();
        window->activateWindow();
        QApplication::setActiveWindow(window.get());
        [this] { QVERIFY(QTest::qWaitForWindowActive(window.get())); }();
    }

    QPushButton *button(const char *name) const
    {
        return window->findChild<QPushButton *>(QLatin1String(name));
    }

    QObject *context() { return &m_context; }

private:
    QObject m_context;
};
