// The sandbox's window beside a real sandbox: bytes over a socket on one side, clicks and keys on the other.

#include "sandbox/sandboxrequests.h"
#include "sandbox/sandboxserver.h"
#include "sandbox/sandboxwindow.h"
#include "shell/language.h"
#include "shell/presentation.h"
#include "shell/theme.h"
#include "support/rawhttp.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

using namespace faceid;
using namespace faceid::test;
using namespace Qt::StringLiterals;

namespace {

constexpr char pcPath[] = "/faceid/liveness/v2/get_token";
constexpr char person[] = "110101199003070038";

/// A url-encoded request that is issued when nothing interferes, and names a made-up person.
QByteArray pcRequest(const QByteArray &bizNo)
{
    return rawPost(pcPath, "application/x-www-form-urlencoded",
        "api_key=sandbox-key&api_secret=sandbox-secret&comparison_type=1&idcard_mode=0&idcard_name=%E6%B5%8B%E8%AF%95"
        "&idcard_number="
            + QByteArray(person)
            + "&return_url=https%3A%2F%2Fa.example&notify_url=https%3A%2F%2Fa.example&biz_no=" + bizNo);
}

} // namespace

class TestSandboxWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_requests = std::make_unique<SandboxRequests>();
        m_server = std::make_unique<SandboxServer>();
        m_server->setObserver([this](const SandboxRecord &record) { m_requests->take(record); });
        QVERIFY2(m_server->start(), qPrintable(m_server->errorString()));
        m_window = std::make_unique<SandboxWindow>(*m_server, *m_requests, m_presentation, nullptr);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_server.reset();
        m_requests.reset();
        m_language.choose(u"en"_s);
        m_presentation.setOn(false);
    }

    void showsWhatTheSandboxSaw()
    {
        const QAbstractItemModelTester tester(
            m_requests.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const RawResponse issued = exchange(m_server->port(), pcRequest("b-1"));
        QCOMPARE(issued.status, 200);
        QTRY_COMPARE(table()->model()->rowCount(), 1);
        QCOMPARE(cell(0, SandboxRequests::Column::Answer), u"200"_s);
        QVERIFY(cell(0, SandboxRequests::Column::Request).endsWith(QLatin1String(pcPath)));
        QCOMPARE(partValue(u"biz_no"_s), u"b-1"_s); // the newest is chosen as it comes in
        QVERIFY(!partValue(u"idcard_number"_s).isEmpty());
        QVERIFY(!allTexts().contains(QLatin1String(person)));
        QVERIFY(!allTexts().contains(QLatin1String(sandboxApiSecret)));

        QCOMPARE(
            exchange(m_server->port(), rawPost(pcPath, "application/x-www-form-urlencoded", "biz_no=b-2"))
                .status,
            400);
        QTRY_COMPARE(table()->model()->rowCount(), 2);
        QVERIFY(cell(0, SandboxRequests::Column::Answer).contains(u"MISSING_ARGUMENTS"_s));
        QVERIFY(label(u"sandboxVerdict"_s)->text().startsWith(u"Refused: 400 MISSING_ARGUMENTS"_s));
        QCOMPARE(partValue(u"biz_no"_s), u"b-2"_s);

        // Who looks at an older one goes on looking at it.
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {},
            table()->visualRect(table()->model()->index(1, 0)).center());
        QCOMPARE(partValue(u"biz_no"_s), u"b-1"_s);
        exchange(m_server->port(), pcRequest("b-3"));
        QTRY_COMPARE(table()->model()->rowCount(), 3);
        QCOMPARE(partValue(u"biz_no"_s), u"b-1"_s);
    }

    void forgetsTheOldest()
    {
        SandboxRecord record;
        for (int i = 0; i < SandboxRequests::mostRows + 2; ++i) {
            record.path = QString::number(i);
            m_requests->take(record);
        }
        QTRY_COMPARE(m_requests->rowCount(), SandboxRequests::mostRows);
        QTRY_COMPARE(m_requests->record(0).path, QString::number(SandboxRequests::mostRows + 1));
        QCOMPARE(m_requests->record(SandboxRequests::mostRows - 1).path, u"2"_s);
    }

    void doesWhatItIsToldTo()
    {
        auto *name = m_window->findChild<QComboBox *>(u"scenario"_s);
        auto *orders = m_window->findChild<QListWidget *>(u"scenarioOrders"_s);
        name->lineEdit()->selectAll();
        QTest::keyClicks(name->lineEdit(), u"MISSING_ARGUMENTS:return_url"_s);
        QTest::keyClick(name->lineEdit(), Qt::Key_Return);
        QCOMPARE(orders->count(), 1);
        QCOMPARE(orders->item(0)->text(), u"MISSING_ARGUMENTS:return_url:1"_s);
        const RawResponse told = exchange(m_server->port(), pcRequest("b-1"));
        QVERIFY2(told.body.contains("MISSING_ARGUMENTS:return_url"), told.body.constData());
        QTRY_COMPARE(orders->count(), 0); // its one request is over
        QCOMPARE(cell(0, SandboxRequests::Column::Done), u"MISSING_ARGUMENTS:return_url"_s);
        QCOMPARE(exchange(m_server->port(), pcRequest("b-2")).status, 200);
    }

    void saysWhatIsWrongWithAScenario()
    {
        auto *name = m_window->findChild<QComboBox *>(u"scenario"_s);
        name->lineEdit()->selectAll();
        QTest::keyClicks(name->lineEdit(), u"NO_SUCH_THING"_s);
        QTest::keyClick(name->lineEdit(), Qt::Key_Return);
        QVERIFY(label(u"scenarioProblem"_s)->isVisible());
        QVERIFY(label(u"scenarioProblem"_s)->text().contains(u"NO_SUCH_THING"_s));
        QVERIFY(m_server->scenarios().entries().isEmpty());
    }

    void takesAScenarioBack()
    {
        for (const char *text : {"INTERNAL_ERROR", "delay=1"})
            m_server->scenarios().add(std::get<ScenarioOrder>(readOrder(QString::fromLatin1(text))));
        exchange(m_server->port(), rawPost("/none", "text/plain", ""));
        auto *orders = m_window->findChild<QListWidget *>(u"scenarioOrders"_s);
        QTRY_COMPARE(orders->count(), 2); // what is set from elsewhere is seen, too
        QTest::mouseClick(
            orders->viewport(), Qt::LeftButton, {}, orders->visualItemRect(orders->item(0)).center());
        QTest::mouseClick(button(u"Remove"_s), Qt::LeftButton);
        QCOMPARE(orders->count(), 1);
        QCOMPARE(m_server->scenarios().entries().constFirst().order.text(), u"delay=1"_s);
        QTest::mouseClick(button(u"Remove all"_s), Qt::LeftButton);
        QVERIFY(m_server->scenarios().entries().isEmpty());
    }

    void endsACheck()
    {
        const RawResponse issued = exchange(m_server->port(), pcRequest("b-1"));
        const QString token = QJsonDocument::fromJson(issued.body).object().value(u"token"_s).toString();
        QVERIFY(!token.isEmpty());
        m_window->setToken(token);
        auto *finish = m_window->findChild<QPushButton *>(u"checkFinish"_s);
        QTest::mouseClick(finish, Qt::LeftButton);
        QVERIFY2(
            label(u"checkSaid"_s)->text().startsWith(u"Ended."_s), qPrintable(label(u"checkSaid"_s)->text()));
        QVERIFY(!m_server->complete(token, outcomes().front()));
        QTest::mouseClick(finish, Qt::LeftButton);
        QVERIFY(label(u"checkSaid"_s)->text().startsWith(u"The sandbox does not know"_s));
    }

    void saysWhereItListens()
    {
        auto *address = m_window->findChild<QLineEdit *>(u"sandboxAddress"_s);
        QCOMPARE(address->text(), m_server->baseUrl().toString());
        QSignalSpy copied(m_window.get(), &SandboxWindow::copyText);
        QTest::mouseClick(button(u"Copy"_s), Qt::LeftButton);
        QCOMPARE(copied.value(0).value(0).toString(), address->text());
    }

    void followsLanguageAndPresentation()
    {
        exchange(m_server->port(), pcRequest("b-1"));
        QTRY_COMPARE(partValue(u"biz_no"_s), u"b-1"_s);
        m_language.choose(u"zh_CN"_s);
        QTRY_COMPARE(m_window->windowTitle(), u"沙盒"_s);
        auto *outcome = m_window->findChild<QComboBox *>(u"checkOutcome"_s);
        QTRY_COMPARE(outcome->itemText(0), u"通过"_s);
        m_presentation.setOn(true);
        QCOMPARE(partValue(u"biz_no"_s), Presentation::dots());
    }

