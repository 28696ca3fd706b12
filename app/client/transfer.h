#pragma once

#include "client/exchange.h"
#include "client/multipart.h"
#include "client/route.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QTimer>

#include <chrono>
#include <memory>

class QNetworkReply;

namespace faceid {

class Connections;

/// One request, a POST or a GET, and its answer: the wire only; it knows no journal, no secret and no
/// document.
///
/// It has a network manager of its own, so that neither a connection nor a byte left on one can reach another
/// request; in a batch one that it hands on only after a valid and cleanly framed answer. Nothing is
/// followed, repeated, cached or asked of the operator.
class Transfer : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QUrl address;
        Route route;
        std::chrono::milliseconds connectTimeout;
        std::chrono::milliseconds idleTimeout;
        QElapsedTimer clock; ///< running; Timing counts from its start
        qint64 maxAnswerBytes = maxReplyBytes;
        std::shared_ptr<Connections> connections = nullptr; ///< null: none is handed on
    };

    /// What came of it. Valid when ended() is emitted, or at any time for the facts about the body.
    struct Result
    {
        Stop stop = Stop::None;
        QString detail; ///< technical words for stop
        bool answered = false; ///< reply is an answer that came to its end, as far as Qt can tell
        Reply reply; ///< status, headers and body
        Timing timing;
        qint64 answerAtMs = 0; ///< local clock, epoch milliseconds, at the first byte of the answer
    };

    /// A POST of \a parts.
    Transfer(Settings settings, Parts &&parts, QObject *parent);
    /// A GET.
    Transfer(Settings settings, QObject *parent);
    ~Transfer() override;

    void start();
    /// Its answer was a valid one, so what is framed cleanly may be handed on to the next request of the
    /// batch.
    void handOn() { m_isHandedOn = true; }
    /// Ends it for \a reason; ended() follows. No effect after the end.
    void stop(Stop reason, const QString &detail = {});

    const MultipartBody &body() const { return *m_body; } ///< of a POST
    const Result &result() const { return m_result; }

Q_SIGNALS:
    void departing(); ///< before the last byte of the body is handed over; direct, so nobody may end it then
    void started(); ///< the first byte of the body was handed over; the request of a GET
    void sent(); ///< the last one
    void progressed(qint64 handedOver, qint64 total);
    void ended(); ///< once, queued

private:
    QNetworkReply *send();
    QNetworkRequest makeRequest() const;
    void handleRequestSent();
    void handleProgress(qint64 handedOver);
    void handleEncrypted();
    void handleTlsErrors(const QList<QSslError> &errors);
    void handleMetaData();
    void collect();
    void handleFinished();
    void noteError();
    bool isCleanlyFramed() const;

    Settings m_settings;
    MultipartBody *m_body = nullptr; ///< of a POST; outlives the reply, which reads from it
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QNetworkReply *m_reply = nullptr;
    QTimer m_connectTimer;
    QTimer m_idleTimer;
    QString m_tlsWords;
    Result m_result;
    qint64 m_receivedBytes = 0; ///< of the answer's body
    bool m_isEnded = false;
    bool m_isHandedOn = false;
    QElapsedTimer m_sinceEnd; ///< of the answer
};

} // namespace faceid
