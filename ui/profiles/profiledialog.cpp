#include "profiles/profiledialog.h"

#include "client/connectiontest.h"
#include "credentials/profilefields.h"
#include "profiles/connectionview.h"
#include "profiles/keypage.h"
#include "profiles/networkpage.h"
#include "profiles/profilelist.h"
#include "profiles/profilequestions.h"
#include "profiles/profiletransfer.h"
#include "profiles/secretcourse.h"
#include "profiles/secretedit.h"
#include "profiles/secretpanel.h"
#include "profiles/servicepage.h"
#include "shell/plainlook.h"
#include "shell/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr QSize usualSize(860, 580);
constexpr int stripeHeight = 4;

QScrollArea *scrolling(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setFocusPolicy(Qt::NoFocus); // what is on it scrolls it
    page->setProperty("role", QStringLiteral("page"));
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(page);
    return area;
}

} // namespace

ProfileDialog::ProfileDialog(ProfileStore &profiles, CredentialStore &credentials, const Policy &policy,
    Theme &theme, Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_profiles(profiles)
    , m_credentials(credentials)
    , m_theme(theme)
    , m_policy(policy)
    , m_list(new ProfileList(theme, this))
    , m_stripe(new QFrame(this))
    , m_tabs(new QTabWidget(this))
    , m_service(new ServicePage(theme, this))
    , m_keys(new KeyPage(credentials, theme, presentation, this))
    , m_network(new NetworkPage(credentials, theme, presentation, this))
    , m_secrets(new SecretCourse(profiles, credentials, *m_keys, this))
    , m_message(new QLabel(this))
    , m_save(new QPushButton(tr("Save"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    setWindowTitle(tr("Profiles"));
    m_save->setObjectName(QStringLiteral("saveProfile"));
    m_message->setObjectName(QStringLiteral("profileMessage"));
    m_service->fixAddresses(policy.addresses);
    if (!policy.allowsSecretEntry)
        m_keys->refuseSecrets();
    layOut();
    wire();
    wireSecrets();
    reload({});
}

ProfileDialog::~ProfileDialog() = default;

void ProfileDialog::layOut()
{
    for (QPushButton *button : {m_save, m_close})
        makePlain(button);
    m_save->setDefault(true);
    m_message->setProperty("role", QStringLiteral("hint"));
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_stripe->setProperty("role", QStringLiteral("band"));
    m_stripe->setFixedHeight(stripeHeight);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("The chosen profile"));
    m_tabs->addTab(scrolling(m_service), tr("Service"));
    m_tabs->addTab(scrolling(m_keys), tr("Key"));
    m_tabs->addTab(scrolling(m_network), tr("Network"));

    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_message, 1);
    foot->addWidget(m_save);
    foot->addWidget(m_close);
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(m_stripe);
    right->addWidget(m_tabs, 1);
    right->addLayout(foot);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(m_list);
    layout->addLayout(right, 1);
    resize(usualSize);
}

void ProfileDialog::wire()
{
    connect(m_list, &ProfileList::chosen, this, [this](const QString &id) {
        if (id == m_current.id)
            return;
        reload(m_current.id, false); // stays until it is settled what becomes of what was typed
        leaveThen([this, id] { reload(id); });
    });
    connect(m_list, &ProfileList::addWanted, this, [this] { leaveThen([this] { add(); }); });
    connect(m_list, &ProfileList::duplicateWanted, this, [this] { leaveThen([this] { duplicate(); }); });
    connect(m_list, &ProfileList::removeWanted, this,
        [this] { askToRemove(this, m_current.name, [this] { remove(); }); });
    connect(m_list, &ProfileList::importWanted, this, [this] { leaveThen([this] { importFile(); }); });
    connect(m_list, &ProfileList::exportWanted, this,
        [this](bool all) { exportFile(all ? m_profiles.profiles() : QList<Profile>{m_current}); });
    connect(m_save, &QPushButton::clicked, this, &ProfileDialog::save);
    connect(m_close, &QPushButton::clicked, this, &ProfileDialog::reject);
    connect(m_service, &ServicePage::edited, this, &ProfileDialog::follow);
    connect(m_keys, &KeyPage::edited, this, &ProfileDialog::follow);
    connect(m_keys, &KeyPage::swapWanted, this, &ProfileDialog::swapKeys);
    connect(m_keys, &KeyPage::spareRemovalWanted, this,
        [this] { leaveThen([this] { m_secrets->removeSpare(m_current); }); });
    connect(m_network, &NetworkPage::edited, this, &ProfileDialog::follow);
    connect(m_network->connection(), &ConnectionView::wanted, this, &ProfileDialog::testConnection);
    const auto reveal = [this] { Q_EMIT secretRevealed(m_current.id); };
    connect(m_keys, &KeyPage::revealed, this, reveal);
    connect(m_network, &NetworkPage::revealed, this, reveal);
}

void ProfileDialog::wireSecrets()
{
    connect(
        m_secrets, &SecretCourse::keeping, this, [this] { say(tr("Saving the secret in the keychain…")); });
    connect(m_secrets, &SecretCourse::kept, this, &ProfileDialog::finishSaving);
    connect(m_secrets, &SecretCourse::notKept, this, [this](const QString &why) {
        m_afterSaving = nullptr;
        follow();
        say(why, QStringLiteral("refused"));
    });
    connect(m_secrets, &SecretCourse::spareRemoved, this, [this](const QString &id) {
        reload(id);
        Q_EMIT changed(id);
    });
    connect(m_secrets, &SecretCourse::refused, this,
        [this](const QString &why) { say(why, QStringLiteral("refused")); });
    connect(m_secrets, &SecretCourse::asked, this, [this] {
        follow();
        say({});
    });
    connect(m_secrets, &SecretCourse::removed, this, [this](const QString &id) {
        reload({});
        Q_EMIT profileRemoved(id);
        Q_EMIT changed({});
    });
}

/// Fills the list and, if they are wanted too, the pages with the profile of that id; of none: with the
/// first.
void ProfileDialog::reload(const QString &chosenId, bool withPages)
{
    const QList<Profile> all = m_profiles.profiles();
    Profile chosen = all.isEmpty() || !chosenId.isEmpty() ? ProfileStore::blank() : all.constFirst();
    for (const Profile &profile : all) {
        if (profile.id == chosenId)
            chosen = profile;
    }
    m_list->setProfiles(all, chosen.id);
    if (withPages)
        setProfile(chosen);
}

void ProfileDialog::add()
{
    const Profile blank = ProfileStore::blank();
    m_list->setProfiles(m_profiles.profiles(), blank.id);
    setProfile(blank);
    m_tabs->setCurrentIndex(0);
    m_service->focusName();
}

void ProfileDialog::duplicate()
{
    const Profile copy = m_profiles.copyOf(m_current);
    const QString problem = m_profiles.save(copy);
    if (!problem.isEmpty())
        return say(problem, QStringLiteral("refused"));
    reload(copy.id);
    Q_EMIT changed(copy.id);
    say(tr("Duplicated, but for its secrets: type those of the copy."));
    m_tabs->setCurrentIndex(0);
    m_service->focusName();
}

void ProfileDialog::setProfile(const Profile &profile)
{
    const bool isSaved = m_profiles.byId(profile.id).has_value();
    m_current = profile;
    m_current.baseUrls.insert(m_policy.addresses); // in a new one, too
    m_service->setProfile(m_current);
    m_keys->setProfile(profile, isSaved);
    m_network->setProfile(profile, isSaved);
    m_service->showProblems({});
    m_network->showProblems({});
    say({});
    follow();
}

Profile ProfileDialog::edited() const
{
    Profile profile = m_current;
    m_service->collect(profile);
    m_keys->collect(profile);
    m_network->collect(profile);
    return profile;
}

bool ProfileDialog::isDirty() const
{
    return !isSame(edited(), m_current) || m_keys->hasInput() || m_network->password()->edit()->hasInput();
}

void ProfileDialog::follow()
{
    const bool isSaved = m_profiles.byId(m_current.id).has_value();
    m_list->setHasChosen(isSaved);
    m_save->setEnabled(isDirty());
    const Profile now = edited();
    Theme::mark(m_stripe, "environment", environmentName(now.environment));
    // What is wrong is said at its field while it is typed; that a new one has no name yet is no news.
    ProfileProblems problems = m_profiles.problems(now);
    if (!isSaved && now.name.isEmpty() && !problems.isEmpty())
        problems.removeFirst();
    m_service->showProblems(problems);
    m_network->showProblems(problems);
}

void ProfileDialog::leaveThen(const std::function<void()> &then)
{
    if (!isDirty())
        return then();
    const QString name = edited().name;
    const auto saveFirst = [this, then] {
        m_afterSaving = then;
        if (!save())
            m_afterSaving = nullptr;
    };
    const auto discard = [this, then] {
        setProfile(m_current);
        then();
    };
    askToSave(this, name.isEmpty() ? tr("new") : name, saveFirst, discard);
}

void ProfileDialog::reject()
{
    leaveThen([this] { QDialog::reject(); });
}

/// False when something is wrong and nothing was saved. The secrets follow, see finishSaving().
bool ProfileDialog::save()
{
    const Profile profile = edited();
    const ProfileProblems problems = m_profiles.problems(profile);
    QWidget *onService = m_service->showProblems(problems);
    QWidget *onNetwork = m_network->showProblems(problems);
    if (QWidget *first = onService ? onService : onNetwork) {
        m_tabs->setCurrentIndex(onService ? 0 : m_tabs->count() - 1);
        first->setFocus();
    }
    const QString problem = problems.isEmpty() ? m_profiles.save(profile) : problems.constFirst().text;
    if (!problem.isEmpty()) {
        say(problem, QStringLiteral("refused"));
        return false;
    }
    m_current = profile;
    reload(profile.id, false);
    Q_EMIT changed(profile.id);
    std::vector<SecretPanel *> panels = m_keys->typedPanels(profile);
    if (m_network->password()->edit()->hasInput())
        panels.push_back(m_network->password());
    m_secrets->keep(std::move(panels));
    return true;
}

/// Everything is kept, the secrets too.
void ProfileDialog::finishSaving()
{
    m_keys->refresh();
    follow();
    say(tr("Saved."));
    if (const auto then = std::exchange(m_afterSaving, nullptr))
        then();
}

void ProfileDialog::swapKeys()
{
    leaveThen([this] {
        Profile profile = m_current;
        profile.swapKeys();
        const QString problem = m_profiles.save(profile);
        if (!problem.isEmpty())
            return say(problem, QStringLiteral("refused"));
        setProfile(profile);
        Q_EMIT changed(profile.id);
        say(tr("From now on api_key %1 is used. The one before stays beside it.").arg(profile.apiKey));
    });
}

void ProfileDialog::remove()
{
    m_list->setHasChosen(false);
    say(tr("Removing the secrets from the keychain…"));
    m_secrets->remove(m_current);
}

void ProfileDialog::importFile()
{
    auto *dialog = new QFileDialog(this, tr("Import profiles"), {}, tr("Profiles (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const ImportResult result = importProfiles(m_profiles, path);
        if (!result.ids.isEmpty()) {
            reload(result.ids.constFirst());
            Q_EMIT changed({});
        }
        if (!result.problem.isEmpty())
            return say(result.problem, QStringLiteral("refused"));
        say(tr("%n profile(s) added. Type their secrets.", nullptr, int(result.ids.size())));
    });
    dialog->open();
}

void ProfileDialog::exportFile(const QList<Profile> &profiles)
{
    auto *dialog = new QFileDialog(this, tr("Export profiles"), {}, tr("Profiles (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, profiles](const QString &path) {
        const QString problem = exportProfiles(profiles, path);
        if (!problem.isEmpty())
            return say(problem, QStringLiteral("refused"));
        QStringList ids;
        for (const Profile &profile : profiles)
            ids.append(profile.id);
        Q_EMIT profilesExported(ids);
        say(tr("%n profile(s) written, without secrets.", nullptr, int(profiles.size())));
    });
    dialog->open();
}

void ProfileDialog::testConnection()
{
    auto *test = new ConnectionTest(edited(), m_credentials, this);
    test->setProxyPassword(m_network->password()->edit()->typed());
    m_network->connection()->run(test);
}

void ProfileDialog::say(const QString &text, const QString &state)
{
    m_message->setText(text);
    Theme::mark(m_message, "state", state);
}

} // namespace faceid
