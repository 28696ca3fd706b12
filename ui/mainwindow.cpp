#include "mainwindow.h"

#include "batch/batchdesk.h"
#include "credentials/profilestore.h"
#include "delivery.h"
#include "form/draftkeeper.h"
#include "form/formstack.h"
#include "form/issuebar.h"
#include "form/originline.h"
#include "form/presetbutton.h"
#include "form/requestform.h"
#include "formdesk.h"
#include "help/helpdesk.h"
#include "history/historydesk.h"
#include "history/historydialogs.h"
#include "history/historymodel.h"
#include "history/historystore.h"
#include "history/historyview.h"
#include "inspector/codepage.h"
#include "inspector/responseinspector.h"
#include "inspector/signpage.h"
#include "mainmenu.h"
#include "outcome/handoverpanel.h"
#include "outcome/outcomecard.h"
#include "panelayout.h"
#include "profiles/profiledesk.h"
#include "requestcourse.h"
#include "rowforms.h"
#include "serialwatch.h"
#include "shell/environmentband.h"
#include "shell/language.h"
#include "shell/messagebar.h"
#include "shell/presentation.h"
#include "shell/theme.h"
#include "tooldesk.h"

#include <QCloseEvent>
#include <QLocale>
#include <QSettings>
#include <QToolButton>

