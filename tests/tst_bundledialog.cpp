// The support bundle in the window: seen before it is saved, every replacement marked, and opened again.

#include "history/bundledialog.h"
#include "history/historydialogs.h"
#include "shell/presentation.h"
#include "support/historywindow.h"

#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTreeWidget>

using namespace faceid;

class TestBundleDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QApplication::setDoubleClickInterval(0); // clicks of a test come one after the other
        m_bench = std::make_unique<HistoryWindow>();
        m_bench->put(QStringLiteral("b-1"), Outcome::Issued);
        m_bench->put(QStringLiteral("b-2"), Outcome::Refused);
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("b-2 b-1"));
    }
    void cleanup() { m_bench.reset(); }

    void seenBeforeItIsSaved()
    {
        BundleDialog *dialog = bundleOf(1);
        auto *files = dialog->findChild<QListWidget *>();
        auto *text = dialog->findChild<QPlainTextEdit *>();
        QCOMPARE(files->currentItem()->text(), QStringLiteral("request-1/request.json"));
        QVERIFY(text->isReadOnly());
        QVERIFY(text->toPlainText().contains(QStringLiteral("[name 1]")));
        QVERIFY(!text->toPlainText().contains(QStringLiteral("测*")));

        // Every replacement in the text is marked, and nothing else; not by colour alone.
        QString marked;
        const QList<QTextEdit::ExtraSelection> selections = text->extraSelections();
        for (const QTextEdit::ExtraSelection &selection : selections) {
            marked += selection.cursor.selectedText();
            QVERIFY(selection.format.fontUnderline());
        }
        QCOMPARE(marked, QStringLiteral("[name 1][id number 1][name 1]"));

        // The list says what each stands for, but not while others look.
        auto *list = dialog->findChild<QTreeWidget *>();
        QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("[name 1]"));
        QCOMPARE(list->topLevelItem(0)->text(2), QStringLiteral("2"));
        QCOMPARE(list->topLevelItem(0)->text(3), QStringLiteral("测*"));
        m_bench->window->findChild<Presentation *>()->setOn(true);
        QCOMPARE(list->topLevelItem(0)->text(3), Presentation::dots());
        m_bench->window->findChild<Presentation *>()->setOn(false);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_bench->window->findChild<BundleDialog *>());
    }

    void fromPlaceToPlace()
    {
        BundleDialog *dialog = bundleOf(1);
        auto *text = dialog->findChild<QPlainTextEdit *>();
        auto *list = dialog->findChild<QTreeWidget *>();
        QPushButton *find = button(dialog, QStringLiteral("Find the next place"));
        QVERIFY(!find->isEnabled());
        list->setCurrentItem(list->topLevelItem(0));
        QTest::mouseClick(find, Qt::LeftButton);
        QCOMPARE(text->textCursor().selectedText(), QStringLiteral("[name 1]"));
        const int first = text->textCursor().position();
        QTest::mouseClick(find, Qt::LeftButton);
        QVERIFY(text->textCursor().position() > first);
        QTest::mouseClick(find, Qt::LeftButton); // round, over bundle.json, where it is listed
        QTest::mouseClick(find, Qt::LeftButton);
        QCOMPARE(text->textCursor().position(), first);
        // The token stands in another file.
        const QList<QTreeWidgetItem *> tokens =
            list->findItems(QStringLiteral("[token 1]"), Qt::MatchExactly);
        QCOMPARE(tokens.size(), 1);
        list->setCurrentItem(tokens.constFirst());
        QTest::mouseClick(find, Qt::LeftButton);
        QVERIFY(dialog->findChild<QListWidget *>()->currentItem()->text().contains(
            QStringLiteral("answer-body")));
    }

    void savedAndOpenedAgain()
    {
        BundleDialog *dialog = bundleOf(1);
        const QString path = m_bench->dir.filePath(QStringLiteral("b.zip"));
        dialog->save(m_bench->dir.filePath(QStringLiteral("no/such/b.zip")));
        QVERIFY(!button(dialog, QStringLiteral("Save…"))->isEnabled());
        QVERIFY(says(dialog, QStringLiteral("It is being saved")));
        QTRY_VERIFY(says(dialog, QStringLiteral("It could not be saved")));
        dialog->save(path);
        QTRY_VERIFY(says(dialog, QStringLiteral("Saved: ")));
        QVERIFY(button(dialog, QStringLiteral("Save…"))->isEnabled());
        QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_bench->window->findChild<BundleDialog *>());

        auto *dialogs = m_bench->window->findChild<HistoryDialogs *>();
        dialogs->showBundle(path);
        QTRY_VERIFY(m_bench->window->findChild<BundleDialog *>()); // read in the background
        auto *again = m_bench->window->findChild<BundleDialog *>();
        QVERIFY(again->windowTitle().contains(QStringLiteral("b.zip, read only")));
        QVERIFY(!button(again, QStringLiteral("Save…"))->isVisible());
        QVERIFY(again->findChild<QPlainTextEdit *>()->toPlainText().contains(QStringLiteral("[name 1]")));
        QVERIFY(!again->findChild<QPlainTextEdit *>()->extraSelections().isEmpty());
        QVERIFY(again->findChild<QTreeWidget *>()->isColumnHidden(3));
        QTest::keyClick(again, Qt::Key_Escape);
        QTRY_VERIFY(!m_bench->window->findChild<BundleDialog *>());

        QFile broken(path);
        QVERIFY(broken.open(QFile::WriteOnly));
        broken.write("no zip");
        broken.close();
        dialogs->showBundle(path);
        QTRY_VERIFY(says(m_bench->window.get(), QStringLiteral("This is no zip file.")));
        QVERIFY(!m_bench->window->findChild<BundleDialog *>());
    }

    /// Closed at any moment: what is not wanted any more ends, a file that was begun is finished and noted.
    void closedMeanwhile()
    {
        {
            BundleDialog dialog({made::ended(made::pending(QStringLiteral("b-9")), Outcome::Issued)},
                m_bench->theme, *m_bench->window->findChild<Presentation *>(), nullptr);
            QVERIFY(says(&dialog, QStringLiteral("Personal data is being replaced")));
            QVERIFY(!button(&dialog, QStringLiteral("Save…"))->isEnabled());
        }
        BundleDialog *dialog = bundleOf(1);
        const QString path = m_bench->dir.filePath(QStringLiteral("b.zip"));
        dialog->save(path);
        dialog->close();
        QTRY_VERIFY(says(m_bench->window.get(), QStringLiteral("Saved: ")));
        QVERIFY(QFile::exists(path));
        QTRY_COMPARE(deeds(), QStringList{QStringLiteral("export")});
        QTRY_VERIFY(!m_bench->window->findChild<BundleDialog *>());
    }

    void ofSeveralRows()
    {
        m_bench->click(0);
        QTest::keyClick(m_bench->table(), Qt::Key_Down, Qt::ShiftModifier);
        const QPoint where = m_bench->table()->visualRect(m_bench->table()->model()->index(0, 0)).center();
        QVERIFY(HistoryWindow::chooseIn(
            HistoryWindow::menuAt(m_bench->table()->viewport(), where), {QStringLiteral("Support bundle…")}));
        QTRY_VERIFY(m_bench->window->findChild<BundleDialog *>());
        auto *files = m_bench->window->findChild<BundleDialog *>()->findChild<QListWidget *>();
        QTRY_VERIFY(files->count() > 0);
        QCOMPARE(files->findItems(QStringLiteral("request-2/request.json"), Qt::MatchExactly).size(), 1);
    }

