#include "callback/profilechoice.h"

#include <QEvent>

namespace faceid {

ProfileChoice::ProfileChoice(const QList<Profile> &profiles, QWidget *parent)
    : QComboBox(parent)
    , m_profiles(profiles)
{
    for (const Profile &profile : m_profiles)
        addItem(profile.name);
    retitle();
}

const Profile *ProfileChoice::profile() const
{
    const int index = currentIndex();
    return index >= 0 && index < m_profiles.size() ? &m_profiles.at(index) : nullptr;
}

void ProfileChoice::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retitle();
}

void ProfileChoice::retitle()
{
    for (int i = 0; i < m_profiles.size(); ++i) {
        if (m_profiles.at(i).isBuiltIn())
            setItemText(i, environmentTitle(Environment::Sandbox));
    }
}

} // namespace faceid
