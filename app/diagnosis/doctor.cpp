#include "diagnosis/doctor.h"

#include "client/connectiontest.h"
#include "client/route.h"
#include "client/worker.h"
#include "credentials/credentialstore.h"
#include "diagnosis/selftest.h"
#include "history/historyreader.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QLocale>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QStorageInfo>
#include <QSysInfo>

namespace faceid {

namespace {

constexpr qint64 littleRoom = 100 * 1024 * 1024; // bytes
constexpr int yearOfThisProgram = 2024; // a clock before that is wrong

Symptom symptom(const char *id, const char *title)
{
    return {QLatin1String(id), QCoreApplication::translate("Doctor", title), Weight::Good, {}, {}};
}

QString shownPath(const QString &path)
{
    return QDir::toNativeSeparators(withoutHome(path));
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes);
}

/// What the keychain's state means is said where secrets are read.
CredentialState stateOf(KeychainService service)
{
    switch (service) {
    case KeychainService::Open:
        return CredentialState::InKeychain;
    case KeychainService::Locked:
        return CredentialState::Locked;
    case KeychainService::Absent:
        return CredentialState::NoKeychain;
    case KeychainService::Denied:
        return CredentialState::Denied;
    case KeychainService::NoAnswer:
        return CredentialState::NoAnswer;
    }
    return CredentialState::Failed;
}

/// On a worker: reads the whole file.
Symptom historySymptom(const QString &path)
{
    Symptom result = symptom("history", QT_TRANSLATE_NOOP("Doctor", "History"));
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    const QStorageInfo disk(folder.isDir() ? folder.absoluteFilePath() : QDir::homePath());
    QString trouble;
    if (file.exists()) {
        HistoryReader reader(path);
        reader.open();
        const QString damage = reader.error().isEmpty() ? reader.check([] { return false; }) : QString();
        trouble = reader.error().isEmpty() ? damage : reader.error();
    }
    result.text = !file.exists()
        ? QCoreApplication::translate("Doctor", "none yet; it will be %1").arg(shownPath(path))
        : QCoreApplication::translate("Doctor", "%1, %2").arg(shownPath(path), sizeText(file.size()));
    if (!trouble.isEmpty()) {
        result.weight = Weight::Bad;
        result.text += u' ' + trouble;
        result.advice = QCoreApplication::translate("Doctor",
            "Nothing is issued without a history. Copy the file away, then bring it back from a backup or move "
            "it aside.");
    } else if (disk.isValid() && disk.bytesAvailable() < littleRoom) {
        result.weight = Weight::Warning;
        result.text += u' '
            + QCoreApplication::translate("Doctor", "The disk has %1 left.")
                  .arg(sizeText(disk.bytesAvailable()));
        result.advice = QCoreApplication::translate("Doctor", "Make room: without it nothing can be issued.");
    }
    return result;
}

/// Takes a while: the authorities of the system are read.
Symptom tlsSymptom()
{
    Symptom result = symptom("tls", QT_TRANSLATE_NOOP("Doctor", "TLS"));
    if (!QSslSocket::supportsSsl()) {
        result.weight = Weight::Bad;
        result.text = QCoreApplication::translate("Doctor", "there is no TLS library");
        result.advice = QCoreApplication::translate(
            "Doctor", "Install the TLS plugin of Qt and OpenSSL; without them no service can be reached.");
        return result;
    }
    const qsizetype authorities = QSslConfiguration::systemCaCertificates().size();
    result.text = QCoreApplication::translate("Doctor", "%1, %2; the system trusts %3 authorities")
                      .arg(QSslSocket::activeBackend(), QSslSocket::sslLibraryVersionString())
                      .arg(authorities);
    if (authorities == 0) {
        result.weight = Weight::Bad;
        result.advice = QCoreApplication::translate(
            "Doctor", "Install the system's certificate authorities (ca-certificates).");
    }
    return result;
}

} // namespace

Doctor::Doctor(const Patient &patient, CredentialStore &credentials, QObject *parent)
    : QObject(parent)
    , m_patient(patient)
    , m_credentials(credentials)
    , m_steps{&Doctor::lookAtProgram, &Doctor::lookAtPolicy, &Doctor::lookAtKeychain, &Doctor::lookAtTls,
          &Doctor::lookAtProxy, &Doctor::lookAtClock, &Doctor::lookAtFonts, &Doctor::lookAtSettings,
          &Doctor::lookAtHistory, &Doctor::lookAtSandbox}
{
    if (m_patient.reached)
        m_steps.append(&Doctor::lookAtConnection);
}

