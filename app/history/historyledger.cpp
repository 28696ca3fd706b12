#include "history/historyledger.h"

namespace faceid {

HistoryLedger::HistoryLedger(const HistoryDatabase &database, RecordStore &records, const QString &problem)
    : m_database(database)
    , m_records(records)
    , m_problem(problem)
    , m_audit(database)
{ }

ShiftFigures HistoryLedger::countShift(const QDateTime &since, const QDateTime &until) const
{
    if (m_problem.isEmpty())
        return faceid::countShift(m_database, since, until);
    ShiftFigures figures;
    figures.error = m_problem;
    return figures;
}

QString HistoryLedger::audit(const AuditNote &note) const
{
    if (!m_problem.isEmpty())
        return m_problem;
    const QSqlError error = m_database.inTransaction([&] { return m_audit.append(note); });
    return error.isValid() ? m_audit.sentence(error) : QString();
}

AuditVerdict HistoryLedger::verifyAudit(const QByteArray &anchor) const
{
    if (m_problem.isEmpty())
        return m_audit.verify(anchor);
    AuditVerdict verdict;
    verdict.error = m_problem;
    return verdict;
}

HistoryLedger::AuditPage HistoryLedger::readAudit(qint64 after, int limit) const
{
    AuditPage page;
    page.error = m_problem;
    if (!m_problem.isEmpty())
        return page;
    const QSqlError error = m_audit.read(after, limit, page.entries);
    page.error = error.isValid() ? m_database.sentence(error) : QString();
    return page;
}

std::unique_ptr<Purge> HistoryLedger::purge(const PurgeWish &wish)
{
    return m_problem.isEmpty() ? std::make_unique<Purge>(m_database, m_records, m_audit, wish) : nullptr;
}

} // namespace faceid
