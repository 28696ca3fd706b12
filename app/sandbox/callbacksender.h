#pragma once

#include "sandbox/livenessflow.h"

#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

namespace faceid {

/// POSTs callbacks to notify_url on one thread of its own, one after the other, each when it is due. What is
/// not sent when it stops is never sent. Thread-safe.
class CallbackSender
{
public:
    ~CallbackSender(); ///< stops
    void start();
    void stop();
    void send(const Callback &callback);

private:
    struct Due
    {
        Callback callback;
        std::chrono::steady_clock::time_point at;
    };
    void run();
    void deliver(Due due);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::list<Due> m_waiting;
    std::atomic<bool> m_stopping = false;
    std::thread m_thread;
};

} // namespace faceid
