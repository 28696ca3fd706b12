#pragma once

#include "sandbox/formpost.h"

#include <QMetaType>
#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace faceid {

/// What came of a callback that was sent.
struct SentCallback
{
    FormReply reply;
    qint64 milliseconds = 0; ///< until it was answered, or nobody waited any more
    bool isCancelled = false; ///< before there was an answer

    bool isAnswered() const { return reply.httpStatus > 0; }
    bool isTaken() const { return reply.httpStatus >= 200 && reply.httpStatus < 300; }
    /// Status and time, or why there is no answer; translated, with words of the system in it.
    QString sentence() const;
    /// The first thousand characters of the answer's body, as the receiver sent them.
    QString bodyStart() const;
};

/// Sends callbacks to a receiver as the service does: one POST of a form with the fields data and sign, given
/// up after half a minute. Waits on a thread of its own; everything else belongs to one thread.
class CallbackPost : public QObject
{
    Q_OBJECT

public:
    explicit CallbackPost(QObject *parent = nullptr);
    ~CallbackPost() override; ///< cancels, which takes a tenth of a second

    /// Sends the very same \a fields \a times times, one after the other, as long as they are taken. \a url
    /// is one that sendProblem() has nothing against. Not while it is running.
    void start(const QUrl &url, const Parts &fields, int times = 1);
    /// Waits no longer for an answer, and sends no more.
    void cancel();
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    /// After each; \a number counts from 1.
    void answered(const faceid::SentCallback &sent, int number);
    /// Once for each start(), after the last answered(), also after cancel().
    void finished();

private:
    void sendNext();
    void handle(const SentCallback &sent);

    QUrl m_url;
    QByteArray m_form;
    int m_times = 0;
    int m_number = 0; ///< that were sent
    bool m_isRunning = false;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< shared with the thread that sends
    QThreadPool m_pool; ///< of that thread; not the global one, whose few threads are there to compute
};

} // namespace faceid

Q_DECLARE_METATYPE(faceid::SentCallback)
