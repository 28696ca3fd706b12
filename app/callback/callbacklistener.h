#pragma once

#include "callback/receivedcallback.h"
#include "sandbox/sandboxserver.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

namespace faceid {

/// Stands in for notify_url and return_url: takes every POST on any path, reads its form and answers as it is
/// told to. When more wait to be looked at than memory shall hold, further ones are answered 503 and nothing
/// is kept of them. Its HTTP runs on threads of its own; everything else belongs to one thread.
class CallbackListener : public QObject
{
    Q_OBJECT

public:
    /// How the next callbacks are answered, whatever is in them.
    enum class Answer {
        Ok, ///< 200
        ServerError, ///< 500
        Slow, ///< 200, after a while
        None, ///< not at all: the connection stays open until the other side or stop() ends it
    };
    Q_ENUM(Answer)

    static constexpr qsizetype mostWaitingBytes = 32 * 1024 * 1024;
    static constexpr QLatin1String notifyPath{"/notify"};
    static constexpr QLatin1String returnPath{"/return"}; ///< its answer is a page for people

    explicit CallbackListener(QObject *parent = nullptr);
    ~CallbackListener() override; ///< stops

    /// False when it cannot listen there; then errorString() says why.
    bool start(const SandboxListener &where);
    /// Leaves unanswered what is not answered yet. Safe to call twice.
    void stop();
    quint16 port() const; ///< 0: not running
    /// Of one of the two paths; empty when not running.
    QUrl url(const QString &path) const;
    QString errorString() const; ///< of the last start(), translated

    void setAnswer(Answer answer);
    /// What Slow means; 10 s unless somebody says otherwise.
    void setSlowness(std::chrono::milliseconds slowness);

    static std::optional<Answer> answerNamed(QStringView name); ///< "200", "500", "slow", "none"
    static QStringList answerNames();

Q_SIGNALS:
    /// Queued, as soon as it is read; whatever its answer will be. It counts as waiting until the last copy
    /// of its place is gone.
    void received(const faceid::ReceivedCallback &callback);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace faceid
