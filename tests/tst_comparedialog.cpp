// Two rows of the history beside each other: chosen in the list by clicks, shown in a dialog.

#include "history/comparedialog.h"
#include "shell/presentation.h"
#include "support/historywindow.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTreeView>

using namespace faceid;

namespace {

/// The model as a reader sees it: a section a line, and below it its rows.
QString printed(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int branch = 0; branch < model.rowCount(); ++branch) {
        const QModelIndex section = model.index(branch, 0);
        lines.append(section.data().toString());
        for (int row = 0; row < model.rowCount(section); ++row) {
            QStringList cells;
            for (int column = 0; column < model.columnCount(section); ++column)
                cells.append(model.index(row, column, section).data().toString());
            lines.append(QStringLiteral("  ") + cells.join(QStringLiteral(" | ")));
        }
    }
    return lines.join(u'\n');
}

QList<DiffRow> rowsOfTwo()
{
    return {{DiffSection::Facts, QStringLiteral("outcome"), QStringLiteral("Issued"),
                QStringLiteral("Refused"), Difference::Real},
        {DiffSection::Facts, QStringLiteral("profile"), QStringLiteral("p"), QStringLiteral("p"),
            Difference::None},
        {DiffSection::Request, QStringLiteral("idcard_name"), QStringLiteral("测*"), QStringLiteral("测*"),
            Difference::Unclear},
        {DiffSection::Timings, QStringLiteral("upload_ms"), QStringLiteral("1"), std::nullopt,
            Difference::EachTime}};
}

} // namespace

class TestCompareDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QApplication::setDoubleClickInterval(0); // clicks of a test come one after the other
        m_bench = std::make_unique<HistoryWindow>();
    }
    void cleanup() { m_bench.reset(); }

    void theModel()
    {
        Presentation presentation;
        CompareModel model(m_bench->theme, presentation, nullptr);
        const QAbstractItemModelTester tester(&model);
        model.setRows(rowsOfTwo(), QStringLiteral("one"), QStringLiteral("two"));
        QCOMPARE(printed(model),
            QStringLiteral("Facts\n"
                           "  Outcome | ≠ differs | Issued | Refused\n"
                           "  Profile | = same | p | p\n"
                           "Parts of the request\n"
                           "  idcard_name | ? masked alike | 测* | 测*\n"
                           "Times\n"
                           "  Upload, ms | ~ differs each time | 1 | (not there)"));
        QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), QStringLiteral("one"));
        QCOMPARE(model.headerData(3, Qt::Horizontal).toString(), QStringLiteral("two"));
        // Not by colour alone.
        const QModelIndex differs = model.index(0, 2, model.index(0, 0));
        QVERIFY(differs.data(Qt::FontRole).value<QFont>().bold());
        QVERIFY(!model.index(1, 2, model.index(0, 0)).data(Qt::FontRole).isValid());

        model.setOnlyDifferent(true);
        QVERIFY(!printed(model).contains(QStringLiteral("same")));
        QCOMPARE(model.count(Difference::None), 1);
        presentation.setOn(true);
        QVERIFY(printed(model).contains(QStringLiteral("? masked alike | •••••• | ••••••")));
        QVERIFY(printed(model).contains(QStringLiteral("Issued | Refused")));
        presentation.setOn(false);
        model.setRows({}, {}, {});
        QCOMPARE(model.rowCount(), 0);
    }

    /// What a server sends can neither reorder a line nor fill the screen.
    void valuesOfStrangers()
    {
        Presentation presentation;
        CompareModel model(m_bench->theme, presentation, nullptr);
        const QString hostile = QStringLiteral("\u202e") + QStringLiteral("x").repeated(50'000);
        model.setRows(
            {{DiffSection::Answer, QStringLiteral("$.\u202e"), hostile, hostile + u'y', Difference::Real}},
            {}, {});
        const QModelIndex section = model.index(0, 0);
        for (int column = 0; column < CompareModel::columns; ++column) {
            const QString text = model.index(0, column, section).data().toString();
            QVERIFY(!text.contains(QChar(0x202e)) && text.size() < 300);
        }
        const QString whole = model.wholeValue(model.index(0, 0, section), CompareModel::Column::Left);
        QVERIFY(!whole.contains(QChar(0x202e)) && whole.size() > 10'000 && whole.size() < 30'000);
    }

    void twoRowsByClicks()
    {
        m_bench->put(QStringLiteral("first"), Outcome::Issued);
        m_bench->put(QStringLiteral("second"), Outcome::Refused,
            [](Exchange &e) { e.startedAt = e.startedAt.addSecs(1); });
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("second first"));
        QVERIFY(!m_bench->chooseOf(0, {compareText()})); // one is selected
        m_bench->activate();
        m_bench->click(0);
        clickAlso(1);
        QVERIFY(chooseAt(1, compareText()));
        auto *dialog = m_bench->window->findChild<CompareDialog *>();
        QVERIFY(dialog);
        auto *summary = dialog->findChild<QLabel *>(QStringLiteral("compareSummary"));
        QTRY_VERIFY(summary->text().contains(QStringLiteral("differ.")));
        QVERIFY2(summary->text().contains(QStringLiteral("2 masked values are alike")),
            qPrintable(summary->text()));
        const QString text = printed(*dialog->model());
        QVERIFY2(text.contains(QStringLiteral("Outcome | ≠ differs | Issued | Refused")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("biz_no | ~ differs each time | first | second")));
        QVERIFY(!text.contains(QStringLiteral("0123456789abcdef0123456789abcdef")));

        // What is chosen stands below to its end, and dots cover it while others look.
        auto *view = dialog->findChild<QTreeView *>();
        QCOMPARE(view->currentIndex().data().toString(), QStringLiteral("Outcome"));
        QPlainTextEdit *earlier = sideOf(dialog, QStringLiteral("The earlier value"));
        QPlainTextEdit *later = sideOf(dialog, QStringLiteral("The later value"));
        QVERIFY(earlier && later && earlier->mapToGlobal(QPoint()).x() < later->mapToGlobal(QPoint()).x());
        QCOMPARE(earlier->toPlainText(), QStringLiteral("Issued"));
        QCOMPARE(later->toPlainText(), QStringLiteral("Refused"));
        const QModelIndex parts = dialog->model()->index(1, 0);
        view->setCurrentIndex(dialog->model()->index(1, 0, parts));
        QCOMPARE(earlier->toPlainText(), QStringLiteral("测*"));
        m_bench->window->findChild<Presentation *>()->setOn(true);
        QCOMPARE(earlier->toPlainText(), Presentation::dots());
        m_bench->window->findChild<Presentation *>()->setOn(false);

        QTest::mouseClick(dialog->findChild<QCheckBox *>(), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(!printed(*dialog->model()).contains(QStringLiteral("= same")));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_bench->window->findChild<CompareDialog *>());
    }

    /// The keyboard reaches it too; three are not two, and no key deletes one of several by surprise.
    void severalRows()
    {
        for (const char *number : {"c", "b", "a"})
            m_bench->put(QString::fromLatin1(number), Outcome::Refused);
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->listed(), QStringLiteral("a b c"));
        m_bench->click(0);
        QTest::keyClick(m_bench->table(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_bench->table()->selectionModel()->selectedRows().size(), 2);
        QTest::keyClick(m_bench->table(), Qt::Key_Delete);
        QVERIFY(!chooseAt(0, QStringLiteral("Delete")));
        m_bench->activate();
        QTest::keyClick(m_bench->table(), Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(!chooseAt(0, compareText()));
        QCOMPARE(m_bench->listed(), QStringLiteral("a b c"));
    }

    void aRowThatIsGone()
    {
        const Exchange there = m_bench->put(QStringLiteral("there"), Outcome::Issued);
        Presentation presentation;
        CompareDialog dialog(
            m_bench->history, there.id, QUuid::createUuid(), m_bench->theme, presentation, nullptr);
        auto *summary = dialog.findChild<QLabel *>(QStringLiteral("compareSummary"));
        QTRY_COMPARE(summary->text(), QStringLiteral("One of the rows is not in the history any more."));
        QCOMPARE(dialog.model()->rowCount(), 0);
    }

private:
    static QString compareText() { return QStringLiteral("Compare the two selected rows…"); }

    static QPlainTextEdit *sideOf(const QWidget *dialog, const QString &name)
    {
        for (QPlainTextEdit *side : dialog->findChildren<QPlainTextEdit *>()) {
            if (side->accessibleName() == name)
                return side;
        }
        return nullptr;
    }

    QPoint middle(int place) const
    {
        return m_bench->table()->visualRect(m_bench->table()->model()->index(place, 0)).center();
    }

    void clickAlso(int place) const
    {
        QTest::mouseClick(m_bench->table()->viewport(), Qt::LeftButton, Qt::ControlModifier, middle(place));
    }

    /// From the menu at a row, without changing what is selected.
    bool chooseAt(int place, const QString &text) const
    {
        return HistoryWindow::chooseIn(
            HistoryWindow::menuAt(m_bench->table()->viewport(), middle(place)), {text});
    }

    std::unique_ptr<HistoryWindow> m_bench;
};

QTEST_MAIN(TestCompareDialog)
#include "tst_comparedialog.moc"
