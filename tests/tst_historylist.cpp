// The list of the history in the window, by clicks and keys: what it shows, in what order and columns, and
// what is said of its rows.

#include "history/exportdialog.h"
#include "history/rowmenu.h"
#include "mainmenu.h"
#include "support/historywindow.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace faceid;
using Column = HistoryModel::Column;

class TestHistoryList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QApplication::setDoubleClickInterval(0); // clicks of a test come one after the other
        m_bench = std::make_unique<HistoryWindow>();
    }
    void cleanup() { m_bench.reset(); }

    void filters()
    {
        struct Choice
        {
            const char *box;
            const char *choice;
            const char *all; ///< the first one, which narrows nothing
            const char *listed;
        };
        const Choice choices[] = {{"filterOutcome", "Issued", "All outcomes", "shop open"},
            {"filterOutcome", "Refused", "All outcomes", "sdk"},
            {"filterOutcome", "Unknown", "All outcomes", "old"},
            {"filterOutcome", "Unresolved", "All outcomes", "old"},
            {"filterOutcome", "Server error", "All outcomes", ""}, {"filterApi", "SDK", "All APIs", "sdk"},
            {"filterApi", "PC", "All APIs", "shop open old"},
            {"filterProfile", "Shop", "All profiles", "shop"},
            {"filterEnvironment", "Production", "All environments", "shop"},
            {"filterEnvironment", "Test", "All environments", "sdk open old"},
            {"filterTime", "Today", "Any time", "shop sdk open"},
            {"filterTime", "Last 7 days", "Any time", "shop sdk open"},
            {"filterTime", "Last 30 days", "Any time", "shop sdk open old"},
            {"filterTime", "From … to …", "Any time", "shop sdk open"},
            {"filterValidity", "Still open", "Open or expired", "shop open"},
            {"filterValidity", "Expired", "Open or expired", ""}};
        putFour();
        QVERIFY(m_bench->open());
        auto *nothing = m_bench->window->findChild<QLabel *>(QStringLiteral("nothing"));
        for (const Choice &one : choices) {
            QTRY_COMPARE(m_bench->listed(), QStringLiteral("shop sdk open old"));
            m_bench->choose(one.box, QString::fromUtf8(one.choice));
            QTRY_COMPARE(m_bench->listed(), QString::fromLatin1(one.listed));
            QTRY_COMPARE(nothing->isVisible(), m_bench->listed().isEmpty());
            m_bench->choose(one.box, QString::fromLatin1(one.all));
        }
    }

    /// What has run out is told from what has not, and days are chosen one by one.
    void expiredAndDays()
    {
        m_bench->put(QStringLiteral("yesterday"), Outcome::Issued,
            [](Exchange &e) { e.startedAt = e.startedAt.addDays(-1); });
        m_bench->put(QStringLiteral("now"), Outcome::Issued);
        QVERIFY(m_bench->open());
        m_bench->choose("filterValidity", QStringLiteral("Expired"));
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("yesterday"));
        QCOMPARE(m_bench->cell(0, Column::TimeLeft), QStringLiteral("expired"));
        m_bench->choose("filterValidity", QStringLiteral("Still open"));
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("now"));
        const QString left = m_bench->cell(0, Column::TimeLeft);
        QTRY_VERIFY(m_bench->cell(0, Column::TimeLeft) != left); // it counts by itself
    }

    void searchesAsOneTypes()
    {
        for (const char *number : {"alpha-x", "alpha-y", "beta-y"})
            m_bench->put(QString::fromLatin1(number), Outcome::Refused);
        QVERIFY(m_bench->open());
        QTest::keyClick(m_bench->window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(line);
        QTest::keyClicks(line, QStringLiteral("alp"));
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("alpha-y alpha-x"));
        QTest::keyClicks(line, QStringLiteral("ha-x"));
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("alpha-x"));
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("-y"));
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("beta-y alpha-y"));
        m_bench->choose("filterOutcome", QStringLiteral("Issued")); // both narrow
        QTRY_COMPARE(m_bench->listed(), QString());
        m_bench->choose("filterOutcome", QStringLiteral("All outcomes"));
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Backspace);
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("beta-y alpha-y alpha-x"));
    }

    void sortsByAnyColumn()
    {
        putFour();
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("shop sdk open old"));
        const QHeaderView *header = m_bench->table()->horizontalHeader();
        for (int i = HistoryModel::columns - 1; i >= 0; --i) {
            for (int round = 0; round < 2; ++round) {
                const auto column = Column(i);
                const Qt::SortOrder before = header->sortIndicatorOrder();
                m_bench->clickHeader(column);
                QCOMPARE(header->sortIndicatorSection(), i);
                QVERIFY(round == 0 || header->sortIndicatorOrder() != before);
                QTRY_VERIFY2(isSorted(column, header->sortIndicatorOrder()), qPrintable(m_bench->listed()));
            }
        }
        m_bench->clickHeader(Column::Outcome);
        QTRY_VERIFY(isSorted(Column::Outcome, header->sortIndicatorOrder()));
        const QString before = m_bench->listed();
        m_bench->window->close();
        QVERIFY(m_bench->open()); // and another window keeps it
        QTRY_COMPARE(m_bench->listed(), before);
        QCOMPARE(m_bench->table()->horizontalHeader()->sortIndicatorSection(), int(Column::Outcome));
    }

    void columnsAreMovedChosenAndRemembered()
    {
        m_bench->put(QStringLiteral("b"), Outcome::Issued);
        QVERIFY(m_bench->open());
        QHeaderView *header = m_bench->table()->horizontalHeader();
        QVERIFY(HistoryWindow::chooseIn(
            HistoryWindow::menuAt(header->viewport(), QPoint(20, 8)), {QStringLiteral("Profile")}));
        QVERIFY(header->isSectionHidden(int(Column::Profile)));
        // With the mouse: the second column before the first.
        const auto at = [header](Column column, int x) {
            return QPoint(header->sectionViewportPosition(int(column)) + x, header->height() / 2);
        };
        drag(header->viewport(), at(Column::Outcome, 40), at(Column::Time, 10));
        QCOMPARE(header->visualIndex(int(Column::Outcome)), 0);
        m_bench->window->close();
        QVERIFY(m_bench->open());
        header = m_bench->table()->horizontalHeader();
        QVERIFY(header->isSectionHidden(int(Column::Profile)));
        QCOMPARE(header->visualIndex(int(Column::Outcome)), 0);
    }

    void wordsAreTypedIntoTheList()
    {
        m_bench->put(QStringLiteral("one"), Outcome::Refused);
        m_bench->put(QStringLiteral("two"), Outcome::Refused);
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("two one"));
        const QList<Column> columns{Column::Note, Column::Tags, Column::Ticket};
        for (const Column column : columns) {
            QLineEdit *editor = edit(1, column);
            QVERIFY(editor);
            composeInto(editor, QStringLiteral("客户%1").arg(int(column)));
            // Meanwhile the row changes by itself, as when its countdown moves or another program writes.
            Q_EMIT m_bench->table()->model()->dataChanged(m_bench->table()->model()->index(0, 0),
                m_bench->table()->model()->index(1, HistoryModel::columns - 1));
            QTest::keyClicks(editor, QStringLiteral(" T-17"));
            QTest::keyClick(editor, Qt::Key_Return);
            QTRY_COMPARE(m_bench->cell(1, column), QStringLiteral("客户%1 T-17").arg(int(column)));
        }
        // They are in the file, and the row is found by each.
        QVERIFY(m_bench->open());
        QTest::keyClick(m_bench->window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *search = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        for (const Column column : columns) {
            search->selectAll();
            composeInto(search, QStringLiteral("客户%1").arg(int(column)));
            QTRY_COMPARE(m_bench->listed(), QStringLiteral("one"));
            QCOMPARE(m_bench->cell(0, column), QStringLiteral("客户%1 T-17").arg(int(column)));
        }
        // Escape leaves it as it was.
        QLineEdit *editor = edit(0, Column::Note);
        QVERIFY(editor);
        QTest::keyClicks(editor, QStringLiteral("no"));
        QTest::keyClick(editor, Qt::Key_Escape);
        QVERIFY(m_bench->cell(0, Column::Note).endsWith(QStringLiteral("T-17")));
    }

    void deletedAndBroughtBack()
    {
        const Exchange gone = m_bench->put(QStringLiteral("gone"), Outcome::Issued);
        m_bench->put(QStringLiteral("stays"), Outcome::Issued);
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("stays gone"));
        m_bench->click(1);
        QTest::keyClick(m_bench->table(), Qt::Key_Delete);
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("stays"));
        auto *undo = m_bench->visible<QToolButton>(QStringLiteral("messageAction"));
        QVERIFY(undo);
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("stays gone"));
        QCOMPARE(begin(made::pending(QStringLiteral("gone"))).first, Journal::Begin::DuplicateBizNo);

        // For good: the number is still nobody else's, and says why.
        QVERIFY(m_bench->chooseOf(1, {QStringLiteral("Delete")}));
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("stays"));
        QVERIFY(m_bench->open()); // the end of a window settles it
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("stays"));
        const auto [result, who] = begin(made::pending(QStringLiteral("gone")));
        QCOMPARE(result, Journal::Begin::DuplicateBizNo);
        QCOMPARE(who, QStringLiteral("deleted"));
        QTRY_COMPARE(deeds(), QStringLiteral("delete restore delete"));
    }

    /// By keys alone, at the row that has the keyboard.
    void menuOfARowByItsKey()
    {
        for (int i = 0; i < 40; ++i)
            m_bench->put(QStringLiteral("row-%1").arg(i), Outcome::Issued);
        QVERIFY(m_bench->open());
        QTRY_VERIFY(m_bench->listed().startsWith(QStringLiteral("row-39 ")));
        m_bench->click(0);
        QTest::keyClick(m_bench->table(), Qt::Key_Down);
        const int current = m_bench->table()->currentIndex().row();
        m_bench->table()->scrollToBottom(); // away from it
        QTest::keyClick(m_bench->table(), Qt::Key_F10, Qt::ShiftModifier);
        auto *menu = m_bench->visible<RowMenu>();
        QVERIFY(menu);
        QCOMPARE(m_bench->table()->currentIndex().row(), current);
        QVERIFY(m_bench->table()->viewport()->rect().intersects(
            m_bench->table()->visualRect(m_bench->table()->currentIndex())));
        menu->close();
    }

    /// A new row may get the place of the last one, which was deleted.
    void aNewRowIsNotTakenForADeletedOne()
    {
        m_bench->put(QStringLiteral("first"), Outcome::Refused);
        m_bench->put(QStringLiteral("gone"), Outcome::Refused);
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("gone first"));
        m_bench->click(0);
        QTest::keyClick(m_bench->table(), Qt::Key_Delete);
        m_bench->click(0);
        QTest::keyClick(m_bench->table(), Qt::Key_Delete); // settles the one before
        QTRY_COMPARE(m_bench->listed(), QString());
        m_bench->put(QStringLiteral("new"), Outcome::Refused);
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("new"));
        m_bench->choose("filterOutcome", QStringLiteral("Refused"));
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("new"));
    }

    void exportsWhatTheListShows()
    {
        putFour();
        QVERIFY(m_bench->open());
        m_bench->choose("filterApi", QStringLiteral("PC"));
        m_bench->choose("filterEnvironment", QStringLiteral("Test"));
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("open old"));
        m_bench->clickHeader(Column::Time); // from the oldest on
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("old open"));
        ExportDialog *dialog = exportDialog();
        auto *what = dialog->findChild<QLabel *>(QStringLiteral("exportRows"));
        QCOMPARE(what->text(), QStringLiteral("2 rows, as the list shows them\nPC · Test"));
        auto *save = dialog->findChild<QPushButton *>(QStringLiteral("exportSave"));
        QCOMPARE(save->text(), QStringLiteral("Export 2 rows…"));
        QTest::mouseClick(segment(dialog, QStringLiteral("JSON")), Qt::LeftButton);
        const QString path = m_bench->dir.filePath(QStringLiteral("rows.json"));
        dialog->save(path);
        QTRY_VERIFY(save->isEnabled());
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0][QStringLiteral("biz_no")].toString(), QStringLiteral("old"));
        QCOMPARE(rows[1][QStringLiteral("biz_no")].toString(), QStringLiteral("open"));
    }

    void anEmptyListIsNotExported()
    {
        QVERIFY(m_bench->open());
        ExportDialog *dialog = exportDialog();
        auto *what = dialog->findChild<QLabel *>(QStringLiteral("exportRows"));
        QTRY_COMPARE(what->text(), QStringLiteral("The list shows no rows."));
        QVERIFY(!dialog->findChild<QPushButton *>(QStringLiteral("exportSave"))->isEnabled());
    }

    /// Another console on the same file takes rows away, those too of which this one knows only the number.
    void aPurgeElsewhereIsSeen()
    {
        constexpr int many = 150; // more than come at once
        const QDateTime lastYear = QDateTime::currentDateTimeUtc().addDays(-400);
        for (int i = 0; i < many; ++i)
            m_bench->put(QStringLiteral("old-%1").arg(i), Outcome::Refused,
                [&](Exchange &e) { e.startedAt = lastYear.addSecs(i); });
        const Exchange stays = m_bench->put(QStringLiteral("stays"), Outcome::Refused);
        QVERIFY(m_bench->open());
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->table()->model()->rowCount(), many + 1, 20'000);
        HistoryStore other(m_bench->history.path());
        PurgeWish wish;
        wish.rowsBefore = lastYear.addDays(1);
        std::optional<PurgeResult> result;
        other.purge(wish, this, [&result](const PurgeResult &done) { result = done; });
        QTRY_VERIFY_WITH_TIMEOUT(result, 20'000);
        QCOMPARE(result->rows, many);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->table()->model()->rowCount(), 1, 20'000);
        // Of the rest it is seen what has become of it.
        wish = {};
        wish.personalBefore = QDateTime::currentDateTimeUtc().addSecs(60);
        result.reset();
        QTRY_VERIFY(!m_bench->row(0).person.isEmpty());
        other.purge(wish, this, [&result](const PurgeResult &done) { result = done; });
        QTRY_VERIFY_WITH_TIMEOUT(result, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->row(0).person.isEmpty(), 20'000);
        QCOMPARE(m_bench->row(0).id, stays.id);
    }

private:
    void putFour()
    {
        const Profile shop = m_bench->addProfile(QStringLiteral("Shop"));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_bench->put(
            QStringLiteral("old"), Outcome::Unknown, [&](Exchange &e) { e.startedAt = now.addDays(-20); });
        m_bench->put(QStringLiteral("open"), Outcome::Issued);
        m_bench->put(
            QStringLiteral("sdk"), Outcome::Refused, [](Exchange &e) { e.endpointId = getBizToken().id; });
        m_bench->put(QStringLiteral("shop"), Outcome::Issued, [&](Exchange &e) {
            e.profileId = shop.id;
            e.profileName = shop.name;
            e.environment = Environment::Production;
        });
    }

    bool isSorted(Column column, Qt::SortOrder order) const
    {
        const QAbstractItemModel *model = m_bench->table()->model();
        if (model->rowCount() != 4)
            return false;
        for (int place = 1; place < 4; ++place) {
            const QVariant above = model->index(place - 1, int(column)).data(HistoryModel::ValueRole);
            const QVariant below = model->index(place, int(column)).data(HistoryModel::ValueRole);
            if (column == Column::Endpoint) { // by its name in the contract, the same in every language
                const bool isLess = m_bench->row(place - 1).endpointId <= m_bench->row(place).endpointId;
                const bool isMore = m_bench->row(place - 1).endpointId >= m_bench->row(place).endpointId;
                if (!(order == Qt::AscendingOrder ? isLess : isMore))
                    return false;
                continue;
            }
            const auto compared = column == Column::Time || column == Column::TimeLeft
                ? above.toDateTime().toMSecsSinceEpoch() - below.toDateTime().toMSecsSinceEpoch()
                : QString::compare(above.toString(), below.toString());
            if (order == Qt::AscendingOrder ? compared > 0 : compared < 0)
                return false;
        }
        return true;
    }

    static void drag(QWidget *widget, const QPoint &from, const QPoint &to)
    {
        QTest::mousePress(widget, Qt::LeftButton, {}, from);
        constexpr int steps = 5;
        for (int step = 1; step <= steps; ++step) {
            const QPoint here = from + (to - from) * step / steps;
            QMouseEvent move(QEvent::MouseMove, here, widget->mapToGlobal(here), Qt::NoButton, Qt::LeftButton,
                Qt::NoModifier);
            QApplication::sendEvent(widget, &move);
        }
        QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
    }

    /// What F2 opens over a cell.
    QLineEdit *edit(int place, Column column) const
    {
        m_bench->click(place, column);
        QTest::keyClick(m_bench->table(), Qt::Key_F2);
        return m_bench->table()->viewport()->findChild<QLineEdit *>();
    }

    /// As an input method does it.
    static void composeInto(QWidget *widget, const QString &text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(widget, &event);
    }

    ExportDialog *exportDialog()
    {
        for (const Command &command : m_bench->window->findChild<MainMenu *>()->commands()) {
            if (command.id == u"export")
                command.run();
        }
        return m_bench->window->findChild<ExportDialog *>();
    }

    static QPushButton *segment(const QWidget *dialog, const QString &text)
    {
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    std::pair<Journal::Begin, QString> begin(const Exchange &exchange)
    {
        std::optional<std::pair<Journal::Begin, QString>> answer;
        m_bench->history.begin(
            exchange, m_bench->context(), [&answer](Journal::Begin result, const QString &who) {
                answer = {result, who};
            });
        (void)QTest::qWaitFor([&] { return answer.has_value(); }, 20'000);
        return answer.value_or(std::pair{Journal::Begin::Unavailable, QString()});
    }

    QString deeds()
    {
        std::optional<QStringList> names;
        m_bench->history.readAudit(
            0, 100, m_bench->context(), [&names](const QList<AuditEntry> &entries, const QString &) {
                names = QStringList();
                for (const AuditEntry &entry : entries)
                    names->append(entry.deed);
            });
        (void)QTest::qWaitFor([&] { return names.has_value(); }, 20'000);
        return names.value_or(QStringList()).join(u' ');
    }

    std::unique_ptr<HistoryWindow> m_bench;
};

QTEST_MAIN(TestHistoryList)
#include "tst_historylist.moc"
