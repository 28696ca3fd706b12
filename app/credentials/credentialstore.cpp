#include "credentials/credentialstore.h"

#include "credentials/keychainoperation.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSettings>

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

QString placeKey(const QString &entry)
{
    return QStringLiteral("keychain/") + entry;
}

} // namespace

struct CredentialStore::Private
{
    KeychainPlace remembered(const QString &entry) const
    {
        const QStringList words = settings ? settings->value(placeKey(entry)).toStringList() : QStringList();
        return {words.value(0), words.value(1), words.value(2)};
    }
    void remember(const QString &entry, const KeychainPlace &place)
    {
        if (settings && place.isKnown())
            settings->setValue(placeKey(entry), QStringList{place.keychain, place.collection, place.id});
    }

    QSettings *settings = nullptr;
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

void CredentialStore::read(const QString &entry, QObject *context, Callback done)
{
    const Callback answer = queued(context, std::move(done));
    const auto kept = d->session.find(entry);
    if (kept != d->session.end())
        return answer({CredentialState::InMemory, {}, kept->second.duplicate(), {}, {}});
    const auto settle = [this, entry, answer](
                            CredentialResult result) { answer(compared(entry, std::move(result))); };
    (new KeychainOperation(entryName(entry), settle, this))->startRead(d->patience);
}

void CredentialStore::examine(const QString &entry, QObject *context, Callback done)
{
    if (isSessionOnly(entry))
        return read(entry, context, std::move(done));
    const auto settle = [this, entry, answer = queued(context, std::move(done))](CredentialResult result) {
        if (result.ok()) // also an entry that an earlier version wrote, or another program
            d->remember(entry, result.place);
        answer(compared(entry, std::move(result)));
    };
    (new KeychainOperation(entryName(entry), settle, this))->startExamine(d->patience);
}

void CredentialStore::write(const QString &entry, Secret secret, QObject *context, Callback done)
{
    const Callback answer = queued(context, std::move(done));
    if (secret.isEmpty())
        return answer({CredentialState::Failed, QStringLiteral("the secret is empty"), {}, {}, {}});
    if (secret.bytes().size() > maxSecretBytes)
        return answer({CredentialState::TooLarge, {}, {}, {}, {}});
    const auto settle = [this, entry, answer](CredentialResult result) {
        result = compared(entry, std::move(result));
        if (result.ok()) {
            d->session.erase(entry);
            d->remember(entry, result.place);
        }
        answer(std::move(result));
    };
    (new KeychainOperation(entryName(entry), settle, this))->startWrite(std::move(secret), d->patience);
}

void CredentialStore::remove(const QString &entry, QObject *context, Callback done)
{
    d->session.erase(entry);
    const auto settle = [this, entry, answer = queued(context, std::move(done))](CredentialResult result) {
        result = compared(entry, std::move(result));
        if (result.state == CredentialState::Missing)
            forgetPlace(entry);
        answer(std::move(result));
    };
    (new KeychainOperation(entryName(entry), settle, this))->startRemove(d->patience);
}

/// \a result beside what is remembered of the entry.
CredentialResult CredentialStore::compared(const QString &entry, CredentialResult result) const
{
    const KeychainPlace last = d->remembered(entry);
    const bool isAbsent = result.state == CredentialState::NoKeychain;
    if (last.isKnown() && (isAbsent || !last.canBe(result.place)))
        result.earlier = last;
    if (result.state == CredentialState::Missing && result.earlier.isKnown())
        result.state = CredentialState::Moved;
    return result;
}

void CredentialStore::rememberPlacesIn(QSettings &settings)
{
    d->settings = &settings;
}

void CredentialStore::forgetPlace(const QString &entry)
{
    if (d->settings)
        d->settings->remove(placeKey(entry));
}

void CredentialStore::keepForSession(const QString &entry, Secret secret)
{
    d->session.erase(entry);
    if (!secret.isEmpty())
        d->session.emplace(entry, std::move(secret));
}

bool CredentialStore::isSessionOnly(const QString &entry) const
{
    return d->session.count(entry) > 0;
}

void CredentialStore::setPatience(std::chrono::milliseconds patience)
{
    d->patience = patience;
}

QString CredentialStore::entryName(const QString &entry)
{
    return QStringLiteral("faceid-console/") + entry;
}

QString titleOf(const KeychainPlace &place)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("CredentialStore", text); };
    if (place.keychain.isEmpty())
        return say(QT_TRANSLATE_NOOP("CredentialStore", "another keychain"));
    if (place.collection.isEmpty())
        return place.keychain;
    return say(QT_TRANSLATE_NOOP("CredentialStore", "%1, collection %2"))
        .arg(place.keychain, place.collection);
}

QString credentialStateName(CredentialState state)
{
    switch (state) {
    case CredentialState::InKeychain:
        return QStringLiteral("InKeychain");
    case CredentialState::InMemory:
        return QStringLiteral("InMemory");
    case CredentialState::Missing:
        return QStringLiteral("Missing");
    case CredentialState::Moved:
        return QStringLiteral("Moved");
    case CredentialState::NoKeychain:
        return QStringLiteral("NoKeychain");
    case CredentialState::Locked:
        return QStringLiteral("Locked");
    case CredentialState::Denied:
        return QStringLiteral("Denied");
    case CredentialState::NoAnswer:
        return QStringLiteral("NoAnswer");
    case CredentialState::TooLarge:
        return QStringLiteral("TooLarge");
    case CredentialState::NotVerified:
        return QStringLiteral("NotVerified");
    case CredentialState::Failed:
        return QStringLiteral("Failed");
    }
    return {};
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
    case CredentialState::Moved:
        return say(QT_TRANSLATE_NOOP("CredentialStore",
            "The secret was saved in another keychain than the one that answers now. Start that one, or type "
            "the secret again."));
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
    case CredentialState::TooLarge:
        return say(
            QT_TRANSLATE_NOOP("CredentialStore",
                "The secret is longer than a keychain entry may be (%1 bytes). Nothing was saved, and what "
                "was saved before is still there."))
            .arg(maxSecretBytes);
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

QString describe(const CredentialResult &result)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("CredentialStore", text); };
    if (result.state == CredentialState::InKeychain && !result.place.keychain.isEmpty()) {
        const QString text =
            say(QT_TRANSLATE_NOOP("CredentialStore", "The secret is in %1.")).arg(titleOf(result.place));
        if (!result.earlier.isKnown())
            return text;
        return text + u' '
            + say(QT_TRANSLATE_NOOP("CredentialStore", "An older one may still be in %1."))
                  .arg(titleOf(result.earlier));
    }
    if (result.state == CredentialState::Moved && !result.earlier.keychain.isEmpty())
        return say(
            QT_TRANSLATE_NOOP("CredentialStore",
                "The secret was saved in %1, and %2 answers now. Start the one before, or type the secret "
                "again."))
            .arg(titleOf(result.earlier), titleOf(result.place));
    return describe(result.state);
}

} // namespace faceid
