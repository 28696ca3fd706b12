// Commands: found by typing in the palette, run by their keys, listed in the shortcut sheet.

#include "form/requestform.h"
#include "mainmenu.h"
#include "shell/command.h"
#include "shell/commandlist.h"
#include "shell/commandpalette.h"
#include "shell/shortcutsheet.h"
#include "support/windowbench.h"

#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace faceid;

namespace {

QStringList lines(const CommandList *list)
{
    QStringList lines;
    for (int i = 0; i < list->topLevelItemCount(); ++i)
        lines.append(list->topLevelItem(i)->text(0));
    return lines;
}

} // namespace

/// Without a window.
class TestFuzzyScore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        QVERIFY(m_bench->open());
    }

    void cleanup() { m_bench.reset(); }

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

    /// From a command line, which may open things, but never issues, quits or changes anything.
    void onlyWhatOpensADialogIsAPage()
    {
        auto *menu = m_bench->window->findChild<MainMenu *>();
        QSignalSpy readToken(menu, &MainMenu::readToken);
        QCOMPARE(menu->open(QStringLiteral("readToken")), QString());
        QCOMPARE(readToken.size(), 1);
        QSignalSpy issued(menu, &MainMenu::issue);
        QSignalSpy ended(menu, &MainMenu::quit);
        for (const char *other : {"issue", "quit", "window/theme/dark", "rowDelete", ""})
            QVERIFY2(menu->open(QLatin1String(other)).contains(QStringLiteral("no page")), other);
        QCOMPARE(issued.size() + ended.size(), 0);
        QVERIFY(!m_bench->theme.isDark());
    }

    void thePagesOfTheDesktopEntryAreThere()
    {
        QFile entry(QStringLiteral(FACEID_DESKTOP_ENTRY));
        QVERIFY(entry.open(QFile::ReadOnly));
        static const QRegularExpression page(QStringLiteral("--open (\\w+)"));
        auto *menu = m_bench->window->findChild<MainMenu *>();
        int pages = 0;
        for (auto match = page.globalMatch(QString::fromUtf8(entry.readAll())); match.hasNext(); ++pages) {
            const QString id = match.next().captured(1);
            QCOMPARE(menu->open(id), QString());
        }
        QCOMPARE(pages, 3);
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

    std::unique_ptr<WindowBench> m_bench;
};

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    TestFuzzyScore score;
    TestCommands commands;
    const int failed = QTest::qExec(&score, argc, argv);
    return failed + QTest::qExec(&commands, argc, argv);
}
#include "tst_commands.moc"
