#pragma once

#include "callback/callbackdesk.h"
#include "callback/callbacklistener.h"
#include "credentials/profile.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace faceid {

class CredentialStore;
class HistoryStore;
class Presentation;
class ProfileChoice;
class SeenView;
class SendCourse;

/// Stands in for notify_url and return_url on this machine: shows every callback that comes, whether its sign
/// is the chosen profile's, and what it says; answers as chosen, and sends one again. Listens only while the
/// operator wants it to and the window is open. Follows the language.
class ListenPage : public QWidget
{
    Q_OBJECT

public:
    /// \a profiles: whose secrets signs may be checked with. All references must outlive the page.
    ListenPage(const QList<Profile> &profiles, CredentialStore &credentials, HistoryStore &history,
        Presentation &presentation, QWidget *parent);

    static constexpr int mostRows = 1000; ///< that the list keeps

    /// False when nothing was being sent again.
    bool cancel();

Q_SIGNALS:
    /// The operator wants the form to name the listener.
    void addressesWanted(const QString &notifyUrl, const QString &returnUrl);

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    QGridLayout *makeGrid();
    void connectAll();
    void retranslate();
    void toggle();
    void readSecret();
    void add(const SeenCallback &seen);
    void fillRow(int row, const SeenCallback &seen);
    const SeenCallback *chosen() const;
    void showChosen();
    void showState();
    void replay();

    CredentialStore &m_credentials;
    Presentation &m_presentation;
    CallbackListener m_listener;
    CallbackDesk m_desk;
    QList<SeenCallback> m_seen; ///< in the order of the rows
    qsizetype m_bytes = 0; ///< of their data
    QLineEdit *m_notify;
    QLineEdit *m_return;
    QLabel *m_profileLabel;
    ProfileChoice *m_profile;
    QLabel *m_answerLabel;
    QComboBox *m_answer;
    QPushButton *m_toggle;
    QPushButton *m_toForm;
    QLabel *m_state;
    QTableWidget *m_table;
    QLabel *m_nothing; ///< over the empty table
    QLabel *m_replayLabel;
    QLineEdit *m_replayAddress;
    QPushButton *m_replay;
    QLabel *m_replaySaid;
    SendCourse *m_course;
    SeenView *m_view;
};

} // namespace faceid
