// The user guide: every page in both languages, every link and every fact in it, and the window that shows
// it.

#include "help/helpbook.h"
#include "help/helpdesk.h"
#include "help/helpview.h"
#include "help/helpwindow.h"
#include "mainmenu.h"
#include "profiles/profiledialog.h"
#include "shell/findbar.h"
#include "support/windowbench.h"

#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>

using namespace faceid;

namespace {

const QStringList &languages()
{
    static const QStringList all{QStringLiteral("en"), QStringLiteral("zh_CN")};
    return all;
}

QString shown(const HelpBook &book, const QString &page)
{
    QTextDocument document;
    document.setHtml(book.html(page));
    return document.toPlainText();
}

/// What \a pattern captures in \a text, in order.
QStringList captured(const QString &text, const char *pattern)
{
    QStringList found;
    for (auto it = QRegularExpression(QLatin1String(pattern)).globalMatch(text); it.hasNext();)
        found.append(it.next().captured(1));
    return found;
}

QStringList anchors(const QString &html)
{
    return captured(html, "<a name=\"([^\"]+)\"");
}

QStringList links(const QString &html)
{
    return captured(html, "<a href=\"([^\"]+)\"");
}

} // namespace

class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_bench = std::make_unique<WindowBench>(); }
    void cleanupTestCase() { m_bench.reset(); }

    void init()
    {
        m_bench->language.choose(QStringLiteral("en"));
        if (!m_bench->window || !m_bench->window->isVisible())
            QVERIFY(m_bench->open());
        m_bench->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_bench->window.get()));
    }

    void cleanup()
    {
        if (HelpWindow *help = helpWindow())
            help->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void everyFileIsListed()
    {
        QStringList listed;
        for (const QString &page : HelpBook::pages())
            listed.append(page + QStringLiteral(".html"));
        listed.sort();
        for (const QString &language : languages())
            QCOMPARE(
                QDir(QStringLiteral(":/help/") + language).entryList({}, QDir::Files, QDir::Name), listed);
    }

    void theGuideSpeaksTheLanguageOfTheWindow()
    {
        for (const QString &language : languages()) {
            m_bench->language.choose(language);
            QCOMPARE(HelpBook::folder(), QStringLiteral("help/") + language);
        }
    }

    void everyFactIsKnown_data() { pages(); }

    void everyFactIsKnown()
    {
        const HelpBook book = bookOf();
        QFETCH(QString, page);
        // The table of scenarios may show braces of its own; a fact's have no quote or blank behind them.
        const QStringList left = captured(book.html(page), "(\\{[a-z-]+(?::[^{}\"]+)?\\})");
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
    }

    void noPageIsEmpty_data() { pages(); }

    void noPageIsEmpty()
    {
        const HelpBook book = bookOf();
        QFETCH(QString, page);
        QVERIFY(!book.title(page).isEmpty());
        const QString text = shown(book, page);
        QVERIFY(text.startsWith(book.title(page)));
        QVERIFY2(text.size() > 2 * book.title(page).size() + 20, qPrintable(text));
    }

    void everyLinkLeadsSomewhere_data() { pages(); }

    void everyLinkLeadsSomewhere()
    {
        const HelpBook book = bookOf();
        QFETCH(QString, page);
        QStringList targets = links(book.html(page));
        if (page == HelpBook::firstPage())
            targets += HelpDesk::pagesInUse();
        for (const QString &link : std::as_const(targets)) {
            const QString target = link.section(u'#', 0, 0).isEmpty() ? page : link.section(u'#', 0, 0);
            const QString anchor = link.section(u'#', 1);
            QVERIFY2(HelpBook::pages().contains(target), qPrintable(link));
            QVERIFY2(anchor.isEmpty() || anchors(book.html(target)).contains(anchor), qPrintable(link));
        }
    }

    void bothLanguagesHaveTheSameAnchorsAndFacts()
    {
        for (const QString &page : HelpBook::pages()) {
            QStringList names[2];
            QStringList facts[2];
            for (int i = 0; i < 2; ++i) {
                QFile file(QStringLiteral(":/help/%1/%2.html").arg(languages().at(i), page));
                QVERIFY(file.open(QIODevice::ReadOnly));
                const QString source = QString::fromUtf8(file.readAll());
                names[i] = anchors(source);
                facts[i] = captured(source, "(\\{[^{}]+\\})");
                facts[i].sort(); // sentences are built otherwise
                facts[i].removeDuplicates();
            }
            QVERIFY2(names[0] == names[1], qPrintable(page));
            QCOMPARE(facts[0].join(u' '), facts[1].join(u' '));
        }
    }

    /// A control that is renamed is renamed in the guide, too: its text is looked up by what it is now.
    void controlsAreNamedAsTheyAre()
    {
        m_bench->language.choose(QStringLiteral("zh_CN"));
        for (const QString &page : HelpBook::pages()) {
            QFile file(QStringLiteral(":/help/zh_CN/%1.html").arg(page));
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (const QString &name : captured(QString::fromUtf8(file.readAll()), "\\{ui:([^{}]+)\\}")) {
                const QString source = name.section(u'|', 1);
                const QString text = QCoreApplication::translate(
                    name.section(u'|', 0, 0).toUtf8().constData(), source.toUtf8().constData());
                QVERIFY2(text != source, qPrintable(page + u' ' + name));
            }
        }
    }

    void twentyQuestions()
    {
        for (const QString &language : languages()) {
            m_bench->language.choose(language);
            const HelpBook book = bookOf();
            const QString list = captured(book.html(HelpBook::firstPage()), "<ol>([\\s\\S]*?)</ol>").value(0);
            QStringList answers = links(list);
            QCOMPARE(answers.size(), 20);
            QCOMPARE(answers.removeDuplicates(), 0);
            QCOMPARE(captured(list, "(</li>)").size(), 20);
            for (const QString &answer : std::as_const(answers)) {
                const QString page = answer.section(u'#', 0, 0);
                QVERIFY2(anchors(book.html(page)).contains(answer.section(u'#', 1)), qPrintable(answer));
            }
        }
    }

    void f1OpensThePageThatFits()
    {
        // The form has the keyboard at start.
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1);
        HelpWindow *help = helpWindow();
        QVERIFY(help);
        auto *view = help->findChild<HelpView *>();
        QCOMPARE(view->page(), QStringLiteral("issuing"));
        run(QStringLiteral("profiles"));
        auto *profiles = m_bench->window->findChild<ProfileDialog *>();
        QTRY_VERIFY(profiles && profiles->isVisible());
        QTest::keyClick(profiles, Qt::Key_F1);
        QCOMPARE(view->page(), QStringLiteral("profiles"));
        // The dialog is modal to the window, not to the guide.
        help->activateWindow();
        QTest::keyClick(help->windowHandle(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(view->page(), QStringLiteral("issuing"));
        profiles->close();
    }

    void closesWithEscapeAndWithTheWindow()
    {
        QTest::keyClick(openHelp(), Qt::Key_Escape);
        QTRY_VERIFY(!helpWindow());
        QVERIFY(openHelp());
        m_bench->window->close();
        QTRY_VERIFY(!helpWindow());
    }

    void goesBackAndForth()
    {
        HelpWindow *help = openHelp();
        help->openPage(QStringLiteral("index"));
        help->openPage(QStringLiteral("outcomes#Unknown"));
        auto *view = help->findChild<HelpView *>();
        auto *list = help->findChild<QListWidget *>(QStringLiteral("helpPages"));
        QCOMPARE(HelpBook::pages().value(list->currentRow()), QStringLiteral("outcomes"));
        QVERIFY(list->visualItemRect(list->item(0)).height() >= list->fontMetrics().height() + 14); // air
        QCOMPARE(list->visualItemRect(list->item(1)).top(), list->visualItemRect(list->item(0)).bottom() + 1);
        QTest::keyClick(view, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(view->page(), QStringLiteral("index"));
        QTest::keyClick(view, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(view->page(), QStringLiteral("outcomes"));
        QTest::keyClick(view, Qt::Key_Home, Qt::AltModifier);
        QCOMPARE(view->page(), QStringLiteral("index"));
        QCOMPARE(list->currentRow(), 0);
        list->setCurrentRow(1);
        QCOMPARE(view->page(), HelpBook::pages().at(1));
    }

    void searchesAllPagesAndOne()
    {
        HelpWindow *help = openHelp();
        auto *line = help->findChild<QLineEdit *>(QStringLiteral("helpSearch"));
        auto *list = help->findChild<QListWidget *>(QStringLiteral("helpPages"));
        auto *find = help->findChild<FindBar *>();
        QCOMPARE(list->count(), HelpBook::pages().size());
        QTest::keyClicks(line, QStringLiteral("REPLAY_attack"));
        QVERIFY(list->count() >= 1 && list->count() < HelpBook::pages().size());
        QTest::keyClick(line, Qt::Key_Return);
        auto *view = help->findChild<HelpView *>();
        QCOMPARE(view->page(), QStringLiteral("errors"));
        QVERIFY(find->isVisible());
        QVERIFY(find->matches() >= 1);
        QCOMPARE(find->current(), 0);
        QCOMPARE(view->extraSelections().size(), find->matches());
        line->clear();
        QCOMPARE(list->count(), HelpBook::pages().size());
        QTest::keyClicks(line, QStringLiteral("no such words anywhere"));
        QCOMPARE(list->count(), 0);
    }

    void followsTheLanguageLive()
    {
        HelpWindow *help = openHelp();
        help->openPage(QStringLiteral("outcomes#Unknown"));
        auto *view = help->findChild<HelpView *>();
        QVERIFY(view->toPlainText().contains(outcomeTitle(Outcome::Unknown)));
        m_bench->language.choose(QStringLiteral("zh_CN"));
        QTRY_VERIFY(view->toPlainText().contains(QStringLiteral("结果未知")));
        QCOMPARE(view->page(), QStringLiteral("outcomes"));
        QCOMPARE(help->windowTitle(), QStringLiteral("使用指南"));
    }

    void noPageScrollsSideways_data() { pages(); }

    void noPageScrollsSideways()
    {
        QFETCH(QString, language);
        QFETCH(QString, page);
        m_bench->language.choose(language);
        HelpWindow help(facts(), m_bench->theme);
        auto *view = help.findChild<HelpView *>();
        help.openPage(page);
        help.show();
        QCOMPARE(view->page(), page);
        QTRY_VERIFY(view->viewport()->width() > 0 && view->document()->size().height() > 0);
        QCOMPARE(view->horizontalScrollBar()->maximum(), 0);
    }

    void linksOutAreOnlyAskedFor()
    {
        HelpWindow help(facts(), m_bench->theme);
        QSignalSpy wanted(&help, &HelpWindow::openWanted);
        auto *view = help.findChild<HelpView *>();
        help.openPage(QStringLiteral("index"));
        QVERIFY(wanted.isEmpty());
        Q_EMIT view->anchorClicked(QUrl(QStringLiteral("https://example.com/")));
        QCOMPARE(wanted.size(), 1);
        Q_EMIT view->anchorClicked(QUrl(QStringLiteral("help:/history#search")));
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(view->page(), QStringLiteral("history"));
    }

private:
    static void pages()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("page");
        for (const QString &language : languages()) {
            for (const QString &page : HelpBook::pages())
                QTest::addRow("%s %s", qPrintable(language), qPrintable(page)) << language << page;
        }
    }

    HelpFacts facts()
    {
        return HelpFacts([this] { return m_bench->window->findChild<MainMenu *>()->commands(); });
    }

    /// In the language of the row under test, if there is one.
    HelpBook bookOf()
    {
        if (QTest::currentDataTag())
            m_bench->language.choose(QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0));
        return HelpBook(facts());
    }

    void run(const QString &id)
    {
        for (const Command &command : m_bench->window->findChild<MainMenu *>()->commands()) {
            if (command.id == id)
                command.run();
        }
    }

    /// With the keyboard: its keys are those of the active window.
    HelpWindow *openHelp()
    {
        run(QStringLiteral("help"));
        HelpWindow *help = helpWindow();
        return help && QTest::qWaitForWindowActive(help) ? help : nullptr;
    }

    static HelpWindow *helpWindow()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *help = qobject_cast<HelpWindow *>(widget); help && help->isVisible())
                return help;
        }
        return nullptr;
    }

    std::unique_ptr<WindowBench> m_bench;
};

QTEST_MAIN(TestHelp)
#include "tst_help.moc"
