#include "shell/measure.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QWidget>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#ifdef Q_OS_LINUX
#include <ctime>
#include <unistd.h>
#endif

namespace faceid {

namespace {

constexpr auto beatEvery = std::chrono::milliseconds(5);

/// Since the system made this process, so that loading the libraries counts. Null where nobody can say.
/// The kernel counts a process's start in ticks of 10 ms: the answer may be so much too high.
QJsonValue msSinceProcessStart()
{
#ifdef Q_OS_LINUX
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    const QByteArray line = stat.readAll();
    // proc(5): field 22, counted behind the name, which may have spaces and ends with the last parenthesis.
    constexpr int startTime = 22 - 3;
    const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double nowMs = double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
    const double startMs = fields.value(startTime).toDouble() * 1e3 / double(sysconf(_SC_CLK_TCK));
    return std::round(nowMs - startMs);
#else
    return {};
#endif
}

/// Memory of this process that is in RAM, in KiB. Null where nobody can say.
QJsonValue residentKb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').constFirst().toInt();
    }
    return {};
}

void print(const QJsonObject &object)
{
    std::puts(QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout); // whoever measures is at the other end of a pipe
}

} // namespace

Measure::Measure(QWidget &window, bool endWhenUsable, QObject *parent)
    : QObject(parent)
    , m_endWhenUsable(endWhenUsable)
{
    window.installEventFilter(this);
    m_beat.setTimerType(Qt::PreciseTimer);
    m_beat.setInterval(beatEvery);
    connect(&m_beat, &QTimer::timeout, this, &Measure::beat);
}

Measure::~Measure()
{
    print({{QStringLiteral("longest_gap_ms"), std::round(double(m_longestGapNs) / 1e5) / 10}});
}

bool Measure::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && !m_isPainted) {
        m_isPainted = true;
        // A timer of zero comes when the loop has nothing else to do: the next key would be handled at once.
        QTimer::singleShot(0, this, &Measure::usable);
    }
    return QObject::eventFilter(watched, event);
}

void Measure::usable()
{
    const QJsonObject start{
        {QStringLiteral("first_usable_ms"), msSinceProcessStart()}, {QStringLiteral("rss_kb"), residentKb()}};
    m_sinceBeat.start(); // who has read the line relies on it that whatever follows counts
    m_beat.start();
    print(start);
    if (m_endWhenUsable)
        QApplication::quit();
}

void Measure::beat()
{
    m_longestGapNs = std::max(m_longestGapNs, m_sinceBeat.nsecsElapsed());
    m_sinceBeat.start();
}

} // namespace faceid
