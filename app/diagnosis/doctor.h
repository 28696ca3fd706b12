#pragma once

#include "client/connectionreport.h"
#include "credentials/keychainprobe.h"
#include "credentials/profile.h"
#include "diagnosis/symptom.h"
#include "policy/policy.h"

#include <QObject>

#include <functional>
#include <optional>

namespace faceid {

class CredentialStore;

/// Looks at everything on this computer that the program needs, one after the other: policy, keychain, TLS,
/// proxy, clock, fonts, settings, history, sandbox. Changes nothing, issues nothing but a made-up token of
/// its own sandbox, and talks to no other machine, unless it is given a profile whose services it shall
/// reach.
class Doctor : public QObject
{
    Q_OBJECT

public:
    struct Patient
    {
        Policy policy;
        QString historyPath;
        QString settingsPath;
        QList<Profile> profiles; ///< the saved ones
        std::optional<Profile> reached; ///< whose connection is tested, with no token issued
    };

    /// \a credentials must outlive the doctor.
    Doctor(const Patient &patient, CredentialStore &credentials, QObject *parent = nullptr);
    ~Doctor() override;

    void start();

Q_SIGNALS:
    void found(const faceid::Symptom &symptom);
    /// Once, queued.
    void finished(const faceid::Diagnosis &diagnosis);

private:
    using Step = void (Doctor::*)();
    void next();
    void note(const Symptom &symptom);

    void lookAtProgram();
    void lookAtPolicy();
    void lookAtKeychain();
    void judgeKeychain(const KeychainReport &report);
    void lookAtTls();
    void lookAtProxy();
    void lookAtClock();
    void lookAtFonts();
    void lookAtSettings();
    void lookAtHistory();
    void lookAtSandbox();
    void lookAtConnection();
    void judgeConnection(const ConnectionReports &reports);

    Patient m_patient;
    CredentialStore &m_credentials;
    QList<Step> m_steps;
    Diagnosis m_diagnosis;
};

} // namespace faceid
