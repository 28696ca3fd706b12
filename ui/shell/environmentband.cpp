#include "shell/environmentband.h"
#include "policy/policy.h"

#include "shell/segmentedcontrol.h"
#include "shell/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace faceid {

EnvironmentBand::EnvironmentBand(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_profileBox(new QComboBox(this))
    , m_endpoint(new SegmentedControl(this))
    , m_menuButton(new QToolButton(this))
    , m_layout(new QHBoxLayout(this))
{
    setProperty("role", QStringLiteral("band"));
    for (const EndpointSpec *spec : endpoints())
        m_endpoint->addChoice(spec->id, {});
    m_profileBox->setObjectName(QStringLiteral("profile"));
    m_profileBox->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_menuButton->setFocusPolicy(Qt::StrongFocus);
    m_menuButton->setIcon(theme.icon(QStringLiteral("menu"), Qt::white));

    QHBoxLayout *layout = m_layout;
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(12);
    layout->addWidget(m_profileBox);
    layout->addWidget(m_endpoint);
    layout->addStretch(1);
    layout->addWidget(m_menuButton);
    setTabOrder(m_endpoint->findChildren<QPushButton *>().constLast(), m_menuButton);

    connect(m_profileBox, &QComboBox::activated, this, [this] {
        follow();
        Q_EMIT profileChosen();
    });
    connect(m_endpoint, &SegmentedControl::chosen, this, &EnvironmentBand::endpointChosen);
    retranslate();
}

void EnvironmentBand::setProfiles(const QList<Profile> &profiles, const QString &currentId)
{
    m_profiles = profiles;
    m_profileBox->clear();
    for (const Profile &profile : profiles)
        m_profileBox->addItem(QString(), profile.id);
    m_profileBox->setCurrentIndex(std::max(0, m_profileBox->findData(currentId)));
    retranslate();
    follow();
}

bool EnvironmentBand::choose(const QString &id)
{
    const int place = m_profileBox->findData(id);
    if (place < 0 || place == m_profileBox->currentIndex())
        return place >= 0;
    m_profileBox->setCurrentIndex(place);
    follow();
    Q_EMIT profileChosen();
    return true;
}

Profile EnvironmentBand::profile() const
{
    return m_profiles.value(m_profileBox->currentIndex());
}

QString EnvironmentBand::endpointId() const
{
    return m_endpoint->value();
}

void EnvironmentBand::setEndpoint(const QString &endpointId)
{
    m_endpoint->setValue(endpointId);
}

void EnvironmentBand::forbid(const QString &endpointId)
{
    m_forbidden.insert(endpointId);
    m_endpoint->setChoiceEnabled(endpointId, false);
    retranslate();
}

void EnvironmentBand::setMenu(QMenu *menu)
{
    m_menuButton->setMenu(menu);
}

QToolButton *EnvironmentBand::addTool()
{
    auto *tool = new QToolButton(this);
    tool->setFocusPolicy(Qt::StrongFocus);
    QWidget *before = m_layout->itemAt(m_layout->indexOf(m_menuButton) - 1)->widget();
    if (!before) // the space behind the endpoints
        before = m_endpoint->findChildren<QPushButton *>().constLast();
    m_layout->insertWidget(m_layout->indexOf(m_menuButton), tool);
    setTabOrder(before, tool);
    setTabOrder(tool, m_menuButton);
    return tool;
}

void EnvironmentBand::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void EnvironmentBand::retranslate()
{
    for (int i = 0; i < m_profileBox->count(); ++i) {
        const Profile &profile = m_profiles.at(i);
        const QString environment = environmentTitle(profile.environment);
        m_profileBox->setItemText(
            i, profile.isBuiltIn() ? environment : QStringLiteral("%1 · %2").arg(environment, profile.name));
    }
    setAccessibleName(tr("Profile, API and tools"));
    m_profileBox->setAccessibleName(tr("Profile"));
    m_profileBox->setToolTip(tr("Where requests go, and with which key"));
    m_endpoint->setAccessibleName(tr("API"));
    for (const EndpointSpec *spec : endpoints())
        m_endpoint->setText(spec->id, QStringLiteral("%1 · %2").arg(translated(spec->title), spec->id),
            m_forbidden.contains(spec->id) ? setByAdministrator() : spec->path);
    m_menuButton->setText(tr("Menu"));
    m_menuButton->setAccessibleName(tr("Menu"));
}

void EnvironmentBand::follow()
{
    Theme::mark(this, "environment", environmentName(profile().environment));
    // Children are styled through this frame and must look again.
    for (QWidget *child : findChildren<QWidget *>())
        child->update();
}

} // namespace faceid
