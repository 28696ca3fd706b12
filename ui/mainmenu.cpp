#include "mainmenu.h"

#include "shell/language.h"
#include "shell/theme.h"

#include <QActionGroup>
#include <QEvent>
#include <QSettings>
#include <QShortcut>

#include <algorithm>

namespace faceid {

/// One action. Without a signal it is a key that a control understands while it has the keyboard: listed in
/// the shortcut sheet only.
struct MainMenu::Row
{
    const char *id;
    const char *group;
    const char *text;
    QList<QKeySequence> keys;
    void (MainMenu::*signal)() = nullptr;
    bool isPage = false; ///< opens a dialog or a window of its own, and does nothing else
    std::optional<Feature> feature{}; ///< that an administrator can switch off
};

const std::vector<MainMenu::Row> &MainMenu::table()
{
    static const char *const request = QT_TR_NOOP("Request");
    static const char *const result = QT_TR_NOOP("Result");
    static const char *const program = QT_TR_NOOP("Program");
    static const char *const onPhoto = QT_TR_NOOP("On a photo");
    static const char *const inInspector = QT_TR_NOOP("In the inspector");
    static const char *const onCustomerScreen = QT_TR_NOOP("On the customer screen");
    static const char *const inField = QT_TR_NOOP("In a field");
    static const char *const inGuide = QT_TR_NOOP("In the user guide");
    static const char *const inHistory = QT_TR_NOOP("In the history");
    static constexpr bool page = true;
    static const auto key = [](QKeyCombination combination) { return QList{QKeySequence(combination)}; };
    static const auto standard = [](QKeySequence::StandardKey which) { return QList{QKeySequence(which)}; };
    static const std::vector<Row> rows{
        {"issue", request, QT_TR_NOOP("Issue token"), key(Qt::CTRL | Qt::Key_Return), &MainMenu::issue},
        {"cancel", request, QT_TR_NOOP("Cancel the request"), key({Qt::Key_Escape}), &MainMenu::cancel},
        {"batch", request, QT_TR_NOOP("Tokens for a sheet…"), key(Qt::CTRL | Qt::Key_B), &MainMenu::showBatch,
            page, Feature::Batch},
        {"clear", request, QT_TR_NOOP("Clear the form"), standard(QKeySequence::New), &MainMenu::newForm},
        {"restore", request, QT_TR_NOOP("Bring back what was cleared"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_N),
            &MainMenu::restoreForm},
        {"otherApi", request, QT_TR_NOOP("The other API"), key(Qt::CTRL | Qt::Key_E), &MainMenu::otherApi},
        {"carryOver", request, QT_TR_NOOP("Carry over to the other API, with what changes…"),
            key(Qt::CTRL | Qt::SHIFT | Qt::Key_E), &MainMenu::carryOver, page},
        {"pastePhoto", request, QT_TR_NOOP("Paste a photo"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_V),
            &MainMenu::pastePhoto},
        {"readCurl", request, QT_TR_NOOP("Fill the form from a cURL command…"), {}, &MainMenu::readCurl,
            page},
        {"readArchive", request, QT_TR_NOOP("Fill the form from an HTTP archive (HAR)…"), {},
            &MainMenu::readArchive, page},
        {"copyToken", result, QT_TR_NOOP("Copy token"), key(Qt::CTRL | Qt::Key_1), &MainMenu::copyToken},
        {"copyRequestId", result, QT_TR_NOOP("Copy request_id"), key(Qt::CTRL | Qt::Key_2),
            &MainMenu::copyRequestId},
        {"copyLink", result, QT_TR_NOOP("Copy the link"), key(Qt::CTRL | Qt::Key_3), &MainMenu::copyLink},
        {"openPage", result, QT_TR_NOOP("Open the end user's page"), key(Qt::CTRL | Qt::Key_4),
            &MainMenu::openPage},
        {"messageZh", result, QT_TR_NOOP("Copy the Chinese message"), key(Qt::CTRL | Qt::Key_5),
            &MainMenu::copyChineseMessage},
        {"messageEn", result, QT_TR_NOOP("Copy the English message"), key(Qt::CTRL | Qt::Key_6),
            &MainMenu::copyEnglishMessage},
        {"qr", result, QT_TR_NOOP("QR code…"), key(Qt::CTRL | Qt::Key_7), &MainMenu::showQr, page},
        {"search", result, QT_TR_NOOP("Search the history"), standard(QKeySequence::Find), &MainMenu::search},
        {"readToken", result, QT_TR_NOOP("Read a token…"), key(Qt::CTRL | Qt::Key_T), &MainMenu::readToken,
            page},
        {"export", result, QT_TR_NOOP("Export the history…"), {}, &MainMenu::exportRows, page,
            Feature::Export},
        {"report", result, QT_TR_NOOP("Shift report…"), {}, &MainMenu::report, page, Feature::Export},
        {"openBundle", result, QT_TR_NOOP("Open a support bundle…"), {}, &MainMenu::openBundle, page},
        {"presentation", program, QT_TR_NOOP("Presentation mode"), key({Qt::Key_F8}),
            &MainMenu::togglePresentation},
        {"customerScreen", program, QT_TR_NOOP("Customer screen"), key({Qt::Key_F9}),
            &MainMenu::toggleCustomerScreen},
        {"fieldHelp", program, QT_TR_NOOP("Help on the field: show or hide"),
            standard(QKeySequence::WhatsThis), &MainMenu::toggleFieldHelp},
        {"privacy", program, QT_TR_NOOP("Personal data…"), {}, &MainMenu::privacy, page},
        {"profiles", program, QT_TR_NOOP("Profiles…"), key(Qt::CTRL | Qt::Key_Comma), &MainMenu::editProfiles,
            page},
        {"sandbox", program, QT_TR_NOOP("Sandbox: what it sees and does…"), key({Qt::Key_F7}),
            &MainMenu::showSandbox, page, Feature::Sandbox},
        {"callbacks", program, QT_TR_NOOP("Callbacks: receive, send and check them…"), key({Qt::Key_F6}),
            &MainMenu::showCallbacks, page, Feature::Callbacks},
        {"commands", program, QT_TR_NOOP("Find a command…"), key(Qt::CTRL | Qt::Key_K),
            &MainMenu::showCommands, page},
        {"help", program, QT_TR_NOOP("User guide"), standard(QKeySequence::HelpContents), &MainMenu::showHelp,
            page},
        {"shortcuts", program, QT_TR_NOOP("Keyboard shortcuts"), key(Qt::CTRL | Qt::Key_Slash),
            &MainMenu::showShortcuts, page},
        {"diagnosis", program, QT_TR_NOOP("Diagnosis and network contacts…"), {}, &MainMenu::showDiagnosis,
            page},
        {"about", program, QT_TR_NOOP("About FaceID Console"), {}, &MainMenu::about, page},
        {"quit", program, QT_TR_NOOP("Quit"), standard(QKeySequence::Quit), &MainMenu::quit},
        {"undo", inField, QT_TR_NOOP("Undo, also of a new proposal"), standard(QKeySequence::Undo)},
        {"redo", inField, QT_TR_NOOP("Redo"), standard(QKeySequence::Redo)},
        {"photoOpen", onPhoto, QT_TR_NOOP("Choose a file, or see the photo in large"), key({Qt::Key_Return})},
        {"photoPaste", onPhoto, QT_TR_NOOP("Paste"), standard(QKeySequence::Paste)},
        {"photoRemove", onPhoto, QT_TR_NOOP("Remove"), key({Qt::Key_Delete})},
        {"photoMove", onPhoto, QT_TR_NOOP("Move to the slot before or after"),
            {QKeySequence(Qt::CTRL | Qt::Key_Left), QKeySequence(Qt::CTRL | Qt::Key_Right)}},
        {"inspectorSearch", inInspector, QT_TR_NOOP("Search in the inspector"),
            key(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
        {"inspectorNext", inInspector, QT_TR_NOOP("Next match"), key({Qt::Key_F3})},
        {"inspectorPrevious", inInspector, QT_TR_NOOP("Match before"), key(Qt::SHIFT | Qt::Key_F3)},
        {"inspectorTab", inInspector, QT_TR_NOOP("Next page"), key(Qt::CTRL | Qt::Key_Tab)},
        {"inspectorCopy", inInspector, QT_TR_NOOP("Copy the value, or what is selected"),
            standard(QKeySequence::Copy)},
        {"inspectorCopyPath", inInspector, QT_TR_NOOP("Copy the path of a value"),
            key(Qt::CTRL | Qt::SHIFT | Qt::Key_C)},
        {"customerFull", onCustomerScreen, QT_TR_NOOP("Whole screen, or a window again"), key({Qt::Key_F11})},
        {"customerClose", onCustomerScreen, QT_TR_NOOP("Close it"),
            {QKeySequence(Qt::Key_Escape), QKeySequence(Qt::Key_F9)}},
        {"rowMenu", inHistory, QT_TR_NOOP("What can be done with the row"), key(Qt::SHIFT | Qt::Key_F10)},
        {"rowEdit", inHistory, QT_TR_NOOP("Edit a note, tags or ticket number"), key({Qt::Key_F2})},
        {"rowDelete", inHistory, QT_TR_NOOP("Delete the row"), key({Qt::Key_Delete})},
        {"guideSearch", inGuide, QT_TR_NOOP("Search all pages"), key(Qt::CTRL | Qt::SHIFT | Qt::Key_F)},
        {"guideFind", inGuide, QT_TR_NOOP("Find in this page"), standard(QKeySequence::Find)},
        {"guideMatches", inGuide, QT_TR_NOOP("Next match, match before"),
            {QKeySequence(Qt::Key_F3), QKeySequence(Qt::SHIFT | Qt::Key_F3)}},
        {"guideBack", inGuide, QT_TR_NOOP("Back, forward"),
            {QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::ALT | Qt::Key_Right)}},
        {"guideFirst", inGuide, QT_TR_NOOP("First page"), key(Qt::ALT | Qt::Key_Home)},
    };
    return rows;
}

MainMenu::MainMenu(
    QSettings &settings, Theme &theme, Language &language, const Policy &policy, QWidget *parent)
    : QMenu(parent)
    , m_settings(settings)
    , m_policy(policy)
{
    const char *group = table().front().group;
    for (const Row &row : table()) {
        if (!row.signal)
            continue;
        if (row.group != group)
            addSeparator();
        group = row.group;
        add(row);
        if (row.signal != &MainMenu::editProfiles)
            continue;
        addChoice(QT_TR_NOOP("Theme"), QStringLiteral("window/theme"),
            {{QStringLiteral("system"), QT_TR_NOOP("Like the desktop")},
                {QStringLiteral("light"), QT_TR_NOOP("Light")}, {QStringLiteral("dark"), QT_TR_NOOP("Dark")},
                {QStringLiteral("contrast-light"), QT_TR_NOOP("High contrast, light")},
                {QStringLiteral("contrast-dark"), QT_TR_NOOP("High contrast, dark")}},
            [&theme](const QString &value) { theme.setMode(Theme::modeFromName(value)); });
        addChoice(QT_TR_NOOP("Language"), QStringLiteral("window/language"),
            {{QString(), QT_TR_NOOP("Like the desktop")}, {QStringLiteral("en"), "English"},
                {QStringLiteral("zh_CN"), "中文"}},
            [&language](const QString &value) { language.choose(value); });
    }
    retranslate();
}

QList<QAction *> MainMenu::allActions() const
{
    QList<QAction *> keyed;
    for (const Entry &entry : m_entries) {
        if (!entry.action->shortcut().isEmpty())
            keyed.append(entry.action);
    }
    return keyed;
}

QList<Command> MainMenu::commands() const
{
    QList<Command> commands;
    for (const Entry &entry : m_entries) {
        if (entry.isCommand)
            commands.append({entry.id, tr(entry.group), tr(entry.text), entry.action->shortcuts(),
                entry.action->isEnabled(), [action = entry.action] { action->trigger(); }});
    }
    for (const Row &row : table()) {
        if (!row.signal)
            commands.append({QLatin1String(row.id), tr(row.group), tr(row.text), row.keys});
    }
    return commands;
}

QString MainMenu::open(const QString &id)
{
    const auto row = std::find_if(table().cbegin(), table().cend(),
        [&id](const Row &one) { return one.isPage && id == QLatin1String(one.id); });
    if (row == table().cend())
        return tr("There is no page named '%1'.").arg(id);
    const QString why = refusal(*row);
    if (why.isEmpty())
        Q_EMIT(this->*row->signal)();
    return why;
}

/// Why the administrator does not allow it, as a sentence; empty: it is allowed.
QString MainMenu::refusal(const Row &row) const
{
    if (row.feature && !m_policy.allows(*row.feature))
        return switchedOffSentence(*row.feature);
    const bool isOtherApi = row.signal == &MainMenu::otherApi || row.signal == &MainMenu::carryOver;
    return isOtherApi && m_policy.allowsSdkOnly ? sdkOnlySentence() : QString();
}

void MainMenu::add(const Row &row)
{
    QAction *action = addAction(QString(), this, row.signal);
    action->setShortcuts(row.keys);
    action->setEnabled(refusal(row).isEmpty());
    action->setAutoRepeat(false); // none of them is meant twice when its key is held
    m_entries.append({QLatin1String(row.id), row.group, row.text, action, true});
    if (action->isEnabled())
        return;
    for (const QKeySequence &key : row.keys) { // an action that is disabled hears nothing
        auto *shortcut = new QShortcut(key, parentWidget());
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, [this, &row] { Q_EMIT notAllowed(refusal(row)); });
    }
}

void MainMenu::addChoice(const char *title, const QString &settingsKey, const QList<Choice> &choices,
    const std::function<void(const QString &)> &apply)
{
    QMenu *menu = addMenu(QString());
    m_entries.append({settingsKey, title, title, menu->menuAction(), false});
    auto *group = new QActionGroup(menu);
    const QString current = m_settings.value(settingsKey).toString();
    for (const auto &[value, text] : choices) {
        QAction *action = menu->addAction(QString());
        m_entries.append({settingsKey + u'/' + value, title, text, action, true});
        action->setCheckable(true);
        group->addAction(action);
        action->setChecked(value == current || (group->checkedAction() == nullptr && current.isEmpty()));
        connect(action, &QAction::triggered, this, [this, apply, settingsKey, value = value] {
            m_settings.setValue(settingsKey, value);
            apply(value);
        });
    }
    apply(current);
}

void MainMenu::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMenu::changeEvent(event);
}

void MainMenu::retranslate()
{
    for (const Entry &entry : std::as_const(m_entries)) {
        // Nothing but the administrator disables one here.
        entry.action->setText(entry.action->isEnabled()
                ? tr(entry.text)
                : tr("%1 (%2)").arg(tr(entry.text), setByAdministrator()));
    }
}

} // namespace faceid
