#include "credentials/credentialstore.h"

#include "credentials/keychainoperation.h"

#include <QCoreApplication>
#include <QPointer>

#include <map>
#include <utility>

namespace faceid {

namespace {

using Callback = CredentialStore::Callback;

/// \a done as a callback that answers by the event loop of \a context, or not at all once that is gone.
Callback queued(QObject *context, Callback done)
{
    return [context = QPointer<QObject>(context), done = std::move(done)](CredentialResult result) {
        if (!context)
            return;
        const auto held = std::make_shared<CredentialResult>(std::move(result)); // events are copied
        QMetaObject::invokeMethod(
            context, [done, held] { done(std::move(*held)); }, Qt::QueuedConnection);
    };
}

} // namespace

struct CredentialStore::Private
{
    std::map<QString, Secret> session;
    std::chrono::milliseconds patience{10'000};
};

CredentialStore::CredentialStore(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{ }

CredentialStore::~CredentialStore()
{
    qDeleteAll(findChildren<KeychainOperation *>(QString(), Qt::FindDirectChildrenOnly));
}

void CredentialStore::read(const QString &profileId, QObject *context, Callback done)
{
    const Callback answer = queued(context, std::move(done));
    const auto kept = d->session.find(profileId);
    if (kept != d->session.end())
        return answer({CredentialState::InMemory, {}, kept->second.duplicate()});
    (new KeychainOperation(entryName(profileId), answer, this))->startRead(d->patience);
}

void CredentialStore::write(const QString &profileId, Secret secret, QObject *context, Callback done)
{
    const Callback answer = queued(context, std::move(done));
    if (secret.isEmpty())
        return answer({CredentialState::Failed, QStringLiteral("the secret is empty"), {}});
    const auto settle = [this, profileId, answer](CredentialResult result) {
        if (result.ok())
            d->session.erase(profileId);
        answer(std::move(result));
    };
    (new KeychainOperation(entryName(profileId), settle, this))->startWrite(std::move(secret), d->patience);
}

void CredentialStore::remove(const QString &profileId, QObject *context, Callback done)
{
    d->session.erase(profileId);
    const Callback answer = queued(context, std::move(done));
    (new KeychainOperation(entryName(profileId), answer, this))->startRemove(d->patience);
}

void CredentialStore::keepForSession(const QString &profileId, Secret secret)
{
    d->session.erase(profileId);
    if (!secret.isEmpty())
        d->session.emplace(profileId, std::move(secret));
}

bool CredentialStore::isSessionOnly(const QString &profileId) const
{
    return d->session.count(profileId) > 0;
}

void CredentialStore::setPatience(std::chrono::milliseconds patience)
{
    d->patience = patience;
}

QString CredentialStore::entryName(const QString &profileId)
{
    return QStringLiteral("faceid-console/") + profileId;
}

QString describe(CredentialState state)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("CredentialStore", text); };
    switch (state) {
    case CredentialState::InKeychain:
        return say(QT_TRANSLATE_NOOP("CredentialStore", "The secret is in the keychain of this computer."));
    case CredentialState::InMemory:
        return say(QT_TRANSLATE_NOOP(
            "CredentialStore", "The secret is in memory only and is forgotten when you quit."));
    case CredentialState::Missing:
        return say(QT_TRANSLATE_NOOP(
            "CredentialStore", "The keychain has no secret for this profile. Type it into the profile."));
    case CredentialState::NoKeychain:
        return say(QT_TRANSLATE_NOOP("CredentialStore",
            "This session has no keychain service. Start one (GNOME Keyring, KWallet), or keep the secret in "
            "memory until you quit."));
    case CredentialState::Locked:
        return say(QT_TRANSLATE_NOOP("CredentialStore",
            "The keychain is locked, so whether it holds the secret cannot be seen. Unlock it and try again, "
            "or keep the secret in memory until you quit."));
    case CredentialState::Denied:
        return say(QT_TRANSLATE_NOOP("CredentialStore",
            "The keychain refused. Allow FaceID Console to use it and try again, or keep the secret in memory "
            "until you quit."));
    case CredentialState::NoAnswer:
        return say(QT_TRANSLATE_NOOP("CredentialStore",
            "The keychain did not answer in time; what was asked may still happen. See whether it waits for "
            "you with a window of its own, try again, or keep the secret in memory until you quit."));
    case CredentialState::NotVerified:
        return say(QT_TRANSLATE_NOOP("CredentialStore",
            "The keychain reported success, but holds something else. Look into it with the keychain's own "
            "program and try again."));
    case CredentialState::Failed:
        return say(QT_TRANSLATE_NOOP("CredentialStore",
            "The keychain failed. Try again, or keep the secret in memory until you quit."));
    }
    return {};
}

} // namespace faceid
