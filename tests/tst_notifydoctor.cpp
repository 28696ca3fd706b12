// The doctor of notify_url: addresses, what a connection says, and real connections.

#include "callback/callbacklistener.h"
#include "callback/notifydoctor.h"
#include "callback/notifyreport.h"
#include "credentials/credentialstore.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace faceid;

class tst_NotifyDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void inspectsAddresses_data();
    void inspectsAddresses();
    void knowsPrivateAddresses();
    void doctorReadsTheConnection();
    void doctorSaysWhatToDo();
    void doctorLooksOverAConnection();
    void doctorCanBeCancelled();
};

void tst_NotifyDoctor::inspectsAddresses_data()
{
    QTest::addColumn<QString>("weights"); // of scheme, port, host
    const auto row = [](const char *url, const char *weights) {
        QTest::newRow(url) << QString::fromLatin1(weights);
    };
    row("https://shop.example.com/notify", "ggg");
    row("https://shop.example.com:443/notify", "ggg");
    row("https://shop.example.com:5000/", "ggg");
    row("https://shop.example.com:8443/", "gwg");
    row("http://shop.example.com/", "wwg");
    row("http://shop.example.com:8028/", "wgg");
    row("https://localhost/", "ggb");
    row("https://printer/", "ggb");
    row("https://nas.local/", "ggb");
    row("https://192.168.1.9/", "ggb");
    row("https://10.0.0.1/", "ggb");
    row("https://172.20.1.1/", "ggb");
    row("https://172.32.1.1/", "ggg");
    row("https://[fd00::1]/", "ggb");
    row("https://[2001:4860::1]/", "ggg");
    row("ftp://shop.example.com/", "bgg");
    row("https:///x", "ggb");
}

void tst_NotifyDoctor::inspectsAddresses()
{
    QString weights;
    const auto findings = inspectNotifyUrl(QUrl(QString::fromLatin1(QTest::currentDataTag())));
    for (const NotifyFinding &finding : findings)
        weights += QLatin1String("gwb")[int(finding.weight)];
    QTEST(weights, "weights");
}

void tst_NotifyDoctor::knowsPrivateAddresses()
{
    for (const char *text : {"127.0.0.1", "10.9.8.7", "192.168.0.1", "172.31.255.255", "169.254.1.1",
             "100.64.0.1", "0.0.0.0", "::1", "fe80::1", "fd12::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1"})
        QVERIFY2(isPrivateAddress(QHostAddress(QLatin1String(text))), text);
    for (const char *text :
        {"8.8.8.8", "172.15.0.1", "192.169.0.1", "100.128.0.1", "2001:db8::1", "::ffff:8.8.8.8"})
        QVERIFY2(!isPrivateAddress(QHostAddress(QLatin1String(text))), text);
}

void tst_NotifyDoctor::doctorReadsTheConnection()
{
    const auto step = [](ConnectionStep which, StepState state, const char *detail, qint64 ms = 0) {
        return StepResult{which, state, QString::fromLatin1(detail), ms};
    };
    ConnectionReport report;
    report.steps = {step(ConnectionStep::Resolve, StepState::Passed, ""),
        step(ConnectionStep::Proxy, StepState::NotNeeded, ""),
        step(ConnectionStep::Connect, StepState::Passed, "10.0.0.1"),
        step(ConnectionStep::Tls, StepState::Passed, "certificate of x"),
        step(ConnectionStep::Answer, StepState::Passed, "HTTP/1.1 405", 5000),
        step(ConnectionStep::Clock, StepState::Failed, "far off")};
    QList<NotifyFinding> findings = findingsOf(report);
    QCOMPARE(findings.size(), 3); // the clock is none of its business
    QCOMPARE(findings.at(0).weight, NotifyFinding::Weight::Bad);
    QCOMPARE(findings.at(1).weight, NotifyFinding::Weight::Good);
    QCOMPARE(findings.at(2).weight, NotifyFinding::Weight::Warning);
    QVERIFY(isBad(findings));
    report.steps = {step(ConnectionStep::Tls, StepState::Failed, "expired")};
    QVERIFY(isBad(findingsOf(report)));
    report.steps = {step(ConnectionStep::Answer, StepState::Passed, "HTTP/1.1 200", 10)};
    QVERIFY(!isBad(findingsOf(report)));
}

/// Whatever is not good comes with what to do next, and both stand in the report.
void tst_NotifyDoctor::doctorSaysWhatToDo()
{
    ConnectionReport report;
    for (const auto step :
        {ConnectionStep::Resolve, ConnectionStep::Connect, ConnectionStep::Tls, ConnectionStep::Answer})
        report.steps.append({step, StepState::Failed, QStringLiteral("why"), 0});
    report.steps.append({ConnectionStep::Connect, StepState::Passed, QStringLiteral("10.0.0.1"), 0});
    report.steps.append({ConnectionStep::Answer, StepState::Passed, QStringLiteral("HTTP/1.1 200"), 9000});
    QList<NotifyFinding> findings = findingsOf(report);
    for (const char *url : {"http://me@localhost:81/", "ftp://x", "https://", "https://shop.example.com/"})
        findings += inspectNotifyUrl(QUrl(QString::fromLatin1(url)));
    const QString text = toText(findings);
    for (const NotifyFinding &finding : findings) {
        QCOMPARE(adviceOf(finding).isEmpty(), finding.weight == NotifyFinding::Weight::Good);
        QVERIFY(text.contains(sentenceOf(finding)));
        QVERIFY(text.contains(adviceOf(finding)));
    }
}

void tst_NotifyDoctor::doctorLooksOverAConnection()
{
    CallbackListener listener;
    QVERIFY(listener.start({}));
    CredentialStore credentials;
    NotifyDoctor doctor(listener.url(CallbackListener::notifyPath), {}, credentials);
    QList<NotifyFinding> findings;
    connect(&doctor, &NotifyDoctor::finished, this,
        [&findings](const QList<NotifyFinding> &found) { findings = found; });
    QSignalSpy finished(&doctor, &NotifyDoctor::finished);
    doctor.start();
    QVERIFY(finished.wait(30'000));
    QVERIFY(isBad(findings));
    QVERIFY(toText(findings).contains(QStringLiteral("good: It answers in good time. (HTTP/1.1 ")));
    doctor.cancel(); // too late
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
}

/// A server that accepts and says nothing.
void tst_NotifyDoctor::doctorCanBeCancelled()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    CredentialStore credentials;
    NotifyDoctor doctor(
        QUrl(QStringLiteral("http://127.0.0.1:%1/n").arg(silent.serverPort())), {}, credentials);
    QSignalSpy finished(&doctor, &NotifyDoctor::finished);
    doctor.start();
    QVERIFY(QTest::qWaitFor([&silent] { return silent.hasPendingConnections(); }, 30'000));
    QVERIFY(finished.isEmpty());
    doctor.cancel();
    doctor.cancel();
    QVERIFY(finished.wait(30'000));
    QCoreApplication::processEvents();
    QCOMPARE(finished.size(), 1);
}

QTEST_GUILESS_MAIN(tst_NotifyDoctor)
#include "tst_notifydoctor.moc"
