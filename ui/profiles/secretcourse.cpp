#include "profiles/secretcourse.h"

#include "credentials/profilesecrets.h"
#include "profiles/keypage.h"
#include "profiles/profilequestions.h"
#include "profiles/secretedit.h"
#include "profiles/secretpanel.h"

#include <QWidget>

namespace faceid {

SecretCourse::SecretCourse(
    ProfileStore &profiles, CredentialStore &credentials, const KeyPage &keys, QWidget *dialog)
    : QObject(dialog)
    , m_profiles(profiles)
    , m_credentials(credentials)
    , m_keys(keys)
    , m_dialog(dialog)
{ }

/// One after the other.
void SecretCourse::keep(std::vector<SecretPanel *> panels)
{
    if (panels.empty())
        return Q_EMIT kept();
    SecretPanel *panel = panels.back();
    panels.pop_back();
    const QString entry = panel->entry();
    const auto next = [this, panel, panels] {
        panel->edit()->discard();
        panel->refresh();
        keep(panels);
    };
    if (m_keys.isSessionOnly(panel)) {
        m_credentials.keepForSession(entry, panel->edit()->typed());
        return next();
    }
    Q_EMIT keeping();
    m_credentials.write(
        entry, panel->edit()->typed(), this, [this, entry, panel, next](const CredentialResult &result) {
            if (entry != panel->entry())
                return; // another profile is shown by now
            if (result.ok())
                return next();
            Q_EMIT notKept(describe(result));
        });
}

void SecretCourse::removeSpare(const Profile &before)
{
    m_credentials.remove(before.spareSecretEntry(), this, [this, before](const CredentialResult &result) {
        if (!isGone(result))
            return Q_EMIT refused(describe(result));
        Profile profile = before;
        profile.spareApiKey.clear();
        const QString problem = m_profiles.save(profile);
        if (!problem.isEmpty())
            return Q_EMIT refused(problem);
        Q_EMIT spareRemoved(profile.id);
    });
}

/// The profile goes only when its secrets are known to be gone; otherwise nobody could find them again.
void SecretCourse::remove(const Profile &profile)
{
    removeSecrets(m_credentials, profile, this, [this, profile](const CredentialResult &result) {
        Q_EMIT asked();
        if (isGone(result))
            return drop(profile);
        askToLeaveSecret(m_dialog, profile.name, describe(result), [this, profile] { drop(profile); });
    });
}

void SecretCourse::drop(const Profile &profile)
{
    m_profiles.remove(profile.id);
    for (const QString &entry : profile.secretEntries())
        m_credentials.forgetPlace(entry);
    Q_EMIT removed(profile.id);
}

} // namespace faceid
