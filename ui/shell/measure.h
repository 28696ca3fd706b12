#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace faceid {

/// What --measure prints on stdout, one JSON object a line: when the window could first be used and what
/// memory it took then; and, at the end, for how long the event loop was held up at most since then. Without
/// --measure there is none of it, so that it costs nothing and wakes nobody.
class Measure : public QObject
{
    Q_OBJECT

public:
    /// Watches \a window, not shown yet. With \a endWhenUsable the program quits as soon as it can be used.
    Measure(QWidget &window, bool endWhenUsable, QObject *parent = nullptr);
    ~Measure() override; ///< prints longest_gap_ms

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void usable();
    void beat();

    const bool m_endWhenUsable;
    bool m_isPainted = false;
    QTimer m_beat;
    QElapsedTimer m_sinceBeat;
    qint64 m_longestGapNs = 0;
};

} // namespace faceid
