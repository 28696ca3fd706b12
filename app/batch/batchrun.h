#pragma once

#include "batch/batchrunner.h"
#include "batch/sheetcheck.h"
#include "filelock.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace faceid {

class ResultSheet;

/// A whole run over a sheet that was checked: from its plan, written before the first row is sent or taken up
/// from an earlier run, through the rows to the result sheet. Nobody else is at the sheet while this lives.
class BatchRun : public QObject
{
    Q_OBJECT

public:
    struct Wish
    {
        QString sheet;
        const EndpointSpec *endpoint = nullptr;
        Parts fixed; ///< fields of every row that does not have them itself
        Profile profile;
        QString out; ///< the result sheet
        QString qrFolder; ///< for a picture of each link or token; empty: none
        int parallel = usualParallel; ///< requests under way at most
        bool isResumed = false; ///< go on with the batch whose plan stands beside the sheet
        std::chrono::milliseconds deadline{120'000}; ///< of one request
    };
    static constexpr int usualParallel = 4;
    static constexpr int mostParallel = 32;

    /// \a client writes into \a history; both outlive the run.
    BatchRun(const Wish &wish, TokenClient &client, HistoryStore &history, QObject *parent = nullptr);
    ~BatchRun() override;

    /// Takes the sheet and makes its plan or takes it up, by what a check \a found. Returns why that cannot
    /// be, one sentence, translated; empty: start() may be called.
    QString prepare(const SheetCheck &found);

    void start();
    /// See BatchRunner.
    void pause();
    void goOn();
    void endEarly();
    void cancel();
    bool isPaused() const;
    BatchProgress progress() const;

Q_SIGNALS:
    void progressed(const faceid::BatchProgress &progress);
    /// Once, queued. \a why it stopped before all rows were decided, translated; empty when it did not. \a
    /// sheetProblem: why the result sheet could not be written, translated; all of it is in the history.
    void finished(const QString &why, const QString &sheetProblem);

private:
    QString takeUpPlan(const SheetCheck &found, const QString &service);
    QString makePlan(const SheetCheck &found, const QString &service);
    void writeResults(const QString &why);

    const Wish m_wish;
    TokenClient &m_client;
    HistoryStore &m_history;
    FileLock m_lock;
    BatchPlan m_plan;
    std::unique_ptr<BatchRunner> m_runner;
    std::unique_ptr<ResultSheet> m_results;
};

} // namespace faceid
