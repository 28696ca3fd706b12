#include "callback/callbackpost.h"

#include "client/worker.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace faceid {

namespace {

constexpr auto answerPatience = std::chrono::seconds(30);
constexpr int mostBodyChars = 1000;

} // namespace

QString SentCallback::sentence() const
{
    if (isCancelled)
        return QCoreApplication::translate("Callback", "Cancelled. It may have arrived all the same.");
    if (isAnswered())
        return QCoreApplication::translate("Callback", "HTTP %1 after %2 ms")
            .arg(reply.httpStatus)
            .arg(milliseconds);
    return QCoreApplication::translate("Callback", "No answer: %1").arg(reply.failure);
}

QString SentCallback::bodyStart() const
{
    return QString::fromUtf8(reply.body).left(mostBodyChars);
}

CallbackPost::CallbackPost(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

CallbackPost::~CallbackPost()
{
    cancel();
}

void CallbackPost::start(const QUrl &url, const Parts &fields, int times)
{
    Q_ASSERT(!m_isRunning);
    m_url = url;
    m_form = urlEncodedForm(fields);
    m_times = times;
    m_number = 0;
    m_isRunning = true;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    sendNext();
}

void CallbackPost::cancel()
{
    if (m_stop)
        *m_stop = true;
}

void CallbackPost::sendNext()
{
    runOnWorker(
        this,
        [url = m_url, form = m_form, stop = m_stop] {
            QElapsedTimer clock;
            clock.start();
            SentCallback sent;
            sent.reply = postForm(url, form, answerPatience, stop.get());
            sent.milliseconds = clock.elapsed();
            sent.isCancelled = *stop && !sent.isAnswered();
            return sent;
        },
        [this](const SentCallback &sent) { handle(sent); }, &m_pool);
}

void CallbackPost::handle(const SentCallback &sent)
{
    Q_EMIT answered(sent, ++m_number);
    if (sent.isTaken() && m_number < m_times && !*m_stop)
        return sendNext();
    m_isRunning = false;
    Q_EMIT finished();
}

} // namespace faceid
