#pragma once

#include "history/audittrail.h"
#include "history/purge.h"
#include "history/shiftfigures.h"

#include <memory>

namespace faceid {

/// What goes over the history as a whole: the audit trail, the figures of a shift, and purges. Blocks, in the
/// thread of the HistoryFile that it belongs to.
class HistoryLedger
{
public:
    struct AuditPage
    {
        QList<AuditEntry> entries;
        QString error; ///< one sentence, translated
    };

    /// All of them outlive this. While \a problem, a sentence, is not empty, that is the answer to
    /// everything.
    HistoryLedger(const HistoryDatabase &database, RecordStore &records, const QString &problem);

    /// Writes \a note into the audit trail. Returns one sentence, translated; empty when it is written.
    QString audit(const AuditNote &note) const;
    AuditVerdict verifyAudit(const QByteArray &anchor) const;
    AuditPage readAudit(qint64 after, int limit) const;

    /// What was begun from \a since on and before \a until.
    ShiftFigures countShift(const QDateTime &since, const QDateTime &until) const;

    const QString &problem() const { return m_problem; }
    /// What carries \a wish out, step by step; null while there is a problem.
    std::unique_ptr<Purge> purge(const PurgeWish &wish);

private:
    const HistoryDatabase &m_database;
    RecordStore &m_records;
    const QString &m_problem;
    AuditTrail m_audit;
};

} // namespace faceid
