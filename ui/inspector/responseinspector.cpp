#include "inspector/responseinspector.h"

#include "inspector/codepage.h"
#include "inspector/requestpage.h"
#include "inspector/responsepage.h"
#include "inspector/signpage.h"
#include "inspector/timelinepage.h"
#include "shell/findbar.h"
#include "shell/theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace faceid {

ResponseInspector::ResponseInspector(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tabs(new QTabWidget(this))
    , m_response(new ResponsePage(theme, this))
    , m_request(new RequestPage(theme, this))
    , m_timeline(new TimelinePage(theme, this))
    , m_code(new CodePage(theme, this))
    , m_sign(new SignPage(this))
    , m_find(new FindBar(theme, this))
    , m_searchAction(new QAction(this))
    , m_saveAction(new QAction(this))
{
    m_tabs->tabBar()->setDrawBase(false);
    for (QWidget *page : std::initializer_list<QWidget *>{m_response, m_request, m_timeline, m_code, m_sign})
        m_tabs->addTab(page, {});
    m_find->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_find);
    makeActions();
    makeCorner();

    connect(m_tabs, &QTabWidget::currentChanged, this, &ResponseInspector::followTab);
    connect(m_response, &ResponsePage::shown, this, &ResponseInspector::followTab);
    connect(m_response, &ResponsePage::copyText, this, &ResponseInspector::copyText);
    connect(m_request, &RequestPage::copyText, this, &ResponseInspector::copyText);
    connect(m_code, &CodePage::copyText, this, &ResponseInspector::copyText);
    connect(m_sign, &SignPage::copyText, this, &ResponseInspector::copyText);
    connect(m_find, &FindBar::closed, this, &ResponseInspector::closeSearch);
    connect(&theme, &Theme::changed, this, &ResponseInspector::restyle);
    retranslate();
    restyle();
    followTab();
}

void ResponseInspector::makeActions()
{
    m_searchAction->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    connect(m_searchAction, &QAction::triggered, m_find, &FindBar::open);
    connect(m_saveAction, &QAction::triggered, m_response, &ResponsePage::save);
    addActions({m_searchAction, m_saveAction});
    auto *next = new QShortcut(QKeySequence(Qt::Key_F3), this);
    auto *previous = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F3), this);
    for (QShortcut *shortcut : {next, previous})
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(next, &QShortcut::activated, m_find, &FindBar::next);
    connect(previous, &QShortcut::activated, m_find, &FindBar::previous);
}

void ResponseInspector::makeCorner()
{
    auto *corner = new QWidget(this);
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 0, 4, 0);
    row->setSpacing(4);
    for (QAction *action : {m_searchAction, m_saveAction}) {
        auto *button = new QToolButton(corner);
        button->setProperty("role", QStringLiteral("link"));
        button->setFocusPolicy(Qt::StrongFocus);
        button->setDefaultAction(action);
        row->addWidget(button);
    }
    m_tabs->setCornerWidget(corner);
}

void ResponseInspector::showExchange(const Exchange &exchange, const Parts &original)
{
    m_request->setRequest(exchange, original);
    m_timeline->setExchange(exchange);
    m_sign->setClockSkew(exchange.clockSkewMs);
    m_code->refresh();
    m_response->setReply(exchange.reply, exchange.startedAt);
    followTab();
}

void ResponseInspector::clear()
{
    m_request->clear();
    m_timeline->clear();
    m_code->refresh();
    m_response->clear();
    followTab();
}

void ResponseInspector::followTab()
{
    m_saveAction->setEnabled(m_response->canSave());
    if (m_tabs->currentWidget() == m_response)
        m_find->setTarget(m_response->searchable());
    else if (m_tabs->currentWidget() == m_request)
        m_find->setTarget(m_request->searchable());
    else if (m_tabs->currentWidget() == m_code)
        m_find->setTarget(m_code->searchable());
    else
        m_find->setTarget(m_tabs->currentWidget() == m_timeline ? m_timeline->searchable() : nullptr);
    m_searchAction->setEnabled(m_tabs->currentWidget() != m_sign);
}

void ResponseInspector::closeSearch()
{
    m_find->hide();
    m_tabs->currentWidget()->setFocus(Qt::OtherFocusReason);
}

void ResponseInspector::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ResponseInspector::retranslate()
{
    m_tabs->setAccessibleName(tr("What was sent and what came back"));
    m_tabs->tabBar()->setAccessibleName(m_tabs->accessibleName());
    m_tabs->setTabText(m_tabs->indexOf(m_response), tr("Response"));
    m_tabs->setTabText(m_tabs->indexOf(m_request), tr("Request"));
    m_tabs->setTabText(m_tabs->indexOf(m_timeline), tr("Timeline"));
    m_tabs->setTabText(m_tabs->indexOf(m_code), tr("Code"));
    m_tabs->setTabText(m_tabs->indexOf(m_sign), tr("Sign"));
    m_searchAction->setText(tr("Search in the inspector"));
    m_find->setTexts(tr("Search what is shown; bytes as 0x89 50 4e"), m_searchAction->text());
    m_saveAction->setText(tr("Save the answer's body…"));
    // A default action gives its button the text; the name for screen readers is set beside it.
    const QList<QToolButton *> buttons = m_tabs->cornerWidget()->findChildren<QToolButton *>();
    for (QToolButton *button : buttons)
        button->setAccessibleName(button->defaultAction()->text());
}

void ResponseInspector::restyle()
{
    const QColor color = m_theme.colors().dim;
    m_searchAction->setIcon(m_theme.icon(QStringLiteral("search"), color));
    m_saveAction->setIcon(m_theme.icon(QStringLiteral("save"), color));
}

} // namespace faceid
