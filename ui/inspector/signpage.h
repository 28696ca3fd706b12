#pragma once

#include "client/signfacts.h"

#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace faceid {

class CredentialStore;
class Presentation;

/// Takes a sign apart, or makes one for the profile that is chosen: what it states, whether it is still good,
/// whether the profile's secret gives it, and the usual mistake by its name.
class SignPage : public QWidget
{
    Q_OBJECT

public:
    /// Which profiles there are, the chosen one in front.
    using Profiles = std::function<QList<Profile>()>;

    explicit SignPage(QWidget *parent);

    /// \a credentials and \a presentation must outlive the page.
    void setUp(CredentialStore &credentials, Presentation &presentation, Profiles profiles);
    /// This machine's clock minus the service's, as the last answer told; empty: it is not known.
    void setClockSkew(std::optional<qint64> milliseconds);

Q_SIGNALS:
    void copyText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void read();
    void make();
    void showFacts(const SignFacts &facts);
    void say(const QString &problem);
    /// The profile that is chosen; none before setUp().
    std::optional<Profile> profile() const;

    CredentialStore *m_credentials = nullptr;
    Profiles m_profiles;
    std::optional<qint64> m_clockSkew;
    int m_number = 0; ///< of the reading whose secret is waited for
    QLineEdit *m_sign;
    QPushButton *m_make;
    QPushButton *m_copy;
    QLabel *m_lines; ///< rich text, of escaped values
};

} // namespace faceid
