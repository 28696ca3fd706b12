#include "shell/messagebar.h"

#include "shell/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <utility>

namespace faceid {

MessageBar::MessageBar(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_act(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setProperty("role", QStringLiteral("message"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_close->setProperty("role", QStringLiteral("link"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_act);
    layout->addWidget(m_close);
    m_act->setObjectName(QStringLiteral("messageAction"));
    m_act->hide();
    connect(m_act, &QToolButton::clicked, this, [this] {
        m_onGone = nullptr;
        const auto act = std::exchange(m_onAct, nullptr);
        hide();
        if (act)
            act();
    });
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    const auto restyle = [this, &theme] {
        m_icon->setPixmap(theme.icon(QStringLiteral("warning"), theme.colors().unknown).pixmap(16, 16));
        m_close->setIcon(theme.icon(QStringLiteral("cross"), theme.colors().text));
    };
    connect(&theme, &Theme::changed, this, restyle);
    restyle();
    hide();
}

void MessageBar::say(const QString &text)
{
    withdraw();
    m_act->hide();
    replace(text);
}

void MessageBar::offer(
    const QString &text, const QString &button, std::function<void()> act, std::function<void()> gone)
{
    withdraw();
    m_onAct = std::move(act);
    m_onGone = std::move(gone);
    m_act->setText(button);
    m_act->show();
    replace(text);
}

void MessageBar::replace(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close"));
    show();
    QAccessibleEvent alert(this, QAccessible::Alert); // screen readers read the name of the bar
    QAccessible::updateAccessibility(&alert);
}

/// What was offered is no longer.
void MessageBar::withdraw()
{
    m_onAct = nullptr;
    if (const auto gone = std::exchange(m_onGone, nullptr))
        gone();
}

void MessageBar::hideEvent(QHideEvent *event)
{
    if (isHidden()) // by itself, not with the window
        withdraw();
    QFrame::hideEvent(event);
}

} // namespace faceid
