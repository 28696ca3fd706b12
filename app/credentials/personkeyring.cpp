#include "credentials/personkeyring.h"

#include "credentials/credentialstore.h"

#include <utility>

namespace faceid {

namespace {

/// Its keychain entry, beside those of the profiles.
constexpr QLatin1String entry("person-key");

/// The keychain's state as it bears on this key: the sentences of the states speak of a profile's secret.
QString sentence(CredentialState state, const QString &detail)
{
    switch (state) {
    case CredentialState::Locked:
        return PersonKeyring::tr(
            "The keychain is locked, so the key by which persons are found cannot be read.");
    case CredentialState::NoKeychain:
        return PersonKeyring::tr(
            "This session has no keychain service, so there is no key by which persons are found.");
    case CredentialState::NoAnswer:
        return PersonKeyring::tr(
            "The keychain did not answer, so the key by which persons are found cannot be read.");
    case CredentialState::InKeychain:
    case CredentialState::InMemory:
    case CredentialState::Missing:
    case CredentialState::Denied:
    case CredentialState::Moved:
    case CredentialState::TooLarge:
    case CredentialState::NotVerified:
    case CredentialState::Failed:
        break;
    }
    const QString general =
        PersonKeyring::tr("The keychain does not give the key by which persons are found.");
    return detail.isEmpty() ? general : QStringLiteral("%1 (%2)").arg(general, detail);
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
        answer(m_key ? QString() : sentence(result.state, result.detail));
    });
}

void PersonKeyring::make()
{
    m_credentials.write(entry, PersonKey::random().toSecret(), this, [this](const CredentialResult &written) {
        if (written.state != CredentialState::InKeychain)
            return answer(sentence(written.state, written.detail));
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
