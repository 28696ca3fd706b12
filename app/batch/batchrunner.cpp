#include "batch/batchrunner.h"

#include "batch/rowrequest.h"
#include "client/connections.h"
#include "client/tokenclient.h"
#include "client/tokenjob.h"
#include "client/worker.h"
#include "contract/refusal.h"
#include "history/historystore.h"

#include <QCoreApplication>

#include <algorithm>

namespace faceid {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds longestPause{60'000};
constexpr int maxAttempts = 3; // at a service that is away
constexpr int maxBusyAttempts = 20; // at one that says that it is busy
constexpr int hopeless = 3; // rows one after the other that end so: it is not the rows
constexpr qsizetype maxLocal = 1000;

/// Too much at one time, rather than too much of one person.
bool isBusy(const Refusal &refusal)
{
    return refusal.busy() && refusal.row->detail == ErrorDetail::None;
}

/// Not about the row: the next one will fare no better, and this one may when it is put right.
bool isAboutTheKey(const Refusal &refusal)
{
    return refusal.row && refusal.field.isEmpty()
        && (refusal.row->actor == Actor::Integrator || refusal.row->actor == Actor::AccountOwner);
}

Refusal refusalOf(const EndpointSpec &endpoint, int httpStatus, const QString &errorText)
{
    return explainRefusal(endpoint, httpStatus, errorText);
}

/// Nothing can be sent at all until somebody puts this right.
bool isHopeless(Stop stop)
{
    switch (stop) {
    case Stop::HistoryUnavailable:
    case Stop::NoSecret:
    case Stop::Address:
    case Stop::Policy:
    case Stop::Certificate:
    case Stop::Redirected:
        return true;
    case Stop::None:
    case Stop::Problems:
    case Stop::DuplicateBizNo:
    case Stop::Cancelled:
    case Stop::ConnectTimeout:
    case Stop::IdleTimeout:
    case Stop::Deadline:
    case Stop::AnswerTooLarge:
    case Stop::Network:
        break;
    }
    return false;
}

/// Whether a row that an earlier run has left so is sent now.
bool isToBeSent(const EndpointSpec &endpoint, const HistoryRow &row)
{
    switch (row.outcome) {
    case Outcome::NotSent:
    case Outcome::CutOff:
        return true;
    case Outcome::Refused: {
        const Refusal refusal = refusalOf(endpoint, row.httpStatus, row.errorText);
        return isBusy(refusal) || isAboutTheKey(refusal);
    }
    case Outcome::Unknown:
    case Outcome::ServerError:
        return row.resolution == Resolution::NotIssued;
    case Outcome::Issued:
    case Outcome::Pending: // of a program that still runs
        break;
    }
    return false;
}

} // namespace

BatchRunner::BatchRunner(
    const Settings &settings, TokenClient &client, HistoryStore &history, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_endpoint(*endpointById(settings.plan.endpointId))
    , m_client(client)
    , m_history(history)
    , m_connections(std::make_shared<Connections>())
    , m_pauseNow(settings.pause)
{
    m_progress.total = settings.plan.rows;
    m_holdUp.setSingleShot(true);
    connect(&m_holdUp, &QTimer::timeout, this, &BatchRunner::pump);
}

BatchRunner::~BatchRunner() = default;

void BatchRunner::start()
{
    m_clock.start();
    BatchSheet::Opened opened = BatchSheet::open(m_settings.sheet, m_endpoint, m_settings.plan.fixed);
    if (const auto *problem = std::get_if<QString>(&opened))
        m_why = *problem;
    else
        m_sheet = std::move(std::get<std::unique_ptr<BatchSheet>>(opened));
    m_isStopping = !m_sheet;
    QMetaObject::invokeMethod(this, &BatchRunner::pump, Qt::QueuedConnection);
}

void BatchRunner::pause()
{
    if (!m_isPaused)
        m_pauseClock.start();
    m_isPaused = true;
}

void BatchRunner::goOn()
{
    if (m_isPaused)
        m_pausedMs += m_pauseClock.elapsed();
    m_pauseClock.invalidate();
    m_isPaused = false;
    pump();
}

void BatchRunner::endEarly()
{
    stop(QCoreApplication::translate("Batch", "Stopped."));
}

void BatchRunner::cancel()
{
    stop(QCoreApplication::translate("Batch", "Cancelled."));
    const QSet<TokenJob *> jobs = m_jobs;
    for (TokenJob *job : jobs)
        job->cancel();
}

void BatchRunner::stop(const QString &why)
{
    if (!m_isStopping)
        m_why = why;
    m_isStopping = true;
    m_waiting.clear();
    m_holdUp.stop();
    QMetaObject::invokeMethod(this, &BatchRunner::pump, Qt::QueuedConnection);
}

void BatchRunner::pump()
{
    while (
        !m_isOver && m_active < m_settings.parallel && !m_holdUp.isActive() && !m_isPaused && !m_isStopping) {
        const WorkPtr work = nextWork();
        if (!work)
            break;
        ++m_active;
        begin(work);
    }
    finishIfDone();
}

BatchRunner::WorkPtr BatchRunner::nextWork()
{
    if (!m_waiting.isEmpty())
        return m_waiting.takeFirst();
    auto work = std::make_shared<Work>();
    if (m_isAtEnd || !m_sheet->next(work->row)) {
        m_isAtEnd = true;
        if (m_why.isEmpty())
            m_why = m_sheet->error();
        return nullptr;
    }
    const QString own = uniqueText(m_endpoint, work->row.texts);
    work->bizNo = own.isEmpty() ? m_settings.plan.bizNo(work->row.number) : own;
    return work;
}

void BatchRunner::begin(const WorkPtr &work)
{
    if (!m_settings.isResumed || work->attempts > 0)
        return prepare(work);
    m_history.rowsOfBizNo(
        work->bizNo, this, [this, work](const QList<HistoryRow> &rows, const QString &error) {
            if (error.isEmpty())
                return decide(work, rows);
            --m_active;
            stop(error);
        });
}

/// By what an earlier run has left of the row.
void BatchRunner::decide(const WorkPtr &work, const QList<HistoryRow> &rows)
{
    if (rows.isEmpty() || isToBeSent(m_endpoint, rows.constFirst()))
        return prepare(work);
    --m_active;
    count(rows.constFirst().outcome, true);
    pump();
}

void BatchRunner::prepare(const WorkPtr &work)
{
    runOnWorker(
        this,
        [endpoint = &m_endpoint, folder = m_sheet->folder(), columns = m_sheet->columns(), work] {
            return rowRequest(*endpoint, folder, columns, work->row, work->bizNo);
        },
        [this, work](const RowRequest &request) { send(work, request); });
}

void BatchRunner::send(const WorkPtr &work, const RowRequest &request)
{
    const auto refusal = std::find_if(request.problems.cbegin(), request.problems.cend(),
        [](const CellProblem &problem) { return problem.isRefusal; });
    if (m_isStopping || refusal != request.problems.cend()) {
        --m_active;
        if (!m_isStopping) { // a photo has changed since the check
            if (m_local.size() < maxLocal)
                m_local.insert(work->row.number, refusal->column + QStringLiteral(": ") + refusal->message);
            count(Outcome::NotSent, false);
        }
        return pump();
    }
    TokenRequest wish;
    wish.endpoint = &m_endpoint;
    wish.parts = request.parts;
    wish.profile = m_settings.profile;
    wish.deadline = m_settings.deadline;
    wish.connections = m_connections;
    // Not as a retry, also when it is one: so the history itself refuses a second one under the same number.
    TokenJob *job = m_client.send(wish);
    m_jobs.insert(job);
    connect(job, &TokenJob::finished, this, [this, job, work](const Exchange &exchange) {
        m_jobs.remove(job);
        --m_active;
        handle(work, exchange);
        pump();
    });
}

void BatchRunner::handle(const WorkPtr &work, const Exchange &exchange)
{
    if (!exchange.notSaved.isEmpty())
        stop(QCoreApplication::translate("Batch", "The history could not be updated: %1")
                 .arg(exchange.notSaved));
    if (isHopeless(exchange.stop))
        stop(stopSentence(exchange));
    switch (exchange.outcome) {
    case Outcome::Refused:
        return handleRefusal(work, exchange);
    case Outcome::NotSent:
    case Outcome::CutOff:
        return handleNotSent(work, exchange);
    case Outcome::Issued:
        m_pauseNow = m_settings.pause;
        m_keyRefusals = m_lostRows = m_unclearRows = 0;
        break;
    case Outcome::Unknown:
    case Outcome::ServerError:
    case Outcome::Pending:
        ++m_unclearRows;
        break;
    }
    count(exchange.outcome, false);
    // One short break can be at no more rows than were under way.
    if (m_unclearRows >= m_settings.parallel + hopeless)
        stop(QCoreApplication::translate("Batch",
            "The service gives no clear answer any more; of each of the last rows a token may have been issued."));
}

void BatchRunner::handleRefusal(const WorkPtr &work, const Exchange &exchange)
{
    const Refusal refusal = refusalOf(m_endpoint, exchange.reply.httpStatus, exchange.reply.errorText);
    m_lostRows = m_unclearRows = 0;
    if (isBusy(refusal) && work->attempts + 1 < maxBusyAttempts) {
        return again(work, std::chrono::seconds(exchange.reply.retryAfterSeconds.value_or(0)));
    }
    m_keyRefusals = isAboutTheKey(refusal) ? m_keyRefusals + 1 : 0;
    count(exchange.outcome, false);
    if (m_keyRefusals >= hopeless)
        stop(QCoreApplication::translate("Batch", "The service refuses every row: %1 %2")
                 .arg(refusal.code, refusal.meaning()));
}

void BatchRunner::handleNotSent(const WorkPtr &work, const Exchange &exchange)
{
    const bool isLost = exchange.stop == Stop::Network || exchange.stop == Stop::ConnectTimeout
        || exchange.stop == Stop::IdleTimeout || exchange.stop == Stop::Deadline;
    if (m_isStopping && !isLost)
        return; // this row waits for the next run
    if (isLost && work->attempts + 1 < maxAttempts)
        return again(work, milliseconds(0));
    if (m_local.size() < maxLocal)
        m_local.insert(work->row.number, stopSentence(exchange));
    count(exchange.outcome, false);
    m_lostRows = isLost ? m_lostRows + 1 : 0;
    if (m_lostRows >= hopeless)
        stop(stopSentence(exchange));
}

/// Nothing is sent for a while, at least as long as \a asked; then this row first. The whiles grow, once for
/// all rows that come back in one of them.
void BatchRunner::again(const WorkPtr &work, milliseconds asked)
{
    if (m_isStopping)
        return;
    ++work->attempts;
    m_waiting.append(work);
    milliseconds pause = std::min(asked, longestPause);
    if (!m_holdUp.isActive()) {
        pause = std::max(pause, m_pauseNow);
        m_pauseNow = std::min(m_pauseNow * 2, longestPause);
    }
    if (!m_holdUp.isActive() || pause > m_holdUp.remainingTimeAsDuration())
        m_holdUp.start(pause);
    report();
}

void BatchRunner::count(Outcome outcome, bool isEarlier)
{
    switch (outcome) {
    case Outcome::Issued:
        ++m_progress.issued;
        break;
    case Outcome::Refused:
        ++m_progress.refused;
        break;
    case Outcome::NotSent:
    case Outcome::CutOff:
        ++m_progress.notSent;
        break;
    case Outcome::Unknown:
    case Outcome::ServerError:
    case Outcome::Pending:
        ++m_progress.unknown;
        break;
    }
    m_progress.earlier += isEarlier ? 1 : 0;
    report();
}

BatchProgress BatchRunner::progress() const
{
    BatchProgress now = m_progress;
    now.underWay = m_active;
    const qint64 paused = m_pausedMs + (m_pauseClock.isValid() ? m_pauseClock.elapsed() : 0);
    const double seconds = m_clock.isValid() ? double(m_clock.elapsed() - paused) / 1000 : 0;
    now.perSecond = seconds > 0 ? (now.done() - now.earlier) / seconds : 0;
    const int left = now.total - now.done();
    now.secondsLeft = m_isOver ? 0 : now.perSecond > 0 ? qint64(left / now.perSecond) + 1 : -1;
    now.backOffSeconds = m_holdUp.isActive() ? (m_holdUp.remainingTime() + 999) / 1000 : 0;
    return now;
}

void BatchRunner::report()
{
    Q_EMIT progressed(progress());
}

void BatchRunner::finishIfDone()
{
    const bool isThrough = m_isStopping || (m_isAtEnd && m_waiting.isEmpty());
    if (m_isOver || m_active > 0 || !isThrough)
        return;
    m_isOver = true;
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(m_why); }, Qt::QueuedConnection);
}

} // namespace faceid
