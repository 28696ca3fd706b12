// Bytes of libmicrohttpd to forms of callbacks.

#include "callback/callbacklistener.h"

#include "callback/madecallback.h"
#include "sandbox/httpbridge.h"
#include "sandbox/httpdaemon.h"
#include "sandbox/requestbody.h"
#include "sandbox/socketaddress.h"

#include <QCoreApplication>

#include <atomic>
#include <utility>

namespace faceid {

namespace {

using Answer = CallbackListener::Answer;

constexpr unsigned idleSeconds = 120;
constexpr unsigned maxConnections = 64;

constexpr std::array<std::pair<Answer, const char *>, 4> answerWords{{
    {Answer::Ok, "200"},
    {Answer::ServerError, "500"},
    {Answer::Slow, "slow"},
    {Answer::None, "none"},
}};

/// What the end user's browser shows after the way back.
constexpr char returnPage[] =
    "<!DOCTYPE html><html lang=\"zh\"><meta charset=\"utf-8\"><title>FaceID Console</title>"
    "<body style=\"font-family:sans-serif;text-align:center;padding:4em\">"
    "<h1>已收到 return_url 回调<br>The return_url callback has arrived</h1>"
    "<p>可以关闭此页。This page can be closed.</p></body></html>";

/// A request whose head is in.
struct Incoming
{
    SandboxHead head;
    RequestBody body;
    bool isReadyToAnswer = false; ///< a script is over
    bool isToDrop = false;
    bool isRoomForIt = true;
    Answer answer = Answer::Ok;
};

using Bytes = std::atomic<qsizetype>;

/// A place for \a callback among those that \a waiting counts; null when there is none left.
std::shared_ptr<void> placeFor(const ReceivedCallback &callback, const std::shared_ptr<Bytes> &waiting)
{
    constexpr qsizetype own = 1024; // roughly what it takes beside its fields
    const qsizetype bytes = own + callback.data.size() + callback.sign.size() + 2 * callback.path.size();
    if ((*waiting += bytes) > CallbackListener::mostWaitingBytes) {
        *waiting -= bytes;
        return nullptr;
    }
    return {waiting.get(), [waiting, bytes](void *) { *waiting -= bytes; }};
}

MHD_Result reply(MHD_Connection *connection, const Incoming &incoming)
{
    const bool isPage = incoming.head.path == CallbackListener::returnPath;
    const bool isPost = incoming.head.method == "POST";
    const int status = !isPost                   ? 405
        : !incoming.isRoomForIt                  ? 503
        : incoming.answer == Answer::ServerError ? 500
                                                 : 200;
    const QByteArray body = status != 200 ? QByteArray("not taken\n")
        : isPage                          ? QByteArray(returnPage)
                                          : QByteArray("ok\n");
    const bool isShown = isPage && status == 200;
    return sendAnswer(connection, {status, isShown ? "text/html; charset=utf-8" : "text/plain", body});
}

} // namespace

struct CallbackListener::Private
{
    static MHD_Result handle(void *self, MHD_Connection *connection, const char *url, const char *method,
        const char *version, const char *chunk, size_t *chunkBytes, void **state);
    static void completed(
        void *self, MHD_Connection *connection, void **state, MHD_RequestTerminationCode reason);
    MHD_Result take(MHD_Connection *connection, Incoming &incoming);
    MHD_Result wait(MHD_Connection *connection, Incoming &incoming);

