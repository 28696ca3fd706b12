#pragma once

#include "credentials/profile.h"

#include <QDialog>

#include <functional>

class QPushButton;
class QTabWidget;

namespace faceid {

class CredentialStore;
class HistoryStore;
class ListenPage;
class NotifyPage;
class Presentation;
class SendPage;
class VerifyPage;

/// The callback lab: receives callbacks of notify_url and return_url and sends them again, makes callbacks
/// for an integration under test, checks a pasted one, and says whether the service can call an address.
/// Follows the language.
class CallbackWindow : public QDialog
{
    Q_OBJECT

public:
    /// \a profiles: whose secrets make and check signs. All references must outlive the window.
    CallbackWindow(const QList<Profile> &profiles, CredentialStore &credentials, HistoryStore &history,
        Presentation &presentation, QWidget *parent);

    /// Where the notify_url that the form has comes from.
    void setFormAddress(std::function<QString()> formAddress);

Q_SIGNALS:
    /// The operator wants the form to name the listener.
    void addressesWanted(const QString &notifyUrl, const QString &returnUrl);
    void copyText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;
    /// Esc cancels what is on its way on the page that is seen, before it closes the window.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void retranslate();
    bool cancelPage();

    QTabWidget *m_tabs;
    ListenPage *m_listen;
    SendPage *m_send;
    VerifyPage *m_verify;
    NotifyPage *m_notify;
    QPushButton *m_close;
};

} // namespace faceid
