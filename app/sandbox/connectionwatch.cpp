#include "sandbox/connectionwatch.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include <sys/socket.h>

namespace faceid {

namespace {

using Clock = std::chrono::steady_clock;

constexpr unsigned reserve = 8; // one in so many connections is kept free
constexpr auto longestSleep = std::chrono::milliseconds(250);

struct Watched
{
    enum class Waits { ForHead, ForBody, ForServer, ForItsEnd };

    int socket;
    Waits waits;
    Clock::time_point since;
};

/// The library sees the end of the connection and closes it.
void end(Watched &watched)
{
    ::shutdown(watched.socket, SHUT_RDWR);
    watched.waits = Watched::Waits::ForItsEnd;
}

} // namespace

struct ConnectionWatch::Private
{
    explicit Private(const ConnectionLimits &limits)
        : limits(limits)
    { }
    void run();
    void mark(const void *connection, Watched::Waits waits);
    bool isOverdue(const Watched &watched, Clock::time_point now) const;
    void endOverdue(Clock::time_point now);
    void makeRoom(Clock::time_point now);
    std::size_t crowd() const { return limits.connections - limits.connections / reserve; }

    const ConnectionLimits limits;
    std::mutex mutex;
    std::condition_variable changed;
    std::unordered_map<const void *, Watched> connections;
    bool isRunning = false;
    std::thread thread;
};

bool ConnectionWatch::Private::isOverdue(const Watched &watched, Clock::time_point now) const
{
    switch (watched.waits) {
    case Watched::Waits::ForHead:
        return watched.since + limits.head <= now;
    case Watched::Waits::ForBody:
        return watched.since + limits.body <= now;
    case Watched::Waits::ForServer:
    case Watched::Waits::ForItsEnd:
        break;
    }
    return false;
}

void ConnectionWatch::Private::endOverdue(Clock::time_point now)
{
    for (auto &[connection, watched] : connections) {
        if (isOverdue(watched, now))
            end(watched);
    }
}

/// Where nearly all connections are taken, ends as many as are too many, the oldest first, of those that had
/// time enough to send a head.
void ConnectionWatch::Private::makeRoom(Clock::time_point now)
{
    if (connections.size() <= crowd())
        return;
    std::size_t left = 0;
    std::vector<Watched *> idle;
    for (auto &[connection, watched] : connections) {
        left += watched.waits != Watched::Waits::ForItsEnd ? 1 : 0;
        if (watched.waits == Watched::Waits::ForHead && watched.since + limits.grace <= now)
            idle.push_back(&watched);
    }
    std::sort(
        idle.begin(), idle.end(), [](const Watched *a, const Watched *b) { return a->since < b->since; });
    for (auto it = idle.begin(); it != idle.end() && left > crowd(); ++it, --left)
        end(**it);
}

void ConnectionWatch::Private::run()
{
    std::unique_lock lock(mutex);
    while (isRunning) {
        const auto now = Clock::now();
        endOverdue(now);
        makeRoom(now);
        if (connections.empty())
            changed.wait(lock);
        else
            changed.wait_for(lock, longestSleep);
    }
}

void ConnectionWatch::Private::mark(const void *connection, Watched::Waits waits)
{
    const std::lock_guard lock(mutex);
    const auto it = connections.find(connection);
    if (it == connections.end())
        return;
    it->second.waits = waits;
    it->second.since = Clock::now();
}

ConnectionWatch::ConnectionWatch(const ConnectionLimits &limits)
    : d(std::make_unique<Private>(limits))
{ }

ConnectionWatch::~ConnectionWatch()
{
    stop();
}

void ConnectionWatch::start()
{
    stop();
    d->isRunning = true;
    d->thread = std::thread([this] { d->run(); });
}

void ConnectionWatch::stop()
{
    {
        const std::lock_guard lock(d->mutex);
        if (!d->isRunning)
            return;
        d->isRunning = false;
    }
    d->changed.notify_all();
    d->thread.join();
}

void ConnectionWatch::opened(const void *connection, int socket)
{
    const std::lock_guard lock(d->mutex);
    d->connections[connection] = {socket, Watched::Waits::ForHead, Clock::now()};
    if (d->connections.size() == 1 || d->connections.size() > d->crowd())
        d->changed.notify_all();
}

void ConnectionWatch::closed(const void *connection)
{
    const std::lock_guard lock(d->mutex);
    d->connections.erase(connection);
}

void ConnectionWatch::headIsIn(const void *connection)
{
    d->mark(connection, Watched::Waits::ForBody);
}

void ConnectionWatch::requestIsIn(const void *connection)
{
    d->mark(connection, Watched::Waits::ForServer);
}

void ConnectionWatch::answered(const void *connection)
{
    d->mark(connection, Watched::Waits::ForHead);
}

} // namespace faceid
