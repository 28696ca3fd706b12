#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QList>
#include <QString>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <utility>

/// What the benches of the history measure with.
namespace bench {

/// Milliseconds of some events.
struct Times
{
    QList<double> all;
    double median() const
    {
        QList<double> sorted = all;
        std::sort(sorted.begin(), sorted.end());
        return sorted.isEmpty() ? 0 : sorted.at(sorted.size() / 2);
    }
    double worst() const { return all.isEmpty() ? 0 : *std::max_element(all.cbegin(), all.cend()); }
};

inline double milliseconds(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

/// The longest time in which the event loop did not turn, since the last look.
class Heart
{
public:
    Heart()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, [this] { beat(); });
        m_clock.start();
        m_timer.start(1);
    }
    double longestGap()
    {
        beat();
        return std::exchange(m_longest, 0);
    }

private:
    void beat()
    {
        m_longest = std::max(m_longest, milliseconds(m_clock));
        m_clock.restart();
    }
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_longest = 0;
};

/// Turns the event loop until \a done. False after \a patience milliseconds.
template <typename Done>
bool until(Done done, qint64 patience = 120'000)
{
    QElapsedTimer clock;
    clock.start();
    while (!done() && clock.elapsed() < patience)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    return done();
}

/// A line of the table: at most \a limit is the goal.
inline void figure(const char *what, double value, const char *unit, double limit, const QString &goal)
{
    std::printf("%-62s %10.1f %-5s goal %-28s %s\n", what, value, unit, qPrintable(goal),
        value <= limit ? "met" : "NOT MET");
    std::fflush(stdout);
}

} // namespace bench
