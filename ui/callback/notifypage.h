#pragma once

#include "callback/notifyurl.h"

#include <QPointer>
#include <QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace faceid {

class CredentialStore;
class FindingList;
class NotifyDoctor;

/// Says whether the service can call a notify_url: a line for each thing looked at, with what to do about it,
/// as a report to copy.
class NotifyPage : public QWidget
{
    Q_OBJECT

public:
    /// \a credentials must outlive the page.
    NotifyPage(CredentialStore &credentials, QWidget *parent);

    /// Where the address that the form has comes from.
    void setFormAddress(std::function<QString()> formAddress);
    /// False when nothing was under way.
    bool cancel();

Q_SIGNALS:
    void copyText(const QString &text);

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    void retranslate();
    void takeFromForm();
    void run();
    void conclude(const QList<NotifyFinding> &findings);
    void showFindings();
    void showButtons();
    void say(const QString &text, const QString &mark);
    QString report() const;

    CredentialStore &m_credentials;
    std::function<QString()> m_formAddress;
    QLabel *m_addressLabel;
    QLineEdit *m_address;
    QPushButton *m_fromForm;
    QPushButton *m_run;
    QPushButton *m_copy;
    QLabel *m_verdict;
    FindingList *m_lines;
    QPointer<NotifyDoctor> m_doctor; ///< while it is at work
    bool m_isCancelled = false;
    QUrl m_url; ///< that was looked at
    QList<NotifyFinding> m_findings;
};

} // namespace faceid
