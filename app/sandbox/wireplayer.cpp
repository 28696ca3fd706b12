#include "sandbox/wireplayer.h"

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <gnutls/gnutls.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace faceid {

namespace {

using Clock = std::chrono::steady_clock;

/// Breaks the connection instead of ending it: a connected TCP socket that is told to have no peer sends RST.
void reset(int socket)
{
    sockaddr none{};
    none.sa_family = AF_UNSPEC;
    ::connect(socket, &none, sizeof none);
}

/// Sends what the connection takes of \a bytes without waiting. Negative: it is broken; 0: not now.
ssize_t sendSome(const Wire &wire, const char *bytes, qsizetype count)
{
    if (wire.tls) {
        const ssize_t sent = gnutls_record_send(wire.tls, bytes, size_t(count));
        return sent == GNUTLS_E_AGAIN || sent == GNUTLS_E_INTERRUPTED ? 0 : sent;
    }
    const ssize_t sent = ::send(wire.socket, bytes, size_t(count), MSG_NOSIGNAL | MSG_DONTWAIT);
    return sent < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR) ? 0 : sent;
}

/// One script under way.
class Play
{
public:
    Play(const Wire &wire, WireScript script, std::function<void()> done)
        : m_wire(wire)
        , m_script(std::move(script))
        , m_done(std::move(done))
        , m_due(Clock::now() + m_script.before)
        , m_portionEnd(m_script.pause.count() > 0 ? std::max(m_script.atOnce, m_script.portion)
                                                  : m_script.bytes.size())
    { }

    bool isOver() const { return m_isOver; }
    bool isWaiting(Clock::time_point now) const { return m_due > now; }

    /// When it goes on whatever the socket does; nullopt: the socket decides.
    std::optional<Clock::time_point> due(Clock::time_point now) const
    {
        const bool waitsForSocket = hasMore() || m_script.end == WireScript::End::Hold
            || m_script.end == WireScript::End::CloseAtNext;
        return isWaiting(now) || !waitsForSocket ? std::optional(m_due) : std::nullopt;
    }

    pollfd wanted(Clock::time_point now) const
    {
        if (isWaiting(now))
            return {m_wire.socket, 0, 0};
        if (hasMore())
            return {m_wire.socket, POLLOUT, 0};
        return {m_wire.socket, short(m_script.end == WireScript::End::CloseAtNext ? POLLIN : POLLRDHUP), 0};
    }

    /// Goes on as far as it goes without waiting. \a events is what poll() saw.
    void advance(short events, Clock::time_point now)
    {
        if (events & (POLLERR | POLLHUP | POLLNVAL))
            m_isOver = true;
        if (m_isOver || isWaiting(now))
            return;
        if (hasMore()) {
            write(now);
            if (hasMore() || m_isOver)
                return;
            events = 0;
        }
        end(events);
    }

    void finish() const { m_done(); }

private:
    bool hasMore() const { return m_at < m_script.bytes.size() || m_fillers < m_script.fillerTimes; }

    void write(Clock::time_point now)
    {
        while (m_at < m_script.bytes.size()) {
            if (!put(m_script.bytes.constData() + m_at, std::min(m_portionEnd, m_script.bytes.size()) - m_at,
                    m_at))
                return;
            if (m_at == m_portionEnd && m_at < m_script.bytes.size()) {
                m_portionEnd = m_at + m_script.portion;
                m_due = now + m_script.pause;
                return;
            }
        }
        while (m_fillers < m_script.fillerTimes) {
            const QByteArray &filler = m_script.filler;
            if (!put(filler.constData() + m_fillerAt, filler.size() - m_fillerAt, m_fillerAt))
                return;
            if (m_fillerAt == filler.size()) {
                m_fillerAt = 0;
                ++m_fillers;
            }
        }
    }

    /// Sends what the socket takes and adds its count to \a at. False when it takes nothing more.
    bool put(const char *bytes, qsizetype count, qsizetype &at)
    {
        const ssize_t sent = sendSome(m_wire, bytes, count);
        m_isOver = sent < 0;
        at += std::max<ssize_t>(0, sent);
        return sent > 0;
    }

    void end(short events)
    {
        switch (m_script.end) {
        case WireScript::End::Reset:
            reset(m_wire.socket);
            [[fallthrough]];
        case WireScript::End::Answer:
        case WireScript::End::Close:
            m_isOver = true;
            break;
        case WireScript::End::Hold:
        case WireScript::End::CloseAtNext:
            m_isOver = (events & (POLLIN | POLLRDHUP)) != 0;
            break;
        }
    }

    Wire m_wire;
    WireScript m_script;
    std::function<void()> m_done;
    Clock::time_point m_due;
    qsizetype m_portionEnd; ///< of the bytes, where the next pause is
    qsizetype m_at = 0;
    qsizetype m_fillerAt = 0;
    qint64 m_fillers = 0;
    bool m_isOver = false;
};

} // namespace

