#include "form/issuebar.h"

#include "shell/plainlook.h"
#include "shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedLayout>

#include <algorithm>

namespace faceid {

IssueBar::IssueBar(Theme &, QWidget *parent)
    : QFrame(parent)
    , m_pages(new QStackedLayout(this))
    , m_issue(new QPushButton)
    , m_problem(new QPushButton)
    , m_phase(new QLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QPushButton)
{
    setProperty("role", QStringLiteral("panel"));
    m_issue->setObjectName(QStringLiteral("issue"));
    m_issue->setProperty("role", QStringLiteral("primary"));
    m_issue->setCursor(Qt::PointingHandCursor);
    m_issue->setAutoDefault(false);
    m_problem->setProperty("role", QStringLiteral("link"));
    m_problem->setAutoDefault(false);
    m_problem->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_problem->installEventFilter(this);
    m_cancel->setObjectName(QStringLiteral("cancel"));
    makePlain(m_cancel);
    m_bar->setTextVisible(false);
    m_phase->setProperty("role", QStringLiteral("dim"));

    auto *idle = new QWidget;
    m_idleLine = new QHBoxLayout(idle);
    m_idleLine->setContentsMargins(16, 12, 16, 12);
    m_idleLine->setSpacing(12);
    m_idleLine->addWidget(m_issue);
    m_idleLine->addWidget(m_problem, 100); // as wide as its text, or as there is room
    m_idleLine->addStretch(1);

    auto *running = new QWidget;
    auto *column = new QVBoxLayout;
    column->setSpacing(6);
    column->addWidget(m_phase);
    column->addWidget(m_bar);
    auto *runningLine = new QHBoxLayout(running);
    runningLine->setContentsMargins(16, 12, 16, 12);
    runningLine->setSpacing(16);
    runningLine->addLayout(column, 1);
    runningLine->addWidget(m_cancel);

    m_pages->addWidget(idle);
    m_pages->addWidget(running);
    m_waitTimer.setInterval(1000);
    connect(&m_waitTimer, &QTimer::timeout, this, [this] {
        if (--m_waitSeconds == 0)
            m_waitTimer.stop();
        labelButton();
    });
    connect(m_issue, &QPushButton::clicked, this, &IssueBar::issue);
    connect(m_cancel, &QPushButton::clicked, this, &IssueBar::cancel);
    connect(m_problem, &QPushButton::clicked, this, &IssueBar::showFirstProblem);
    retranslate();
}

void IssueBar::setCorner(QWidget *corner)
{
    m_corner = corner;
    m_idleLine->addWidget(corner);
    setTabOrder(m_problem, corner);
}

void IssueBar::setEnvironment(Environment environment)
{
    Theme::mark(m_issue, "environment", environmentName(environment));
}

void IssueBar::setProblems(const Problems &problems)
{
    m_problems = refusals(problems);
    QStringList names;
    for (const Problem &problem : std::as_const(m_problems)) {
        if (!problem.field.isEmpty() && !names.contains(problem.field))
            names.append(problem.field);
    }
    constexpr qsizetype shown = 2;
    const QString list =
        names.size() > shown ? names.first(shown).join(u", ") + QStringLiteral(", …") : names.join(u", ");
    m_problemText = tr("%n to fix: %1", nullptr, int(m_problems.size())).arg(list);
    m_problem->setToolTip(m_problemText);
    m_problem->setAccessibleName(m_problemText);
    m_problem->setVisible(!m_problems.isEmpty());
    elide();
}

void IssueBar::elide()
{
    constexpr int padding = 2 * 6;
    const QFontMetrics metrics = m_problem->fontMetrics();
    m_problem->setMaximumWidth(metrics.horizontalAdvance(m_problemText) + padding);
    m_problem->setText(metrics.elidedText(m_problemText, Qt::ElideRight, m_problem->width() - padding));
}

bool IssueBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_problem && (event->type() == QEvent::Resize || event->type() == QEvent::FontChange))
        elide();
    return QFrame::eventFilter(watched, event);
}

void IssueBar::showRunning()
{
    m_handedOver = m_total = 0;
    m_bar->setRange(0, 0);
    m_pages->setCurrentIndex(1);
    m_cancel->setEnabled(true);
    m_cancel->setFocus(Qt::OtherFocusReason);
    showPhase(TokenJob::Phase::Preparing);
}

void IssueBar::showPhase(TokenJob::Phase phase)
{
    m_currentPhase = phase;
    QString text;
    switch (phase) {
    case TokenJob::Phase::Preparing:
        text = tr("Preparing…");
        break;
    case TokenJob::Phase::Connecting:
        text = tr("Connecting…");
        break;
    case TokenJob::Phase::Uploading:
        text = tr("Sending %1 of %2")
                   .arg(QLocale().formattedDataSize(m_handedOver), QLocale().formattedDataSize(m_total));
        break;
    case TokenJob::Phase::Waiting:
        text = tr("Sent. Waiting for the answer…");
        m_bar->setRange(0, 0);
        break;
    case TokenJob::Phase::Saving:
        text = tr("Saving…");
        break;
    }
    m_phase->setText(text);
    m_phase->setAccessibleName(text);
}

void IssueBar::showProgress(qint64 handedOver, qint64 total)
{
    m_handedOver = handedOver;
    m_total = total;
    if (m_currentPhase != TokenJob::Phase::Uploading || total <= 0)
        return;
    constexpr int steps = 1000;
    m_bar->setRange(0, steps);
    m_bar->setValue(int(handedOver * steps / total));
    showPhase(m_currentPhase);
}

void IssueBar::showIdle()
{
    const bool hadFocus = m_cancel->hasFocus();
    m_pages->setCurrentIndex(0);
    if (hadFocus)
        m_issue->setFocus(Qt::OtherFocusReason);
}

bool IssueBar::isRunning() const
{
    return m_pages->currentIndex() == 1;
}

void IssueBar::waitFor(int seconds)
{
    constexpr int longestWait = 3600; // whatever a server says
    m_waitSeconds = std::clamp(seconds, 0, longestWait);
    if (m_waitSeconds > 0)
        m_waitTimer.start();
    else
        m_waitTimer.stop();
    labelButton();
}

void IssueBar::labelButton()
{
    m_issue->setEnabled(canIssue());
    m_issue->setText(
        canIssue() ? tr("Issue token  Ctrl+Return") : tr("Busy, again in %1 s").arg(m_waitSeconds));
    m_issue->setAccessibleName(canIssue() ? tr("Issue token") : m_issue->text());
}

void IssueBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void IssueBar::retranslate()
{
    setAccessibleName(tr("Issue"));
    labelButton();
    m_cancel->setText(tr("Cancel  Esc"));
    m_cancel->setAccessibleName(tr("Cancel the request"));
    m_bar->setAccessibleName(tr("Progress of the request"));
    setProblems(m_problems);
    if (isRunning())
        showPhase(m_currentPhase);
}

} // namespace faceid
