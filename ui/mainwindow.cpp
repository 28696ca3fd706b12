#include "mainwindow.h"

#include "contract/refusal.h"
#include "credentials/credentialstore.h"
#include "credentials/profilestore.h"
#include "form/draftkeeper.h"
#include "form/issuebar.h"
#include "form/presetbutton.h"
#include "form/requestform.h"
#include "history/historymodel.h"
#include "history/historystore.h"
#include "history/historyview.h"
#include "inspector/responseinspector.h"
#include "issueflow.h"
#include "mainmenu.h"
#include "outcome/customerscreen.h"
#include "outcome/handoverpanel.h"
#include "outcome/outcomecard.h"
#include "profiles/profiledialog.h"
#include "shell/aboutdialog.h"
#include "shell/commandpalette.h"
#include "shell/environmentband.h"
#include "shell/language.h"
#include "shell/messagebar.h"
#include "shell/presentation.h"
#include "shell/secretclipboard.h"
#include "shell/shortcutsheet.h"
#include "shell/theme.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr int defaultWaitSeconds = 5; // after a busy answer that does not say how long
constexpr int historyRows = 2000; // newest; the whole history stays in the file

// Keys of the settings file, each written and read here only.
constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String acrossKey("window/across");
constexpr QLatin1String downKey("window/down");
constexpr QLatin1String columnsKey("window/columns");
constexpr QLatin1String profileKey("window/profile");
constexpr QLatin1String endpointKey("window/endpoint");

/// Whether a row of this outcome keeps its serial number for good, so that the next request needs another.
bool holdsSerialNumber(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Issued:
    case Outcome::Unknown:
    case Outcome::ServerError:
    case Outcome::Pending:
        return true;
    case Outcome::NotSent:
    case Outcome::CutOff:
    case Outcome::Refused:
        break;
    }
    return false;
}

} // namespace

