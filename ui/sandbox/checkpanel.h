#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace faceid {

class Presentation;
class SandboxServer;

/// Stands for the end user's phone: ends the check of a token of the sandbox as one chooses.
class CheckPanel : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the panel.
    CheckPanel(SandboxServer &server, Presentation &presentation, QWidget *parent);

    /// Puts in the token that was issued last.
    void setToken(const QString &token);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void finish();

    SandboxServer &m_server;
    QLabel *m_heading;
    QLabel *m_tokenLabel;
    QLineEdit *m_token;
    QLabel *m_outcomeLabel;
    QComboBox *m_outcome;
    QPushButton *m_finish;
    QLabel *m_said;
};

} // namespace faceid
