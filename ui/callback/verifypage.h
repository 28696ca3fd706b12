#pragma once

#include "callback/receivedcallback.h"
#include "credentials/profile.h"
#include "credentials/secret.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace faceid {

class CredentialStore;
class Presentation;
class ProfileChoice;
class SeenView;

/// Checks the sign of a pasted callback offline, names the usual mistake, and says what the callback says.
class VerifyPage : public QWidget
{
    Q_OBJECT

public:
    /// \a profiles: whose secrets the sign may be checked with. The references must outlive the page.
    VerifyPage(const QList<Profile> &profiles, CredentialStore &credentials, Presentation &presentation,
        QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void arrange();
    void retranslate();
    void readSecret();
    void look();
    QByteArray data() const;

    CredentialStore &m_credentials;
    QLabel *m_hint;
    QLabel *m_profileLabel;
    ProfileChoice *m_profile;
    QLineEdit *m_sign;
    QPlainTextEdit *m_data;
    SeenView *m_view;
    Secret m_secret; ///< of the chosen profile; empty until it is there
    int m_asked = 0; ///< number of the question for a secret that is waited for
};

} // namespace faceid
