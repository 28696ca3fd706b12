#pragma once

#include "credentials/credentialstore.h"

#include <QWidget>

class QLabel;

namespace faceid {

class Presentation;
class SecretEdit;
class Theme;

/// One secret of a profile: the field to type it, and the line that says where it is and what state the
/// keychain is in. A saved one is never shown again.
class SecretPanel : public QWidget
{
    Q_OBJECT

public:
    SecretPanel(CredentialStore &credentials, Theme &theme, Presentation &presentation, QWidget *parent);

    /// Names the field for those who cannot see it; the line below is called "...State" for tests.
    void setName(const QString &objectName, const QString &title);
    SecretEdit *edit() const { return m_edit; }
    QString entry() const { return m_entry; }
    /// Turns to another entry of the store, drops what was typed, and asks. \a isSaved is false for a profile
    /// that is not saved yet, of which nothing can be there.
    void setEntry(const QString &entry, bool isSaved);
    /// Asks the store again.
    void refresh();

private:
    void showState(const CredentialResult &result);

    CredentialStore &m_credentials;
    SecretEdit *m_edit;
    QLabel *m_state;
    QString m_entry;
};

} // namespace faceid
