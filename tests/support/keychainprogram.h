#pragma once

#include "credentials/credentialstore.h"
#include "support/keyringsession.h"

#include <QElapsedTimer>
#include <QSettings>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

/// The secret that KeychainProgram writes.
inline constexpr char keychainSecret[] = "s3cret-of-a-test/密+==";

/// A program that uses a CredentialStore: reads commands from stdin and answers each by a line. libsecret and
/// QtDBus keep the bus they found first, so that every situation takes a process of its own.
class KeychainProgram : public QObject
{
    Q_OBJECT

public:
    KeychainProgram();

    /// Runs it when \a arguments ask for it, otherwise \a tests; for main().
    static int runOr(int argc, char **argv, const std::function<int()> &tests);

private:
    void readCommands();
    void carryOut(const QList<QByteArray> &words);
    void answer(faceid::CredentialResult result);
    void sayPersonKey();

    std::unique_ptr<QSettings> m_settings;
    faceid::CredentialStore m_store;
    QSocketNotifier m_input;
    QTimer m_heart;
    QElapsedTimer m_beat;
    qint64 m_longestGap = 0; ///< milliseconds in which the event loop did not turn
    int m_answers = 0;
};

/// A KeychainProgram in a session, as the tests see it.
class RunningProgram
{
public:
    explicit RunningProgram(const KeyringSession &session);

    /// read, examine, write, write-other, write-long, remove and keep take an entry; moved takes one and
    /// pretends that KWallet had it; patience takes milliseconds; gap and answers tell figures; person
    /// answers "key" with a code of it, or "none" and why.
    void tell(const QByteArray &command) { m_process.write(command + '\n'); }
    /// The answer's words: state, secret in hex, keychain before and detail; empty when none came within 20
    /// s.
    QList<QByteArray> ask(const QByteArray &command);
    QByteArray state(const QByteArray &command) { return ask(command).constFirst(); }

private:
    OwnedProcess m_process;
};
