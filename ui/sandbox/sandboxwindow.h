#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace faceid {

class CheckPanel;
class Presentation;
class RequestsPanel;
class SandboxRequests;
class SandboxServer;
class ScenarioPanel;

/// The sandbox of this program beside its window: where it listens, what it saw, what it is told to do, and
/// the end of a check. Follows the language.
class SandboxWindow : public QDialog
{
    Q_OBJECT

public:
    /// All of them must outlive the window.
    SandboxWindow(
        SandboxServer &server, SandboxRequests &requests, Presentation &presentation, QWidget *parent);

    /// The token that can be ended as a check, to begin with.
    void setToken(const QString &token);

Q_SIGNALS:
    void copyText(const QString &text);
    /// The sandbox's own page, which explains it to whoever writes a client.
    void openWanted(const QUrl &address);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeAddress();
    void retranslate();

    SandboxServer &m_server;
    QLabel *m_addressLabel;
    QLineEdit *m_address;
    QPushButton *m_copy;
    QPushButton *m_reference;
    QLabel *m_keys;
    ScenarioPanel *m_scenarios;
    CheckPanel *m_check;
    RequestsPanel *m_requests;
};

} // namespace faceid
