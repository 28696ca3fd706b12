#pragma once

#include <QFrame>

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

private:
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_close;
};

} // namespace faceid
