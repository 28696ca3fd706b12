// The dialog of the diagnosis: a line for each thing looked at, a report to copy, and the hosts that may be
// contacted.

#include "diagnosis/diagnosisdialog.h"
#include "support/windowbench.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTreeWidget>

using namespace faceid;

class TestDiagnosisDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineIsShownAndCopied()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        Doctor::Patient patient;
        patient.historyPath = bench.dir.filePath(QStringLiteral("none.sqlite"));
        patient.settingsPath = bench.settings.fileName();
        DiagnosisDialog dialog(patient, {sandboxProfile(bench.sandbox.baseUrl(), QStringLiteral("key"))},
            bench.credentials, bench.theme, nullptr);
        QSignalSpy copied(&dialog, &DiagnosisDialog::copyText);
        auto *run = dialog.findChild<QPushButton *>(QStringLiteral("runDiagnosis"));
        auto *copy = dialog.findChild<QPushButton *>(QStringLiteral("copyDiagnosis"));
        QVERIFY(!copy->isEnabled());
        QVERIFY(run->isEnabled());
        dialog.show(); // it begins by itself
        QVERIFY(!run->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(copy->isEnabled(), 60'000);
        QVERIFY(run->isEnabled());
        auto *lines = dialog.findChild<QTreeWidget *>(QStringLiteral("diagnosisLines"));
        QCOMPARE(lines->topLevelItemCount(), 10);
        run->click(); // and again
        QVERIFY(!run->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(copy->isEnabled(), 60'000);
        QCOMPARE(lines->topLevelItemCount(), 10);
        copy->click();
        QCOMPARE(copied.size(), 1);
        const QString report = copied.constFirst().constFirst().toString();
        for (int i = 0; i < lines->topLevelItemCount(); ++i)
            QVERIFY(report.contains(lines->topLevelItem(i)->text(1)));
        auto *contacts = dialog.findChild<QTableWidget *>(QStringLiteral("contacts"));
        QVERIFY(contacts->rowCount() >= 2);
        QVERIFY(contacts->item(0, 0)->text().startsWith(QStringLiteral("127.0.0.1:")));
        // A narrower window cuts no words: its rows grow.
        dialog.findChild<QTabWidget *>()->setCurrentIndex(1);
        const int last = contacts->rowCount() - 1;
        const int before = contacts->rowHeight(last);
        dialog.resize(dialog.width() / 2, dialog.height());
        QTRY_VERIFY(contacts->rowHeight(last) > before);
        QVERIFY(
            contacts->rowHeight(last) >= static_cast<QAbstractItemView *>(contacts)->sizeHintForRow(last));
    }

    /// Shown by itself it reaches nobody, however many profiles there are; asked to, it does.
    void servicesAreReachedOnlyWhenAsked()
    {
        WindowBench bench;
        QVERIFY(bench.open());
        QTcpServer service;
        QVERIFY(service.listen(QHostAddress::LocalHost));
        int calls = 0;
        connect(&service, &QTcpServer::newConnection, this, [&] {
            ++calls;
            service.nextPendingConnection()->close();
        });
        Profile profile = ProfileStore::blank();
        profile.name = QStringLiteral("mine");
        for (const EndpointSpec *spec : endpoints())
            profile.baseUrls.insert(
                spec->id, QUrl(QStringLiteral("http://127.0.0.1:%1").arg(service.serverPort())));
        Doctor::Patient patient;
        patient.historyPath = bench.dir.filePath(QStringLiteral("none.sqlite"));
        patient.settingsPath = bench.settings.fileName();
        patient.profiles = {profile};
        DiagnosisDialog dialog(patient, {profile}, bench.credentials, bench.theme, nullptr);
        auto *copy = dialog.findChild<QPushButton *>(QStringLiteral("copyDiagnosis"));
        dialog.show();
        QTRY_VERIFY_WITH_TIMEOUT(copy->isEnabled(), 60'000);
        QCOMPARE(calls, 0);
        dialog.findChild<QComboBox *>(QStringLiteral("diagnosisReach"))->setCurrentIndex(1);
        QVERIFY(copy->isEnabled()); // choosing alone does nothing
        dialog.findChild<QPushButton *>(QStringLiteral("runDiagnosis"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(copy->isEnabled(), 60'000);
        QVERIFY(calls > 0);
    }
};

QTEST_MAIN(TestDiagnosisDialog)
#include "tst_diagnosisdialog.moc"
