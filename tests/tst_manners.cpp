// Desktop manners: columns remembered, focus that can be seen and goes where the eye goes, a cursor that
// rests.

#include "form/requestform.h"
#include "history/historymodel.h"
#include "history/historyview.h"
#include "shell/aboutdialog.h"
#include "shell/steadycursor.h"
#include "support/windowbench.h"

#include <QAccessible>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QStyleHints>
#include <QTableView>
#include <QTest>

using namespace faceid;

namespace {

/// Focusable by Tab and on screen, in the order of the Tab key, from the first.
QList<QWidget *> tabStops(QWidget *window)
{
    QList<QWidget *> stops;
    QWidget *widget = window;
    do {
        widget = widget->nextInFocusChain();
        if (widget->isVisibleTo(window) && widget->isEnabled() && widget->window() == window
            && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
            stops.append(widget);
    } while (widget != window);
    return stops;
}

QString nameOf(const QWidget *widget)
{
    const QAccessibleInterface *accessible =
        QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
    return QStringLiteral("%1 %2 “%3”")
        .arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName(),
            accessible ? accessible->text(QAccessible::Name) : QString());
}

} // namespace

class TestManners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        QVERIFY(m_bench->open());
    }

    void cleanup() { m_bench.reset(); }

    void columnsAreRemembered()
    {
        QHeaderView *header = m_bench->visible<QTableView>()->horizontalHeader();
        header->resizeSection(int(HistoryModel::Column::Time), 222);
        header->moveSection(header->visualIndex(int(HistoryModel::Column::Token)), 0);
        toggleColumn(header, QStringLiteral("Profile"));
        QVERIFY(header->isSectionHidden(int(HistoryModel::Column::Profile)));
        m_bench->window->close();
        QVERIFY(m_bench->open());
        header = m_bench->visible<QTableView>()->horizontalHeader();
        QCOMPARE(header->sectionSize(int(HistoryModel::Column::Time)), 222);
        QCOMPARE(header->visualIndex(int(HistoryModel::Column::Token)), 0);
        QVERIFY(header->isSectionHidden(int(HistoryModel::Column::Profile)));
        toggleColumn(header, QStringLiteral("Profile"));
        QVERIFY(!header->isSectionHidden(int(HistoryModel::Column::Profile)));
    }

    void theLastColumnStays()
    {
        QHeaderView *header = m_bench->visible<QTableView>()->horizontalHeader();
        for (int column = 1; column < header->count(); ++column)
            header->hideSection(column);
        QMenu *menu = columnMenu(header);
        QVERIFY(!menu->actions().constFirst()->isEnabled());
        QVERIFY(menu->actions().at(1)->isEnabled());
        menu->close();
    }

    void aboutTellsWhereTheDataIs()
    {
        const QString draft = m_bench->dir.filePath(QStringLiteral("draft"));
        const QString history = m_bench->dir.filePath(QStringLiteral("h.sqlite"));
        AboutDialog about({history, m_bench->settings.fileName(), draft}, nullptr);
        about.show();
        QStringList paths;
        for (const QLineEdit *line : about.findChildren<QLineEdit *>()) {
            QVERIFY(line->isReadOnly() && !line->accessibleName().isEmpty());
            paths.append(line->text());
        }
        QCOMPARE(paths, (QStringList{history, m_bench->settings.fileName(), draft}));
    }

    void tabFollowsTheEye_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::newRow("SDK") << QStringLiteral("get_biz_token");
        QTest::newRow("PC") << QStringLiteral("get_token");
    }

    /// Nothing of the form is cut off at its edge. Band, form from top to bottom, then the right side, then
    /// the history; within each from top to bottom and from left to right.
    void tabFollowsTheEye()
    {
        QFETCH(QString, endpoint);
        m_bench->settings.setValue(QStringLiteral("window/endpoint"), endpoint);
        QVERIFY(m_bench->open());
        const QWidget *form = m_bench->visible<RequestForm>();
        const QWidget *history = m_bench->visible<HistoryView>();
        const int formRight = form->mapTo(m_bench->window.get(), form->rect().topRight()).x() + 1;
        const int formTop = form->mapTo(m_bench->window.get(), QPoint()).y();
        const int historyTop = history->mapTo(m_bench->window.get(), QPoint()).y();
        const auto place = [&](const QWidget *widget) {
            const QPoint at = widget->mapTo(m_bench->window.get(), QPoint());
            // The form scrolls: what has scrolled out of it lies elsewhere.
            const int pane = form->isAncestorOf(widget) && at.x() + widget->width() <= formRight ? 1
                : at.y() < formTop                                                               ? 0
                : at.y() >= historyTop                                                           ? 4
                : at.x() <= formRight                                                            ? 2
                                                                                                 : 3;
            const QPoint middle = widget->mapTo(m_bench->window.get(), widget->rect().center());
            return std::tuple(pane, middle.y(), middle.x());
        };
        QList<QWidget *> stops = tabStops(m_bench->window.get());
        QVERIFY(stops.size() > 10);
        for (qsizetype i = 1; i < stops.size(); ++i) {
            const auto [pane, y, x] = place(stops.at(i));
            const auto [paneBefore, yBefore, xBefore] = place(stops.at(i - 1));
            const bool sameLine = std::abs(y - yBefore) < 12;
            const bool fits =
                pane > paneBefore || (pane == paneBefore && (sameLine ? x >= xBefore : y > yBefore));
            QVERIFY2(fits,
                qPrintable(
                    nameOf(stops.at(i - 1)) + QStringLiteral(" is followed by ") + nameOf(stops.at(i))));
        }
    }

    void focusCanBeSeen_data()
    {
        QTest::addColumn<QString>("theme");
        for (const char *theme : {"light", "dark", "contrast-light", "contrast-dark"})
            QTest::newRow(theme) << QString::fromLatin1(theme);
    }

    /// Some pixels at every control look different when it has the keyboard.
    void focusCanBeSeen()
    {
        QFETCH(QString, theme);
        m_bench->theme.setMode(Theme::modeFromName(theme));
        QCoreApplication::processEvents(); // tabs are laid out anew
        QGuiApplication::styleHints()->setCursorFlashTime(0);
        QWidget *window = m_bench->window.get();
        const QList<QWidget *> stops = tabStops(window);
        for (QWidget *stop : stops) {
            QWidget *other = stops.first() == stop ? stops.last() : stops.first();
            const auto look = [&] {
                constexpr int around = 4; // a field shows it at its frame
                const QRect area(stop->mapTo(window, QPoint()), stop->size());
                return window->grab(area.adjusted(-around, -around, around, around)).toImage();
            };
            other->setFocus(Qt::TabFocusReason);
            stop->setFocus(Qt::TabFocusReason); // scrolls to it
            const QImage with = look();
            other->setFocus(Qt::TabFocusReason);
            const QImage without = look();
            QVERIFY2(with != without, qPrintable(nameOf(stop)));
        }
    }

    void theCursorStandsStillWhenNobodyTypes()
    {
        QStyleHints *hints = QGuiApplication::styleHints();
        hints->setCursorFlashTime(1000);
        SteadyCursor steady(std::chrono::milliseconds(50));
        QCOMPARE(hints->cursorFlashTime(), 1000);
        QTRY_COMPARE(hints->cursorFlashTime(), 0);
        QTest::keyClick(m_bench->visible<QLineEdit>(), Qt::Key_A);
        QCOMPARE(hints->cursorFlashTime(), 1000);
        QTRY_COMPARE(hints->cursorFlashTime(), 0);
    }

private:
    QMenu *columnMenu(QHeaderView *header) const
    {
        Q_EMIT header->customContextMenuRequested({10, 10});
        for (QMenu *menu : m_bench->visible<HistoryView>()->findChildren<QMenu *>()) {
            if (menu->isVisible())
                return menu;
        }
        return nullptr;
    }

    void toggleColumn(QHeaderView *header, const QString &title) const
    {
        QMenu *menu = columnMenu(header);
        for (QAction *action : menu->actions()) {
            if (action->text() == title)
                action->trigger();
        }
        menu->close();
    }

    std::unique_ptr<WindowBench> m_bench;
};

QTEST_MAIN(TestManners)
#include "tst_manners.moc"
