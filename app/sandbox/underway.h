#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace faceid {

/// Counts requests between their head and the end of their answer, so that a stop can wait for them.
/// Thread-safe.
class Underway
{
public:
    void enter()
    {
        const std::lock_guard lock(m_mutex);
        ++m_count;
    }

    void leave()
    {
        const std::lock_guard lock(m_mutex);
        if (--m_count == 0)
            m_none.notify_all();
    }

    void waitForNone(std::chrono::milliseconds patience)
    {
        std::unique_lock lock(m_mutex);
        m_none.wait_for(lock, patience, [this] { return m_count == 0; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_none;
    int m_count = 0;
};

} // namespace faceid
