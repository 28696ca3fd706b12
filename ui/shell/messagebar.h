#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QToolButton;

namespace faceid {

class Theme;

/// One line across the window for what the operator should know but need not decide. Stays until it is closed
/// or replaced.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    MessageBar(Theme &theme, QWidget *parent);

    void say(const QString &text);
    /// With a button that does \a act. \a gone is called once when the message goes without it.
    void offer(
        const QString &text, const QString &button, std::function<void()> act, std::function<void()> gone);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    void replace(const QString &text);
    void withdraw();

    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_act;
    QToolButton *m_close;
    std::function<void()> m_onAct;
    std::function<void()> m_onGone; ///< null: nothing is offered
};

} // namespace faceid
