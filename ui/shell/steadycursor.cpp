#include "shell/steadycursor.h"

#include <QApplication>
#include <QEvent>
#include <QStyleHints>

namespace faceid {

SteadyCursor::SteadyCursor(std::chrono::milliseconds blinksFor, QObject *parent)
    : QObject(parent)
    , m_flashTime(QGuiApplication::styleHints()->cursorFlashTime())
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(blinksFor);
    connect(&m_idle, &QTimer::timeout, this, [] { QGuiApplication::styleHints()->setCursorFlashTime(0); });
    m_idle.start();
    qApp->installEventFilter(this);
}

bool SteadyCursor::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::InputMethod
        || type == QEvent::WindowActivate) {
        if (!m_idle.isActive())
            QGuiApplication::styleHints()->setCursorFlashTime(m_flashTime);
        m_idle.start();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace faceid
