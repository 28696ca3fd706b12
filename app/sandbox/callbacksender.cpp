#include "sandbox/callbacksender.h"

#include "sandbox/formpost.h"

#include <algorithm>

namespace faceid {

namespace {

constexpr auto patience = std::chrono::seconds(10);
constexpr auto betweenAttempts = std::chrono::seconds(1);
constexpr size_t maxWaiting = 1000; // a receiver that never answers must not fill the memory

} // namespace

CallbackSender::~CallbackSender()
{
    stop();
}

void CallbackSender::start()
{
    if (m_thread.joinable())
        return;
    m_stopping = false;
    m_thread = std::thread([this] { run(); });
}

void CallbackSender::stop()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_waiting.clear();
    }
    m_changed.notify_all();
    m_thread.join();
}

void CallbackSender::send(const Callback &callback)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() < maxWaiting)
            m_waiting.push_back({callback, std::chrono::steady_clock::now() + callback.delay});
    }
    m_changed.notify_all();
}

void CallbackSender::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const auto next = std::min_element(
            m_waiting.begin(), m_waiting.end(), [](const Due &a, const Due &b) { return a.at < b.at; });
        if (next == m_waiting.end()) {
            m_changed.wait(lock);
        } else if (next->at > std::chrono::steady_clock::now()) {
            const auto at = next->at; // the row itself may be gone when the wait ends
            m_changed.wait_until(lock, at);
        } else {
            const Due due = *next;
            m_waiting.erase(next);
            lock.unlock();
            deliver(due);
            lock.lock();
        }
    }
}

/// One attempt; puts it back in the row where another is wanted.
void CallbackSender::deliver(Due due)
{
    const FormReply reply = postForm(due.callback.url, due.callback.form, patience, &m_stopping);
    const bool taken = reply.httpStatus >= 200 && reply.httpStatus < 300;
    if (taken || due.callback.moreAttempts == 0)
        return;
    --due.callback.moreAttempts;
    due.callback.delay = betweenAttempts;
    if (!m_stopping)
        send(due.callback);
}

} // namespace faceid
