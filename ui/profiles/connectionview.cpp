#include "profiles/connectionview.h"

#include "client/connectiontest.h"
#include "shell/plainlook.h"
#include "shell/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace faceid {

namespace {

enum Column { StepColumn, StateColumn, TimeColumn, DetailColumn, ColumnCount };

QString stateText(StepState state)
{
    switch (state) {
    case StepState::Passed:
        return ConnectionView::tr("passed");
    case StepState::Failed:
        return ConnectionView::tr("failed");
    case StepState::NotNeeded:
        return ConnectionView::tr("not needed");
    case StepState::NotKnown:
        return {};
    }
    return {};
}

} // namespace

ConnectionView::ConnectionView(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_button(new QPushButton(this))
    , m_steps(new QTreeWidget(this))
    , m_verdict(new QLabel(this))
{
    m_button->setObjectName(QStringLiteral("testConnection"));
    makePlain(m_button);
    m_verdict->setObjectName(QStringLiteral("connectionVerdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_steps->setObjectName(QStringLiteral("connectionSteps"));
    m_steps->setAccessibleName(tr("Steps of the connection"));
    m_steps->setColumnCount(ColumnCount);
    m_steps->setHeaderHidden(true);
    m_steps->setRootIsDecorated(false);
    m_steps->setItemsExpandable(false);
    m_steps->setSelectionMode(QAbstractItemView::NoSelection);
    m_steps->setIndentation(12);
    m_steps->setUniformRowHeights(true);
    for (const int column : {StepColumn, StateColumn, TimeColumn})
        m_steps->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_steps->hide(); // until there is something to see

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(m_verdict);
    column->addWidget(m_steps, 1);
    column->addStretch(0); // while there are no steps to see
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_test)
            m_test->cancel();
        else
            Q_EMIT wanted();
    });
    clear();
}

void ConnectionView::run(ConnectionTest *test)
{
    clear();
    m_test = test;
    test->setParent(this);
    connect(test, &ConnectionTest::stepped, this, &ConnectionView::showStep);
    connect(test, &ConnectionTest::finished, this, &ConnectionView::showReports);
    setRunning(true);
    m_verdict->setText(tr("Testing. Nothing is issued."));
    test->start();
}

void ConnectionView::clear()
{
    delete m_test;
    m_steps->clear();
    m_steps->hide();
    m_verdict->setText(tr("Walks the way to each address without issuing anything."));
    Theme::mark(m_verdict, "state", QStringLiteral("dim"));
    setRunning(false);
}

void ConnectionView::setRunning(bool running)
{
    m_button->setText(running ? tr("Stop the test") : tr("Test connection"));
}

QTreeWidgetItem *ConnectionView::itemOf(const QUrl &address)
{
    const QString text = address.toString();
    for (int i = 0; i < m_steps->topLevelItemCount(); ++i) {
        if (m_steps->topLevelItem(i)->text(StepColumn) == text)
            return m_steps->topLevelItem(i);
    }
    auto *item = new QTreeWidgetItem(m_steps, {text});
    item->setFirstColumnSpanned(true);
    item->setExpanded(true);
    m_steps->show();
    return item;
}

void ConnectionView::showStep(const QUrl &address, const StepResult &result)
{
    QTreeWidgetItem *item = itemOf(address);
    while (item->childCount() <= int(result.step)) {
        StepResult empty;
        empty.step = ConnectionStep(item->childCount());
        drawStep(new QTreeWidgetItem(item), empty);
    }
    drawStep(item->child(int(result.step)), result);
    m_steps->scrollToItem(item->child(int(result.step)));
}

void ConnectionView::drawStep(QTreeWidgetItem *item, const StepResult &result)
{
    const ThemeColors &colors = m_theme.colors();
    item->setText(StepColumn, stepTitle(result.step));
    item->setText(StateColumn, stateText(result.state));
    item->setText(DetailColumn, result.detail);
    item->setToolTip(DetailColumn, result.detail.toHtmlEscaped());
    switch (result.state) {
    case StepState::Passed:
        item->setIcon(StepColumn, m_theme.icon(QStringLiteral("check"), colors.issued));
        break;
    case StepState::Failed:
        item->setIcon(StepColumn, m_theme.icon(QStringLiteral("cross"), colors.refused));
        break;
    case StepState::NotNeeded:
    case StepState::NotKnown:
        item->setIcon(StepColumn, m_theme.icon(QStringLiteral("none"), colors.dim));
        break;
    }
    const bool isTimed = result.state == StepState::Passed || result.state == StepState::Failed;
    item->setText(TimeColumn, isTimed ? tr("%1 ms").arg(result.milliseconds) : QString());
}

void ConnectionView::showReports(const ConnectionReports &reports)
{
    m_test->deleteLater();
    m_test = nullptr;
    setRunning(false);
    const auto bad = std::find_if(
        reports.cbegin(), reports.cend(), [](const ConnectionReport &report) { return report.failure(); });
    if (bad != reports.cend()) {
        const auto step = bad->failure()->step;
        m_verdict->setText(QStringLiteral("%1: %2").arg(stepTitle(step), failureSentence(step, *bad)));
        return Theme::mark(m_verdict, "state", QStringLiteral("refused"));
    }
    const bool isGood = !reports.isEmpty()
        && std::all_of(
            reports.cbegin(), reports.cend(), [](const ConnectionReport &r) { return r.isGood(); });
    m_verdict->setText(isGood ? tr("Everything passed. Nothing was issued.") : tr("The test was stopped."));
    Theme::mark(m_verdict, "state", isGood ? QStringLiteral("issued") : QStringLiteral("dim"));
}

} // namespace faceid
