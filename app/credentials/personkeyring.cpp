#include "credentials/personkeyring.h"

#include "credentials/credentialstore.h"

#include <utility>

namespace faceid {

namespace {

/// Its keychain entry, beside those of the profiles.
constexpr QLatin1String entry("person-key");

/// The keychain's state as it bears on this key: the sentences of the states speak of a profile's secret.
QString sentence(const CredentialResult &result)
{
    switch (result.state) {
    case CredentialState::InKeychain:
    case CredentialState::InMemory:
        return PersonKeyring::tr(
            "What the keychain holds as the key by which persons are found is none. Remove the entry %1 to have a "
            "new one made; persons in earlier rows can then not be found.")
            .arg(CredentialStore::entryName(entry));
    case CredentialState::Moved:
        return PersonKeyring::tr(
            "The key by which persons are found is in %1, and %2 answers now. Start the one "
            "before.")
            .arg(titleOf(result.earlier), titleOf(result.place));
    case CredentialState::NoKeychain:
        return PersonKeyring::tr(
            "This session has no keychain service, so there is no key by which persons are found.");
    case CredentialState::Locked:
        return PersonKeyring::tr(
            "The keychain is locked, so the key by which persons are found cannot be read.");
    case CredentialState::Denied:
        return PersonKeyring::tr(
            "The keychain refuses the key by which persons are found. Allow FaceID Console to "
            "use it.");
    case CredentialState::NoAnswer:
        return PersonKeyring::tr(
            "The keychain did not answer, so the key by which persons are found cannot be read.");
    case CredentialState::Missing: // after a write
    case CredentialState::NotVerified:
        return PersonKeyring::tr("The keychain does not keep the key by which persons are found.");
    case CredentialState::TooLarge: // it is not
    case CredentialState::Failed:
        break;
    }
    return PersonKeyring::tr("The keychain does not give the key by which persons are found.");
}

/// The same with the keychain's own words.
QString explanation(const CredentialResult &result)
{
    const QString text = sentence(result);
    return result.detail.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, result.detail);
}

} // namespace

PersonKeyring::PersonKeyring(CredentialStore &credentials, QObject *parent)
    : QObject(parent)
    , m_credentials(credentials)
{ }

void PersonKeyring::get(QObject *context, Callback done)
{
    m_waiting.append({context, std::move(done)});
    if (m_waiting.size() > 1)
        return; // asked already
    if (m_key)
        QMetaObject::invokeMethod(
            this, [this] { answer({}); }, Qt::QueuedConnection);
    else
        ask(true);
}

void PersonKeyring::ask(bool mayMake)
{
    m_credentials.read(entry, this, [this, mayMake](const CredentialResult &result) {
        if (result.state == CredentialState::Missing && mayMake)
            return make();
        if (result.ok()) {
            if (auto key = PersonKey::fromSecret(result.secret))
                m_key = std::make_shared<const PersonKey>(std::move(*key));
        }
        answer(m_key ? QString() : explanation(result));
    });
}

void PersonKeyring::make()
{
    m_credentials.write(entry, PersonKey::random().toSecret(), this, [this](const CredentialResult &written) {
        if (written.state != CredentialState::InKeychain)
            return answer(explanation(written));
        // Another program may have made one at the same moment: what stands there now counts for both.
        ask(false);
    });
}

void PersonKeyring::answer(const QString &why)
{
    const QList<Waiting> waiting = std::exchange(m_waiting, {});
    for (const Waiting &one : waiting) {
        if (one.context)
            one.done(m_key, why);
    }
}

} // namespace faceid
