#pragma once

#include "credentials/credentialstore.h"

#include <qt6keychain/keychain.h>

#include <QTimer>

namespace faceid {

/// One wish to the OS keychain: the jobs it takes, the question whether the keyring is locked, and a watchdog
/// over all of it. Answers once, never before start() returns, and deletes itself.
///
/// A job of QtKeychain that is under way is never deleted, whatever becomes of the operation: it ends when
/// the keychain answers, and what it still brings then is overwritten.
class KeychainOperation : public QObject
{
    Q_OBJECT

public:
    KeychainOperation(const QString &entry, CredentialStore::Callback done, QObject *parent);
    ~KeychainOperation() override; ///< answers NoAnswer, if nothing was answered yet

    void startRead(std::chrono::milliseconds patience);
    void startExamine(std::chrono::milliseconds patience); ///< a read whose answer has the place
    void startWrite(Secret secret, std::chrono::milliseconds patience);
    void startRemove(std::chrono::milliseconds patience);

private:
    /// What a job brought.
    struct Answer
    {
        QKeychain::Error error;
        QString words;
        Secret secret; ///< of a read
    };
    using Handler = void (KeychainOperation::*)(Answer);

    enum class Wish { Read, Examine, Write, Remove };

    void start(Wish wish, std::chrono::milliseconds patience);
    void begin();
    void write();
    void run(QKeychain::Job *job, Handler handler);
    void readEntry(Handler handler);

    void handleRead(Answer answer);
    void handleWritten(Answer answer);
    void handleReadBack(Answer answer);
    void handleRemoved(Answer answer);
    void handleGone(Answer answer);

    void explain(const Answer &answer);
    void askService(CredentialState ifOpen, CredentialState ifAbsent, const QString &words);
    void concludeWithPlace(Secret secret = {});
    void conclude(CredentialState state, const QString &detail = {}, Secret secret = {},
        const KeychainPlace &place = {});

    QString m_entry;
    CredentialStore::Callback m_done; ///< null once it was called
    Wish m_wish = Wish::Read;
    bool m_isSecondTry = false;
    Secret m_secret; ///< of a write, to compare with
    QTimer m_watchdog;
};

} // namespace faceid
