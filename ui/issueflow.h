#pragma once

#include "client/tokenclient.h"
#include "client/tokenjob.h"
#include "shell/heldkey.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace faceid {

/// The way of a request from the operator's wish to its end: asks where it must be asked, lets one request
/// through at a time, and remembers the last one so that it can be repeated. Its questions stand on the
/// window without blocking it.
class IssueFlow : public QObject
{
    Q_OBJECT

public:
    /// \a window is what questions stand on; \a client must outlive the flow.
    IssueFlow(TokenClient &client, QWidget *window);

    bool isRunning() const;
    /// The last request sent; its endpoint is null before the first. Photos stay in memory only.
    const TokenRequest &lastRequest() const { return m_last; }

    /// Sends, after a question in production. Does nothing while a request is under way or a question is
    /// open, nor while wishes come faster than anybody could have read the last answer: a double click, a
    /// key held down.
    void issue(const TokenRequest &request);
    /// Sends the last request once more, linked to \a exchange; see repeat().
    void again(const Exchange &exchange);
    /// Sends a request that is linked to an earlier one; asks first where \a mayHaveIssued: that one may have
    /// led to a token under the same serial number.
    void repeat(const TokenRequest &request, bool mayHaveIssued);
    void cancel();
    /// Calls \a done at once, or, after a question and the end of the request under way, later.
    void endThen(std::function<void()> done);

    /// For how long production asks no more once the operator has said so; minutes.
    static constexpr int quietMinutes = 15;

Q_SIGNALS:
    void started(const faceid::TokenRequest &request);
    void phaseChanged(faceid::TokenJob::Phase phase);
    void progress(qint64 handedOver, qint64 total);
    void finished(const faceid::Exchange &exchange);

private:
    bool isEcho();
    void send(const TokenRequest &request);
    void askProduction(const TokenRequest &request);
    void ask(const QString &title, const QString &text, const QString &agree, std::function<void()> accepted,
        const std::function<void()> &muted = {});

    TokenClient &m_client;
    QWidget *m_window;
    QPointer<TokenJob> m_job;
    QPointer<QObject> m_question;
    TokenRequest m_last;
    HeldKey m_keys;
    QElapsedTimer m_sinceWish; ///< since the last wish, or since the end of its request
    QString m_quietProfile; ///< production profile that asks no more until m_quietUntil
    QDateTime m_quietUntil;
    std::function<void()> m_afterwards;
};

} // namespace faceid
