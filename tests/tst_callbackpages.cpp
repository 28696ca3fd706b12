// The callback lab's sender and its doctor: real receivers, by clicks and keys.

#include "callback/callbackdesk.h"
#include "contract/verdicts.h"
#include "support/callbackbench.h"
#include "support/windowstates.h"

#include <QCheckBox>
#include <QClipboard>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTcpServer>
#include <QTreeWidget>

using namespace faceid;

namespace {

constexpr int patience = 30'000; // ms

} // namespace

class tst_CallbackPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesEveryOutcome_data();
    void makesEveryOutcome();
    void sendsWhileTaken();
    void spoilsTheSign();
    void refusesAddresses();
    void coversWhatIsPersonal();
    void escCancelsBeforeItCloses();
    void checksAPastedCallback();
    void takesAPastedFormApart();
    void checksAUrl();
    void takesTheUrlFromTheForm();
    void cancelsTheCheck();
    void worksFromTheMainWindow();
};

void tst_CallbackPages::makesEveryOutcome_data()
{
    QTest::addColumn<QString>("outcome");
    for (const OutcomeSpec &spec : outcomes())
        QTest::newRow(spec.name) << QString::fromLatin1(spec.name);
}

void tst_CallbackPages::makesEveryOutcome()
{
    QFETCH(QString, outcome);
    CallbackBench bench;
    CallbackReceiver receiver;
    turnTo(*bench.window, QStringLiteral("Send"));
    QCOMPARE(bench.child<QLineEdit>("sendBizNo")->text(), CallbackWish().bizNo);
    bench.type("sendAddress", receiver.url());
    bench.type("sendBizNo", QStringLiteral("lab 7"));
    bench.type("sendExtra", QStringLiteral("\"a&b\""));
    bench.chooseOutcome(qPrintable(outcome));
    bench.child<QComboBox>("sendCase")->setCurrentIndex(0);
    bench.click("sendCallback");
    QTRY_COMPARE_WITH_TIMEOUT(receiver.received.size(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(bench.said("sendSaid").startsWith(QStringLiteral("HTTP 200 after ")), patience);
    QCOMPARE(bench.child<QPlainTextEdit>("sendBody")->toPlainText(), QStringLiteral("ok\n"));
    const SeenCallback seen = lookAt(receiver.received.constFirst(), Secret(QByteArray("demo_secret")));
    QVERIFY(seen.isGenuine());
    QVERIFY2(seen.report, qPrintable(seen.oddity));
    QCOMPARE(seen.report->bizNo, QStringLiteral("lab 7"));
    CallbackWish wish;
    wish.outcome = outcomeNamed(outcome);
    wish.comparison = Uploaded;
    ReceivedCallback model;
    model.isForm = true;
    model.data = madeCallback(wish, "another", 1718000000).at(0).value;
    QCOMPARE(
        verdictsText(verdictsOf(*seen.report, 3)), verdictsText(verdictsOf(*lookAt(model, {}).report, 3)));
}

void tst_CallbackPages::sendsWhileTaken()
{
    CallbackBench bench;
    CallbackReceiver receiver;
    turnTo(*bench.window, QStringLiteral("Send"));
    bench.type("sendAddress", receiver.url());
    bench.child<QSpinBox>("sendTimes")->setValue(3);
    bench.click("sendCallback");
    QTRY_VERIFY_WITH_TIMEOUT(
        bench.said("sendSaid").startsWith(QStringLiteral("3 of 3: HTTP 200 ")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.received.size(), 3, patience);
    QCOMPARE(receiver.received.at(0).data, receiver.received.at(2).data);
    receiver.listener.setAnswer(CallbackListener::Answer::ServerError);
    bench.click("sendCallback");
    QTRY_VERIFY_WITH_TIMEOUT(
        bench.said("sendSaid").startsWith(QStringLiteral("1 of 3: HTTP 500 ")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(
        bench.child<QPushButton>("sendCallback")->text(), QStringLiteral("Send"), patience);
    QCOMPARE(receiver.received.size(), 4);
}

void tst_CallbackPages::spoilsTheSign()
{
    CallbackBench bench;
    CallbackReceiver receiver;
    turnTo(*bench.window, QStringLiteral("Send"));
    bench.type("sendAddress", receiver.url());
    bench.child<QCheckBox>("sendWrongSign")->setFocus();
    QTest::keyClick(bench.child<QCheckBox>("sendWrongSign"), Qt::Key_Space);
    bench.click("sendCallback");
    QTRY_COMPARE_WITH_TIMEOUT(receiver.received.size(), 1, patience);
    QVERIFY(!lookAt(receiver.received.constFirst(), Secret(QByteArray("demo_secret"))).isGenuine());
}

void tst_CallbackPages::refusesAddresses()
{
    CallbackBench bench;
    turnTo(*bench.window, QStringLiteral("Send"));
    bench.click("sendCallback");
    QCOMPARE(bench.said("sendSaid"), sendProblem(QUrl(), false));
    bench.type("sendAddress", QStringLiteral("ftp://127.0.0.1/x"));
    QTest::keyClick(bench.child<QLineEdit>("sendAddress"), Qt::Key_Return);
    QCOMPARE(bench.said("sendSaid"), sendProblem(QUrl(QStringLiteral("ftp://127.0.0.1/x")), false));
    bench.type("sendAddress", QStringLiteral("http://127.0.0.1:1/"));
    bench.click("sendCallback");
    QTRY_VERIFY_WITH_TIMEOUT(bench.said("sendSaid").startsWith(QStringLiteral("No answer: ")), patience);
}

void tst_CallbackPages::coversWhatIsPersonal()
{
    CallbackBench bench;
    CallbackReceiver receiver;
    turnTo(*bench.window, QStringLiteral("Send"));
    bench.type("sendAddress", receiver.url());
    bench.click("sendCallback");
    QTRY_VERIFY_WITH_TIMEOUT(bench.said("sendSaid").startsWith(QStringLiteral("HTTP 200 ")), patience);
    bench.presentation.setOn(true);
    QCOMPARE(bench.child<QLineEdit>("sendBizNo")->echoMode(), QLineEdit::Password);
    QCOMPARE(bench.child<QLineEdit>("sendExtra")->echoMode(), QLineEdit::Password);
    QCOMPARE(bench.child<QPlainTextEdit>("sendBody")->toPlainText(), Presentation::dots());
    bench.presentation.setOn(false);
    QCOMPARE(bench.child<QPlainTextEdit>("sendBody")->toPlainText(), QStringLiteral("ok\n"));
}

void tst_CallbackPages::escCancelsBeforeItCloses()
{
    CallbackBench bench;
    CallbackReceiver receiver;
    receiver.listener.setAnswer(CallbackListener::Answer::None);
    turnTo(*bench.window, QStringLiteral("Send"));
    bench.type("sendAddress", receiver.url());
    QTest::keyClick(bench.child<QLineEdit>("sendAddress"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.received.size(), 1, patience);
    QCOMPARE(bench.child<QPushButton>("sendCallback")->text(), QStringLiteral("Cancel"));
    QTest::keyClick(bench.child<QLineEdit>("sendAddress"), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(bench.said("sendSaid").startsWith(QStringLiteral("Cancelled.")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(
        bench.child<QPushButton>("sendCallback")->text(), QStringLiteral("Send"), patience);
    QVERIFY(bench.window->isVisible());
    bench.click("sendCallback");
    QTRY_COMPARE_WITH_TIMEOUT(receiver.received.size(), 2, patience);
    bench.click("sendCallback"); // the same button
    QTRY_COMPARE_WITH_TIMEOUT(
        bench.child<QPushButton>("sendCallback")->text(), QStringLiteral("Send"), patience);
    QTest::keyClick(bench.child<QLineEdit>("sendAddress"), Qt::Key_Escape);
    QVERIFY(!bench.window->isVisible());
}

void tst_CallbackPages::checksAPastedCallback()
{
    // Published on the service's own pages, see contract/README.md section 4.
    const QString data =
        QStringLiteral(R"({"biz_id":"1462259748,52b13fb5-8dfb-4537-a62b-a641d5e929f1","biz_no":"b1"})");
    const QString sign = QStringLiteral("cba999be38e8c865a25cc70d04b71fee54628aea");
    CallbackBench bench;
    turnTo(*bench.window, QStringLiteral("Check a callback"));
    auto *field = bench.child<QPlainTextEdit>("verifyData");
    QGuiApplication::clipboard()->setText(data);
    field->setFocus();
    QTest::keySequence(field, QKeySequence::Paste);
    QVERIFY(!bench.says(QStringLiteral("The sign")));
    bench.type("verifySign", sign);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(QStringLiteral("The sign matches")), patience);
    QVERIFY(!bench.says(QStringLiteral("no row"))); // nobody has asked the history
    bench.type("verifySign", sign.toUpper());
    QVERIFY(bench.says(QStringLiteral("The sign differs")));
    QVERIFY(bench.says(QStringLiteral("capitals")));
    bench.type("verifySign", sign);
    field->moveCursor(QTextCursor::End);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(bench.says(QStringLiteral("line break")));
    bench.presentation.setOn(true);
    QVERIFY(!field->isVisible());
    bench.presentation.setOn(false);
    QVERIFY(field->isVisible());
}

/// As a log of a web server has it, here with every sign of a form in the values.
void tst_CallbackPages::takesAPastedFormApart()
{
    CallbackBench bench;
    CallbackWish wish;
    wish.outcome = outcomeNamed(u"attack");
    wish.extraData = QStringLiteral("a=1&sign=2&data=3 序号\u00a0+%41\nz");
    const Parts fields = madeCallback(wish, "demo_secret", 1718000000);
    turnTo(*bench.window, QStringLiteral("Check a callback"));
    auto *field = bench.child<QPlainTextEdit>("verifyData");
    QGuiApplication::clipboard()->setText(QString::fromLatin1(urlEncodedForm(fields)));
    field->setFocus();
    QTest::keySequence(field, QKeySequence::Paste);
    QCOMPARE(bench.child<QLineEdit>("verifySign")->text().toUtf8(), fields.at(1).value);
    QTRY_VERIFY_WITH_TIMEOUT(bench.says(QStringLiteral("The sign matches")), patience);
}

void tst_CallbackPages::checksAUrl()
{
    CallbackBench bench;
    CallbackReceiver receiver;
    QSignalSpy copied(bench.window.get(), &CallbackWindow::copyText);
    turnTo(*bench.window, QStringLiteral("Check a URL"));
    QVERIFY(!bench.child<QPushButton>("notifyRun")->isEnabled());
    QVERIFY(!bench.child<QPushButton>("notifyCopy")->isEnabled());
    bench.type("notifyAddress", receiver.url());
    bench.click("notifyRun");
    QTRY_VERIFY_WITH_TIMEOUT(bench.child<QPushButton>("notifyCopy")->isEnabled(), patience);
    QVERIFY(bench.said("notifyVerdict").startsWith(QStringLiteral("The service cannot use this address.")));
    const auto *lines = bench.child<QTreeWidget>("notifyLines");
    QCOMPARE(lines->topLevelItemCount(), 4); // scheme, port, host, answer
    bench.click("notifyCopy");
    QCOMPARE(copied.size(), 1);
    const QString report = copied.constFirst().constFirst().toString();
    QVERIFY(report.startsWith(receiver.url() + u'\n'));
    for (int i = 0; i < lines->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = lines->topLevelItem(i);
        QVERIFY(report.contains(item->text(0) + QStringLiteral(": ") + item->text(1)));
        QCOMPARE(item->childCount(), item->text(0) == QStringLiteral("good") ? 0 : 1);
        if (item->childCount() > 0)
            QVERIFY(report.contains(item->child(0)->text(1)));
    }
    QVERIFY(receiver.received.isEmpty()); // headers only
}

void tst_CallbackPages::takesTheUrlFromTheForm()
{
    CallbackBench bench;
    turnTo(*bench.window, QStringLiteral("Check a URL"));
    QVERIFY(!bench.child<QPushButton>("notifyFromForm")->isEnabled());
    QString inForm;
    bench.window->setFormAddress([&inForm] { return inForm; });
    bench.click("notifyFromForm");
    QCOMPARE(bench.said("notifyVerdict"), QStringLiteral("The form has no notify_url."));
    inForm = QStringLiteral("ftp://shop.example.com/n");
    bench.click("notifyFromForm");
    QCOMPARE(bench.child<QLineEdit>("notifyAddress")->text(), inForm);
    QTRY_VERIFY_WITH_TIMEOUT(bench.child<QPushButton>("notifyCopy")->isEnabled(), patience);
    QVERIFY(bench.child<QTreeWidget>("notifyLines")
                ->topLevelItem(0)
                ->text(1)
                .startsWith(QStringLiteral("The address is no web address.")));
}

/// Of a server that accepts and says nothing.
void tst_CallbackPages::cancelsTheCheck()
{
    CallbackBench bench;
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    turnTo(*bench.window, QStringLiteral("Check a URL"));
    bench.type("notifyAddress", QStringLiteral("http://127.0.0.1:%1/n").arg(silent.serverPort()));
    QTest::keyClick(bench.child<QLineEdit>("notifyAddress"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), patience);
    QCOMPARE(bench.child<QPushButton>("notifyRun")->text(), QStringLiteral("Cancel"));
    QTest::keyClick(bench.child<QLineEdit>("notifyAddress"), Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(
        bench.child<QPushButton>("notifyRun")->text(), QStringLiteral("Check"), patience);
    QVERIFY(bench.window->isVisible());
    QVERIFY(bench.said("notifyVerdict").startsWith(QStringLiteral("Cancelled.")));
    QCOMPARE(bench.child<QTreeWidget>("notifyLines")->topLevelItemCount(), 3); // of the address alone
}

/// The form's address comes from the form, and the report goes to the clipboard.
void tst_CallbackPages::worksFromTheMainWindow()
{
    WindowBench bench;
    QVERIFY(bench.open());
    const QString url = QStringLiteral("ftp://shop.example.com/n");
    bench.window->findChild<FormStack *>()->fillAddresses(url, QStringLiteral("https://shop.example.com/r"));
    auto *window = qobject_cast<CallbackWindow *>(states::openDialog(bench, QStringLiteral("callbacks")));
    QVERIFY(window);
    turnTo(*window, QStringLiteral("Check a URL"));
    QTest::mouseClick(window->findChild<QPushButton *>(QStringLiteral("notifyFromForm")), Qt::LeftButton);
    QCOMPARE(window->findChild<QLineEdit *>(QStringLiteral("notifyAddress"))->text(), url);
    auto *copy = window->findChild<QPushButton *>(QStringLiteral("notifyCopy"));
    QTRY_VERIFY_WITH_TIMEOUT(copy->isEnabled(), patience);
    QTest::mouseClick(copy, Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().startsWith(url));

    // The profile of the sandbox signs with the secret that the session has.
    CallbackReceiver receiver;
    turnTo(*window, QStringLiteral("Send"));
    window->findChild<QLineEdit *>(QStringLiteral("sendAddress"))->setText(receiver.url());
    QTest::mouseClick(window->findChild<QPushButton *>(QStringLiteral("sendCallback")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(receiver.received.size(), 1, patience);
    QVERIFY(lookAt(receiver.received.constFirst(), Secret(QByteArray(sandboxApiSecret))).isGenuine());
}

QTEST_MAIN(tst_CallbackPages)
#include "tst_callbackpages.moc"
