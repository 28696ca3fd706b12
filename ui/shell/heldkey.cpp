#include "shell/heldkey.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace faceid {

HeldKey::HeldKey(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool HeldKey::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyRelease: {
        const auto *key = static_cast<QKeyEvent *>(event);
        m_releasedKey = key->key();
        m_releasedAt = key->timestamp();
        m_isRepeating = false;
        break;
    }
    case QEvent::ShortcutOverride: // comes before a shortcut, which sees no KeyPress
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        m_isRepeating = key->isAutoRepeat()
            || (m_releasedAt != 0 && key->timestamp() == m_releasedAt && key->key() == m_releasedKey);
        break;
    }
    case QEvent::MouseButtonPress:
        m_isRepeating = false;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace faceid
