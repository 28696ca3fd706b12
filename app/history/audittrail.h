#pragma once

#include "history/audit.h"
#include "history/historydatabase.h"

#include <QList>

namespace faceid {

/// The audit trail: append-only, each entry chained to the one before.
///
/// A table of its own in the history's file, because there it is written in the same transaction as the deed,
/// and its chain is extended by one program at a time like everything else in that file. It is made when it
/// is first needed, in a file of any layout, and no layout ever changes it. What cannot be seen from the
/// chain alone, an end cut off with all its traces, shows when verify() is given a hash written down before.
class AuditTrail
{
public:
    /// \a database must outlive this.
    explicit AuditTrail(const HistoryDatabase &database);

    /// Adds an entry. To be called in a transaction.
    QSqlError append(const AuditNote &note) const;
    /// The same, without spoiling the transaction when it fails.
    QSqlError tryAppend(const AuditNote &note) const;
    /// At most \a limit entries behind the number \a after, oldest first.
    QSqlError read(qint64 after, int limit, QList<AuditEntry> &entries) const;
    /// Reads all of it. With \a anchor, a hash, there must be an entry that has it.
    AuditVerdict verify(const QByteArray &anchor) const;

    /// That \a error kept an entry from being written, translated.
    QString sentence(const QSqlError &error) const;

private:
    QSqlError prepare() const;
    QSqlError isThere(bool &there) const;
    QSqlError lastNumberGiven(qint64 &number) const;

    const HistoryDatabase &m_database;
};

} // namespace faceid
