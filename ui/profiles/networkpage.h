#pragma once

#include "credentials/profilestore.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;

namespace faceid {

class ConnectionView;
class CredentialStore;
class FieldNote;
class Presentation;
class SecretPanel;
class Theme;

/// How a profile gets to its services: proxy, certificate authorities, and the test of it all.
class NetworkPage : public QWidget
{
    Q_OBJECT

public:
    NetworkPage(CredentialStore &credentials, Theme &theme, Presentation &presentation, QWidget *parent);

    void setProfile(const Profile &profile, bool isSaved);
    void collect(Profile &profile) const;
    /// Puts each problem below its field. Returns the first field here that has one, or null.
    QWidget *showProblems(const ProfileProblems &problems);
    SecretPanel *password() const { return m_password; }
    ConnectionView *connection() const { return m_connection; }

Q_SIGNALS:
    void edited();
    void revealed();

private:
    void layOut();
    void follow();
    void chooseFile();
    void checkFile();

    QComboBox *m_mode;
    QWidget *m_manual;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    SecretPanel *m_password;
    FieldNote *m_proxyNote;
    QLineEdit *m_caFile;
    FieldNote *m_caNote;
    ConnectionView *m_connection;
};

} // namespace faceid
