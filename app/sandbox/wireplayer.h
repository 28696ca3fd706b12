#pragma once

#include "sandbox/wirescript.h"

#include <functional>
#include <memory>

struct gnutls_session_int;

namespace faceid {

/// The bare connection of a request.
struct Wire
{
    int socket = -1;
    gnutls_session_int *tls = nullptr; ///< through which bytes go; null: as they are
};

/// Plays scripts on the sockets of connections that the HTTP library has put aside, all on one thread of its
/// own. Thread-safe.
class WirePlayer
{
public:
    WirePlayer();
    ~WirePlayer(); ///< stops

    void start();
    /// Ends every script where it is. Safe to call twice.
    void stop();
    /// Plays \a script on \a wire, which must stay open and be read and written by nobody else until \a done
    /// is called: once, on whatever thread, when the script is over, the other side is gone or stop() came.
    void play(const Wire &wire, const WireScript &script, std::function<void()> done);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace faceid