private:
    BundleDialog *bundleOf(int place)
    {
        [&] { QVERIFY(m_bench->chooseOf(place, {QStringLiteral("Support bundle…")})); }();
        [&] { QTRY_VERIFY(m_bench->window->findChild<BundleDialog *>()); }();
        auto *dialog = m_bench->window->findChild<BundleDialog *>();
        [dialog] { QTRY_VERIFY(dialog->findChild<QListWidget *>()->count() > 0); }(); // it is made by then
        return dialog;
    }

    QStringList deeds()
    {
        std::optional<QStringList> names;
        m_bench->history.readAudit(
            0, 100, m_bench->context(), [&names](const QList<AuditEntry> &entries, const QString &) {
                names = QStringList();
                for (const AuditEntry &entry : entries)
                    names->append(entry.deed);
            });
        (void)QTest::qWaitFor([&] { return names.has_value(); }, 20'000);
        return names.value_or(QStringList());
    }

    static bool says(const QWidget *dialog, const QString &text)
    {
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
            [&](const QLabel *label) { return label->text().contains(text); });
    }

    static QPushButton *button(const QWidget *dialog, const QString &text)
    {
        for (QPushButton *one : dialog->findChildren<QPushButton *>()) {
            if (one->text() == text)
                return one;
        }
        return nullptr;
    }

    std::unique_ptr<HistoryWindow> m_bench;
};

QTEST_MAIN(TestBundleDialog)
#include "tst_bundledialog.moc"
