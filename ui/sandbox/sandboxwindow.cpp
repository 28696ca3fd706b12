#include "sandbox/sandboxwindow.h"

#include "sandbox/checkpanel.h"
#include "sandbox/requestspanel.h"
#include "sandbox/sandboxserver.h"
#include "sandbox/scenariopanel.h"
#include "shell/plainlook.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr QSize usualSize(1180, 720);
constexpr int orderWidth = 400;

} // namespace

SandboxWindow::SandboxWindow(
    SandboxServer &server, SandboxRequests &requests, Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_server(server)
    , m_addressLabel(new QLabel(this))
    , m_address(new QLineEdit(this))
    , m_copy(new QPushButton(this))
    , m_reference(new QPushButton(this))
    , m_keys(new QLabel(this))
    , m_scenarios(new ScenarioPanel(server.scenarios(), this))
    , m_check(new CheckPanel(server, presentation, this))
    , m_requests(new RequestsPanel(requests, presentation, this))
{
    setWindowFlag(Qt::WindowMinMaxButtonsHint); // it stays open beside the window
    setSizeGripEnabled(true);
    resize(usualSize);

    auto *orders = new QWidget;
    auto *inOrders = new QVBoxLayout(orders);
    inOrders->setContentsMargins(0, 0, 12, 0);
    inOrders->setSpacing(16);
    inOrders->addWidget(m_scenarios, 1);
    inOrders->addWidget(m_check);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(orders);
    splitter->addWidget(m_requests);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({orderWidth, usualSize.width() - orderWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(makeAddress());
    layout->addWidget(splitter, 1);

    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyText(m_address->text()); });
    connect(m_reference, &QPushButton::clicked, this, [this] { Q_EMIT openWanted(m_server.baseUrl()); });
    connect(&requests, &QAbstractItemModel::rowsInserted, m_scenarios, &ScenarioPanel::refresh);
    retranslate();
}

QWidget *SandboxWindow::makeAddress()
{
    m_address->setObjectName(QStringLiteral("sandboxAddress"));
    m_address->setReadOnly(true);
    m_address->setText(m_server.baseUrl().toString());
    m_addressLabel->setBuddy(m_address);
    m_keys->setProperty("role", QStringLiteral("hint"));
    m_keys->setTextFormat(Qt::PlainText);
    m_keys->setWordWrap(true);
    m_keys->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (QPushButton *button : {m_copy, m_reference}) {
        makePlain(button);
        button->setEnabled(!m_address->text().isEmpty());
    }
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_addressLabel);
    line->addWidget(m_address, 1);
    line->addWidget(m_copy);
    line->addWidget(m_reference);
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_keys);
    return box;
}

void SandboxWindow::setToken(const QString &token)
{
    m_check->setToken(token);
}

void SandboxWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void SandboxWindow::retranslate()
{
    setWindowTitle(tr("Sandbox"));
    m_addressLabel->setText(tr("Base address"));
    m_address->setAccessibleName(tr("Base address of the sandbox"));
    m_address->setPlaceholderText(tr("It is not running."));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the base address"));
    m_reference->setText(tr("How to use it"));
    m_keys->setText(
        tr("api_key %1, api_secret %2: for every client on this computer while this program runs. "
           "“faceidctl sandbox” runs it alone.")
            .arg(QLatin1String(sandboxApiKey), QLatin1String(sandboxApiSecret)));
}

} // namespace faceid
