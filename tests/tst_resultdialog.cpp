// "Look up the result" of a row, against the real sandbox and a real history, by clicks.

#include "client/tokenclient.h"
#include "client/tokenjob.h"
#include "credentials/credentialstore.h"
#include "results/resultdialog.h"
#include "results/resultview.h"
#include "sandbox/sandboxserver.h"
#include "shell/presentation.h"
#include "support/historybench.h"

#include <QBuffer>
#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace faceid;

namespace {

SandboxRules trusting()
{
    SandboxRules rules;
    rules.faces = SandboxRules::Faces::One;
    return rules;
}

Part photo()
{
    QImage image(200, 200, QImage::Format_RGB32);
    image.fill(Qt::gray);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return imagePart(QStringLiteral("image_ref1"), bytes, inspectImage(bytes));
}

} // namespace

class tst_ResultDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsThreeVerdictsAndKeepsThem_data();
    void showsThreeVerdictsAndKeepsThem();
    void marksTheChosenLevel();
    void saysWhyThereIsNone();
    void hidesFacesOnAProjector();
    void aPcTokenNeedsItsBizId();

private:
    Exchange issue(const EndpointSpec &endpoint);
    std::unique_ptr<ResultDialog> open(const Exchange &exchange);
    static bool says(const QWidget *dialog, const QString &words);
    static QPushButton *lookUpButton(const QWidget *dialog);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SandboxServer> m_sandbox;
    std::unique_ptr<HistoryBench> m_history;
    std::unique_ptr<CredentialStore> m_credentials;
    std::unique_ptr<Presentation> m_presentation;
    Profile m_profile;
};

void tst_ResultDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_history = std::make_unique<HistoryBench>(m_folder->filePath(QStringLiteral("history.sqlite")));
    m_sandbox = std::make_unique<SandboxServer>(defaultSandboxKeys(), trusting());
    QVERIFY(m_sandbox->start());
    m_credentials = std::make_unique<CredentialStore>();
    m_credentials->keepForSession(Profile::sandboxId(), Secret(QByteArray(sandboxApiSecret)));
    m_presentation = std::make_unique<Presentation>();
    m_profile = sandboxProfile(m_sandbox->baseUrl(), QString::fromLatin1(sandboxApiKey));
}

void tst_ResultDialog::cleanup()
{
    m_presentation.reset();
    m_history.reset();
    m_credentials.reset();
    m_sandbox.reset();
}

Exchange tst_ResultDialog::issue(const EndpointSpec &endpoint)
{
    TokenRequest request;
    request.endpoint = &endpoint;
    request.profile = m_profile;
    request.parts = assembled(endpoint,
        {textPart(QStringLiteral("comparison_type"), QStringLiteral("0")),
            textPart(QStringLiteral("uuid"), QStringLiteral("u-1")), photo(),
            textPart(QStringLiteral("biz_no"), QUuid::createUuid().toString()),
            textPart(QStringLiteral("return_url"), QStringLiteral("https://example.com/r")),
            textPart(QStringLiteral("notify_url"), QStringLiteral("https://example.com/n"))});
    TokenClient client(*m_credentials, &m_history->store());
    Exchange result;
    bool isOver = false;
    connect(client.send(request), &TokenJob::finished, this, [&](const Exchange &exchange) {
        result = exchange;
        isOver = true;
    });
    (void)QTest::qWaitFor([&isOver] { return isOver; }, 60'000);
    return result;
}

std::unique_ptr<ResultDialog> tst_ResultDialog::open(const Exchange &exchange)
{
    const HistoryRow row = m_history->row(exchange.id);
    auto dialog = std::make_unique<ResultDialog>(
        row, m_profile, *m_credentials, m_history->store(), *m_presentation, nullptr);
    dialog->show();
    return dialog;
}

bool tst_ResultDialog::says(const QWidget *dialog, const QString &words)
{
    for (const QLabel *label : dialog->findChildren<QLabel *>()) {
        if (label->isVisibleTo(dialog) && label->text().contains(words))
            return true;
    }
    return false;
}

QPushButton *tst_ResultDialog::lookUpButton(const QWidget *dialog)
{
    for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == u"Look up")
            return button;
    }
    return nullptr;
}

void tst_ResultDialog::showsThreeVerdictsAndKeepsThem_data()
{
    QTest::addColumn<QString>("outcome");
    QTest::addColumn<QStringList>("verdicts");
    const auto row = [](const char *outcome, const QStringList &verdicts) {
        QTest::newRow(outcome) << QString::fromLatin1(outcome) << verdicts;
    };
    const QString passed = QStringLiteral("passed");
    const QString failed = QStringLiteral("failed");
    const QString notDone = QStringLiteral("not done");
    row("pass", {passed, passed, passed});
    row("wrong-person", {passed, passed, failed});
    row("attack", {passed, failed, notDone});
    row("cancelled", {failed, notDone, notDone});
}

