// What an administrator has set, as the window shows it: the control is there, disabled, and says why.

#include "form/curldialog.h"
#include "history/exportdialog.h"
#include "history/historydialogs.h"
#include "history/historymodel.h"
#include "history/historyview.h"
#include "history/privacydialog.h"
#include "history/rowmenu.h"
#include "history/tokendialog.h"
#include "mainmenu.h"
#include "policy/policy.h"
#include "profiles/profiledialog.h"
#include "profiles/secretedit.h"
#include "shell/environmentband.h"
#include "shell/messagebar.h"
#include "shell/presentation.h"
#include "support/madeexchange.h"
#include "support/windowbench.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace faceid;

class TestPolicyWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<WindowBench>(); }
    void cleanup() { m_bench.reset(); }

    void withoutAPolicyNothingIsDisabled()
    {
        QVERIFY(m_bench->open());
        for (const Command &command : commands())
            QVERIFY2(command.isEnabled || !command.run, qPrintable(command.id));
        QVERIFY(!m_bench->window->findChild<Presentation *>()->covers());
    }

    void featuresAreOff()
    {
        m_bench->policy.switchedOff = {Feature::Export, Feature::Callbacks, Feature::Sandbox};
        QVERIFY(m_bench->open());
        QStringList off;
        for (const Command &command : commands()) {
            if (command.run && !command.isEnabled)
                off.append(command.id);
        }
        QCOMPARE(off.join(u' '), QStringLiteral("export report sandbox callbacks"));
        for (const QAction *action : m_bench->window->findChild<MainMenu *>()->actions()) {
            if (!action->isSeparator() && !action->isEnabled())
                QVERIFY2(action->text().contains(setByAdministrator()), qPrintable(action->text()));
        }
    }

    /// In the menu of a row as in the main menu.
    void aRowOffersWhatIsAllowed()
    {
        m_bench->policy.switchedOff = {Feature::Export};
        m_bench->policy.allowsSdkOnly = true;
        const HistoryRow row =
            rowOf(made::ended(made::pending(QStringLiteral("b-1")), Outcome::Issued)); // PC
        const auto forbidden = [&row](const Policy &policy) {
            const RowMenu menu(row, {row.id}, true, policy, nullptr);
            QStringList texts;
            for (const QAction *action : menu.actions()) {
                if (action->isEnabled() || action->toolTip() != setByAdministrator())
                    continue;
                texts.append(action->text().section(QStringLiteral(" ("), 0, 0));
                if (!action->text().contains(setByAdministrator()))
                    texts.append(QStringLiteral("without a word"));
            }
            return texts.join(QStringLiteral(", "));
        };
        QCOMPARE(forbidden({}), QString());
        QCOMPARE(forbidden(m_bench->policy),
            QStringLiteral(
                "Open as a new form, Issue again, linked to this row, Save as HAR…, Support bundle…"));
    }

    /// What a command line or the desktop's menu asks for.
    void aPageThatIsOffSaysSo()
    {
        m_bench->policy.switchedOff = {Feature::Sandbox};
        m_bench->policy.allowsSdkOnly = true;
        QVERIFY(m_bench->open());
        auto *bar = m_bench->window->findChild<MessageBar *>();
        m_bench->window->open(QStringLiteral("sandbox"));
        QCOMPARE(bar->accessibleName(), switchedOffSentence(Feature::Sandbox));
        bar->hide();
        QTest::keyClick(m_bench->window.get(), Qt::Key_F7); // and what its key asks for
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->accessibleName(), switchedOffSentence(Feature::Sandbox));
        m_bench->window->open(QStringLiteral("carryOver"));
        QCOMPARE(bar->accessibleName(), sdkOnlySentence());
        m_bench->window->open(QStringLiteral("nonsense"));
        QVERIFY(bar->accessibleName().contains(QStringLiteral("'nonsense'")));
        m_bench->window->open(QStringLiteral("readToken"));
        QVERIFY(m_bench->visible<TokenDialog>());
    }

    void onlySdkTokens()
    {
        m_bench->policy.allowsSdkOnly = true;
        m_bench->settings.setValue(QStringLiteral("window/endpoint"), getToken().id);
        QVERIFY(m_bench->open());
        auto *band = m_bench->window->findChild<EnvironmentBand *>();
        QCOMPARE(band->endpointId(), getBizToken().id);
        int disabled = 0;
        for (const QPushButton *button : band->findChildren<QPushButton *>()) {
            if (button->isEnabled())
                continue;
            ++disabled;
            QVERIFY(button->text().contains(getToken().id));
            QCOMPARE(button->toolTip(), setByAdministrator());
        }
        QCOMPARE(disabled, 1);
        QTest::keyClick(m_bench->window.get(), Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(band->endpointId(), getBizToken().id);
        QCOMPARE(m_bench->window->findChild<MessageBar *>()->accessibleName(), sdkOnlySentence());
    }

    void secretsCannotBeTyped()
    {
        m_bench->policy.allowsSecretEntry = false;
        m_bench->policy.addresses.insert(getToken().id, QUrl(QStringLiteral("https://fixed.example.com")));
        ProfileStore profiles(m_bench->settings, m_bench->policy);
        Profile profile = ProfileStore::blank();
        profile.name = QStringLiteral("mine");
        QCOMPARE(profiles.save(profile), QString());
        Presentation presentation;
        ProfileDialog dialog(
            profiles, m_bench->credentials, m_bench->policy, m_bench->theme, presentation, nullptr);
        for (const char *name : {"apiSecret", "spareSecret"}) {
            auto *line = dialog.findChild<QLineEdit *>(QLatin1String(name));
            QVERIFY(line);
            QVERIFY(!line->isEnabled());
            QCOMPARE(line->placeholderText(), setByAdministrator());
        }
        QVERIFY(dialog.findChild<QLineEdit *>(QStringLiteral("readySign"))->isEnabled());
        auto *fixed = dialog.findChild<QLineEdit *>(QStringLiteral("address/get_token"));
        QVERIFY(!fixed->isEnabled());
        QCOMPARE(fixed->text(), QStringLiteral("https://fixed.example.com"));
        QVERIFY(dialog.findChild<QLineEdit *>(QStringLiteral("address/get_biz_token"))->isEnabled());
    }

    void retentionIsFixed()
    {
        m_bench->policy.personalDays = 7;
        Presentation presentation;
        PrivacyDialog dialog(m_bench->history, m_bench->credentials, m_bench->settings, m_bench->policy,
            presentation, nullptr);
        const QList<QSpinBox *> boxes = dialog.findChildren<QSpinBox *>();
        QCOMPARE(boxes.size(), 2);
        QCOMPARE(boxes.at(0)->value(), 7);
        QVERIFY(!boxes.at(0)->isEnabled());
        QVERIFY(boxes.at(1)->isEnabled());
        QCOMPARE(dialog.findChild<QLabel *>(QStringLiteral("retentionFixed"))->text(), setByAdministrator());
    }

    void maskingIsForced()
    {
        m_bench->policy.forcesMasking = true;
        QVERIFY(m_bench->open());
        auto *presentation = m_bench->window->findChild<Presentation *>();
        QVERIFY(presentation->covers());
        QVERIFY(!presentation->isOn()); // the type stays as it is
        presentation->setOn(true);
        presentation->setOn(false);
        QCOMPARE(presentation->shown(QStringLiteral("token")), Presentation::dots());
        QCOMPARE(presentation->reason(), setByAdministrator());
        ExportDialog dialog(m_bench->history, m_bench->window->findChild<HistoryView *>()->model(), {},
            *presentation, nullptr);
        bool isSaid = false;
        for (const QCheckBox *box : dialog.findChildren<QCheckBox *>())
            isSaid = isSaid || (!box->isEnabled() && box->text().contains(setByAdministrator()));
        QVERIFY(isSaid);
    }

    /// The administrator hides what is of others; the operator still writes on rows. On a projector not even
    /// that.
    void ownWordsAreEditedUnderForcedMasking()
    {
        QTableView *table = openMaskedWithOneRow();
        auto *presentation = m_bench->window->findChild<Presentation *>();
        const auto tags = [table] { return table->model()->index(0, int(HistoryModel::Column::Tags)); };
        QVERIFY(tags().flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(table->model()->setData(tags(), QStringLiteral("urgent"), Qt::EditRole));
        QTRY_COMPARE(tags().data(Qt::EditRole).toString(), QStringLiteral("urgent"));
        QCOMPARE(tags().data().toString(), Presentation::dots());
        const QModelIndex token = table->model()->index(0, int(HistoryModel::Column::Token));
        QCOMPARE(token.data(Qt::EditRole).toString(), Presentation::dots());
        auto *note = m_bench->window->findChild<QLineEdit *>(QStringLiteral("markNote"));
        QCOMPARE(note->echoMode(), QLineEdit::Normal);
        presentation->setOn(true);
        QVERIFY(!tags().flags().testFlag(Qt::ItemIsEditable));
        QCOMPARE(tags().data(Qt::EditRole).toString(), Presentation::dots());
        QCOMPARE(note->echoMode(), QLineEdit::Password);
    }

    void aHiddenCommandSaysWhoHidesIt()
    {
        Presentation presentation;
        CurlDialog dialog(Profile{}, presentation, nullptr);
        auto *state = dialog.findChild<QLabel *>(QStringLiteral("curlState"));
        QVERIFY(!state->text().contains(QStringLiteral("not shown")));
        presentation.setOn(true);
        QVERIFY(state->text().contains(QStringLiteral("Presentation mode: the command is not shown")));
        presentation.setOn(false);
        QVERIFY(!state->text().contains(QStringLiteral("not shown")));
        presentation.coverAlways();
        QVERIFY(state->text().contains(setByAdministrator() + QStringLiteral(": the command is not shown")));
    }

    void maskingIsForcedOnArchivesToo()
    {
        QTableView *table = openMaskedWithOneRow();
        table->selectRow(0);
        m_bench->window->findChild<HistoryDialogs *>()->saveArchive(
            table->model()->index(0, 0).data(HistoryModel::RowRole).value<HistoryRow>());
        auto *dialog = m_bench->window->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = m_bench->dir.filePath(QStringLiteral("row.har"));
        Q_EMIT dialog->fileSelected(path);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QFile::ReadOnly));
        const QByteArray archive = file.readAll();
        QVERIFY(archive.contains("[name 1]"));
        QVERIFY(!archive.contains("测*"));
    }

private:
    QTableView *openMaskedWithOneRow()
    {
        m_bench->policy.forcesMasking = true;
        const Exchange asked = made::pending(QStringLiteral("b-1"));
        m_bench->history.begin(asked, &m_context, [](Journal::Begin, const QString &) {});
        m_bench->history.finish(made::ended(asked, Outcome::Issued), &m_context, [](const QString &) {});
        [this] { QVERIFY(m_bench->open()); }();
        auto *table = m_bench->window->findChild<QTableView *>();
        [table] { QTRY_COMPARE(table->model()->rowCount(), 1); }();
        return table;
    }

    QList<Command> commands() const { return m_bench->window->findChild<MainMenu *>()->commands(); }

    std::unique_ptr<WindowBench> m_bench;
    QObject m_context;
};

QTEST_MAIN(TestPolicyWindow)
#include "tst_policywindow.moc"
