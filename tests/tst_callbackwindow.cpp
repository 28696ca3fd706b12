// The callback lab in the window: a real listener, real forms, by clicks and keys.

#include "contract/callbacksign.h"
#include "results/resultview.h"
#include "support/callbackbench.h"
#include "support/madeexchange.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QSignalSpy>

using namespace faceid;

namespace {

constexpr int patience = 30'000; // ms

} // namespace

class tst_CallbackWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatComes();
    void tellsAForgery();
    void answersAsChosen();
    void sendsAgainByteForByte();
    void sendsAgainToThisMachineOnly();
    void keepsTheChosenRow();
    void everythingHasAName();
};

void tst_CallbackWindow::showsWhatComes()
{
    CallbackBench bench;
    const Exchange exchange = made::pending(QStringLiteral("lab-1"));
    QCOMPARE(bench.history.begin(exchange).result, Journal::Begin::Saved);
    QCOMPARE(bench.history.finish(made::ended(exchange, Outcome::Issued)), QString());
    QVERIFY(bench.address().isEmpty());
    QVERIFY(!bench.button(QStringLiteral("Put both into the form"))->isEnabled());
    bench.listen();
    QVERIFY(bench.address().startsWith(QStringLiteral("http://127.0.0.1:")));

    QSignalSpy wanted(bench.window.get(), &CallbackWindow::addressesWanted);
    QTest::mouseClick(bench.button(QStringLiteral("Put both into the form")), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.constFirst().at(0).toString(), bench.address());
    QVERIFY(wanted.constFirst().at(1).toString().endsWith(QStringLiteral("/return")));

    QCOMPARE(bench.send("wrong-person", "demo_secret", exchange.bizNo), 200);
    QCOMPARE(bench.table()->item(0, 2)->text(), QStringLiteral("matches"));
    QCOMPARE(bench.table()->item(0, 3)->text(), exchange.bizNo);
    QVERIFY(bench.says(QStringLiteral("The sign matches")));
    QVERIFY(!bench.says(QStringLiteral("no row")));
    QVERIFY(!bench.child<QWidget>("receivedCallback")->findChild<ResultView *>()->isEmpty());
    QVERIFY(bench.history.exchange(exchange.id).result);

    QTest::mouseClick(bench.button(QStringLiteral("Stop listening")), Qt::LeftButton);
    QVERIFY(bench.address().isEmpty());
    QCOMPARE(bench.table()->rowCount(), 1);
}

void tst_CallbackWindow::tellsAForgery()
{
    CallbackBench bench;
    bench.listen();
    QCOMPARE(bench.send("pass", "another secret", QStringLiteral("nobody's")), 200);
    QCOMPARE(bench.table()->item(0, 2)->text(), QStringLiteral("DIFFERS"));
    QVERIFY(bench.says(QStringLiteral("trust nothing")));
    QVERIFY(bench.says(QStringLiteral("no row with this serial number")));
    bench.presentation.setOn(true);
    QVERIFY(!bench.table()->item(0, 3)->text().contains(QStringLiteral("nobody")));
}

void tst_CallbackWindow::answersAsChosen()
{
    CallbackBench bench;
    bench.listen();
    bench.child<QComboBox>("callbackAnswer")->setCurrentIndex(1);
    QCOMPARE(bench.send("pass", "demo_secret", QStringLiteral("b")), 500);
    QCOMPARE(bench.send("pass", "demo_secret", QStringLiteral("b")), 500);
    QCOMPARE(bench.table()->rowCount(), 2);
}

void tst_CallbackWindow::sendsAgainByteForByte()
{
    CallbackBench bench;
    CallbackReceiver receiver;
    QVERIFY(!bench.child<QPushButton>("replay")->isEnabled());
    bench.listen();
    bench.send("attack", "demo_secret", QStringLiteral("序号 &=+%41"));
    QVERIFY(bench.child<QPushButton>("replay")->isEnabled());
    bench.type("replayAddress", receiver.url());
    bench.click("replay");
    QTRY_COMPARE_WITH_TIMEOUT(receiver.received.size(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        bench.said("replaySaid").startsWith(QStringLiteral("HTTP 200 after ")), patience);

    // Sent twice, the same bytes: they come to the window's own listener like the first time.
    bench.type("replayAddress", bench.address());
    QTest::keyClick(bench.child<QLineEdit>("replayAddress"), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(bench.table()->rowCount(), 2, patience);
    QCOMPARE(bench.table()->item(0, 2)->text(), QStringLiteral("matches"));
    QVERIFY(checkCallback("demo_secret", receiver.received.at(0).data, receiver.received.at(0).sign).matches);
    QTRY_COMPARE_WITH_TIMEOUT(
        bench.child<QPushButton>("replay")->text(), QStringLiteral("Send again"), patience);

    // What is no form cannot be sent again.
    const QUrl url(bench.address());
    auto reply =
        std::async(std::launch::async, [url] { return postForm(url, "x=1", std::chrono::seconds(30)); });
    QTRY_COMPARE_WITH_TIMEOUT(bench.table()->rowCount(), 3, patience);
    reply.wait();
    bench.table()->selectRow(0);
    QVERIFY(!bench.child<QPushButton>("replay")->isEnabled());
}

void tst_CallbackWindow::sendsAgainToThisMachineOnly()
{
    CallbackBench bench;
    bench.listen();
    bench.send("pass", "demo_secret", QStringLiteral("b"));
    bench.type("replayAddress", QStringLiteral("https://example.com/notify"));
    bench.click("replay");
    QCOMPARE(bench.said("replaySaid"), sendProblem(QUrl(QStringLiteral("https://example.com/notify")), true));
    QVERIFY(bench.says(QStringLiteral("this machine only")));
    QCOMPARE(bench.child<QPushButton>("replay")->text(), QStringLiteral("Send again"));
}

/// A callback that comes does not take the one away that the operator looks at.
void tst_CallbackWindow::keepsTheChosenRow()
{
    CallbackBench bench;
    bench.listen();
    bench.send("pass", "demo_secret", QStringLiteral("first"));
    bench.send("pass", "demo_secret", QStringLiteral("second"));
    QCOMPARE(bench.table()->currentRow(), 0);
    const QRect second = bench.table()->visualItemRect(bench.table()->item(1, 0));
    QTest::mouseClick(bench.table()->viewport(), Qt::LeftButton, {}, second.center());
    bench.send("pass", "demo_secret", QStringLiteral("third"));
    QCOMPARE(bench.table()->item(bench.table()->currentRow(), 3)->text(), QStringLiteral("first"));
}

void tst_CallbackWindow::everythingHasAName()
{
    CallbackBench bench;
    for (QWidget *widget : bench.window->findChildren<QWidget *>()) {
        const bool isOwn = widget->objectName() != QStringLiteral("qt_spinbox_lineedit");
        if (!isOwn || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        if (qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) || qobject_cast<QTabBar *>(widget))
            continue;
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
            qPrintable(QString::fromLatin1(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

QTEST_MAIN(tst_CallbackWindow)
#include "tst_callbackwindow.moc"
