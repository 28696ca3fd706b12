#pragma once

#include "credentials/profilestore.h"

#include <QWidget>

#include <utility>
#include <vector>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace faceid {

class CredentialStore;
class Presentation;
class Secret;
class SecretPanel;
class SegmentedControl;
class Theme;

/// As whom a profile asks: a key pair, with a second one beside it while a key is rotated, or a ready sign.
class KeyPage : public QWidget
{
    Q_OBJECT

public:
    KeyPage(CredentialStore &credentials, Theme &theme, Presentation &presentation, QWidget *parent);
    ~KeyPage() override;

    /// \a isSaved: the store may have its secrets.
    void setProfile(const Profile &profile, bool isSaved);
    void collect(Profile &profile) const;
    /// The administrator lets no api_secret be typed: the fields stand there, disabled. A ready sign is still
    /// taken.
    void refuseSecrets();
    /// The panels of what \a profile uses and that something was typed into.
    std::vector<SecretPanel *> typedPanels(const Profile &profile) const;
    bool hasInput() const;
    bool isSessionOnly(const SecretPanel *panel) const;
    void refresh();

Q_SIGNALS:
    void edited();
    void revealed();
    /// The other pair shall be the one in use, or its secret shall go and the pair with it.
    void swapWanted();
    void spareRemovalWanted();

private:
    void layOut();
    void wire();
    void addPair(QFormLayout *form, QLineEdit *key, SecretPanel *panel, const QString &keyName);
    void follow();
    void readSign();

    SegmentedControl *m_proof;
    QWidget *m_pairs;
    QWidget *m_signBox;
    QWidget *m_spareBox;
    QLineEdit *m_apiKey;
    SecretPanel *m_secret;
    QLineEdit *m_spareKey;
    SecretPanel *m_spareSecret;
    SecretPanel *m_sign;
    QLabel *m_signReading;
    QPushButton *m_addSpare;
    QPushButton *m_swap;
    QPushButton *m_removeSpare;
    QCheckBox *m_session;
    QSpinBox *m_validity;
    QCheckBox *m_singleUse;
    bool m_hasSpare = false;
};

} // namespace faceid