namespace faceid {

namespace {

// Keys of the settings file, each written and read here only.
constexpr QLatin1String profileKey("window/profile");
constexpr QLatin1String endpointKey("window/endpoint");

} // namespace

MainWindow::MainWindow(const Services &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_presentation(new Presentation(this))
    , m_delivery(new Delivery(services.settings, services.theme, services.clipboard, services.history, this))
    , m_menu(new MainMenu(services.settings, services.theme, services.language, services.policy, this))
    , m_help(new HelpDesk(HelpFacts([this] { return m_menu->commands(); }), services.theme, this))
    , m_desk(new HistoryDesk(services.history, this))
    , m_serials(new SerialWatch(services.history, this))
{
    m_panes.band = new EnvironmentBand(services.theme, this);
    m_panes.message = new MessageBar(services.theme, this);
    m_panes.forms = new FormStack(services.theme, *m_presentation, services.drafts, this);
    m_panes.origin = new OriginLine(services.theme, this);
    m_panes.bar = new IssueBar(services.theme, this);
    m_panes.card =
        new OutcomeCard(services.theme, *m_presentation, m_delivery->templates(), m_delivery->log(), this);
    m_panes.inspector = new ResponseInspector(services.theme, this);
    m_panes.history =
        new HistoryView(m_desk->model(), services.policy, services.theme, *m_presentation, this);
    m_dialogs = new HistoryDialogs(services.history, services.credentials, services.settings, services.policy,
        *m_panes.history, services.theme, *m_presentation, this);
    m_profileDesk = new ProfileDesk(services.profiles, services.credentials, services.history,
        services.policy, services.theme, *m_presentation, this);
    m_presets = new PresetButton(services.settings, *m_panes.forms, *m_presentation, this);
    m_batch = new BatchDesk(
        {services.client, services.history, services.theme, *m_presentation,
            [this] { return m_panes.band->profile(); },
            [this](const EndpointSpec &spec) { return m_panes.forms->partsFor(spec); }},
        [this]() -> const EndpointSpec & { return m_panes.forms->current()->spec(); }, this);
    m_panes.bar->setCorner(m_presets);
    m_presentButton = m_panes.band->addTool();
    m_customerButton = m_panes.band->addTool();
    m_presentButton->setCheckable(true);
    m_layout = new PaneLayout(m_panes, this);
    setCentralWidget(m_layout);
    m_rowForms = new RowForms(services.history, m_panes, this);
    m_course = new RequestCourse(
        services.client, m_panes, *m_presentation, *m_delivery, services.drafts, *m_rowForms, this);
    m_panes.inspector->codePage()->rememberIn(services.settings);
    m_panes.inspector->signPage()->setUp(services.credentials, *m_presentation, [this] {
        const Profile chosen = m_panes.band->profile();
        QList<Profile> all = profiles();
        all.removeIf([&chosen](const Profile &profile) { return profile.id == chosen.id; });
        return QList<Profile>{chosen} + all;
    });
    applyPolicy();
    wireBand();
    wireForms();
    wireHistory();
    wireMenu();
    wireHandOver();
    restoreState();
    retranslate();
    m_panes.forms->current()->focusFirst();
}

/// The type goes back to its size while every widget is whole: styling the half of a window that is being
/// taken down leaves pointers to it behind.
MainWindow::~MainWindow()
{
    m_presentation->setOn(false);
}

/// What the administrator has set, where no dialog does it.
void MainWindow::applyPolicy()
{
    if (m_services.policy.forcesMasking)
        m_presentation->coverAlways();
    for (const EndpointSpec *spec : endpoints()) {
        if (m_services.policy.allows(*spec))
            continue;
        m_panes.band->forbid(spec->id);
        m_panes.forms->forbid(spec->id);
    }
}

void MainWindow::wireBand()
{
    m_panes.band->setMenu(m_menu);
    connect(m_presentButton, &QToolButton::clicked, this, &MainWindow::togglePresentation);
    connect(m_customerButton, &QToolButton::clicked, m_delivery, &Delivery::toggleCustomerScreen);
    connect(m_presentation, &Presentation::changed, this, &MainWindow::presentationChanged);
    connect(m_panes.band, &EnvironmentBand::profileChosen, this, &MainWindow::profileChanged);
    connect(m_panes.band, &EnvironmentBand::endpointChosen, m_panes.forms, &FormStack::choose);
}

void MainWindow::wireForms()
{
    connect(m_panes.forms, &FormStack::chosen, this, &MainWindow::formChosen);
    connect(m_panes.forms, &FormStack::changed, this, &MainWindow::formChanged);
    connect(m_panes.origin, &OriginLine::changed, this, &MainWindow::formChanged);
    connect(&m_services.drafts, &DraftKeeper::personalKept, this, [this](bool kept) {
        if (!kept)
            say(tr("The keychain cannot be used, so name, ID number and photos are not kept as a draft."));
    });
}

void MainWindow::wireHistory()
{
    HistoryStore &history = m_services.history;
    connect(&history, &HistoryStore::migrating, this, [this](qint64 done, qint64 all) {
        say(tr("The history of an earlier version is being brought over: %1 of %2 rows.")
                .arg(QLocale().toString(done), QLocale().toString(all)));
    });
    connect(&history, &HistoryStore::opened, this, [this](int, const QString &error) {
        if (!error.isEmpty())
            say(tr("The history cannot be used, so nothing can be issued: %1").arg(error));
    });
    connect(&history, &HistoryStore::changed, m_panes.card,
        [this](const HistoryRow &row) { m_panes.card->showMark(row.id, row.resolution, row.note); });
    connect(m_panes.card, &OutcomeCard::markByHand, this,
        [this](const QUuid &id, Resolution resolution, const QString &note) {
            m_desk->takeDown(id, ResolutionRemark{resolution, note});
        });
    m_dialogs->setProfiles([this] { return profiles(); });
    m_dialogs->setFormAddress(
        [this] { return partText(m_panes.forms->partsFor(getToken()), u"notify_url"); });
    connect(m_dialogs, &HistoryDialogs::said, this, &MainWindow::say);
    m_desk->serve(*m_panes.history);
    connect(m_panes.history, &HistoryView::formWanted, m_rowForms, &RowForms::open);
    connect(m_panes.history, &HistoryView::repeatWanted, m_rowForms, &RowForms::repeat);
    connect(m_rowForms, &RowForms::said, this, &MainWindow::say);
    connect(m_desk, &HistoryDesk::shown, m_course, &RequestCourse::inspectStored);
    connect(m_desk, &HistoryDesk::vanished, m_course, &RequestCourse::forgetStored);
    connect(m_desk, &HistoryDesk::said, this, &MainWindow::say);
    connect(m_desk, &HistoryDesk::removed, this, [this] {
        m_panes.message->offer(
            tr("The row is deleted."), tr("Undo"), [this] { m_desk->restoreDeleted(); },
            [this] { m_desk->settleDeleted(); });
    });
}

void MainWindow::wireMenu()
{
    MainMenu *menu = m_menu;
    addActions(menu->allActions());
    new FormDesk(*menu, m_panes, *m_presets, *m_presentation, this);
    auto *tools = new ToolDesk({m_services, *m_menu, *m_presentation, *m_delivery, *m_course,
                                   [this] { return profiles(); }, [this] { return commands(); }},
        this);
    connect(tools, &ToolDesk::said, this, &MainWindow::say);
    connect(menu, &MainMenu::notAllowed, this, &MainWindow::say);
    connect(menu, &MainMenu::issue, m_course, &RequestCourse::issue);
    connect(menu, &MainMenu::cancel, m_course, &RequestCourse::cancel);
    connect(menu, &MainMenu::togglePresentation, this, &MainWindow::togglePresentation);
    connect(menu, &MainMenu::toggleCustomerScreen, m_delivery, &Delivery::toggleCustomerScreen);
    connect(menu, &MainMenu::search, m_panes.history, &HistoryView::focusSearch);
    connect(menu, &MainMenu::readToken, m_dialogs, &HistoryDialogs::readToken);
    connect(menu, &MainMenu::exportRows, m_dialogs, &HistoryDialogs::exportRows);
    connect(menu, &MainMenu::privacy, m_dialogs, &HistoryDialogs::privacy);
    connect(menu, &MainMenu::report, m_dialogs, &HistoryDialogs::report);
    connect(menu, &MainMenu::openBundle, m_dialogs, &HistoryDialogs::openBundle);
    connect(menu, &MainMenu::editProfiles, m_profileDesk, &ProfileDesk::edit);
    connect(m_profileDesk, &ProfileDesk::changed, this, &MainWindow::profilesEdited);
    connect(m_profileDesk, &ProfileDesk::said, this, &MainWindow::say);
    connect(menu, &MainMenu::showBatch, m_batch, &BatchDesk::show);
    connect(menu, &MainMenu::showCallbacks, m_dialogs, &HistoryDialogs::callbacks);
    connect(m_dialogs, &HistoryDialogs::addressesWanted, m_panes.forms, &FormStack::fillAddresses);
    connect(menu, &MainMenu::showHelp, m_help, &HelpDesk::openHere);
    connect(m_help, &HelpDesk::openWanted, m_delivery, &Delivery::openPage);
    connect(menu, &MainMenu::quit, this, &QWidget::close);
}

/// Whatever offers a token, an id or a message leaves by the same door.
void MainWindow::wireHandOver()
{
    HandOverPanel *panel = &m_panes.card->handOver();
    connect(m_menu, &MainMenu::copyToken, panel, &HandOverPanel::copyToken);
    connect(m_menu, &MainMenu::copyRequestId, panel, &HandOverPanel::copyRequestId);
    connect(m_menu, &MainMenu::copyLink, panel, &HandOverPanel::copyLink);
    connect(m_menu, &MainMenu::openPage, panel, &HandOverPanel::openPage);
    connect(m_menu, &MainMenu::showQr, panel, &HandOverPanel::showQr);
    connect(m_menu, &MainMenu::copyChineseMessage, panel,
        [panel] { panel->copyMessage(MessageTemplates::Tongue::Chinese); });
    connect(m_menu, &MainMenu::copyEnglishMessage, panel,
        [panel] { panel->copyMessage(MessageTemplates::Tongue::English); });
    connect(panel, &HandOverPanel::copyText, m_delivery, &Delivery::copyText);
    connect(panel, &HandOverPanel::handedOver, m_delivery, &Delivery::noteCopied);
    connect(panel, &HandOverPanel::openWanted, m_delivery, &Delivery::openPage);
    connect(m_panes.inspector, &ResponseInspector::copyText, m_delivery, &Delivery::copyText);
    connect(m_panes.history, &HistoryView::copyText, m_delivery, &Delivery::copyText);
    connect(m_dialogs, &HistoryDialogs::copyText, m_delivery, &Delivery::copyText);
    connect(m_panes.history, &HistoryView::copyToken, m_delivery, &Delivery::copyToken);
    connect(m_delivery, &Delivery::said, this, &MainWindow::say);
}

void MainWindow::restoreState()
{
    const QSettings &settings = m_services.settings;
    m_layout->restore(settings);
    m_panes.band->setProfiles(profiles(), settings.value(profileKey).toString());
    m_panes.history->setProfiles(profiles());
    const EndpointSpec *last = endpointById(settings.value(endpointKey).toString());
    m_panes.forms->choose(last && m_services.policy.allows(*last) ? last->id : endpoints().front()->id);
    formChosen();
    profileChanged();
    m_panes.forms->restoreDraft();
}

void MainWindow::saveState()
{
    QSettings &settings = m_services.settings;
    m_layout->save(settings);
    settings.setValue(endpointKey, m_panes.band->endpointId());
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("FaceID Console"));
    m_presentButton->setText(m_presentation->isOn() ? tr("Presenting: F8 to leave") : tr("Present  F8"));
    m_presentButton->setToolTip(tr("Hides secrets and personal data, and enlarges the type"));
    m_customerButton->setText(tr("Customer screen  F9"));
    m_customerButton->setToolTip(tr("The QR code for the end user, on a second monitor"));
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_panes.forms->current()->checkPhotos();
    QMainWindow::changeEvent(event);
}

void MainWindow::say(const QString &message)
{
    m_panes.message->say(message);
}

void MainWindow::addPhotos(const QStringList &paths)
{
    m_panes.forms->current()->addPhotos(paths);
}

void MainWindow::open(const QString &page)
{
    if (const QString why = m_menu->open(page); !why.isEmpty())
        say(why);
}

QList<Profile> MainWindow::profiles() const
{
    const QList<Profile> saved = m_services.profiles.profiles();
    const bool isWithSandbox = m_services.policy.allows(Feature::Sandbox) || saved.isEmpty();
    return isWithSandbox ? QList<Profile>{m_services.sandbox} + saved : saved;
}

void MainWindow::profilesEdited(const QString &id)
{
    m_panes.band->setProfiles(profiles(), id.isEmpty() ? m_panes.band->profile().id : id);
    m_panes.history->setProfiles(profiles());
    profileChanged();
}

void MainWindow::profileChanged()
{
    const Profile profile = m_panes.band->profile();
    m_panes.bar->setEnvironment(profile.environment);
    m_presets->setProfile(profile);
    m_serials->look(m_panes.forms->current(), profile, m_panes.origin->serialNumber());
    // At once: a draft brought back after a crash belongs to the profile it was typed for.
    m_services.settings.setValue(profileKey, profile.id);
    if (!m_course->hasResult() && !m_course->isRunning())
        m_panes.card->showNothing(profile.environment);
}

void MainWindow::formChosen()
{
    m_panes.band->setEndpoint(m_panes.forms->current()->spec().id);
    formChanged();
}

void MainWindow::formChanged()
{
    RequestForm *form = m_panes.forms->current();
    m_panes.bar->setProblems(form->problems());
    m_serials->look(form, m_panes.band->profile(), m_panes.origin->serialNumber());
}

void MainWindow::togglePresentation()
{
    m_presentation->setOn(!m_presentation->isOn());
}

void MainWindow::presentationChanged()
{
    m_presentButton->setChecked(m_presentation->isOn());
    retranslate();
}

QList<Command> MainWindow::commands() const
{
    QList<Command> commands = m_menu->commands();
    for (const EndpointSpec *spec : endpoints()) {
        if (!m_services.policy.allows(*spec))
            continue;
        commands.append({QStringLiteral("api/") + spec->id, tr("API"),
            translated(spec->title) + u' ' + spec->id, {}, true, [this, id = spec->id] {
                m_panes.forms->choose(id);
                m_panes.forms->current()->focusFirst();
            }});
    }
    for (const Profile &profile : profiles()) {
        commands.append({QStringLiteral("profile/") + profile.id, tr("Profile"), profile.name, {}, true,
            [this, id = profile.id] {
                m_panes.band->setProfiles(profiles(), id);
                Q_EMIT m_panes.band->profileChosen();
            }});
    }
    commands.append(m_presets->commands());
    return commands;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    if (!m_course->isRunning() && !m_batch->isRunning()) {
        m_delivery->closeCustomerScreen();
        m_help->close();
        event->accept();
        return;
    }
    event->ignore();
    if (m_batch->isRunning())
        m_batch->endThen([this] { close(); });
    else
        m_course->endThen([this] { close(); });
}

} // namespace faceid
