#pragma once

#include "credentials/credentialstore.h"
#include "credentials/profilestore.h"

#include <QObject>

#include <vector>

class QWidget;

namespace faceid {

class KeyPage;
class SecretPanel;

/// The course of a profile's secrets into the keychain and out of it. The keychain takes its time, so every
/// call answers by a signal; what goes wrong comes as it is to be shown.
class SecretCourse : public QObject
{
    Q_OBJECT

public:
    /// All must outlive the course. \a keys knows which secrets are for this session only; \a dialog, the
    /// parent, is where it asks.
    SecretCourse(ProfileStore &profiles, CredentialStore &credentials, const KeyPage &keys, QWidget *dialog);

    /// Keeps what was typed into the panels, then emits kept() or notKept(); neither when the panels have
    /// turned to another profile meanwhile. What the keychain does not take stays in its field, for another
    /// try or for memory.
    void keep(std::vector<SecretPanel *> panels);
    /// Removes the second key pair of the saved profile \a before: spareRemoved() or refused().
    void removeSpare(const Profile &before);
    /// Removes the secrets, then the profile: asked(), and then removed() unless the operator lets it stay
    /// for a secret that cannot be removed.
    void remove(const Profile &profile);

Q_SIGNALS:
    void keeping(); ///< the keychain is asked to keep one
    void kept();
    void notKept(const QString &why);
    void spareRemoved(const QString &profileId);
    void refused(const QString &why);
    void asked(); ///< the keychain has answered
    void removed(const QString &profileId);

private:
    void drop(const Profile &profile);

    ProfileStore &m_profiles;
    CredentialStore &m_credentials;
    const KeyPage &m_keys;
    QWidget *m_dialog;
};

} // namespace faceid
