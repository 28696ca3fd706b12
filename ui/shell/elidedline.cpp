#include "shell/elidedline.h"

#include "shell/theme.h"

#include <QFocusEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFrame>

namespace faceid {

namespace {

constexpr int ownMargin = 2; // QLineEdit keeps it free at either side of its text

} // namespace

ElidedLine::ElidedLine(Theme &theme, QColor ThemeColors::*ground, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_ground(ground)
{ }

bool ElidedLine::isCut() const
{
    QStyleOptionFrame option;
    initStyleOption(&option);
    const int room = style()->subElementRect(QStyle::SE_LineEditContents, &option, this).width();
    return fontMetrics().horizontalAdvance(displayText()) > room - 2 * ownMargin;
}

void ElidedLine::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (hasFocus() || cursorPosition() > 0 || !isCut())
        return;
    QStyleOptionFrame option;
    initStyleOption(&option);
    const QRect inside = style()->subElementRect(QStyle::SE_LineEditContents, &option, this);
    const QString dots(QChar(0x2026));
    const int width = fontMetrics().horizontalAdvance(dots) + ownMargin;
    const QRect end(inside.right() - width + 1, inside.top(), width, inside.height());
    QPainter painter(this);
    painter.fillRect(end, m_theme.colors().*m_ground);
    painter.setPen(m_theme.colors().text);
    painter.drawText(end, Qt::AlignLeft | Qt::AlignVCenter, dots);
}

void ElidedLine::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        setCursorPosition(0);
}

} // namespace faceid
