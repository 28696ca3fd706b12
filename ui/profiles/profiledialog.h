#pragma once

#include "credentials/credentialstore.h"
#include "credentials/profile.h"

#include <QDialog>
#include <QMap>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;

namespace faceid {

class ProfileStore;
class Theme;

/// Adds, changes and removes profiles. The secret is typed here and goes to the keychain, or stays in memory
/// until the program quits; the dialog says where it is and never shows it again.
class ProfileDialog : public QDialog
{
    Q_OBJECT

public:
    ProfileDialog(ProfileStore &profiles, CredentialStore &credentials, Theme &theme, QWidget *parent);
    ~ProfileDialog() override;

Q_SIGNALS:
    /// A profile was saved or removed; \a id is the saved one, or empty.
    void changed(const QString &id);

private:
    void layOut();
    void reload(const QString &chosenId);
    void show(const Profile &profile);
    Profile edited() const;
    void save();
    void remove();
    void askWhereSecretIs();
    void say(const QString &text, const QString &state = {});

    ProfileStore &m_profiles;
    CredentialStore &m_credentials;
    Profile m_current;

    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_remove;
    QLineEdit *m_name;
    QComboBox *m_environment;
    QMap<QString, QLineEdit *> m_addresses; ///< by EndpointSpec::id
    QLineEdit *m_apiKey;
    QLineEdit *m_secret;
    QCheckBox *m_session;
    QLabel *m_secretState;
    QSpinBox *m_validity;
    QCheckBox *m_singleUse;
    QComboBox *m_proxy;
    QLineEdit *m_proxyHost;
    QSpinBox *m_proxyPort;
    QLineEdit *m_caFile;
    QLineEdit *m_pagePattern;
    QLabel *m_message;
    QPushButton *m_save;
    QPushButton *m_close;
};

} // namespace faceid
