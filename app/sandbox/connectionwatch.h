#pragma once

#include <chrono>
#include <memory>

namespace faceid {

/// What one client may take from a server, so that something is left for the others.
struct ConnectionLimits
{
    unsigned connections = 256; ///< at one time
    std::chrono::milliseconds head = std::chrono::seconds(30); ///< for the whole head, since the last answer
    std::chrono::milliseconds body = std::chrono::seconds(120); ///< for the whole body behind it
    /// What a connection is given to send its head when nearly all are taken; after it the oldest ones go.
    std::chrono::milliseconds grace = std::chrono::seconds(1);
};

/// Ends connections on which a request takes too long to come, however steadily it trickles in, on a thread
/// of its own. A time without any byte is the HTTP library's business, which sees no more than that.
/// Thread-safe.
class ConnectionWatch
{
public:
    explicit ConnectionWatch(const ConnectionLimits &limits);
    ~ConnectionWatch(); ///< stops
    void start();
    void stop();

    /// A connection, by any name, with its socket, which stays open until closed() has returned.
    void opened(const void *connection, int socket);
    void closed(const void *connection);
    void headIsIn(const void *connection);
    /// From here on the server itself decides how long it takes.
    void requestIsIn(const void *connection);
    /// The next request may come.
    void answered(const void *connection);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace faceid
