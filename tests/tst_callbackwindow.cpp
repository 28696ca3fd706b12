// The callback lab in the window: a real listener, real forms, by clicks.

#include "callback/callbackwindow.h"
#include "callback/madecallback.h"
#include "credentials/credentialstore.h"
#include "results/resultview.h"
#include "shell/presentation.h"
#include "support/historybench.h"
#include "support/madeexchange.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

#include <future>

using namespace faceid;

class tst_CallbackWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatComes();
    void tellsAForgery();
    void answersAsChosen();

private:
    struct Bench
    {
        Bench()
        {
            profile.id = QStringLiteral("bench");
            profile.name = QStringLiteral("Bench");
            credentials.keepForSession(profile.secretEntry(), Secret(QByteArray("demo_secret")));
            window = std::make_unique<CallbackWindow>(
                QList<Profile>{profile}, credentials, history.store(), presentation, nullptr);
            window->show();
        }
        QPushButton *button(const QString &text) const
        {
            for (QPushButton *one : window->findChildren<QPushButton *>()) {
                if (one->text() == text)
                    return one;
            }
            return nullptr;
        }
        void listen() const { QTest::mouseClick(button(QStringLiteral("Listen")), Qt::LeftButton); }
        QString address() const { return window->findChild<QLineEdit *>()->text(); }
        QTableWidget *table() const { return window->findChild<QTableWidget *>(); }
        /// Sends, and waits until it is listed.
        int send(const char *outcome, const QByteArray &secret, const QString &bizNo) const
        {
            CallbackWish wish;
            wish.outcome = outcomeNamed(QString::fromLatin1(outcome));
            wish.bizNo = bizNo;
            const QByteArray form = urlEncodedForm(madeCallback(wish, secret, 1718000000));
            const int before = table()->rowCount();
            auto reply = std::async(std::launch::async,
                [url = QUrl(address()), form] { return postForm(url, form, std::chrono::seconds(30)); });
            (void)QTest::qWaitFor([this, before] { return table()->rowCount() > before; }, 30'000);
            return reply.get().httpStatus;
        }
        bool says(const QString &words) const
        {
            for (const QLabel *label : window->findChildren<QLabel *>()) {
                if (label->isVisibleTo(window.get()) && label->text().contains(words))
                    return true;
            }
            return false;
        }

        QTemporaryDir folder;
        HistoryBench history{folder.filePath(QStringLiteral("history.sqlite"))};
        CredentialStore credentials;
        Presentation presentation;
        Profile profile;
        std::unique_ptr<CallbackWindow> window;
    };
};

void tst_CallbackWindow::showsWhatComes()
{
    Bench bench;
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
    QVERIFY(!bench.window->findChild<ResultView *>()->isEmpty());
    QVERIFY(bench.history.exchange(exchange.id).result);

    QTest::mouseClick(bench.button(QStringLiteral("Stop listening")), Qt::LeftButton);
    QVERIFY(bench.address().isEmpty());
    QCOMPARE(bench.table()->rowCount(), 1);
}

void tst_CallbackWindow::tellsAForgery()
{
    Bench bench;
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
    Bench bench;
    bench.listen();
    const auto boxes = bench.window->findChildren<QComboBox *>();
    for (QComboBox *box : boxes) {
        if (box->count() == 4)
            box->setCurrentIndex(1);
    }
    QCOMPARE(bench.send("pass", "demo_secret", QStringLiteral("b")), 500);
    QCOMPARE(bench.send("pass", "demo_secret", QStringLiteral("b")), 500);
    QCOMPARE(bench.table()->rowCount(), 2);
}

QTEST_MAIN(tst_CallbackWindow)
#include "tst_callbackwindow.moc"
