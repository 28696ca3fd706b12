#include "profiles/profilelist.h"

#include "shell/plainlook.h"
#include "shell/theme.h"

#include <QGridLayout>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr int usualWidth = 220;
constexpr QSize dotSize(12, 12);

} // namespace

ProfileList::ProfileList(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(tr("Add"), this))
    , m_duplicate(new QPushButton(tr("Duplicate"), this))
    , m_remove(new QPushButton(tr("Remove…"), this))
    , m_import(new QPushButton(tr("Import…"), this))
    , m_export(new QPushButton(tr("Export"), this))
{
    m_list->setObjectName(QStringLiteral("profileList"));
    m_list->setAccessibleName(tr("Profiles"));
    m_add->setObjectName(QStringLiteral("addProfile"));
    m_duplicate->setObjectName(QStringLiteral("duplicateProfile"));
    m_remove->setObjectName(QStringLiteral("removeProfile"));
    m_import->setObjectName(QStringLiteral("importProfiles"));
    m_export->setObjectName(QStringLiteral("exportProfiles"));
    layOut();
    // Queued: the answer may be to fill the list anew, and the list is still busy with the click.
    connect(
        m_list, &QListWidget::currentRowChanged, this,
        [this](int row) {
            const QString id = m_profiles.value(row).id; // setProfiles() may come while it is told
            if (!id.isEmpty())
                Q_EMIT chosen(id);
        },
        Qt::QueuedConnection);
    connect(m_add, &QPushButton::clicked, this, &ProfileList::addWanted);
    connect(m_duplicate, &QPushButton::clicked, this, &ProfileList::duplicateWanted);
    connect(m_remove, &QPushButton::clicked, this, &ProfileList::removeWanted);
    connect(m_import, &QPushButton::clicked, this, &ProfileList::importWanted);
    connect(&theme, &Theme::changed, this, &ProfileList::fill);
}

void ProfileList::layOut()
{
    setFixedWidth(usualWidth);
    auto *exports = new QMenu(m_export);
    exports->addAction(tr("This profile…"), this, [this] { Q_EMIT exportWanted(false); });
    exports->addAction(tr("All profiles…"), this, [this] { Q_EMIT exportWanted(true); });
    m_export->setMenu(exports);
    for (QPushButton *button : {m_add, m_duplicate, m_remove, m_import, m_export})
        makePlain(button);
    auto *grid = new QGridLayout;
    grid->setSpacing(8);
    grid->addWidget(m_add, 0, 0);
    grid->addWidget(m_duplicate, 0, 1);
    grid->addWidget(m_import, 1, 0);
    grid->addWidget(m_export, 1, 1);
    grid->addWidget(m_remove, 2, 0, 1, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_list, 1);
    column->addLayout(grid);
}

void ProfileList::setProfiles(const QList<Profile> &profiles, const QString &chosenId)
{
    m_profiles = profiles;
    m_chosenId = chosenId;
    fill();
}

void ProfileList::setHasChosen(bool has)
{
    for (QPushButton *button : {m_duplicate, m_remove, m_export})
        button->setEnabled(has);
}

void ProfileList::fill()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    m_list->setCurrentRow(-1);
    for (const Profile &profile : std::as_const(m_profiles)) {
        QPixmap dot(dotSize);
        dot.fill(m_theme.environmentColor(profile.environment));
        auto *item = new QListWidgetItem(dot, profile.name, m_list);
        if (profile.id == m_chosenId)
            m_list->setCurrentItem(item);
    }
}

} // namespace faceid
