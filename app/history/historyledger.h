#pragma once

#include "history/audittrail.h"
#include "history/shiftfigures.h"

namespace faceid {

/// What goes over the history as a whole: the audit trail and the figures of a shift. Blocks, in the thread
/// of the HistoryFile that it belongs to.
class HistoryLedger
{
public:
    struct AuditPage
    {
        QList<AuditEntry> entries;
        QString error; ///< one sentence, translated
    };

    /// Both outlive this. While \a problem, a sentence, is not empty, that is the answer to everything.
    HistoryLedger(const HistoryDatabase &database, const QString &problem);

    /// Writes \a note into the audit trail. Returns one sentence, translated; empty when it is written.
    QString audit(const AuditNote &note) const;
    AuditVerdict verifyAudit(const QByteArray &anchor) const;
    AuditPage readAudit(qint64 after, int limit) const;

    /// What was begun from \a since on and before \a until.
    ShiftFigures countShift(const QDateTime &since, const QDateTime &until) const;

private:
    const HistoryDatabase &m_database;
    const QString &m_problem;
    AuditTrail m_audit;
};

} // namespace faceid
