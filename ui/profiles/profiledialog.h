#pragma once

#include "credentials/credentialstore.h"
#include "credentials/profilestore.h"
#include "policy/policy.h"

#include <QDialog>

#include <functional>

class QFrame;
class QLabel;
class QPushButton;
class QTabWidget;

namespace faceid {

class KeyPage;
class NetworkPage;
class Presentation;
class ProfileList;
class SecretCourse;
class ServicePage;
class Theme;

/// Adds, changes, duplicates and removes profiles, and takes them to other computers and back. What is typed
/// belongs to the profile that is chosen in the list until it is saved; nothing that was typed is dropped
/// without a question.
class ProfileDialog : public QDialog
{
    Q_OBJECT

public:
    ProfileDialog(ProfileStore &profiles, CredentialStore &credentials, const Policy &policy, Theme &theme,
        Presentation &presentation, QWidget *parent);
    ~ProfileDialog() override;

    void reject() override;

Q_SIGNALS:
    /// A profile was saved, removed or brought in; \a id is the saved one, or empty.
    void changed(const QString &id);
    /// What the audit trail has to know: a secret could be read on the screen, profiles were written to a
    /// file, a profile went.
    void secretRevealed(const QString &profileId);
    void profilesExported(const QStringList &profileIds);
    void profileRemoved(const QString &profileId);

private:
    void layOut();
    void wire();
    void wireSecrets();
    void reload(const QString &chosenId, bool withPages = true);
    void add();
    void duplicate();
    void setProfile(const Profile &profile);
    Profile edited() const;
    bool isDirty() const;
    void follow();
    /// Does \a then at once, or after what was typed is saved or given up; not at all when the operator
    /// stays.
    void leaveThen(const std::function<void()> &then);
    bool save();
    void finishSaving();
    void swapKeys();
    void remove();
    void importFile();
    void exportFile(const QList<Profile> &profiles);
    void testConnection();
    void say(const QString &text, const QString &state = {});

    ProfileStore &m_profiles;
    CredentialStore &m_credentials;
    Theme &m_theme;
    const Policy m_policy;
    Profile m_current; ///< as it is saved; of a new one the blank
    ProfileList *m_list;
    QFrame *m_stripe; ///< in the environment's colour
    QTabWidget *m_tabs;
    ServicePage *m_service;
    KeyPage *m_keys;
    NetworkPage *m_network;
    SecretCourse *m_secrets;
    QLabel *m_message;
    QPushButton *m_save;
    QPushButton *m_close;
    std::function<void()> m_afterSaving; ///< what waits for the secrets to be kept
};

} // namespace faceid
