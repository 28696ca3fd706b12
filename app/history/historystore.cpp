#include "history/historystore.h"

#include "history/historyfile.h"

#include <QFutureWatcher>
#include <QMetaMethod>
#include <QMutex>
#include <QPromise>
#include <QThread>

#include <atomic>
#include <utility>

namespace faceid {

namespace {

constexpr qint64 progressStep = 1000; // rows
constexpr qsizetype mostTogether = 64; // writes: others want their turn with the file as well

/// A promise that the history's thread fulfils and that calls \a done in the thread of \a context (which is
/// the caller's), or never once \a context is gone.
template <typename Result>
std::shared_ptr<QPromise<Result>> promiseTo(QObject *context, std::function<void(const Result &)> done)
{
    auto *watcher = new QFutureWatcher<Result>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0) // none when the store went before it came to that
            done(watcher->result());
    });
    auto promise = std::make_shared<QPromise<Result>>();
    watcher->setFuture(promise->future());
    promise->start();
    return promise;
}

template <typename Result>
void fulfil(QPromise<Result> &promise, const Result &result)
{
    promise.addResult(result);
    promise.finish();
}

} // namespace

/// Writes that wait for the history's thread, which takes them all at once.
struct WriteGroup
{
    QList<HistoryFile::Write> writes;
    QList<std::function<void(const HistoryFile::Written &)>> answers; ///< called in the thread
};

struct HistoryStore::Private
{
    /// Carries \a work out in the history's thread, in the order handed in.
    template <typename Work>
    void post(Work work)
    {
        const QMutexLocker lock(&mutex);
        open.reset();
        QMetaObject::invokeMethod(&worker, std::move(work), Qt::QueuedConnection);
    }

    /// The same for a write; those that follow one another while the thread is busy are written together.
    void write(HistoryFile::Write write, std::function<void(const HistoryFile::Written &)> answer)
    {
        const QMutexLocker lock(&mutex);
        if (!open) {
            open = std::make_shared<WriteGroup>();
            QMetaObject::invokeMethod(
                &worker, [this, group = open] { carryOut(group); }, Qt::QueuedConnection);
        }
        open->writes.append(std::move(write));
        open->answers.append(std::move(answer));
        if (open->writes.size() >= mostTogether)
            open.reset();
    }

    /// From the thread.
    void carryOut(const std::shared_ptr<WriteGroup> &group)
    {
        {
            const QMutexLocker lock(&mutex);
            if (open == group) // from now on it takes no more
                open.reset();
        }
        const QList<HistoryFile::Written> written = file->write(group->writes);
        for (qsizetype i = 0; i < written.size(); ++i)
            group->answers[i](written[i]);
    }

    HistoryStore *q;
    QThread thread;
    QObject worker; ///< stands for the thread
    Departures departures;
    std::unique_ptr<HistoryFile> file; ///< touched in the thread only
    QMutex mutex;
    std::shared_ptr<WriteGroup> open; ///< to which a write may still be added
    std::atomic<bool> isWatched{false}; ///< somebody listens to changed()

    /// From the thread: the next step of a purge, behind what was asked for in the meantime.
    void goOn(const std::shared_ptr<Purge> &purge, const std::shared_ptr<QPromise<PurgeResult>> &promise)
    {
        if (file && purge->step()) // no file: the program ends, and the rest is for its next run
            return post([this, purge, promise] { goOn(purge, promise); });
        if (purge->result().personal > 0 || purge->result().rows > 0)
            QMetaObject::invokeMethod(
                q, [q = q] { Q_EMIT q->purged(); }, Qt::QueuedConnection);
        fulfil(*promise, purge->result());
    }

    /// From the thread: row changed.
    void tell(const HistoryRow &row)
    {
        if (!isWatched)
            return;
        QMetaObject::invokeMethod(
            q, [q = q, row] { Q_EMIT q->changed(row); }, Qt::QueuedConnection);
    }
};

