// Desktop manners: commands found by typing, keys listed, columns remembered, focus that can be seen and goes
// where the eye goes, one window for each user.

#include "form/requestform.h"
#include "history/historymodel.h"
#include "history/historyview.h"
#include "mainmenu.h"
#include "shell/aboutdialog.h"
#include "shell/command.h"
#include "shell/commandlist.h"
#include "shell/commandpalette.h"
#include "shell/shortcutsheet.h"
#include "shell/singleinstance.h"
#include "shell/steadycursor.h"
#include "support/windowbench.h"

#include <QAccessible>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocalSocket>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTableView>
#include <QTest>

#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace faceid;

namespace {

QStringList lines(const CommandList *list)
{
    QStringList lines;
    for (int i = 0; i < list->topLevelItemCount(); ++i)
        lines.append(list->topLevelItem(i)->text(0));
    return lines;
}

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

    void findsWhatIsTyped_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::newRow("nothing typed") << QString() << QStringLiteral("Copy token") << true;
        QTest::newRow("part") << QStringLiteral("tok") << QStringLiteral("Copy token") << true;
        QTest::newRow("any case") << QStringLiteral("COPY") << QStringLiteral("Copy token") << true;
        QTest::newRow("any order") << QStringLiteral("token copy") << QStringLiteral("Copy token") << true;
        QTest::newRow("first letters") << QStringLiteral("ct") << QStringLiteral("Copy token") << true;
        QTest::newRow("letters in order") << QStringLiteral("cpt") << QStringLiteral("Copy token") << true;
        QTest::newRow("not in order") << QStringLiteral("tc") << QStringLiteral("Copy text") << false;
        QTest::newRow("one word missing")
            << QStringLiteral("copy x") << QStringLiteral("Copy token") << false;
        QTest::newRow("Chinese") << QStringLiteral("令牌") << QStringLiteral("复制令牌") << true;
        QTest::newRow("Chinese, skipping") << QStringLiteral("复牌") << QStringLiteral("复制令牌") << true;
    }

    void findsWhatIsTyped()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(bool, fits);
        QCOMPARE(fuzzyScore(pattern, text) > 0, fits);
    }

    void theBetterFitComesFirst()
    {
        const QString pattern = QStringLiteral("to");
        QVERIFY(
            fuzzyScore(pattern, QStringLiteral("Token")) > fuzzyScore(pattern, QStringLiteral("Copy token")));
        QVERIFY(fuzzyScore(pattern, QStringLiteral("Copy token"))
            > fuzzyScore(pattern, QStringLiteral("History")));
        QVERIFY(fuzzyScore(pattern, QStringLiteral("History"))
            > fuzzyScore(pattern, QStringLiteral("The owner")));
    }

    void noTwoActionsShareAKeyOrAName()
    {
        const auto *menu = m_bench->window->findChild<MainMenu *>();
        QMap<QString, QString> byKey;
        QStringList ids;
        for (const Command &command : menu->commands()) {
            QVERIFY2(!command.text.isEmpty() && !command.group.isEmpty(), qPrintable(command.id));
            QVERIFY2(!ids.contains(command.id), qPrintable(command.id));
            ids.append(command.id);
            if (!command.run)
                continue;
            for (const QKeySequence &key : command.keys) {
                QVERIFY2(!byKey.contains(key.toString()), qPrintable(key.toString()));
                byKey.insert(key.toString(), command.text);
            }
        }
        QVERIFY(byKey.contains(QStringLiteral("Ctrl+K")) && byKey.contains(QStringLiteral("Ctrl+/")));
        // What the window listens to is what the table says.
        for (const QAction *action : m_bench->window->actions())
            QCOMPARE(byKey.value(action->shortcut().toString()), action->text());
    }

    void thePaletteRunsACommandByKeys()
    {
        QVERIFY(!m_bench->theme.isDark());
        QLineEdit *search = openPalette();
        QVERIFY(search);
        QTest::keyClicks(search, QStringLiteral("theme dark"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(m_bench->theme.isDark());
        QCOMPARE(m_bench->settings.value(QStringLiteral("window/theme")).toString(), QStringLiteral("dark"));
        QTRY_VERIFY(!palette());
    }

    void thePaletteOffersWhatWasUsedLastFirst()
    {
        QLineEdit *search = openPalette();
        QVERIFY(search);
        QTest::keyClicks(search, QStringLiteral("PC get_token"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(m_bench->visible<RequestForm>()->spec().id, QStringLiteral("get_token"));
        QTRY_VERIFY(!palette());
        search = openPalette();
        QVERIFY(search);
        const QStringList all = lines(palette()->findChild<CommandList *>());
        QVERIFY2(all.first().contains(QStringLiteral("get_token")), qPrintable(all.join(u'\n')));
        QVERIFY(all.contains(QStringLiteral("Issue token")));
    }

    void thePaletteMovesByArrowsAndTellsSo()
    {
        QLineEdit *search = openPalette();
        QVERIFY(search);
        const auto *list = palette()->findChild<CommandList *>();
        const QString first = list->current()->text;
        QTest::keyClick(search, Qt::Key_Down);
        QVERIFY(list->current()->text != first);
        QTRY_VERIFY(search->hasFocus());
        QVERIFY(search->accessibleDescription().startsWith(list->current()->text));
        QTest::keyClick(search, Qt::Key_Up);
        QCOMPARE(list->current()->text, first);
        QTest::keyClicks(search, QStringLiteral("qqqqq"));
        QVERIFY(!list->isVisible());
        QTest::keyClick(search, Qt::Key_Return); // nothing to run
        QVERIFY(palette());
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_VERIFY(!palette());
    }

    void thePaletteSwitchesTheProfile()
    {
        Profile profile = ProfileStore::blank();
        profile.name = QStringLiteral("Shop");
        profile.apiKey = QStringLiteral("key");
        QCOMPARE(m_bench->profiles.save(profile), QString());
        QVERIFY(m_bench->open());
        QLineEdit *search = openPalette();
        QVERIFY(search);
        QTest::keyClicks(search, QStringLiteral("profile shop"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(m_bench->window->findChild<QComboBox *>(QStringLiteral("profile"))->currentData().toString(),
            profile.id);
    }

    void theSheetListsEveryKeyInTheLanguageOfTheInterface()
    {
        QTest::keyClick(m_bench->window.get(), Qt::Key_Slash, Qt::ControlModifier);
        auto *sheet = m_bench->window->findChild<ShortcutSheet *>();
        QVERIFY(sheet && sheet->isVisible());
        const auto *list = sheet->findChild<CommandList *>();
        const QList<Command> commands = m_bench->window->findChild<MainMenu *>()->commands();
        QCOMPARE(list->topLevelItemCount(), int(commands.size()));
        for (int i = 0; i < commands.size(); ++i) {
            QCOMPARE(list->topLevelItem(i)->text(0), commands.at(i).text);
            QCOMPARE(list->topLevelItem(i)->text(2), keysText(commands.at(i)));
        }
        auto *search = sheet->findChild<QLineEdit *>();
        QTest::keyClicks(search, QStringLiteral("Ctrl+K"));
        QCOMPARE(lines(list), QStringList{QStringLiteral("Find a command…")});
        search->clear();
        m_bench->language.choose(QStringLiteral("zh_CN"));
        QTRY_VERIFY(
            lines(list).contains(QStringLiteral("签发令牌")) || lines(list).first() != commands.first().text);
    }

    void highContrastIsTakenLiveAndRemembered()
    {
        QLineEdit *search = openPalette();
        QVERIFY(search);
        QTest::keyClicks(search, QStringLiteral("contrast dark"));
        QTest::keyClick(search, Qt::Key_Return);
        QVERIFY(m_bench->theme.isHighContrast());
        QCOMPARE(m_bench->window->palette().color(QPalette::Window), Theme::contrastDarkColors().window);
        QVERIFY(m_bench->open());
        QVERIFY(m_bench->theme.isHighContrast());
    }

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

    void aSecondStartHandsItsPhotosToTheFirst()
    {
        SingleInstance first(m_bench->dir.path());
        QSignalSpy started(&first, &SingleInstance::anotherStarted);
        QCOMPARE(first.claim({}), SingleInstance::Role::First);
        const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
            | QFileDevice::ExeGroup | QFileDevice::ReadOther | QFileDevice::WriteOther
            | QFileDevice::ExeOther;
        QCOMPARE(QFileInfo(first.socketPath()).permissions() & others, QFileDevice::Permissions());

        QCOMPARE(claimElsewhere({QStringLiteral("a b.jpg"), QStringLiteral("/测试/一.png")}),
            SingleInstance::Role::HandedOver);
        QCOMPARE(started.size(), 1);
        QCOMPARE(started.first().first().toStringList(),
            (QStringList{
                QFileInfo(QStringLiteral("a b.jpg")).absoluteFilePath(), QStringLiteral("/测试/一.png")}));
    }

    void anotherDataFolderIsAnotherInstance()
    {
        SingleInstance first(m_bench->dir.path());
        SingleInstance second(m_bench->dir.filePath(QStringLiteral("other")));
        QCOMPARE(first.claim({}), SingleInstance::Role::First);
        QCOMPARE(second.claim({}), SingleInstance::Role::First);
        QVERIFY(first.socketPath() != second.socketPath());
    }

    void whatACrashLeftBehindStopsNobody()
    {
        SingleInstance next(m_bench->dir.path());
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, QFile::encodeName(next.socketPath()).constData(), sizeof address.sun_path);
        const int dead = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(dead, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        ::close(dead);
        QVERIFY(QFileInfo::exists(next.socketPath()));
        QCOMPARE(next.claim({}), SingleInstance::Role::First);
        QCOMPARE(claimElsewhere({}), SingleInstance::Role::HandedOver);
    }

    void whoConnectsAndSaysNothingBlocksNobody()
    {
        SingleInstance first(m_bench->dir.path());
        QCOMPARE(first.claim({}), SingleInstance::Role::First);
        QLocalSocket mute;
        mute.connectToServer(first.socketPath());
        QVERIFY(mute.waitForConnected());
        QCOMPARE(claimElsewhere({}), SingleInstance::Role::HandedOver);
    }

    void theFirstThatDoesNotAnswerLeavesTheSecondAlone()
    {
        FileLock held(SingleInstance(m_bench->dir.path()).socketPath() + QStringLiteral(".lock"));
        QVERIFY(held.tryLock());
        QElapsedTimer timer;
        timer.start();
        SingleInstance second(m_bench->dir.path());
        QCOMPARE(second.claim({}), SingleInstance::Role::Alone);
        QVERIFY(!second.errorString().isEmpty());
        QVERIFY(timer.elapsed() < 10'000);
    }

private:
    CommandPalette *palette() const { return m_bench->window->findChild<CommandPalette *>(); }

    /// Its search line, or null when it did not open.
    QLineEdit *openPalette() const
    {
        if (!m_bench->window->isActiveWindow())
            m_bench->window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_bench->window.get()))
            return nullptr;
        QTest::keyClick(m_bench->window.get(), Qt::Key_K, Qt::ControlModifier);
        if (!palette() || !QTest::qWaitForWindowActive(palette()))
            return nullptr;
        return palette()->findChild<QLineEdit *>();
    }

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

    /// As another program would: in a thread of its own, while this one's event loop runs.
    SingleInstance::Role claimElsewhere(const QStringList &photos) const
    {
        std::atomic<bool> done = false;
        SingleInstance::Role role{};
        std::thread other([&, path = m_bench->dir.path()] {
            SingleInstance instance(path);
            role = instance.claim(photos);
            done = true;
        });
        const bool inTime = QTest::qWaitFor([&done] { return done.load(); }, 20'000);
        other.join();
        return inTime ? role : SingleInstance::Role::Alone;
    }

    std::unique_ptr<WindowBench> m_bench;
};

QTEST_MAIN(TestManners)
#include "tst_manners.moc"
