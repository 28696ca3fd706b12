#pragma once

#include "batch/batchplan.h"
#include "batch/batchsheet.h"
#include "client/exchange.h"
#include "history/historyrow.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <memory>

namespace faceid {

class Connections;
class HistoryStore;
class TokenClient;
class TokenJob;
struct RowRequest;

/// How far a batch is.
struct BatchProgress
{
    int total = 0; ///< rows
    int issued = 0;
    int refused = 0;
    int notSent = 0; ///< or cut off: the service cannot have issued
    int unknown = 0; ///< a token may have been issued; server errors too
    int underWay = 0; ///< not decided, and on their way
    int earlier = 0; ///< of all these, decided by an earlier run
    double perSecond = 0; ///< rows decided in this run, not counting the time it was paused
    qint64 secondsLeft = -1; ///< -1: not known yet
    int backOffSeconds = 0; ///< until the next row is sent, because the service was busy or away; 0: none

    int done() const { return issued + refused + notSent + unknown; }
};

/// Sends the rows of a sheet that was checked, some at a time. A row is sent once; again only when the
/// service cannot have issued (not sent, cut off, busy), after a while that grows. What became of each stands
/// in the history under the serial number that the plan gives it, which is how a run is taken up after a
/// crash: rows that may have issued are never sent again. Holds no more than the rows under way. Stops by
/// itself where going on would only spoil more rows: nobody answers, the key is refused, or no answer is
/// clear.
class BatchRunner : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QString sheet;
        BatchPlan plan;
        Profile profile;
        int parallel = 4; ///< requests under way at most
        bool isResumed = false; ///< look each row up before it is sent
        std::chrono::milliseconds deadline{120'000}; ///< of one request
        std::chrono::milliseconds pause{
            1000}; ///< the first one before something is sent again; doubled each time
    };

    /// \a client writes into \a history; both outlive the runner.
    BatchRunner(
        const Settings &settings, TokenClient &client, HistoryStore &history, QObject *parent = nullptr);
    ~BatchRunner() override;

    void start();
    /// No more rows until goOn(); those under way end.
    void pause();
    void goOn();
    bool isPaused() const { return m_isPaused; }
    /// No more rows; those under way end by themselves.
    void endEarly();
    /// No more rows; those under way are cancelled, and what became of them is in the history.
    void cancel();
    BatchProgress progress() const; ///< at this moment
    /// Why rows were not sent that have no row in the history, by row; the first thousand.
    const QHash<int, QString> &localProblems() const { return m_local; }

Q_SIGNALS:
    void progressed(const faceid::BatchProgress &progress);
    /// Once, queued. \a why it stopped before all rows were decided, translated; empty when it did not.
    void finished(const QString &why);

private:
    struct Work
    {
        SheetRow row;
        QString bizNo;
        int attempts = 0;
    };
    using WorkPtr = std::shared_ptr<Work>;

    void pump();
    WorkPtr nextWork();
    void begin(const WorkPtr &work);
    void decide(const WorkPtr &work, const QList<HistoryRow> &rows);
    void prepare(const WorkPtr &work);
    void send(const WorkPtr &work, const RowRequest &request);
    void handle(const WorkPtr &work, const Exchange &exchange);
    void handleRefusal(const WorkPtr &work, const Exchange &exchange);
    void handleNotSent(const WorkPtr &work, const Exchange &exchange);
    void again(const WorkPtr &work, std::chrono::milliseconds asked);
    void count(Outcome outcome, bool isEarlier);
    void stop(const QString &why);
    void report();
    void finishIfDone();

    const Settings m_settings;
    const EndpointSpec &m_endpoint;
    TokenClient &m_client;
    HistoryStore &m_history;
    std::shared_ptr<Connections> m_connections;
    std::unique_ptr<BatchSheet> m_sheet;
    QList<WorkPtr> m_waiting; ///< to be sent again
    QSet<TokenJob *> m_jobs;
    int m_active = 0;
    QTimer m_holdUp;
    std::chrono::milliseconds m_pauseNow; ///< the next one
    QElapsedTimer m_clock;
    QElapsedTimer m_pauseClock; ///< valid while it is paused
    qint64 m_pausedMs = 0; ///< of pauses that are over
    BatchProgress m_progress;
    QHash<int, QString> m_local;
    int m_keyRefusals = 0; ///< one after the other: the key, not the rows
    int m_lostRows = 0; ///< one after the other: nobody answers
    int m_unclearRows = 0; ///< one after the other: who answers is out of order
    bool m_isPaused = false;
    bool m_isStopping = false;
    bool m_isAtEnd = false; ///< of the sheet
    bool m_isOver = false;
    QString m_why;
};

} // namespace faceid

Q_DECLARE_METATYPE(faceid::BatchProgress)