void tst_ResultDialog::showsThreeVerdictsAndKeepsThem()
{
    QFETCH(const QString, outcome);
    QFETCH(const QStringList, verdicts);
    const Exchange exchange = issue(getBizToken());
    QCOMPARE(exchange.outcome, Outcome::Issued);
    QVERIFY(m_sandbox->complete(exchange.reply.token, *outcomeNamed(outcome)));
    auto dialog = open(exchange);
    QVERIFY(says(dialog.get(), QStringLiteral("Not looked up yet")));
    QTest::mouseClick(lookUpButton(dialog.get()), Qt::LeftButton);
    QTRY_VERIFY(says(dialog.get(), QStringLiteral("so far: 1.")));
    const auto found = [&dialog](const QString &title) {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->accessibleName() == title)
                return label->text();
        }
        return QString();
    };
    QCOMPARE(QStringList({found(QStringLiteral("Flow")), found(QStringLiteral("Liveness")),
                 found(QStringLiteral("Comparison"))}),
        verdicts);
    // Opened again, it is there without asking.
    m_sandbox->stop();
    auto again = open(exchange);
    QTRY_VERIFY(says(again.get(), QStringLiteral("As it was on")));
    QVERIFY(says(again.get(), QStringLiteral("so far: 1.")));
    QVERIFY(!again->findChild<ResultView *>()->isEmpty());
}

void tst_ResultDialog::marksTheChosenLevel()
{
    const Exchange exchange = issue(getBizToken());
    QVERIFY(m_sandbox->complete(exchange.reply.token, *outcomeNamed(u"pass")));
    auto dialog = open(exchange);
    QTest::mouseClick(lookUpButton(dialog.get()), Qt::LeftButton);
    QTRY_VERIFY(says(dialog.get(), QStringLiteral("▸ level 2 (1e-4)")));
    QVERIFY(says(dialog.get(), QStringLiteral("79 reached")));
    dialog->findChild<QComboBox *>()->setCurrentIndex(3);
    QTRY_VERIFY(says(dialog.get(), QStringLiteral("▸ level 4 (1e-6)")));
    QVERIFY(!says(dialog.get(), QStringLiteral("▸ level 2")));
}

void tst_ResultDialog::saysWhyThereIsNone()
{
    const Exchange exchange = issue(getBizToken());
    m_sandbox->stop();
    auto dialog = open(exchange);
    QTest::mouseClick(lookUpButton(dialog.get()), Qt::LeftButton);
    QTRY_VERIFY(says(dialog.get(), QStringLiteral("127.0.0.1:")));
    QVERIFY(dialog->findChild<ResultView *>()->isEmpty());
    QVERIFY(lookUpButton(dialog.get())->isEnabled());
    QVERIFY(!m_history->exchange(exchange.id).result);
}

void tst_ResultDialog::hidesFacesOnAProjector()
{
    const Exchange exchange = issue(getBizToken());
    QVERIFY(m_sandbox->complete(exchange.reply.token, *outcomeNamed(u"pass")));
    auto dialog = open(exchange);
    QTest::mouseClick(lookUpButton(dialog.get()), Qt::LeftButton);
    const auto pictures = [&dialog] {
        int count = 0;
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            count += label->pixmap(Qt::ReturnByValue).isNull() ? 0 : 1;
        return count;
    };
    QTRY_COMPARE(pictures(), 1);
    m_presentation->setOn(true);
    QCOMPARE(pictures(), 0);
    QVERIFY(!says(dialog.get(), exchange.bizNo));
    m_presentation->setOn(false);
    QTRY_COMPARE(pictures(), 1);
}

void tst_ResultDialog::aPcTokenNeedsItsBizId()
{
    const Exchange exchange = issue(getToken());
    QCOMPARE(exchange.outcome, Outcome::Issued);
    auto dialog = open(exchange);
    auto *input = dialog->findChild<QLineEdit *>();
    QVERIFY(input->isVisible());
    QVERIFY(!lookUpButton(dialog.get())->isEnabled());
    input->setText(QStringLiteral("1462259748,52b13fb5-8dfb-4537-a62b-a641d5e929f1"));
    QTest::mouseClick(lookUpButton(dialog.get()), Qt::LeftButton);
    QTRY_VERIFY(says(dialog.get(), QStringLiteral("RESULT_NOT_FOUND")));
}

QTEST_MAIN(tst_ResultDialog)
#include "tst_resultdialog.moc"
