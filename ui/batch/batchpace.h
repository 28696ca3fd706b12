#pragma once

#include "batch/batchrunner.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace faceid {

/// How far a batch is: a bar, what became of the rows, how fast it goes or why it does not. Whoever shows it
/// asks for the texts anew when the language changes.
class BatchPace : public QWidget
{
    Q_OBJECT

public:
    enum class State { Sending, Paused, Ending };

    explicit BatchPace(QWidget *parent);

    void showProgress(const BatchProgress &progress, State state);
    bool isEmpty() const; ///< nothing has been shown yet

private:
    QProgressBar *m_bar;
    QLabel *m_counts;
    QLabel *m_pace;
};

} // namespace faceid