Doctor::~Doctor() = default;

void Doctor::start()
{
    QMetaObject::invokeMethod(this, &Doctor::next, Qt::QueuedConnection);
}

void Doctor::next()
{
    if (m_steps.isEmpty()) {
        Q_EMIT finished(m_diagnosis);
        return;
    }
    (this->*m_steps.takeFirst())();
}

void Doctor::note(const Symptom &symptom)
{
    m_diagnosis.append(symptom);
    Q_EMIT found(symptom);
    QMetaObject::invokeMethod(this, &Doctor::next, Qt::QueuedConnection);
}

void Doctor::lookAtProgram()
{
    Symptom result = symptom("program", QT_TRANSLATE_NOOP("Doctor", "Program"));
    result.text = QStringLiteral("%1 %2, Qt %3, %4, %5")
                      .arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion(),
                          QString::fromLatin1(qVersion()), QSysInfo::prettyProductName(),
                          QSysInfo::currentCpuArchitecture());
    note(result);
}

void Doctor::lookAtPolicy()
{
    Symptom result = symptom("policy", QT_TRANSLATE_NOOP("Doctor", "Policy"));
    const Policy &policy = m_patient.policy;
    if (!policy.problem.isEmpty()) {
        result.weight = Weight::Bad;
        result.text = policy.problem;
        result.advice = QCoreApplication::translate(
            "Doctor", "Put the file right: every key and value must be one that the user guide names.");
    } else if (policy.file.isEmpty()) {
        result.text = QCoreApplication::translate("Doctor", "none: nothing is set by an administrator");
    } else {
        result.text = shownPath(policy.file);
    }
    note(result);
}

void Doctor::lookAtKeychain()
{
    probeKeychain(this, [this](const KeychainReport &report) { judgeKeychain(report); });
}

void Doctor::judgeKeychain(const KeychainReport &report)
{
    Symptom result = symptom("keychain", QT_TRANSLATE_NOOP("Doctor", "Keychain"));
    const QString place = report.place.isKnown() ? titleOf(report.place) : QString();
    if (report.service == KeychainService::Open) {
        result.text = place.isEmpty() ? QCoreApplication::translate("Doctor", "open") : place;
        return note(result);
    }
    const bool isToBeHelped =
        report.service == KeychainService::Locked || report.service == KeychainService::Absent;
    result.weight = isToBeHelped ? Weight::Warning : Weight::Bad;
    result.text = place.isEmpty() ? QCoreApplication::translate("Doctor", "cannot be used") : place;
    if (!report.detail.isEmpty())
        result.text += QStringLiteral(" (%1)").arg(report.detail);
    result.advice = describe(stateOf(report.service));
    note(result);
}

void Doctor::lookAtTls()
{
    runOnWorker(
        this, [] { return tlsSymptom(); }, [this](const Symptom &result) { note(result); });
}

/// Which way requests would go: asked of the system, not of the network.
void Doctor::lookAtProxy()
{
    runOnWorker(
        this,
        [profiles = m_patient.profiles] {
            Symptom result = symptom("proxy", QT_TRANSLATE_NOOP("Doctor", "Proxy"));
            QStringList ways;
            const auto look = [&result, &ways](const Profile &profile, const Route &route) {
                if (!route.problem.isEmpty()) { // it names the whole path
                    result.weight = Weight::Bad;
                    ways.append(QCoreApplication::translate("Doctor", "no certificate in %1")
                                    .arg(shownPath(profile.caFile)));
                    result.advice = QCoreApplication::translate("Doctor",
                        "Open the profile's page Network and choose the file of certificates again.");
                } else if (route.proxy.type() != QNetworkProxy::NoProxy) {
                    ways.append(QStringLiteral("%1:%2").arg(route.proxy.hostName()).arg(route.proxy.port()));
                }
            };
            for (const Profile &profile : profiles) { // the system may name one for each address
                for (const EndpointSpec *spec : endpoints())
                    look(profile, findRoute(profile, profile.baseUrl(*spec)));
            }
            ways.removeDuplicates();
            result.text = ways.isEmpty()
                ? QCoreApplication::translate("Doctor", "no profile leads through one")
                : ways.join(QStringLiteral(", "));
            return result;
        },
        [this](const Symptom &result) { note(result); });
}

