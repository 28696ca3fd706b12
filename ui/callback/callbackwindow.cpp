#include "callback/callbackwindow.h"

#include "callback/listenpage.h"
#include "callback/notifypage.h"
#include "callback/sendpage.h"
#include "callback/verifypage.h"
#include "shell/plainlook.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr QSize usualSize(760, 640);

} // namespace

CallbackWindow::CallbackWindow(const QList<Profile> &profiles, CredentialStore &credentials,
    HistoryStore &history, Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
    , m_listen(new ListenPage(profiles, credentials, history, presentation, this))
    , m_send(new SendPage(profiles, credentials, presentation, this))
    , m_verify(new VerifyPage(profiles, credentials, presentation, this))
    , m_notify(new NotifyPage(credentials, this))
    , m_close(new QPushButton(this))
{
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_listen, QString());
    m_tabs->addTab(m_send, QString());
    m_tabs->addTab(m_verify, QString());
    m_tabs->addTab(m_notify, QString());
    makePlain(m_close);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(buttons);
    connect(m_listen, &ListenPage::addressesWanted, this, &CallbackWindow::addressesWanted);
    connect(m_notify, &NotifyPage::copyText, this, &CallbackWindow::copyText);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
    resize(usualSize);
}

void CallbackWindow::setFormAddress(std::function<QString()> formAddress)
{
    m_notify->setFormAddress(std::move(formAddress));
}

void CallbackWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CallbackWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel) && cancelPage())
        return;
    QDialog::keyPressEvent(event);
}

bool CallbackWindow::cancelPage()
{
    const QWidget *page = m_tabs->currentWidget();
    return (page == m_listen && m_listen->cancel()) || (page == m_send && m_send->cancel())
        || (page == m_notify && m_notify->cancel());
}

void CallbackWindow::retranslate()
{
    setWindowTitle(tr("Callbacks"));
    m_tabs->setAccessibleName(tr("Callbacks"));
    m_tabs->setTabText(m_tabs->indexOf(m_listen), tr("Listener"));
    m_tabs->setTabText(m_tabs->indexOf(m_send), tr("Send"));
    m_tabs->setTabText(m_tabs->indexOf(m_verify), tr("Check a callback"));
    m_tabs->setTabText(m_tabs->indexOf(m_notify), tr("Check a URL"));
    m_close->setText(tr("Close"));
}

} // namespace faceid
