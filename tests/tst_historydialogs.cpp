// The dialogs over the whole history, opened in the window as an operator opens them.

#include "export/har.h"
#include "history/exportdialog.h"
#include "history/historymodel.h"
#include "history/privacydialog.h"
#include "history/reportdialog.h"
#include "history/tokendialog.h"
#include "mainmenu.h"
#include "shell/presentation.h"
#include "support/madeexchange.h"
#include "support/windowbench.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>

using namespace faceid;

class tst_HistoryDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<WindowBench>();
        QGuiApplication::clipboard()->clear();
    }
    void cleanup() { m_bench.reset(); }

    void aTokenOnTheClipboardIsReadAtOnce()
    {
        const Exchange issued = putRow(QStringLiteral("b-1"));
        putRow(QStringLiteral("b-2"), Outcome::Refused);
        QVERIFY(m_bench->open());
        QTRY_COMPARE(m_bench->window->findChild<QTableView *>()->model()->rowCount(), 2);
        QGuiApplication::clipboard()->setText(QStringLiteral("token: ") + issued.reply.token);
        auto *dialog = tokenDialog();
        QTRY_VERIFY(says(dialog, QStringLiteral("b-1 · 测试 profile · Issued")));
        QVERIFY(says(dialog, QStringLiteral("open until")));

        // Its row is one click away.
        auto *toRow = button(dialog, QStringLiteral("Show the row"));
        QVERIFY(toRow->isEnabled());
        QTest::mouseClick(toRow, Qt::LeftButton);
        auto *table = m_bench->window->findChild<QTableView *>();
        const auto row = table->currentIndex().data(HistoryModel::RowRole).value<HistoryRow>();
        QCOMPARE(row.id, issued.id);
    }

    void whatIsTypedIsReadAsItStands()
    {
        QVERIFY(m_bench->open());
        auto *dialog = tokenDialog();
        auto *input = dialog->findChild<QLineEdit *>();
        QVERIFY(input->text().isEmpty());
        input->setText(QStringLiteral("hello"));
        QVERIFY(says(dialog, QStringLiteral("no token and no request_id")));
        input->setText(QStringLiteral("1532412036,c26a7243-d47c-440f-ade1-6c09dd9cba46"));
        QTRY_VERIFY(says(dialog, QStringLiteral("no row")));
        QVERIFY(says(dialog, QStringLiteral("over since")));
        QVERIFY(!button(dialog, QStringLiteral("Show the row"))->isEnabled());
        input->clear();
        QVERIFY(!says(dialog, QStringLiteral("over since")));
    }

    void theReportIsShownAndSaved()
    {
        putRow(QStringLiteral("b-1"));
        putRow(QStringLiteral("b-2"), Outcome::Refused);
        QVERIFY(m_bench->open());
        trigger(QStringLiteral("report"));
        auto *dialog = m_bench->window->findChild<ReportDialog *>();
        QVERIFY(dialog);
        auto *page = dialog->findChild<QTextBrowser *>();
        QTRY_VERIFY(page->toPlainText().contains(QStringLiteral("BAD_ARGUMENTS")));
        QVERIFY(page->toPlainText().contains(QStringLiteral("测试 profile")));
        QVERIFY(!page->toPlainText().contains(QStringLiteral("b-1")));

        const QString path = m_bench->dir.filePath(QStringLiteral("report.pdf"));
        dialog->save(path);
        QVERIFY(QFileInfo(path).size() > 1000);
        QTRY_COMPARE(deeds(), QStringList{QStringLiteral("export")});

        // Another day has another report.
        for (QDateEdit *edit : dialog->findChildren<QDateEdit *>())
            edit->setDate(QDate(2020, 1, 1));
        QTRY_VERIFY(page->toPlainText().contains(QStringLiteral("Nothing was sent")));
    }

    void theExportConfirmsWhatIsPersonal()
    {
        const Exchange issued = putRow(QStringLiteral("b-1"));
        QVERIFY(m_bench->open());
        trigger(QStringLiteral("export"));
        auto *dialog = m_bench->window->findChild<ExportDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(button(dialog, QStringLiteral("Export 1 row…")));
        const QString path = m_bench->dir.filePath(QStringLiteral("rows.csv"));
        dialog->save(path);
        QTRY_VERIFY(says(dialog, QStringLiteral("1 row saved")));
        QVERIFY(contentOf(path).contains("b-1"));
        QVERIFY(!contentOf(path).contains("测*"));

        auto *personal = dialog->findChildren<QCheckBox *>().at(1);
        personal->setChecked(true);
        QVERIFY(button(dialog, QStringLiteral("Export 1 row with personal data…")));
        dialog->save(path);
        QTRY_COMPARE(deeds(), (QStringList{QStringLiteral("export"), QStringLiteral("export")}));
        QVERIFY(contentOf(path).contains("测*"));
        QVERIFY(!contentOf(path).contains(issued.reply.token.toUtf8()));
        dialog->save(m_bench->dir.filePath(QStringLiteral("no/such/rows.csv")));
        QTRY_VERIFY(says(dialog, QStringLiteral("It could not be saved")));
    }

    void theListIsExportedAsAnArchive()
    {
        const Exchange first = putRow(QStringLiteral("b-1"));
        putRow(QStringLiteral("b-2"));
        QVERIFY(m_bench->open());
        trigger(QStringLiteral("export"));
        auto *dialog = m_bench->window->findChild<ExportDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(button(dialog, QStringLiteral("Export 2 rows…")));
        QTest::mouseClick(button(dialog, QStringLiteral("HAR")), Qt::LeftButton);
        QVERIFY(button(dialog, QStringLiteral("Export 2 rows…")));
        QVERIFY(says(dialog, QStringLiteral("Pseudonyms stand for names")));
        const QString path = m_bench->dir.filePath(QStringLiteral("rows.har"));
        dialog->save(path);
        QTRY_VERIFY(says(dialog, QStringLiteral("2 rows saved")));
        QVERIFY(!contentOf(path).contains("测*"));
        QVERIFY(contentOf(path).contains("[name 1]"));

        dialog->findChildren<QCheckBox *>().at(1)->click();
        QVERIFY(button(dialog, QStringLiteral("Export 2 rows with personal data…"))); // masked, but there
        dialog->save(path);
        QTRY_VERIFY(says(dialog, QStringLiteral("2 rows saved")));
        QVERIFY(contentOf(path).contains("测*"));
        const HarReading reading = readHar(contentOf(path));
        QCOMPARE(reading.entries.size(), 2);
        QCOMPARE(reading.entries.at(1).exchange.bizNo, QStringLiteral("b-1")); // in the order of the list
        QCOMPARE(reading.entries.at(1).exchange.outcome, Outcome::Issued);
        QVERIFY(!contentOf(path).contains(first.reply.token.toUtf8()));
        for (const FillFinding &finding : reading.entries.at(0).findings)
            QVERIFY(finding.name != u"idcard_name" || finding.kind == FillFinding::Kind::Masked);
        for (const Part &part : reading.entries.at(0).parts)
            QVERIFY2(!part.value.contains('*'), qPrintable(part.name));
    }

    /// On a projector nothing leaves in a file that the list hides, whatever the format.
    void whatIsHiddenIsNotExported()
    {
        putRow(QStringLiteral("b-1"));
        QVERIFY(m_bench->open());
        trigger(QStringLiteral("export"));
        auto *dialog = m_bench->window->findChild<ExportDialog *>();
        QVERIFY(dialog);
        auto *personal = dialog->findChildren<QCheckBox *>().at(1);
        personal->click();
        QTRY_VERIFY(button(dialog, QStringLiteral("Export 1 row with personal data…")));
        auto *presentation = m_bench->window->findChild<Presentation *>();
        presentation->setOn(true);
        QVERIFY(!personal->isEnabled());
        QVERIFY(personal->text().contains(presentation->reason()));
        QTest::mouseClick(button(dialog, QStringLiteral("HAR")), Qt::LeftButton);
        QVERIFY(button(dialog, QStringLiteral("Export 1 row…")));
        const QString path = m_bench->dir.filePath(QStringLiteral("rows.har"));
        dialog->save(path);
        QTRY_VERIFY(says(dialog, QStringLiteral("1 row saved")));
        QVERIFY(!contentOf(path).contains("测*"));
        presentation->setOn(false);
        QVERIFY(personal->isEnabled());
        QVERIFY(!personal->isChecked());
    }

    void onePersonIsErasedAndTheListFollows()
    {
        const PersonKey key = PersonKey::random();
        m_bench->credentials.keepForSession(QStringLiteral("person-key"), key.toSecret());
        Exchange asked = made::pending(QStringLiteral("b-1"));
        asked.numberKey = key.ofNumber(made::idNumber);
        asked.nameKey = key.ofName(made::personName);
        m_bench->history.begin(asked, &m_context, [](Journal::Begin, const QString &) {});
        m_bench->history.finish(made::ended(asked, Outcome::Issued), &m_context, [](const QString &) {});
        QVERIFY(m_bench->open());
        auto *table = m_bench->window->findChild<QTableView *>();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        trigger(QStringLiteral("privacy"));
        auto *dialog = m_bench->window->findChild<PrivacyDialog *>();
        QVERIFY(dialog);
        QTRY_VERIFY(says(dialog, QStringLiteral("0 entries, nothing was changed")));
        for (QLineEdit *line : dialog->findChildren<QLineEdit *>()) {
            if (line->accessibleName() == u"The person to erase")
                QTest::keyClicks(line, made::idNumber);
        }
        QTest::mouseClick(button(dialog, QStringLiteral("Erase…")), Qt::LeftButton);
        auto *box = dialog->findChild<QMessageBox *>();
        QVERIFY(box);
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel)); // also what Escape means
        QTest::mouseClick(button(box, QStringLiteral("Erase for good")), Qt::LeftButton);
        QTRY_VERIFY(says(dialog, QStringLiteral("Personal data erased from 1 row.")));
        QTRY_VERIFY(says(dialog, QStringLiteral("1 entry, nothing was changed")));
        QTRY_COMPARE(
            table->model()->index(0, 0).data(HistoryModel::RowRole).value<HistoryRow>().person, QString());
        const QString path = m_bench->dir.filePath(QStringLiteral("trail.csv"));
        dialog->saveTrail(path);
        QTRY_VERIFY(says(dialog, QStringLiteral("Saved: ")));
        QVERIFY(contentOf(path).contains(",purge,"));
        QVERIFY(!contentOf(path).contains(made::idNumber.toUtf8()));
    }

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }

    Exchange putRow(const QString &bizNo, Outcome outcome = Outcome::Issued)
    {
        const Exchange pending = made::pending(bizNo);
        const Exchange exchange = made::ended(pending, outcome);
        m_bench->history.begin(pending, &m_context, [](Journal::Begin, const QString &) {});
        m_bench->history.finish(exchange, &m_context, [](const QString &) {});
        return exchange;
    }

    void trigger(const QString &id)
    {
        for (const Command &command : m_bench->window->findChild<MainMenu *>()->commands()) {
            if (command.id == id)
                command.run();
        }
    }

    TokenDialog *tokenDialog()
    {
        trigger(QStringLiteral("readToken"));
        auto *dialog = m_bench->window->findChild<TokenDialog *>();
        [dialog] { QTRY_VERIFY(dialog && dialog->isVisible()); }();
        return dialog;
    }

    static bool says(const QWidget *dialog, const QString &text)
    {
        const QList<QLabel *> labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
            [&](const QLabel *label) { return label->text().contains(text); });
    }

    static QPushButton *button(const QWidget *dialog, const QString &text)
    {
        const QList<QPushButton *> all = dialog->findChildren<QPushButton *>();
        const auto it = std::find_if(
            all.cbegin(), all.cend(), [&](const QPushButton *one) { return one->text() == text; });
        return it == all.cend() ? nullptr : *it;
    }

    QStringList deeds()
    {
        std::optional<QStringList> names;
        m_bench->history.readAudit(
            0, 100, &m_context, [&names](const QList<AuditEntry> &entries, const QString &) {
                names = QStringList();
                for (const AuditEntry &entry : entries)
                    names->append(entry.deed);
            });
        (void)QTest::qWaitFor([&] { return names.has_value(); }, 20'000);
        return names.value_or(QStringList());
    }

    std::unique_ptr<WindowBench> m_bench;
    QObject m_context;
};

QTEST_MAIN(tst_HistoryDialogs)
#include "tst_historydialogs.moc"
