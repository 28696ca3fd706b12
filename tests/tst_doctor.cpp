// What is looked at and said of this computer: each line good here, bad where it should be, and nothing
// secret or personal in any of them.

#include "credentials/credentialstore.h"
#include "diagnosis/contacts.h"
#include "diagnosis/doctor.h"
#include "diagnosis/selftest.h"
#include "history/historystore.h"
#include "sandbox/sandboxserver.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace faceid;

class TestDoctor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_patient = {};
        m_patient.historyPath = m_folder->filePath(QStringLiteral("history.sqlite"));
        m_patient.settingsPath = m_folder->filePath(QStringLiteral("settings.ini"));
    }

    void everythingIsLookedAt()
    {
        const Diagnosis diagnosis = diagnose();
        QStringList ids;
        for (const Symptom &symptom : diagnosis) {
            ids.append(symptom.id);
            QVERIFY2(!symptom.title.isEmpty() && !symptom.text.isEmpty(), qPrintable(symptom.id));
            QCOMPARE(symptom.advice.isEmpty(), symptom.weight == Weight::Good);
        }
        QCOMPARE(ids.join(u' '),
            QStringLiteral("program policy keychain tls proxy clock fonts settings history sandbox"));
        for (const char *id : {"policy", "tls", "proxy", "clock", "settings", "history", "sandbox"})
            QCOMPARE(of(diagnosis, id).weight, Weight::Good);
        QVERIFY(!QFile::exists(m_patient.historyPath)); // it looks, it makes nothing
    }

    void theHistoryIsRead()
    {
        {
            HistoryStore store(m_patient.historyPath);
            bool isOpen = false;
            connect(&store, &HistoryStore::opened, this, [&isOpen] { isOpen = true; });
            QTRY_VERIFY(isOpen);
        }
        QCOMPARE(of(diagnose(), "history").weight, Weight::Good);
        QFile file(m_patient.historyPath);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const Symptom damaged = of(diagnose(), "history");
        QCOMPARE(damaged.weight, Weight::Bad);
        QVERIFY(!damaged.advice.isEmpty());
    }

    void aBrokenPolicyIsBad()
    {
        QFile file(m_folder->filePath(QStringLiteral("policy.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[tokens]\nsdk=1\n");
        file.close();
        m_patient.policy = readPolicy(file.fileName());
        const Diagnosis diagnosis = diagnose();
        QCOMPARE(of(diagnosis, "policy").weight, Weight::Bad);
        QVERIFY(isBad(diagnosis));
        QCOMPARE(toJson(diagnosis).object().value(QStringLiteral("good")).toBool(), false);
    }

    void theChosenProfileIsReached()
    {
        SandboxServer sandbox;
        QVERIFY(sandbox.start());
        m_patient.reached = sandboxProfile(sandbox.baseUrl(), QStringLiteral("key"));
        QCOMPARE(of(diagnose(), "connection").weight, Weight::Good);
        sandbox.stop();
        const Symptom down = of(diagnose(), "connection");
        QCOMPARE(down.weight, Weight::Bad);
        QVERIFY(!down.advice.isEmpty());
    }

    void nothingSecretIsSaid()
    {
        Profile profile;
        profile.id = QStringLiteral("planted-id");
        profile.name = QStringLiteral("planted-name");
        profile.apiKey = QStringLiteral("planted-key");
        profile.proxyMode = ProxyMode::Manual;
        profile.proxyHost = QStringLiteral("proxy.example.com");
        profile.proxyPort = 8080;
        profile.proxyUser = QStringLiteral("planted-user");
        m_patient.profiles = {profile};
        profile.caFile = QDir::homePath() + QStringLiteral("/authorities.pem"); // is not there
        m_patient.profiles.append(profile);
        m_patient.settingsPath = QDir::homePath() + QStringLiteral("/settings.ini");
        const QString text = toText(diagnose());
        QVERIFY2(!text.contains(QStringLiteral("planted")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("proxy.example.com:8080")));
        QVERIFY2(text.contains(QStringLiteral("no certificate in ")), qPrintable(text));
        QVERIFY(QDir::homePath().size() < 2 || !text.contains(QDir::homePath() + u'/'));
    }

    void homesAreHidden()
    {
        QCOMPARE(withoutHome(QDir::homePath() + QStringLiteral("/x")), QStringLiteral("~/x"));
        QCOMPARE(
            withoutHome(QDir::homePath() + QStringLiteral("x/y")), QDir::homePath() + QStringLiteral("x/y"));
        QCOMPARE(withoutHome(QStringLiteral("/etc/xdg/x")), QStringLiteral("/etc/xdg/x"));
    }

    void everyContactIsListed()
    {
        Profile profile;
        profile.name = QStringLiteral("mine");
        profile.baseUrls.insert(getToken().id, QUrl(QStringLiteral("https://a.example.com:8443/base")));
        profile.proxyMode = ProxyMode::Manual;
        profile.proxyHost = QStringLiteral("proxy.example.com");
        profile.proxyPort = 3128;
        profile.pagePattern = QStringLiteral("https://page.example.com/do?token={token}");
        QStringList hosts;
        for (const Contact &contact : contactsOf({profile})) {
            QVERIFY(!contact.purpose.isEmpty());
            hosts.append(contact.host);
        }
        hosts.removeLast(); // what an operator types
        const QString documented = QUrl(getBizToken().host).host() + QStringLiteral(":443");
        QCOMPARE(hosts.join(u' '),
            QStringLiteral("%1 a.example.com:8443 proxy.example.com:3128 page.example.com:443")
                .arg(documented));
    }

private:
    Diagnosis diagnose()
    {
        CredentialStore credentials;
        Doctor doctor(m_patient, credentials);
        std::optional<Diagnosis> result;
        connect(&doctor, &Doctor::finished, this, [&result](const Diagnosis &all) { result = all; });
        doctor.start();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(result, 60'000); }();
        return result.value_or(Diagnosis());
    }

    static Symptom of(const Diagnosis &diagnosis, const char *id)
    {
        for (const Symptom &symptom : diagnosis) {
            if (symptom.id == QLatin1String(id))
                return symptom;
        }
        return {};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Doctor::Patient m_patient;
};

QTEST_MAIN(TestDoctor)
#include "tst_doctor.moc"
