#pragma once

#include "callback/callbackdesk.h"
#include "callback/callbacklistener.h"
#include "credentials/profile.h"

#include <QDialog>
#include <QUrl>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace faceid {

class CredentialStore;
class HistoryStore;
class Presentation;
class ResultView;

/// Stands in for notify_url and return_url on this machine: shows every callback that comes, whether its sign
/// is the chosen profile's, and what it says; answers as chosen. Listens only while the operator wants it to
/// and the window is open. Follows the language.
class CallbackWindow : public QDialog
{
    Q_OBJECT

public:
    /// \a profiles: whose secrets signs may be checked with. All references must outlive the window.
    CallbackWindow(const QList<Profile> &profiles, CredentialStore &credentials, HistoryStore &history,
        Presentation &presentation, QWidget *parent);

    static constexpr int mostRows = 1000; ///< that the list keeps

Q_SIGNALS:
    /// The operator wants the form to name the listener.
    void addressesWanted(const QString &notifyUrl, const QString &returnUrl);

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void retranslate();
    void toggle();
    void readSecret();
    void add(const SeenCallback &seen);
    void fillRow(int row, const SeenCallback &seen);
    void showChosen();
    void showState();

    const QList<Profile> m_profiles;
    CredentialStore &m_credentials;
    Presentation &m_presentation;
    CallbackListener m_listener;
    CallbackDesk m_desk;
    QList<SeenCallback> m_seen; ///< in the order of the rows
    QComboBox *m_profile;
    QComboBox *m_answer;
    QPushButton *m_toggle;
    QPushButton *m_toForm;
    QPushButton *m_close;
    QLabel *m_profileLabel;
    QLabel *m_answerLabel;
    QLineEdit *m_notify;
    QLineEdit *m_return;
    QLabel *m_state;
    QTableWidget *m_table;
    QLabel *m_check;
    ResultView *m_view;
};

} // namespace faceid
