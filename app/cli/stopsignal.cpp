#include "cli/stopsignal.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#endif

namespace faceid {

#ifdef Q_OS_UNIX

namespace {

int pipeEnds[2] = {-1, -1}; // a signal handler may do little more than write a byte

void onSignal(int)
{
    const int saved = errno;
    [[maybe_unused]] const ssize_t written = write(pipeEnds[1], "!", 1);
    errno = saved;
}

} // namespace

StopSignal::StopSignal(QObject *parent)
    : QObject(parent)
{
    if (pipe(pipeEnds) != 0)
        return; // no descriptors left: the signals keep their default action
    for (const int end : pipeEnds) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(pipeEnds[0], &byte, 1) > 0) { }
        Q_EMIT raised();
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

StopSignal::~StopSignal()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    m_notifier.reset();
    for (int &end : pipeEnds) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}

#else

StopSignal::StopSignal(QObject *parent)
    : QObject(parent)
{ }

StopSignal::~StopSignal() = default;

#endif

} // namespace faceid
