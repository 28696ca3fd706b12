#pragma once

#include "contract/verdicts.h"

#include <QWidget>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace faceid {

class Presentation;

/// A result of get_result or of a callback: three verdicts, what they mean, the scores against all four
/// thresholds with the chosen level marked, the pictures.
class ResultView : public QWidget
{
    Q_OBJECT

public:
    /// \a presentation must outlive the view.
    ResultView(const Presentation &presentation, QWidget *parent);

    void setReport(const LivenessReport &report, int securityLevel);
    void clear();
    bool isEmpty() const { return !m_report.has_value(); }

private:
    void show();
    void showVerdict(int place, const QString &title, Finding finding);
    void showScores();
    void showPictures();
    QLabel *addCell(int line, int column, const QString &text, bool isChosen);

    const Presentation &m_presentation;
    std::optional<LivenessReport> m_report;
    int m_level = 0;
    QList<QLabel *> m_titles; ///< of the verdicts
    QList<QLabel *> m_findings;
    QLabel *m_meaning;
    QLabel *m_advice;
    QWidget *m_table = nullptr; ///< of the scores; made anew for each result
    QLabel *m_remarks;
    QWidget *m_pictures = nullptr;
    QVBoxLayout *m_layout;
};

} // namespace faceid
