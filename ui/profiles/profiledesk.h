#pragma once

#include "policy/policy.h"

#include <QObject>

class QWidget;

namespace faceid {

class CredentialStore;
class HistoryStore;
class Presentation;
class ProfileDialog;
class ProfileStore;
class Theme;

/// Opens the dialog of the profiles and writes what is done in it into the audit trail.
class ProfileDesk : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive the desk; \a window is what the dialog stands above.
    ProfileDesk(ProfileStore &profiles, CredentialStore &credentials, HistoryStore &history,
        const Policy &policy, Theme &theme, Presentation &presentation, QWidget *window);

    void edit();

Q_SIGNALS:
    /// A profile was saved, or, with an empty \a id, removed.
    void changed(const QString &id);
    /// A sentence for the operator: an entry could not be written.
    void said(const QString &message);

private:
    void audit(ProfileDialog *dialog);

    ProfileStore &m_profiles;
    CredentialStore &m_credentials;
    HistoryStore &m_history;
    const Policy m_policy;
    Theme &m_theme;
    Presentation &m_presentation;
    QWidget *m_window;
};

} // namespace faceid