    CallbackListener *q;
    std::atomic<Answer> answer = Answer::Ok;
    const std::shared_ptr<Bytes> waiting = std::make_shared<Bytes>(0);
    std::atomic<std::chrono::milliseconds> slowness{std::chrono::seconds(10)};
    HttpDaemon daemon;
    QString error;
};

MHD_Result CallbackListener::Private::handle(void *self, MHD_Connection *connection, const char *url,
    const char *method, const char *, const char *chunk, size_t *chunkBytes, void **state)
{
    auto *d = static_cast<Private *>(self);
    auto *incoming = static_cast<Incoming *>(*state);
    if (!incoming) {
        const SandboxHead head = headOf(connection, url, method);
        *state = new Incoming{head, {head.contentType, head.announced, maxCallbackBytes}};
        d->daemon.enter();
        return MHD_YES;
    }
    if (incoming->isToDrop)
        return MHD_NO;
    if (incoming->isReadyToAnswer)
        return reply(connection, *incoming);
    if (*chunkBytes == 0)
        return d->take(connection, *incoming);
    incoming->body.feed({chunk, qsizetype(*chunkBytes)});
    *chunkBytes = 0;
    return MHD_YES;
}

/// The request is whole.
MHD_Result CallbackListener::Private::take(MHD_Connection *connection, Incoming &incoming)
{
    if (incoming.head.method != "POST")
        return reply(connection, incoming);
    const Parts form = incoming.body.finish();
    ReceivedCallback callback;
    callback.at = QDateTime::currentDateTimeUtc();
    callback.from = incoming.head.client;
    callback.path = incoming.head.path;
    readFields(form, callback);
    callback.place = placeFor(callback, waiting);
    incoming.isRoomForIt = callback.place != nullptr;
    if (!incoming.isRoomForIt)
        return reply(connection, incoming);
    QMetaObject::invokeMethod(
        q, [q = q, callback] { Q_EMIT q->received(callback); }, Qt::QueuedConnection);
    incoming.answer = answer;
    const bool isHeldUp = incoming.answer == Answer::Slow || incoming.answer == Answer::None;
    return isHeldUp ? wait(connection, incoming) : reply(connection, incoming);
}

/// Puts the connection aside; the library comes back to handle() when the time is over or the other side
/// gone.
MHD_Result CallbackListener::Private::wait(MHD_Connection *connection, Incoming &incoming)
{
    WireScript script;
    if (incoming.answer == Answer::Slow) {
        script.end = WireScript::End::Answer;
        script.before = slowness;
        incoming.isReadyToAnswer = true;
    } else {
        script.end = WireScript::End::Hold;
        incoming.isToDrop = true;
    }
    return daemon.play(connection, script);
}

void CallbackListener::Private::completed(
    void *self, MHD_Connection *, void **state, MHD_RequestTerminationCode)
{
    if (!*state)
        return;
    delete static_cast<Incoming *>(*state);
    *state = nullptr;
    static_cast<Private *>(self)->daemon.leave();
}

CallbackListener::CallbackListener(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    d->q = this;
}

CallbackListener::~CallbackListener()
{
    stop();
}

bool CallbackListener::start(const SandboxListener &where)
{
    stop();
    d->error.clear();
    if (!d->daemon.start(
            where, {d.get(), &Private::handle, &Private::completed}, {idleSeconds, maxConnections})) {
        d->error = tr("Callbacks cannot be listened for on %1:%2: %3")
                       .arg(hostText(where.address))
                       .arg(where.port)
                       .arg(d->daemon.lastWord());
        return false;
    }
    return true;
}

void CallbackListener::stop()
{
    d->daemon.stop();
}

quint16 CallbackListener::port() const
{
    return d->daemon.port();
}

QUrl CallbackListener::url(const QString &path) const
{
    QUrl url = d->daemon.url();
    if (!url.isEmpty())
        url.setPath(path);
    return url;
}

QString CallbackListener::errorString() const
{
    return d->error;
}

void CallbackListener::setAnswer(Answer answer)
{
    d->answer = answer;
}

void CallbackListener::setSlowness(std::chrono::milliseconds slowness)
{
    d->slowness = slowness;
}

std::optional<CallbackListener::Answer> CallbackListener::answerNamed(QStringView name)
{
    for (const auto &[answer, word] : answerWords) {
        if (name == QLatin1String(word))
            return answer;
    }
    return std::nullopt;
}

QStringList CallbackListener::answerNames()
{
    QStringList names;
    for (const auto &[answer, word] : answerWords)
        names.append(QLatin1String(word));
    return names;
}

} // namespace faceid