private:
    QTableView *table() const { return m_window->findChild<QTableView *>(u"sandboxRequests"_s); }
    QLabel *label(const QString &name) const { return m_window->findChild<QLabel *>(name); }

    QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    QString cell(int row, SandboxRequests::Column column) const
    {
        return table()->model()->index(row, int(column)).data().toString();
    }

    QString partValue(const QString &name) const
    {
        const auto *parts = m_window->findChild<QTreeWidget *>(u"sandboxParts"_s);
        const auto found = parts->findItems(name, Qt::MatchExactly);
        return found.isEmpty() ? QString() : found.constFirst()->text(1);
    }

    /// Everything that stands in the parts.
    QString allTexts() const
    {
        QStringList texts;
        const auto *parts = m_window->findChild<QTreeWidget *>(u"sandboxParts"_s);
        for (int i = 0; i < parts->topLevelItemCount(); ++i)
            texts += parts->topLevelItem(i)->text(1);
        return texts.join(u' ');
    }

    Theme m_theme{*qApp};
    Language m_language{*qApp};
    Presentation m_presentation;
    std::unique_ptr<SandboxRequests> m_requests;
    std::unique_ptr<SandboxServer> m_server;
    std::unique_ptr<SandboxWindow> m_window;
};

QTEST_MAIN(TestSandboxWindow)
#include "tst_sandboxwindow.moc"
