#pragma once

#include "client/tokenjob.h"
#include "contract/validation.h"

#include <QFrame>
#include <QTimer>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;

namespace faceid {

class Theme;

/// The foot of the form: the one primary button in the environment's colour and what stands in its way; while
/// a request is under way, how far it is and the button that stops it.
class IssueBar : public QFrame
{
    Q_OBJECT

public:
    explicit IssueBar(Theme &theme, QWidget *parent);

    /// Puts a widget at the right end of the bar while nothing is under way.
    void setCorner(QWidget *corner);
    void setEnvironment(Environment environment);
    void setProblems(const Problems &problems);
    void showRunning();
    void showPhase(TokenJob::Phase phase);
    void showProgress(qint64 handedOver, qint64 total);
    void showIdle();
    bool isRunning() const;
    /// Counts down on the button before the next request, after the service said that it is busy.
    void waitFor(int seconds);
    /// False while it counts down.
    bool canIssue() const { return m_waitSeconds == 0; }

Q_SIGNALS:
    void issue();
    void cancel();
    /// The operator wants to see the first thing that stands in the way.
    void showFirstProblem();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void elide();
    void labelButton();

    QStackedLayout *m_pages;
    QPushButton *m_issue;
    QPushButton *m_problem;
    QHBoxLayout *m_idleLine;
    QWidget *m_corner = nullptr;
    QLabel *m_phase;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    Problems m_problems;
    QString m_problemText;
    TokenJob::Phase m_currentPhase = TokenJob::Phase::Preparing;
    qint64 m_handedOver = 0;
    qint64 m_total = 0;
    QTimer m_waitTimer;
    int m_waitSeconds = 0;
};

} // namespace faceid
