// A sheet in the window: a real sandbox on a socket, a real history, real files, clicks and keys.

#include "batch/batchpace.h"
#include "batch/batchwindow.h"
#include "batch/sheetproblems.h"
#include "client/tokenclient.h"
#include "client/tokenjob.h"
#include "credentials/credentialstore.h"
#include "history/historystore.h"
#include "sandbox/sandboxrequests.h"
#include "sandbox/sandboxserver.h"
#include "shell/language.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;
using namespace Qt::StringLiterals;

class TestBatchWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsBadCells();
    void tellsInTheOtherLanguage();
    void oneRowIsOne();
    void coversCellsWhilePresenting();
    void sendsEveryRowOnce();
    void takesFieldsOfAllRowsFromTheForm();
    void sendsNothingWhilePaused();
    void stopsAndGoesOn();
    void waitsForABusyService();
    void asksInProduction();
    void asksBeforeItCloses();
    void looksAgainAtAChangedSheet();
    void givesNobodyTheTokenOfAnother();
    void neverOverwritesTheSheet();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QString write(const QByteArray &content) const
    {
        QFile file(path(u"people.csv"_s));
        file.open(QIODevice::WriteOnly | QIODevice::Truncate);
        file.write(content);
        return file.fileName();
    }
    /// A sheet of so many rows with photos.
    QString people(int rows) const
    {
        QFile::copy(QStringLiteral(FACEID_PHOTO), path(u"face.png"_s));
        QByteArray csv("uuid,image_ref1,#memo\n");
        for (int i = 0; i < rows; ++i)
            csv += "u-" + QByteArray::number(i) + ",face.png,of nobody\n";
        return write(csv);
    }
    void order(const QString &scenario) const
    {
        m_server->scenarios().add(std::get<ScenarioOrder>(readOrder(scenario)));
    }
    template <typename T>
    T *child(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *one : m_window->findChildren<QPushButton *>()) {
            if (one->isVisible() && one->text() == text)
                return one;
        }
        return nullptr;
    }
    bool click(const QString &text) const
    {
        QPushButton *one = button(text);
        if (one && one->isEnabled())
            QTest::mouseClick(one, Qt::LeftButton);
        return one && one->isEnabled();
    }
    bool issue(int rows) const
    {
        auto *start = child<QPushButton>(u"batchStart"_s);
        const bool isOffered = start->isEnabled() && start->text().contains(u"Issue %1 token"_s.arg(rows));
        if (isOffered)
            QTest::mouseClick(start, Qt::LeftButton);
        return isOffered;
    }
    QString state() const { return child<QLabel>(u"batchState"_s)->text(); }
    QString counts() const { return child<QLabel>(u"batchCounts"_s)->text(); }
    int done() const { return counts().section(u' ', 0, 0).toInt(); }
    /// Types the path of a sheet and waits for the check.
    void choose(const QString &sheet) const
    {
        auto *line = child<QLineEdit>(u"batchSheet"_s);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, sheet);
        QTest::keyClick(line, Qt::Key_Return);
        (void)QTest::qWaitFor([this] { return !state().endsWith(u'…'); }, 30'000);
    }
    void sendOneAtATime() const { m_window->findChild<QSpinBox *>()->setValue(1); }
    QMessageBox *question() const { return m_window->findChild<QMessageBox *>(); }
    bool answer(const QString &text) const
    {
        for (QAbstractButton *one : question()->buttons()) {
            if (one->text().remove(u'&') == text) {
                QTest::mouseClick(one, Qt::LeftButton);
                return true;
            }
        }
        return false;
    }
    QList<QByteArray> results() const
    {
        QFile file(path(u"people-tokens.csv"_s));
        file.open(QIODevice::ReadOnly);
        QList<QByteArray> lines = file.readAll().split('\n');
        lines.removeAll(QByteArray());
        return lines;
    }
    /// A request of somebody else, to its end.
    void passTime()
    {
        TokenRequest request;
        request.endpoint = &getToken();
        request.parts = {textPart(u"comparison_type"_s, u"-1"_s),
            textPart(u"return_url"_s, u"https://a.example/r"_s),
            textPart(u"notify_url"_s, u"https://a.example/n"_s),
            textPart(u"biz_no"_s, QUuid::createUuid().toString(QUuid::WithoutBraces))};
        request.profile = m_profile;
        QSignalSpy finished(m_client->send(request), &TokenJob::finished);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Theme m_theme{*qApp};
    Language m_language{*qApp};
    Presentation m_presentation;
    Profile m_profile;
    Parts m_ofForm;
    std::unique_ptr<SandboxRequests> m_requests;
    std::unique_ptr<SandboxServer> m_server;
    std::unique_ptr<CredentialStore> m_credentials;
    std::unique_ptr<HistoryStore> m_history;
    std::unique_ptr<TokenClient> m_client;
    std::unique_ptr<BatchWindow> m_window;
};

void TestBatchWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_requests = std::make_unique<SandboxRequests>();
    m_server = std::make_unique<SandboxServer>();
    m_server->setObserver([this](const SandboxRecord &record) { m_requests->take(record); });
    QVERIFY2(m_server->start(), qPrintable(m_server->errorString()));
    m_profile = sandboxProfile(m_server->baseUrl(), QString::fromLatin1(sandboxApiKey));
    m_credentials = std::make_unique<CredentialStore>();
    m_credentials->keepForSession(Profile::sandboxId(), Secret(QByteArray(sandboxApiSecret)));
    m_history = std::make_unique<HistoryStore>(path(u"history.sqlite"_s));
    m_client = std::make_unique<TokenClient>(*m_credentials, m_history.get());
    m_ofForm = {textPart(u"comparison_type"_s, u"0"_s)};
    m_language.choose(u"en"_s);
    m_window = std::make_unique<BatchWindow>(
        BatchWindow::Services{*m_client, *m_history, m_theme, m_presentation, [this] { return m_profile; },
            [this](const EndpointSpec &) { return m_ofForm; }},
        getBizToken(), nullptr);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void TestBatchWindow::cleanup()
{
    m_presentation.setOn(false);
    m_window.reset();
    m_client.reset();
    m_history.reset();
    m_server.reset();
}

void TestBatchWindow::listsBadCells()
{
    auto *model = m_window->findChild<SheetProblems *>();
    const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QFile::copy(QStringLiteral(FACEID_PHOTO), path(u"face.png"_s));
    choose(write("uuid,image_ref1\nu-0,face.png\nu-1,gone.png\n,face.png\n"));
    QCOMPARE(model->rowCount(), 2);
    const auto text = [model](int row, SheetProblems::Column column, int role = Qt::DisplayRole) {
        return model->index(row, int(column)).data(role).toString();
    };
    using Column = SheetProblems::Column;
    QCOMPARE(text(0, Column::Row) + u' ' + text(0, Column::Column) + u' ' + text(0, Column::Cell),
        u"3 image_ref1 gone.png"_s);
    QCOMPARE(text(1, Column::Row) + u' ' + text(1, Column::Column), u"4 uuid"_s);
    for (int row = 0; row < 2; ++row) {
        QCOMPARE(text(row, Column::Verdict), u"refused"_s); // a word and a sign beside the colour
        QVERIFY(!model->index(row, int(Column::Verdict)).data(Qt::DecorationRole).value<QIcon>().isNull());
        for (int column = 0; column < SheetProblems::columns; ++column)
            QVERIFY(text(row, Column(column), Qt::ToolTipRole).contains(text(row, Column::Problem)));
    }
    QVERIFY2(state().contains(u"2 of them would be refused"_s), qPrintable(state()));
    QVERIFY(!child<QPushButton>(u"batchStart"_s)->isEnabled());
    QCOMPARE(m_requests->rowCount(), 0);

    choose(write("uuid,image_ref1\nu-0,face.png\n")); // the same name: put right, and looked at again
    m_window->findChild<QComboBox *>()->setCurrentIndex(1);
    m_window->findChild<QComboBox *>()->setCurrentIndex(0);
    QTRY_COMPARE(model->rowCount(), 0);
    QTRY_VERIFY(child<QPushButton>(u"batchStart"_s)->isEnabled());
}

void TestBatchWindow::tellsInTheOtherLanguage()
{
    choose(write("uuid,image_ref1\nu-1,gone.png\n"));
    auto *model = m_window->findChild<SheetProblems *>();
    const QString english = model->index(0, int(SheetProblems::Column::Problem)).data().toString();
    m_language.choose(u"zh_CN"_s);
    QTRY_VERIFY(model->rowCount() == 1
        && model->index(0, int(SheetProblems::Column::Problem)).data().toString() != english);
}