MainWindow::MainWindow(const Services &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_templates(services.settings)
    , m_presentation(new Presentation(this))
    , m_flow(new IssueFlow(services.client, this))
    , m_menu(new MainMenu(services.settings, services.theme, services.language, this))
    , m_model(new HistoryModel(this))
    , m_band(new EnvironmentBand(services.theme, this))
    , m_presentButton(m_band->addTool())
    , m_customerButton(m_band->addTool())
    , m_message(new MessageBar(services.theme, this))
    , m_forms(new QStackedWidget(this))
    , m_bar(new IssueBar(services.theme, this))
    , m_presets(new PresetButton(services.settings, this))
    , m_card(new OutcomeCard(services.theme, *m_presentation, m_templates, m_handedOver, this))
    , m_inspector(new ResponseInspector(services.theme, this))
    , m_historyView(new HistoryView(*m_model, services.theme, *m_presentation, this))
    , m_across(new QSplitter(Qt::Horizontal, this))
    , m_down(new QSplitter(Qt::Vertical, this))
{
    buildPanes();
    buildMenu();
    m_presentButton->setCheckable(true);
    connect(m_presentButton, &QToolButton::clicked, this, &MainWindow::togglePresentation);
    connect(m_customerButton, &QToolButton::clicked, this, &MainWindow::toggleCustomerScreen);
    connect(m_presentation, &Presentation::changed, this, &MainWindow::presentationChanged);
    connect(m_band, &EnvironmentBand::profileChosen, this, [this] {
        profileChanged();
        m_presets->applyDefault();
    });
    connect(m_band, &EnvironmentBand::endpointChosen, this, &MainWindow::endpointChanged);
    connect(m_bar, &IssueBar::issue, this, &MainWindow::issue);
    connect(m_bar, &IssueBar::cancel, m_flow, &IssueFlow::cancel);
    connect(m_flow, &IssueFlow::started, this, &MainWindow::started);
    connect(m_flow, &IssueFlow::phaseChanged, m_bar, &IssueBar::showPhase);
    connect(m_flow, &IssueFlow::progress, m_bar, &IssueBar::showProgress);
    connect(m_flow, &IssueFlow::finished, this, &MainWindow::finished);
    connect(m_bar, &IssueBar::showFirstProblem, this, [this] { form()->readyToIssue(); });
    connect(&m_card->handOver(), &HandOverPanel::copyText, this, &MainWindow::copyText);
    connect(&m_card->handOver(), &HandOverPanel::openWanted, this, &MainWindow::openPage);
    connect(m_card, &OutcomeCard::issueAgain, m_flow, &IssueFlow::again);
    connect(m_inspector, &ResponseInspector::copyText, this, &MainWindow::copyText);
    connect(m_historyView, &HistoryView::copyToken, this, &MainWindow::copyToken);
    connect(m_historyView, &HistoryView::copyText, this, &MainWindow::copyText);

    connect(&services.history, &HistoryStore::opened, this, [this](int unfinished, const QString &error) {
        if (!error.isEmpty())
            say(tr("The history cannot be used, so nothing can be issued: %1").arg(error));
        else if (unfinished > 0)
            say(tr(
                "%n request(s) of an earlier run had not come to an end. Their outcome is unknown: a token may have "
                "been issued.",
                nullptr, unfinished));
    });
    connect(&services.history, &HistoryStore::changed, m_model, &HistoryModel::put);
    services.history.list(historyRows, this, [this](const QList<HistoryRow> &rows, const QString &error) {
        if (error.isEmpty())
            m_model->setRows(rows);
    });
    restoreState();
    restoreDraft();
    retranslate();
    form()->focusFirst();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPanes()
{
    for (const EndpointSpec *spec : endpoints()) {
        auto *form = new RequestForm(*spec, m_services.theme, this);
        form->coverWith(*m_presentation);
        m_forms->addWidget(form);
        connect(form, &RequestForm::changed, this, [this, form] {
            if (form != this->form())
                return;
            m_bar->setProblems(form->problems());
            m_services.drafts.keep(form->spec().id, form->values());
        });
    }
    auto *left = new QFrame;
    left->setProperty("role", QStringLiteral("panel"));
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    auto *rule = new QFrame;
    rule->setProperty("role", QStringLiteral("rule"));
    rule->setFixedHeight(1);
    leftColumn->addWidget(m_forms, 1);
    leftColumn->addWidget(rule);
    leftColumn->addWidget(m_bar);
    m_bar->setCorner(m_presets);
    left->setMinimumWidth(484);

    auto *right = new QWidget;
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(12, 12, 12, 12);
    rightColumn->setSpacing(12);
    rightColumn->addWidget(m_card);
    rightColumn->addWidget(m_inspector, 1);

    m_across->addWidget(left);
    m_across->addWidget(right);
    m_across->setStretchFactor(1, 1);
    m_down->addWidget(m_across);
    m_down->addWidget(m_historyView);
    m_down->setStretchFactor(0, 1);
    for (QSplitter *splitter : {m_across, m_down}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }

    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_band);
    column->addWidget(m_message);
    column->addWidget(m_down, 1);
    setCentralWidget(whole);
}

void MainWindow::buildMenu()
{
    MainMenu *menu = m_menu;
    m_band->setMenu(menu);
    addActions(menu->allActions());
    connect(menu, &MainMenu::newForm, this, [this] { form()->clear(); });
    connect(menu, &MainMenu::pastePhoto, this, [this] {
        if (!form()->pastePhoto())
            say(tr("There is no picture on the clipboard, or this comparison takes no photo."));
    });
    connect(menu, &MainMenu::issue, this, &MainWindow::issue);
    connect(menu, &MainMenu::cancel, m_flow, &IssueFlow::cancel);
    HandOverPanel *handOver = &m_card->handOver();
    connect(menu, &MainMenu::copyToken, handOver, &HandOverPanel::copyToken);
    connect(menu, &MainMenu::copyRequestId, handOver, &HandOverPanel::copyRequestId);
    connect(menu, &MainMenu::copyLink, handOver, &HandOverPanel::copyLink);
    connect(menu, &MainMenu::openPage, handOver, &HandOverPanel::openPage);
    connect(menu, &MainMenu::showQr, handOver, &HandOverPanel::showQr);
    connect(menu, &MainMenu::copyChineseMessage, handOver,
        [handOver] { handOver->copyMessage(MessageTemplates::Tongue::Chinese); });
    connect(menu, &MainMenu::copyEnglishMessage, handOver,
        [handOver] { handOver->copyMessage(MessageTemplates::Tongue::English); });
    connect(menu, &MainMenu::togglePresentation, this, &MainWindow::togglePresentation);
    connect(menu, &MainMenu::toggleCustomerScreen, this, &MainWindow::toggleCustomerScreen);
    connect(menu, &MainMenu::search, m_historyView, &HistoryView::focusSearch);
    connect(menu, &MainMenu::editProfiles, this, &MainWindow::editProfiles);
    connect(menu, &MainMenu::showCommands, this, &MainWindow::showCommands);
    connect(menu, &MainMenu::showShortcuts, this, &MainWindow::showShortcuts);
    connect(menu, &MainMenu::about, this, &MainWindow::showAbout);
    connect(menu, &MainMenu::quit, this, &QWidget::close);
}

void MainWindow::restoreState()
{
    QSettings &settings = m_services.settings;
    resize(1280, 820);
    restoreGeometry(settings.value(geometryKey).toByteArray());
    m_across->setSizes({500, 780});
    m_down->setSizes({580, 200});
    m_across->restoreState(settings.value(acrossKey).toByteArray());
    m_down->restoreState(settings.value(downKey).toByteArray());
    m_historyView->restoreColumns(settings.value(columnsKey).toByteArray());
    m_band->setProfiles(profiles(), settings.value(profileKey).toString());
    m_band->setEndpoint(settings.value(endpointKey).toString());
    endpointChanged(m_band->endpointId());
    profileChanged();
}

void MainWindow::restoreDraft()
{
    connect(&m_services.drafts, &DraftKeeper::personalKept, this, [this](bool kept) {
        if (!kept)
            say(tr("The keychain cannot be used, so name, ID number and photos are not kept as a draft."));
    });
    m_services.drafts.restore([this](const DraftKeeper::Draft &draft) {
        if (endpointById(draft.endpointId)) {
            m_band->setEndpoint(draft.endpointId);
            endpointChanged(draft.endpointId);
        }
        form()->applyValues(draft.texts, draft.photoPaths);
    });
}

void MainWindow::saveState()
{
    QSettings &settings = m_services.settings;
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(acrossKey, m_across->saveState());
    settings.setValue(downKey, m_down->saveState());
    settings.setValue(columnsKey, m_historyView->saveColumns());
    settings.setValue(profileKey, m_band->profile().id);
    settings.setValue(endpointKey, m_band->endpointId());
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
        form()->checkPhotos();
    QMainWindow::changeEvent(event);
}

void MainWindow::say(const QString &message)
{
    m_message->say(message);
}

void MainWindow::addPhotos(const QStringList &paths)
{
    form()->addPhotos(paths);
}

QList<Profile> MainWindow::profiles() const
{
    return QList<Profile>{m_services.sandbox} + m_services.profiles.profiles();
}

void MainWindow::editProfiles()
{
    auto *dialog = new ProfileDialog(m_services.profiles, m_services.credentials, m_services.theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_presentation->cover(dialog->findChild<QLineEdit *>(QStringLiteral("apiKey")));
    connect(dialog, &ProfileDialog::changed, this, [this](const QString &id) {
        m_band->setProfiles(profiles(), id.isEmpty() ? m_band->profile().id : id);
        profileChanged();
    });
    dialog->open();
}

void MainWindow::profileChanged()
{
    const Profile profile = m_band->profile();
    m_bar->setEnvironment(profile.environment);
    m_presets->setProfile(profile.id);
    if (!m_lastExchange && !m_flow->isRunning())
        m_card->showNothing(profile.environment);
}

void MainWindow::endpointChanged(const QString &endpointId)
{
    RequestForm *before = form();
    for (int i = 0; i < m_forms->count(); ++i) {
        auto *candidate = static_cast<RequestForm *>(m_forms->widget(i));
        if (candidate->spec().id != endpointId || candidate == before)
            continue;
        // What has been typed and chosen goes along, so that switching to and fro loses nothing.
        candidate->setValues(before->values());
        m_forms->setCurrentWidget(candidate);
    }
    m_presets->setForm(form());
    m_bar->setProblems(form()->problems());
}

RequestForm *MainWindow::form() const
{
    return static_cast<RequestForm *>(m_forms->currentWidget());
}

void MainWindow::issue()
{
    if (m_flow->isRunning() || !m_bar->canIssue() || form()->isLoadingPhotos() || !form()->readyToIssue())
        return;
    TokenRequest request;
    request.endpoint = &form()->spec();
    request.parts = form()->parts();
    request.profile = m_band->profile();
    m_flow->issue(request);
}

void MainWindow::started()
{
    m_lastExchange.reset();
    m_bar->showRunning();
    m_card->showRunning();
    m_inspector->clear();
}

void MainWindow::finished(const Exchange &exchange)
{
    const TokenRequest &request = m_flow->lastRequest();
    m_lastExchange = exchange;
    m_bar->showIdle();
    const QUrl page = request.profile.pageAddress(*request.endpoint, exchange.reply.token);
    m_card->showExchange(exchange, page);
    if (exchange.outcome == Outcome::Issued) {
        m_lastIssued = handOverOf(exchange, page);
        if (m_customer)
            m_customer->follow(m_lastIssued);
    }
    inspect();
    m_historyView->selectRow(exchange.id);
    if (exchange.outcome == Outcome::Issued)
        m_services.drafts.forgetPersonal();
    if (holdsSerialNumber(exchange.outcome)) {
        for (int i = 0; i < m_forms->count(); ++i)
            static_cast<RequestForm *>(m_forms->widget(i))->renewUnique(request.parts);
    }
    if (exchange.outcome == Outcome::Refused)
        showRefusal(exchange);
}

void MainWindow::showRefusal(const Exchange &exchange)
{
    const EndpointSpec &spec = *m_flow->lastRequest().endpoint;
    const Refusal refusal = explainRefusal(spec, exchange.reply.httpStatus, exchange.reply.errorText);
    if (refusal.busy())
        m_bar->waitFor(exchange.reply.retryAfterSeconds.value_or(defaultWaitSeconds));
    if (&spec == &form()->spec())
        form()->showRefusal(refusal.field, QStringLiteral("%1: %2").arg(refusal.code, refusal.meaning()));
}

void MainWindow::copyToken(const QString &token, const QString &endpointId)
{
    const EndpointSpec *spec = endpointById(endpointId);
    if (spec && worksOnce(*spec) && !m_handedOver.admit(token))
        return say(
            tr("This token was handed over at %1 and works once. Copy it again to copy it nevertheless.")
                .arg(m_handedOver.lastCopied(token).toLocalTime().toString(QStringLiteral("HH:mm"))));
    copyText(token);
}

void MainWindow::copyText(const QString &text)
{
    if (!text.isEmpty())
        m_services.clipboard.put(text);
}

void MainWindow::openPage(const QUrl &address)
{
    if (!address.isEmpty() && !QDesktopServices::openUrl(address))
        say(tr("No browser could be started. Copy the link with Ctrl+3 and open it by hand."));
}

void MainWindow::togglePresentation()
{
    m_presentation->setOn(!m_presentation->isOn());
}

void MainWindow::presentationChanged()
{
    m_presentButton->setChecked(m_presentation->isOn());
    retranslate();
    inspect();
}

void MainWindow::inspect()
{
    if (!m_lastExchange)
        return;
    const Parts &photos = m_flow->lastRequest().parts;
    m_inspector->showExchange(
        m_presentation->shown(*m_lastExchange), m_presentation->isOn() ? Parts() : photos);
}

void MainWindow::toggleCustomerScreen()
{
    if (!m_customer)
        m_customer = std::make_unique<CustomerScreen>(m_services.settings, m_services.theme);
    if (m_customer->isVisible()) {
        m_customer->close();
        return;
    }
    m_customer->follow(m_lastIssued);
    m_customer->openBeside(this);
}

QList<Command> MainWindow::commands() const
{
    QList<Command> commands = m_menu->commands();
    for (const EndpointSpec *spec : endpoints()) {
        commands.append({QStringLiteral("api/") + spec->id, tr("API"),
            translated(spec->title) + u' ' + spec->id, {}, true, [this, id = spec->id] {
                m_band->setEndpoint(id);
                Q_EMIT m_band->endpointChosen(id);
                form()->focusFirst();
            }});
    }
    for (const Profile &profile : profiles()) {
        commands.append({QStringLiteral("profile/") + profile.id, tr("Profile"), profile.name, {}, true,
            [this, id = profile.id] {
                m_band->setProfiles(profiles(), id);
                Q_EMIT m_band->profileChosen();
            }});
    }
    return commands;
}

void MainWindow::showCommands()
{
    auto *palette = new CommandPalette(commands(), m_services.settings, this);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void MainWindow::showShortcuts()
{
    if (!m_shortcuts) {
        m_shortcuts = new ShortcutSheet([this] { return m_menu->commands(); }, this);
        m_shortcuts->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_shortcuts->show();
    m_shortcuts->activateWindow();
}

void MainWindow::showAbout()
{
    auto *dialog = new AboutDialog(
        {HistoryStore::defaultPath(), m_services.settings.fileName(), DraftKeeper::defaultFile()}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveState();
    if (!m_flow->isRunning()) {
        m_customer.reset();
        event->accept();
        return;
    }
    event->ignore();
    m_flow->endThen([this] { close(); });
}

} // namespace faceid