HistoryStore::HistoryStore(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , d(std::make_unique<Private>())
{
    d->q = this;
    d->thread.setObjectName(QStringLiteral("history"));
    d->worker.moveToThread(&d->thread);
    d->thread.start();
    d->post([this, path] {
        d->file = std::make_unique<HistoryFile>(path, d->departures);
        const HistoryFile::Opened result = d->file->open([this](qint64 done, qint64 all) {
            if (done % progressStep == 0 && all > progressStep)
                QMetaObject::invokeMethod(
                    this, [this, done, all] { Q_EMIT migrating(done, all); }, Qt::QueuedConnection);
        });
        QMetaObject::invokeMethod(
            this, [this, result] { Q_EMIT opened(result.unfinished, result.error); }, Qt::QueuedConnection);
    });
}

void HistoryStore::connectNotify(const QMetaMethod &signal)
{
    if (signal == QMetaMethod::fromSignal(&HistoryStore::changed))
        d->isWatched = true;
}

HistoryStore::~HistoryStore()
{
    d->post([this] {
        d->file.reset(); // a database belongs to the thread that opened it
        d->thread.quit();
    });
    d->thread.wait();
}

QString HistoryStore::defaultPath()
{
    return HistoryFile::defaultPath();
}

void HistoryStore::begin(const Exchange &pending, QObject *context, BeginCallback done)
{
    const auto promise = promiseTo<HistoryFile::Begun>(context,
        [done = std::move(done)](const HistoryFile::Begun &begun) { done(begun.result, begun.detail); });
    d->write({pending, false}, [this, pending, promise](const HistoryFile::Written &written) {
        const HistoryFile::Begun &begun = written.begun;
        if (begun.result == Begin::Saved && d->isWatched) {
            HistoryRow row = rowOf(pending);
            row.number = begun.number;
            d->tell(row);
        }
        fulfil(*promise, begun);
    });
}

void HistoryStore::finish(const Exchange &exchange, QObject *context, FinishCallback done)
{
    const auto promise = promiseTo<QString>(context, std::move(done));
    d->write({exchange, true}, [this, exchange, promise](const HistoryFile::Written &written) {
        const HistoryFile::Finished &finished = written.finished;
        if (finished.isKept && d->isWatched)
            d->tell(finished.row.value_or(rowOf(exchange)));
        fulfil(*promise, finished.error);
    });
}

void HistoryStore::depart(const QUuid &id)
{
    d->departures.add(id);
}

void HistoryStore::list(int limit, QObject *context, RowsCallback done)
{
    const auto promise = promiseTo<HistoryRows>(
        context, [done = std::move(done)](const HistoryRows &listed) { done(listed.rows, listed.error); });
    d->post([this, limit, promise] { fulfil(*promise, d->file->list(limit)); });
}

void HistoryStore::page(qint64 before, int limit, QObject *context, RowsCallback done)
{
    const auto promise = promiseTo<HistoryRows>(
        context, [done = std::move(done)](const HistoryRows &found) { done(found.rows, found.error); });
    d->post([this, before, limit, promise] { fulfil(*promise, d->file->rowsBefore(before, limit)); });
}

void HistoryStore::rowsAt(const QList<qint64> &numbers, QObject *context, RowsCallback done)
{
    const auto promise = promiseTo<HistoryRows>(
        context, [done = std::move(done)](const HistoryRows &found) { done(found.rows, found.error); });
    d->post([this, numbers, promise] { fulfil(*promise, d->file->rowsAt(numbers)); });
}

void HistoryStore::rowsOfToken(const QString &text, QObject *context, RowsCallback done)
{
    const auto promise = promiseTo<HistoryRows>(
        context, [done = std::move(done)](const HistoryRows &found) { done(found.rows, found.error); });
    d->post([this, text, promise] { fulfil(*promise, d->file->rowsOfToken(text)); });
}

void HistoryStore::rowsOfBizNo(const QString &bizNo, QObject *context, RowsCallback done)
{
    const auto promise = promiseTo<HistoryRows>(
        context, [done = std::move(done)](const HistoryRows &found) { done(found.rows, found.error); });
    d->post([this, bizNo, promise] { fulfil(*promise, d->file->rowsOfBizNo(bizNo)); });
}

void HistoryStore::serialHolder(const Exchange &like, QObject *context, RowsCallback done)
{
    const auto promise = promiseTo<HistoryRows>(
        context, [done = std::move(done)](const HistoryRows &found) { done(found.rows, found.error); });
    d->post([this, like, promise] { fulfil(*promise, d->file->serialHolder(like)); });
}

void HistoryStore::remark(const QUuid &id, const Remark &remark, QObject *context, FinishCallback done)
{
    const auto promise = promiseTo<QString>(context, std::move(done));
    d->post([this, id, remark, promise] {
        const HistoryRows changed = d->file->remark(id, remark);
        for (const HistoryRow &row : changed.rows)
            d->tell(row);
        fulfil(*promise, changed.error);
    });
}

void HistoryStore::exchange(const QUuid &id, QObject *context, ExchangeCallback done)
{
    struct Found
    {
        std::optional<Exchange> exchange;
        QString error;
    };
    const auto promise = promiseTo<Found>(
        context, [done = std::move(done)](const Found &found) { done(found.exchange, found.error); });
    d->post([this, id, promise] {
        Found found;
        found.exchange = d->file->exchange(id, found.error);
        fulfil(*promise, found);
    });
}

void HistoryStore::countShift(
    const QDateTime &since, const QDateTime &until, QObject *context, FiguresCallback done)
{
    const auto promise = promiseTo<ShiftFigures>(context, std::move(done));
    d->post([this, since, until, promise] { fulfil(*promise, d->file->ledger().countShift(since, until)); });
}

void HistoryStore::audit(const AuditNote &note, QObject *context, FinishCallback done)
{
    const auto promise = promiseTo<QString>(context, std::move(done));
    d->post([this, note, promise] { fulfil(*promise, d->file->ledger().audit(note)); });
}

void HistoryStore::readAudit(qint64 after, int limit, QObject *context, AuditCallback done)
{
    const auto promise = promiseTo<HistoryLedger::AuditPage>(context,
        [done = std::move(done)](const HistoryLedger::AuditPage &page) { done(page.entries, page.error); });
    d->post([this, after, limit, promise] { fulfil(*promise, d->file->ledger().readAudit(after, limit)); });
}

void HistoryStore::verifyAudit(const QByteArray &anchor, QObject *context, VerdictCallback done)
{
    const auto promise = promiseTo<AuditVerdict>(context, std::move(done));
    d->post([this, anchor, promise] { fulfil(*promise, d->file->ledger().verifyAudit(anchor)); });
}

void HistoryStore::purge(const PurgeWish &wish, QObject *context, PurgeCallback done)
{
    const auto promise = promiseTo<PurgeResult>(context, std::move(done));
    d->post([this, wish, promise] {
        const std::shared_ptr<Purge> purge = d->file->ledger().purge(wish);
        if (purge)
            return d->goOn(purge, promise);
        PurgeResult refused;
        refused.error = d->file->ledger().problem();
        fulfil(*promise, refused);
    });
}

void HistoryStore::erase(const QUuid &id, QObject *context, FinishCallback done)
{
    const auto promise = promiseTo<QString>(context, std::move(done));
    d->post([this, id, promise] { fulfil(*promise, d->file->erase(id)); });
}

void HistoryStore::setPatience(std::chrono::milliseconds patience)
{
    d->post([this, patience] { d->file->setPatience(patience); });
}

} // namespace faceid
