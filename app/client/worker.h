#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <utility>

namespace faceid {

/// Runs \a work on a thread of \a pool and hands its result to \a done: once, in the thread of \a context, or
/// never when \a context is gone by then. Call it in the thread of \a context. The global pool has a thread
/// for each core, for what computes; what waits for others belongs in a pool of its own.
template <typename Work, typename Done>
void runOnWorker(QObject *context, Work work, Done done, QThreadPool *pool = QThreadPool::globalInstance())
{
    using Result = decltype(work());
    auto *watcher = new QFutureWatcher<Result>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)]() {
        watcher->deleteLater();
        done(watcher->result());
    });
    const auto promise = std::make_shared<QPromise<Result>>();
    watcher->setFuture(promise->future());
    pool->start([promise, work = std::move(work)] {
        promise->start();
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace faceid
