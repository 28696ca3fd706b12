#pragma once

#include "credentials/profile.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace faceid {

class CredentialStore;
class Presentation;
class ProfileChoice;
class SendCourse;
struct CallbackWish;
struct SentCallback;

/// Makes signed callbacks of any outcome and sends them to an integration under test, as the service would.
class SendPage : public QWidget
{
    Q_OBJECT

public:
    /// \a profiles: whose secrets may sign. The references must outlive the page.
    SendPage(const QList<Profile> &profiles, CredentialStore &credentials, Presentation &presentation,
        QWidget *parent);

    /// False when nothing was on its way.
    bool cancel();

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void addRow(QGridLayout *grid, QLabel *label, QWidget *field, QLabel *secondLabel = nullptr,
        QWidget *second = nullptr);
    void retranslate();
    void sign();
    CallbackWish wish() const;
    void keep(const SentCallback &sent);
    void showBody();

    CredentialStore &m_credentials;
    Presentation &m_presentation;
    QLabel *m_addressLabel;
    QLineEdit *m_address;
    QLabel *m_outcomeLabel;
    QComboBox *m_outcome;
    QLabel *m_caseLabel;
    QComboBox *m_case;
    QLineEdit *m_bizNo;
    QLineEdit *m_extra;
    QLabel *m_profileLabel;
    ProfileChoice *m_profile;
    QLabel *m_timesLabel;
    QSpinBox *m_times;
    QCheckBox *m_wrongSign;
    QPushButton *m_send;
    QLabel *m_said;
    QLabel *m_bodyLabel;
    QPlainTextEdit *m_body;
    QLabel *m_hint;
    SendCourse *m_course;
    QString m_answer; ///< the body that came last
    int m_asked = 0; ///< number of the question for a secret that is waited for
};

} // namespace faceid
