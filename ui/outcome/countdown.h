#pragma once

#include <QDateTime>
#include <QWidget>

#include <functional>

namespace faceid {

class Theme;

/// Where the time of day comes from.
using Clock = std::function<QDateTime()>;
QDateTime systemClock();

/// Whole seconds until \a until, rounded up, so that 0 says it is over; never negative.
qint64 secondsLeft(const QDateTime &until, const QDateTime &now);

/// How long something is still good for: a ring that empties, the time left, and what for. Reads the wall
/// clock at every tick, so it is right after a suspend and a change of the clock. As large as its font.
class Countdown : public QWidget
{
    Q_OBJECT

public:
    Countdown(Theme &theme, QWidget *parent, Clock clock = systemClock);

    /// Shows the time between \a from and \a until; hides itself when \a until is invalid.
    void setWindow(const QString &words, const QDateTime &from, const QDateTime &until);
    /// What stands for 0:00; "expired" in the language of the program unless said otherwise.
    void setOverText(const QString &text);
    /// Looks at the clock again. True while there is time left.
    bool tick();
    QString timeText() const;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int ringSide() const;
    QString overText() const;

    Theme &m_theme;
    Clock m_clock;
    QString m_words;
    QString m_overText;
    QDateTime m_from;
    QDateTime m_until;
    qint64 m_left = 0; ///< seconds at the last tick
};

} // namespace faceid