void TestBatchWindow::oneRowIsOne()
{
    choose(people(1));
    QCOMPARE(state(), u"1 row, and nothing speaks against it."_s);
    QVERIFY(issue(1));
    QTRY_VERIFY_WITH_TIMEOUT(state().contains(u"Every row has its token."_s), 60'000);
    QVERIFY2(counts().startsWith(u"1 of 1 row  "_s), qPrintable(counts()));
}

void TestBatchWindow::coversCellsWhilePresenting()
{
    choose(write("uuid,image_ref1\nu-1,gone.png\n"));
    const QModelIndex cell =
        m_window->findChild<SheetProblems *>()->index(0, int(SheetProblems::Column::Cell));
    QCOMPARE(cell.data().toString(), u"gone.png"_s);
    m_presentation.setOn(true);
    QCOMPARE(cell.data().toString(), Presentation::dots());
}

void TestBatchWindow::sendsEveryRowOnce()
{
    choose(people(5));
    QVERIFY2(state().startsWith(u"5 rows"_s), qPrintable(state()));
    auto *codes = m_window->findChild<QCheckBox *>();
    codes->setFocus();
    QTest::keyClick(codes, Qt::Key_Space);
    QVERIFY(issue(5));
    QTRY_VERIFY_WITH_TIMEOUT(state().contains(u"Every row has its token."_s), 60'000);
    QCOMPARE(m_requests->rowCount(), 5);
    const QList<QByteArray> lines = results();
    QCOMPARE(lines.size(), 6);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        QVERIFY2(lines[i].contains(",Issued,"), lines[i].constData());
        QVERIFY(!lines[i].contains("of nobody"));
    }
    QCOMPARE(QDir(path(u"people-codes"_s)).entryList({u"*.png"_s}).size(), 5);
    QVERIFY(QFile::exists(path(u"people.csv.batch"_s)));
    QVERIFY2(counts().startsWith(u"5 of 5 rows"_s), qPrintable(counts()));
}

void TestBatchWindow::takesFieldsOfAllRowsFromTheForm()
{
    m_ofForm = {textPart(u"comparison_type"_s, u"0"_s), textPart(u"uuid"_s, u"somebody"_s),
        textPart(u"security_level"_s, u"3"_s), textPart(u"biz_no"_s, u"b"_s)};
    choose(people(1));
    QVERIFY(issue(1));
    QTRY_VERIFY_WITH_TIMEOUT(state().contains(u"Every row has its token."_s), 60'000);
    const Parts &sent = m_requests->record(0).parts;
    QCOMPARE(partText(sent, u"security_level"), u"3"_s);
    QCOMPARE(partText(sent, u"uuid"), u"u-0"_s); // who it is about comes from the sheet
    QVERIFY(partText(sent, u"biz_no") != u"b"_s);
}

void TestBatchWindow::sendsNothingWhilePaused()
{
    choose(people(6));
    sendOneAtATime();
    order(u"delay=300"_s);
    QVERIFY(issue(6));
    QTRY_VERIFY_WITH_TIMEOUT(m_requests->rowCount() > 0, 30'000);
    QVERIFY(click(u"Pause"_s));
    QVERIFY(child<QLabel>(u"batchPace"_s)->text().startsWith(u"Paused"_s));
    // What was under way has ended.
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(u"batchPace"_s)->text().startsWith(u"Paused:"_s), 30'000);
    const int before = m_requests->rowCount();
    QCOMPARE(done(), before);
    QVERIFY(before < 6);
    for (int i = 0; i < 3; ++i)
        passTime();
    QCOMPARE(m_requests->rowCount(), before + 3);
    m_server->scenarios().clear();
    QVERIFY(click(u"Go on"_s));
    QTRY_VERIFY_WITH_TIMEOUT(state().contains(u"Every row has its token."_s), 60'000);
    QCOMPARE(m_requests->rowCount(), 6 + 3);
}

void TestBatchWindow::stopsAndGoesOn()
{
    choose(people(6));
    sendOneAtATime();
    order(u"delay=300"_s);
    QVERIFY(issue(6));
    QTRY_VERIFY_WITH_TIMEOUT(m_requests->rowCount() > 0, 30'000);
    QVERIFY(click(u"Stop"_s));
    QVERIFY(button(u"Cancel those under way"_s));
    QTRY_VERIFY_WITH_TIMEOUT(state().contains(u"before all rows were decided"_s), 30'000);
    QVERIFY(results().last().contains(",Waiting,"));
    const int sent = m_requests->rowCount();
    QVERIFY(sent < 6);
    m_server->scenarios().clear();
    choose({});
    choose(path(u"people.csv"_s));
    QVERIFY2(state().contains(u"begun before"_s), qPrintable(state()));
    QVERIFY(click(u"Go on"_s));
    QTRY_VERIFY_WITH_TIMEOUT(state().contains(u"Every row has its token."_s), 60'000);
    QCOMPARE(m_requests->rowCount(), 6);
    QVERIFY2(counts().contains(u"%1 of them by an earlier run"_s.arg(sent)), qPrintable(counts()));
    QVERIFY(!results().last().contains(",Waiting,"));
}

void TestBatchWindow::waitsForABusyService()
{
    choose(people(2));
    order(u"TOO_MANY_REQUESTS:1"_s);
    QVERIFY(issue(2));
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(u"batchPace"_s)->text().contains(u"is busy or away"_s), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(state().contains(u"Every row has its token."_s), 60'000);
    QCOMPARE(m_requests->rowCount(), 3);
}

void TestBatchWindow::asksInProduction()
{
    m_profile.id = u"live"_s;
    m_profile.name = u"Live"_s;
    m_profile.environment = Environment::Production;
    m_credentials->keepForSession(m_profile.secretEntry(), Secret(QByteArray(sandboxApiSecret)));
    choose(people(2));
    QVERIFY(issue(2));
    QTRY_VERIFY(question());
    QVERIFY(question()->text().contains(u"“Live” is production"_s));
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QVERIFY(!m_window->isRunning());
    QVERIFY(!QFile::exists(path(u"people.csv.batch"_s)));
    QVERIFY(issue(2));
    QTRY_VERIFY(question());
    QVERIFY(answer(u"Issue them"_s));
    QTRY_VERIFY_WITH_TIMEOUT(state().contains(u"Every row has its token."_s), 60'000);
    QCOMPARE(m_requests->rowCount(), 2);
}

void TestBatchWindow::asksBeforeItCloses()
{
    choose(people(4));
    sendOneAtATime();
    order(u"delay=300"_s);
    QVERIFY(issue(4));
    QTRY_VERIFY(m_window->isRunning());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QTRY_VERIFY(question());
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QVERIFY(m_window->isVisible());
    QVERIFY(m_window->isRunning());
    QVERIFY(click(u"Close"_s));
    QTRY_VERIFY(question());
    QVERIFY(answer(u"Stop and close"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), 30'000);
    QCOMPARE(results().size(), 5);
}

void TestBatchWindow::looksAgainAtAChangedSheet()
{
    choose(people(2));
    people(3);
    QVERIFY(issue(2));
    QTRY_VERIFY_WITH_TIMEOUT(state().startsWith(u"3 rows"_s), 30'000);
    QVERIFY(!m_window->isRunning());
    QCOMPARE(m_requests->rowCount(), 0);
}

/// Whose sheet is changed while it is sent: the results are put together by row.
void TestBatchWindow::givesNobodyTheTokenOfAnother()
{
    choose(people(3));
    sendOneAtATime();
    order(u"delay=300"_s);
    QVERIFY(issue(3));
    QTRY_VERIFY_WITH_TIMEOUT(m_requests->rowCount() > 0, 30'000);
    write("uuid,image_ref1\nsomebody else,face.png\nu-1,face.png\nu-2,face.png\n");
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->isRunning(), 60'000);
    QVERIFY2(state().contains(u"The sheet has changed"_s), qPrintable(state()));
    QVERIFY(!QFile::exists(path(u"people-tokens.csv"_s)));
    m_server->scenarios().clear();
    people(3); // as it was
    choose({});
    choose(path(u"people.csv"_s));
    QVERIFY(click(u"Go on"_s));
    QTRY_VERIFY_WITH_TIMEOUT(state().contains(u"Every row has its token."_s), 60'000);
    QCOMPARE(m_requests->rowCount(), 3);
    QCOMPARE(results().size(), 4);
}

void TestBatchWindow::neverOverwritesTheSheet()
{
    const QString sheet = people(1);
    choose(sheet);
    child<QLineEdit>(u"batchOut"_s)->setText(sheet);
    QVERIFY(issue(1));
    QTRY_VERIFY_WITH_TIMEOUT(state().contains(u"would overwrite"_s), 30'000);
    QCOMPARE(m_requests->rowCount(), 0);
}

QTEST_MAIN(TestBatchWindow)
#include "tst_batchwindow.moc"