struct WirePlayer::Private
{
    void run();
    void wake() const;
    std::vector<pollfd> wanted(Clock::time_point now, int &patience);

    std::mutex mutex;
    std::vector<Play> arrived; ///< not yet seen by the thread
    bool isRunning = false;
    int pipe[2] = {-1, -1};
    std::thread thread;
    std::vector<Play> plays; ///< of the thread alone
};

void WirePlayer::Private::wake() const
{
    [[maybe_unused]] const ssize_t written = ::write(pipe[1], "!", 1);
}

/// What to wait for, and how long at most, in milliseconds; -1: without end.
std::vector<pollfd> WirePlayer::Private::wanted(Clock::time_point now, int &patience)
{
    using std::chrono::ceil;
    using std::chrono::milliseconds;
    std::vector<pollfd> sockets{{pipe[0], POLLIN, 0}};
    patience = -1;
    for (const Play &play : plays) {
        sockets.push_back(play.wanted(now));
        const auto due = play.due(now);
        if (!due)
            continue;
        const int left = std::max(0, int(ceil<milliseconds>(*due - now).count()));
        patience = patience < 0 ? left : std::min(patience, left);
    }
    return sockets;
}

void WirePlayer::Private::run()
{
    for (;;) {
        int patience = -1;
        std::vector<pollfd> sockets = wanted(Clock::now(), patience);
        ::poll(sockets.data(), nfds_t(sockets.size()), patience);
        char bytes[64];
        while (::read(pipe[0], bytes, sizeof bytes) > 0) { }

        const auto now = Clock::now();
        for (std::size_t i = 0; i < plays.size(); ++i)
            plays[i].advance(sockets[i + 1].revents, now);
        const auto over = std::stable_partition(
            plays.begin(), plays.end(), [](const Play &play) { return !play.isOver(); });
        std::for_each(over, plays.end(), [](const Play &play) { play.finish(); });
        plays.erase(over, plays.end());

        const std::lock_guard lock(mutex);
        std::move(arrived.begin(), arrived.end(), std::back_inserter(plays));
        arrived.clear();
        if (!isRunning)
            return;
    }
}

WirePlayer::WirePlayer()
    : d(std::make_unique<Private>())
{ }

WirePlayer::~WirePlayer()
{
    stop();
}

void WirePlayer::start()
{
    stop();
    if (::pipe2(d->pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // no descriptors left: every script is over at once
    d->isRunning = true;
    d->thread = std::thread([this] { d->run(); });
}

void WirePlayer::stop()
{
    {
        const std::lock_guard lock(d->mutex);
        if (!d->isRunning)
            return;
        d->isRunning = false;
    }
    d->wake();
    d->thread.join();
    for (const Play &play : d->plays)
        play.finish();
    d->plays.clear();
    for (int &end : d->pipe) {
        ::close(end);
        end = -1;
    }
}

void WirePlayer::play(const Wire &wire, const WireScript &script, std::function<void()> done)
{
    {
        const std::lock_guard lock(d->mutex);
        if (d->isRunning) {
            d->arrived.emplace_back(wire, script, std::move(done));
            d->wake();
            return;
        }
    }
    done();
}

} // namespace faceid
