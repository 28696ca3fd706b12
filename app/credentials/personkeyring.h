#pragma once

#include "credentials/personkey.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>

namespace faceid {

class CredentialStore;

/// The one PersonKey of this account: from the keychain, or made there when the keychain is open and has
/// none. There is no other place for it: without a keychain there is no key, and persons cannot be found
/// again. Where the key is known to be in another keychain than the one that answers
/// (CredentialState::Moved), none is made: with two of them each would find half of a person's rows and call
/// it all.
class PersonKeyring : public QObject
{
    Q_OBJECT

public:
    /// \a key is null when there is none; \a why then says so in a sentence, translated.
    using Callback = std::function<void(std::shared_ptr<const PersonKey> key, const QString &why)>;

    /// \a credentials must outlive this.
    explicit PersonKeyring(CredentialStore &credentials, QObject *parent = nullptr);

    /// Answers from the event loop, or never once \a context is gone. The keychain is asked until it has
    /// given the key, one time for everybody who waits.
    void get(QObject *context, Callback done);
    /// The key when it has been given; null before.
    std::shared_ptr<const PersonKey> key() const { return m_key; }

private:
    struct Waiting
    {
        QPointer<QObject> context;
        Callback done;
    };

    void ask(bool mayMake);
    void make();
    void answer(const QString &why);

    CredentialStore &m_credentials;
    std::shared_ptr<const PersonKey> m_key;
    QList<Waiting> m_waiting;
};

} // namespace faceid
