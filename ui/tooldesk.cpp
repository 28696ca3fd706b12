#include "tooldesk.h"

#include "credentials/profilestore.h"
#include "delivery.h"
#include "diagnosis/diagnosisdialog.h"
#include "form/draftkeeper.h"
#include "history/historystore.h"
#include "mainmenu.h"
#include "mainwindow.h"
#include "requestcourse.h"
#include "sandbox/sandboxwindow.h"
#include "shell/aboutdialog.h"
#include "shell/commandpalette.h"
#include "shell/shortcutsheet.h"

#include <QSettings>

namespace faceid {

ToolDesk::ToolDesk(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    const MainMenu *menu = &parts.menu;
    connect(menu, &MainMenu::showCommands, this, &ToolDesk::showCommands);
    connect(menu, &MainMenu::showShortcuts, this, &ToolDesk::showShortcuts);
    connect(menu, &MainMenu::showSandbox, this, &ToolDesk::showSandbox);
    connect(menu, &MainMenu::showDiagnosis, this, &ToolDesk::showDiagnosis);
    connect(menu, &MainMenu::about, this, &ToolDesk::showAbout);
}

ToolDesk::~ToolDesk() = default;

void ToolDesk::showCommands()
{
    auto *palette = new CommandPalette(m_parts.commands(), m_parts.services.settings, m_window);
    palette->setAttribute(Qt::WA_DeleteOnClose);
    palette->open();
}

void ToolDesk::showShortcuts()
{
    if (!m_shortcuts) {
        m_shortcuts = new ShortcutSheet([menu = &m_parts.menu] { return menu->commands(); }, m_window);
        m_shortcuts->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_shortcuts->show();
    m_shortcuts->activateWindow();
}

void ToolDesk::showSandbox()
{
    const Services &services = m_parts.services;
    if (!services.sandboxServer || !services.sandboxRequests)
        return Q_EMIT said(tr("This program runs without its sandbox."));
    if (!m_sandbox) {
        m_sandbox = new SandboxWindow(
            *services.sandboxServer, *services.sandboxRequests, m_parts.presentation, m_window);
        m_sandbox->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_sandbox, &SandboxWindow::copyText, &m_parts.delivery, &Delivery::copyText);
        connect(m_sandbox, &SandboxWindow::openWanted, &m_parts.delivery, &Delivery::openPage);
        connect(&m_parts.course, &RequestCourse::tokenIssued, m_sandbox, &SandboxWindow::setToken);
        m_sandbox->setToken(m_parts.course.token());
    }
    m_sandbox->show();
    m_sandbox->activateWindow();
}

void ToolDesk::showDiagnosis()
{
    const Services &services = m_parts.services;
    const Doctor::Patient patient{services.policy, services.history.path(), services.settings.fileName(),
        services.profiles.profiles(), std::nullopt};
    auto *dialog =
        new DiagnosisDialog(patient, m_parts.profiles(), services.credentials, services.theme, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DiagnosisDialog::copyText, &m_parts.delivery, &Delivery::copyText);
    dialog->open();
}

void ToolDesk::showAbout()
{
    auto *dialog = new AboutDialog(
        {HistoryStore::defaultPath(), m_parts.services.settings.fileName(), DraftKeeper::defaultFile()},
        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace faceid
