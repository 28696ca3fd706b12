#include "panelayout.h"

#include "form/formstack.h"
#include "form/issuebar.h"
#include "form/originline.h"
#include "history/historytable.h"
#include "history/historyview.h"
#include "inspector/responseinspector.h"
#include "outcome/outcomecard.h"
#include "shell/environmentband.h"
#include "shell/fittingscroll.h"
#include "shell/messagebar.h"

#include <QEvent>
#include <QFrame>
#include <QSettings>
#include <QSplitter>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr int narrowestForm = 484;
constexpr int lowestInspector = 132; // its tabs and three lines

// Keys of the settings file, each written and read here only.
constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String acrossKey("window/across");
constexpr QLatin1String downKey("window/down");
constexpr QLatin1String columnsKey("window/columns");
constexpr QLatin1String helpKey("window/fieldHelp");

} // namespace

PaneLayout::PaneLayout(const Panes &panes, QWidget *parent)
    : QWidget(parent)
    , m_panes(panes)
    , m_across(new QSplitter(Qt::Horizontal, this))
    , m_down(new QSplitter(Qt::Vertical, this))
{
    m_across->addWidget(makeFormSide());
    m_across->addWidget(makeResultSide());
    m_across->setStretchFactor(1, 1);
    m_down->addWidget(m_across);
    m_down->addWidget(panes.history);
    m_down->setStretchFactor(0, 3);
    m_down->setStretchFactor(1, 1);
    for (QSplitter *splitter : {m_across, m_down}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(panes.band);
    column->addWidget(panes.message);
    column->addWidget(m_down, 1);
    retranslate();
}

void PaneLayout::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PaneLayout::retranslate()
{
    m_across->handle(1)->setAccessibleName(tr("Divider between form and result"));
    m_down->handle(1)->setAccessibleName(tr("Divider above the history"));
}

QWidget *PaneLayout::makeFormSide()
{
    // Never a window of its own, or its controls would come last in the order of Tab.
    auto *side = new QFrame(this);
    side->setProperty("role", QStringLiteral("panel"));
    auto *rule = new QFrame;
    rule->setProperty("role", QStringLiteral("rule"));
    rule->setFixedHeight(1);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addStrut(narrowestForm); // a minimum width would hide that the form needs more with larger type
    column->addWidget(m_panes.forms, 1);
    column->addWidget(m_panes.origin);
    column->addWidget(rule);
    column->addWidget(m_panes.bar);
    return side;
}

QWidget *PaneLayout::makeResultSide()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    column->addWidget(new FittingScroll(m_panes.card, side));
    m_panes.inspector->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // the card comes first
    m_panes.inspector->setMinimumHeight(lowestInspector);
    column->addWidget(m_panes.inspector, 1);
    return side;
}

void PaneLayout::restore(const QSettings &settings)
{
    window()->resize(1280, 820);
    window()->restoreGeometry(settings.value(geometryKey).toByteArray());
    m_across->setSizes({500, 780});
    m_down->setSizes({580, 200});
    m_across->restoreState(settings.value(acrossKey).toByteArray());
    m_down->restoreState(settings.value(downKey).toByteArray());
    m_panes.history->table()->restoreColumns(settings.value(columnsKey).toByteArray());
    m_panes.forms->setHelpShown(settings.value(helpKey, true).toBool());
}

void PaneLayout::save(QSettings &settings) const
{
    settings.setValue(geometryKey, window()->saveGeometry());
    settings.setValue(acrossKey, m_across->saveState());
    settings.setValue(downKey, m_down->saveState());
    settings.setValue(columnsKey, m_panes.history->table()->saveColumns());
    settings.setValue(helpKey, m_panes.forms->isHelpShown());
}

} // namespace faceid
