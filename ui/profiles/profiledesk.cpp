#include "profiles/profiledesk.h"

#include "history/historystore.h"
#include "profiles/profiledialog.h"

namespace faceid {

ProfileDesk::ProfileDesk(ProfileStore &profiles, CredentialStore &credentials, HistoryStore &history,
    const Policy &policy, Theme &theme, Presentation &presentation, QWidget *window)
    : QObject(window)
    , m_profiles(profiles)
    , m_credentials(credentials)
    , m_history(history)
    , m_policy(policy)
    , m_theme(theme)
    , m_presentation(presentation)
    , m_window(window)
{ }

void ProfileDesk::edit()
{
    auto *dialog = new ProfileDialog(m_profiles, m_credentials, m_policy, m_theme, m_presentation, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ProfileDialog::changed, this, &ProfileDesk::changed);
    audit(dialog);
    dialog->open();
}

void ProfileDesk::audit(ProfileDialog *dialog)
{
    const auto write = [this](Deed deed, const QString &profileId, const char *what) {
        m_history.audit({deed, profileId, QLatin1String(what)}, this, [this](const QString &error) {
            if (!error.isEmpty())
                Q_EMIT said(error);
        });
    };
    connect(dialog, &ProfileDialog::changed, this, [write](const QString &id) {
        if (!id.isEmpty())
            write(Deed::Profile, id, "saved");
    });
    connect(dialog, &ProfileDialog::profileRemoved, this,
        [write](const QString &id) { write(Deed::Profile, id, "removed"); });
    connect(dialog, &ProfileDialog::secretRevealed, this,
        [write](const QString &id) { write(Deed::Reveal, id, "typed secret"); });
    connect(dialog, &ProfileDialog::profilesExported, this, [write](const QStringList &ids) {
        for (const QString &id : ids)
            write(Deed::Export, id, "profile");
    });
}

} // namespace faceid
