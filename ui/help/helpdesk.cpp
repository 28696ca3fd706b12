#include "help/helpdesk.h"

#include "batch/batchwindow.h"
#include "callback/callbackwindow.h"
#include "callback/notifypage.h"
#include "callback/sendpage.h"
#include "callback/verifypage.h"
#include "diagnosis/diagnosisdialog.h"
#include "form/carrydialog.h"
#include "form/curldialog.h"
#include "form/formstack.h"
#include "form/hardialog.h"
#include "form/photodialog.h"
#include "help/helpwindow.h"
#include "history/bundledialog.h"
#include "history/comparedialog.h"
#include "history/exportdialog.h"
#include "history/historyview.h"
#include "history/privacydialog.h"
#include "history/reportdialog.h"
#include "history/tokendialog.h"
#include "inspector/responseinspector.h"
#include "inspector/signpage.h"
#include "outcome/customerscreen.h"
#include "outcome/messagedialog.h"
#include "outcome/outcomecard.h"
#include "outcome/qrdialog.h"
#include "profiles/keypage.h"
#include "profiles/networkpage.h"
#include "profiles/profiledialog.h"
#include "results/resultdialog.h"
#include "sandbox/sandboxwindow.h"
#include "shell/shortcutsheet.h"

#include <QApplication>
#include <QKeyEvent>

#include <array>

namespace faceid {

namespace {

struct Place
{
    const QMetaObject *of;
    const char *page;
};

/// Where F1 leads.
constexpr std::array places{
    Place{&FormStack::staticMetaObject, "issuing"},
    Place{&CurlDialog::staticMetaObject, "inspector#code"},
    Place{&HarDialog::staticMetaObject, "inspector#code"},
    Place{&CarryDialog::staticMetaObject, "issuing"},
    Place{&BatchWindow::staticMetaObject, "batch"},
    Place{&BundleDialog::staticMetaObject, "history"},
    Place{&CompareDialog::staticMetaObject, "history"},
    Place{&PhotoDialog::staticMetaObject, "issuing#photos"},
    Place{&OutcomeCard::staticMetaObject, "outcomes"},
    Place{&QrDialog::staticMetaObject, "handover"},
    Place{&MessageDialog::staticMetaObject, "handover#messages"},
    Place{&CustomerScreen::staticMetaObject, "handover#customer"},
    Place{&SignPage::staticMetaObject, "inspector#sign"},
    Place{&ResponseInspector::staticMetaObject, "inspector"},
    Place{&HistoryView::staticMetaObject, "history"},
    Place{&TokenDialog::staticMetaObject, "history#token"},
    Place{&ExportDialog::staticMetaObject, "history#export"},
    Place{&ReportDialog::staticMetaObject, "history#report"},
    Place{&PrivacyDialog::staticMetaObject, "privacy"},
    Place{&ResultDialog::staticMetaObject, "results"},
    Place{&KeyPage::staticMetaObject, "keychain"},
    Place{&NetworkPage::staticMetaObject, "profiles#network"},
    Place{&ProfileDialog::staticMetaObject, "profiles"},
    Place{&SandboxWindow::staticMetaObject, "sandbox"},
    Place{&NotifyPage::staticMetaObject, "callbacks#doctor"},
    Place{&SendPage::staticMetaObject, "callbacks#send"},
    Place{&VerifyPage::staticMetaObject, "callbacks#verify"},
    Place{&CallbackWindow::staticMetaObject, "callbacks"},
    Place{&DiagnosisDialog::staticMetaObject, "admin#diagnosis"},
    Place{&ShortcutSheet::staticMetaObject, "shortcuts"},
};

} // namespace

HelpDesk::HelpDesk(HelpFacts facts, Theme &theme, QObject *parent)
    : QObject(parent)
    , m_facts(std::move(facts))
    , m_theme(theme)
{
    QCoreApplication::instance()->installEventFilter(this);
}

HelpDesk::~HelpDesk()
{
    delete m_window;
}

QString HelpDesk::pageFor(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        for (const Place &place : places) {
            if (widget->metaObject()->inherits(place.of))
                return QString::fromLatin1(place.page);
        }
    }
    return HelpBook::firstPage();
}

QStringList HelpDesk::pagesInUse()
{
    QStringList pages;
    for (const Place &place : places)
        pages.append(QString::fromLatin1(place.page));
    return pages;
}

void HelpDesk::openHere()
{
    const QWidget *widget = QApplication::focusWidget();
    open(pageFor(widget ? widget : QApplication::activeWindow()));
}

void HelpDesk::open(const QString &place)
{
    if (!m_window || m_window->isHidden()) { // one that was closed goes with the next turn of the event loop
        // Nobody's child: a dialog over the main window must not block the guide to it.
        m_window = new HelpWindow(m_facts, m_theme);
        m_window->setAttribute(Qt::WA_DeleteOnClose);
        m_window->setAttribute(Qt::WA_QuitOnClose, false);
        connect(m_window, &HelpWindow::openWanted, this, &HelpDesk::openWanted);
    }
    m_window->openPage(place);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void HelpDesk::close()
{
    if (m_window)
        m_window->close();
}

bool HelpDesk::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_F1 || key->modifiers() != Qt::NoModifier)
        return false;
    const auto *widget = static_cast<QWidget *>(watched);
    if (m_window && m_window->isAncestorOf(widget))
        return true;
    open(pageFor(widget));
    return true;
}

} // namespace faceid
