#include "batch/batchrun.h"

#include "batch/resultsheet.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace faceid {

namespace {

bool isSameFile(const QString &one, const QString &other)
{
    const QString known = QFileInfo(one).canonicalFilePath(); // also by a link; empty: there is none yet
    return QFileInfo(one).absoluteFilePath() == QFileInfo(other).absoluteFilePath()
        || (!known.isEmpty() && known == QFileInfo(other).canonicalFilePath());
}

} // namespace

BatchRun::BatchRun(const Wish &wish, TokenClient &client, HistoryStore &history, QObject *parent)
    : QObject(parent)
    , m_wish(wish)
    , m_client(client)
    , m_history(history)
    , m_lock(BatchPlan::pathOf(wish.sheet) + QStringLiteral(".lock"))
{ }

BatchRun::~BatchRun()
{
    if (m_lock.isLocked())
        m_lock.remove();
}

QString BatchRun::prepare(const SheetCheck &found)
{
    for (const QString &taken : {m_wish.sheet, BatchPlan::pathOf(m_wish.sheet)}) {
        if (isSameFile(m_wish.out, taken))
            return QCoreApplication::translate("Batch", "The results would overwrite %1.").arg(taken);
    }
    if (!m_lock.tryLock())
        return m_lock.isHeldElsewhere()
            ? QCoreApplication::translate("Batch", "Another program is at this sheet.")
            : QCoreApplication::translate("Batch", "No lock file can be made beside the sheet %1.")
                  .arg(m_wish.sheet);
    const QString service = BatchPlan::serviceOf(*m_wish.endpoint, m_wish.profile);
    const QString problem = m_wish.isResumed ? takeUpPlan(found, service) : makePlan(found, service);
    if (!problem.isEmpty())
        return problem;
    BatchRunner::Settings settings;
    settings.sheet = m_wish.sheet;
    settings.plan = m_plan;
    settings.profile = m_wish.profile;
    settings.parallel = m_wish.parallel;
    settings.isResumed = m_wish.isResumed;
    settings.deadline = m_wish.deadline;
    m_runner = std::make_unique<BatchRunner>(settings, m_client, m_history);
    connect(m_runner.get(), &BatchRunner::progressed, this, &BatchRun::progressed);
    connect(m_runner.get(), &BatchRunner::finished, this, &BatchRun::writeResults);
    return {};
}

QString BatchRun::makePlan(const SheetCheck &found, const QString &service)
{
    if (BatchPlan::exists(m_wish.sheet))
        return QCoreApplication::translate("Batch",
            "This sheet was begun before; going on with it sends no row twice. To send all rows again, "
            "as new requests, remove %1.")
            .arg(BatchPlan::pathOf(m_wish.sheet));
    m_plan.sheetHash = QString::fromLatin1(found.hash);
    m_plan.endpointId = m_wish.endpoint->id;
    m_plan.service = service;
    m_plan.seed = BatchPlan::freshSeed(*m_wish.endpoint);
    m_plan.rows = found.rows;
    m_plan.fixed = m_wish.fixed;
    const QString error = m_plan.save(m_wish.sheet);
    return error.isEmpty()
        ? QString()
        : QCoreApplication::translate("Batch", "The plan %1 cannot be written, so nothing is sent: %2")
              .arg(BatchPlan::pathOf(m_wish.sheet), error);
}

QString BatchRun::takeUpPlan(const SheetCheck &found, const QString &service)
{
    const auto loaded = BatchPlan::load(m_wish.sheet);
    if (const auto *error = std::get_if<QString>(&loaded))
        return QCoreApplication::translate("Batch", "There is nothing to resume: %1").arg(*error);
    m_plan = std::get<BatchPlan>(loaded);
    if (const QString problem = m_plan.changeProblem(found.hash); !problem.isEmpty())
        return problem;
    if (m_plan.endpointId != m_wish.endpoint->id || m_plan.service != service)
        return QCoreApplication::translate("Batch", "The batch was begun with %1 at %2: resume it there.")
            .arg(m_plan.endpointId, m_plan.service);
    return {};
}

void BatchRun::start()
{
    m_runner->start();
}

void BatchRun::pause()
{
    m_runner->pause();
}

void BatchRun::goOn()
{
    m_runner->goOn();
}

void BatchRun::endEarly()
{
    m_runner->endEarly();
}

void BatchRun::cancel()
{
    m_runner->cancel();
}

bool BatchRun::isPaused() const
{
    return m_runner->isPaused();
}

BatchProgress BatchRun::progress() const
{
    return m_runner->progress();
}

void BatchRun::writeResults(const QString &why)
{
    m_results = std::make_unique<ResultSheet>(ResultSheet::Settings{m_wish.sheet, m_wish.out, m_wish.qrFolder,
                                                  m_plan, m_wish.profile, m_runner->localProblems()},
        m_history);
    connect(m_results.get(), &ResultSheet::finished, this,
        [this, why](const QString &problem) { Q_EMIT finished(why, problem); });
    m_results->start();
}

} // namespace faceid
