#include "shell/copiedsign.h"

#include <QAccessible>
#include <QPushButton>

#include <chrono>

namespace faceid {

CopiedSign::CopiedSign(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::seconds(2));
    connect(&m_timer, &QTimer::timeout, this, &CopiedSign::takeDown);
}

void CopiedSign::show(QPushButton *button)
{
    takeDown();
    m_button = button;
    m_text = button->text();
    m_name = button->accessibleName();
    button->setMinimumWidth(button->width()); // what stands beside it stays where it is
    button->setText(tr("Copied ✓"));
    button->setAccessibleName(tr("Copied"));
    QAccessibleEvent alert(button, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    m_timer.start();
}

void CopiedSign::takeDown()
{
    m_timer.stop();
    if (!m_button)
        return;
    m_button->setMinimumWidth(0);
    if (m_button->text() == tr("Copied ✓")) // its owner may have had more to say in the meantime
        m_button->setText(m_text);
    if (m_button->accessibleName() == tr("Copied"))
        m_button->setAccessibleName(m_name);
    m_button = nullptr;
}

} // namespace faceid