void Doctor::lookAtClock()
{
    Symptom result = symptom("clock", QT_TRANSLATE_NOOP("Doctor", "Clock"));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    result.text = now.toString(Qt::ISODate);
    if (now.date().year() < yearOfThisProgram) {
        result.weight = Weight::Bad;
        result.advice = QCoreApplication::translate("Doctor", "Set it, or signs will be refused.");
    } else if (!m_patient.reached) {
        result.text += u' '
            + QCoreApplication::translate(
                "Doctor", "(a service's clock is compared when a profile is named)");
    }
    note(result);
}

void Doctor::lookAtFonts()
{
    Symptom result = symptom("fonts", QT_TRANSLATE_NOOP("Doctor", "Fonts"));
    const QStringList chinese = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    result.text = QCoreApplication::translate("Doctor", "%1 families, %2 with Chinese")
                      .arg(QFontDatabase::families().size())
                      .arg(chinese.size());
    if (chinese.isEmpty()) {
        result.weight = Weight::Warning;
        result.advice = QCoreApplication::translate(
            "Doctor", "Install a Chinese font, such as fonts-noto-cjk: names would be shown as boxes.");
    }
    note(result);
}

void Doctor::lookAtSettings()
{
    Symptom result = symptom("settings", QT_TRANSLATE_NOOP("Doctor", "Settings"));
    result.text = QCoreApplication::translate("Doctor", "%1; saved profiles: %2")
                      .arg(shownPath(m_patient.settingsPath))
                      .arg(m_patient.profiles.size());
    const QFileInfo file(m_patient.settingsPath);
    if (file.exists() && !file.isWritable()) {
        result.weight = Weight::Bad;
        result.advice =
            QCoreApplication::translate("Doctor", "Nobody can write the file: give it back to its owner.");
    }
    note(result);
}

void Doctor::lookAtHistory()
{
    runOnWorker(
        this, [path = m_patient.historyPath] { return historySymptom(path); },
        [this](const Symptom &result) { note(result); });
}

void Doctor::lookAtSandbox()
{
    Symptom result = symptom("sandbox", QT_TRANSLATE_NOOP("Doctor", "Sandbox"));
    if (!m_patient.policy.problem.isEmpty() || !m_patient.policy.allows(Feature::Sandbox)) {
        const bool isOff = m_patient.policy.problem.isEmpty();
        result.weight = isOff ? Weight::Good : Weight::Warning;
        result.text = isOff
            ? switchedOffSentence(Feature::Sandbox)
            : QCoreApplication::translate("Doctor", "not tried, as the policy file cannot be used");
        return note(result);
    }
    testSandbox(this, [this, result](const Exchange &exchange) mutable {
        if (exchange.outcome == Outcome::Issued) {
            result.text = QCoreApplication::translate("Doctor", "issued a made-up token in %1 ms")
                              .arg(exchange.timing.finished);
        } else {
            result.weight = Weight::Bad;
            result.text = exchange.address.isEmpty() ? exchange.detail : outcomeSentence(exchange.outcome);
            if (const QString why = stopSentence(exchange); !why.isEmpty() && !exchange.address.isEmpty())
                result.text += u' ' + why;
            result.advice = QCoreApplication::translate(
                "Doctor", "See whether something on this computer keeps programs from talking to 127.0.0.1.");
        }
        note(result);
    });
}

void Doctor::lookAtConnection()
{
    auto *test = new ConnectionTest(*m_patient.reached, m_credentials, this);
    connect(test, &ConnectionTest::finished, this, &Doctor::judgeConnection);
    test->start();
}

void Doctor::judgeConnection(const ConnectionReports &reports)
{
    for (const ConnectionReport &report : reports) {
        Symptom result = symptom("connection", QT_TRANSLATE_NOOP("Doctor", "Connection"));
        result.text = report.address.host();
        if (const auto failure = report.failure()) {
            result.weight = Weight::Bad;
            result.text += QStringLiteral(": %1").arg(stepTitle(failure->step));
            result.advice = failureSentence(failure->step, report);
        } else if (report.clockSkewMs) {
            result.text += u' '
                + QCoreApplication::translate("Doctor", "(clocks differ by %1 s)")
                      .arg(qAbs(*report.clockSkewMs) / 1000);
        }
        m_diagnosis.append(result);
        Q_EMIT found(result);
    }
    QMetaObject::invokeMethod(this, &Doctor::next, Qt::QueuedConnection);
}

} // namespace faceid
