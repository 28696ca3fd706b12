#pragma once

#include "export/outfile.h"
#include "history/audit.h"

#include <QObject>

namespace faceid {

class HistoryStore;

/// One entry of the audit trail as a record of CSV, and the names of its fields.
QByteArray auditCsv(const AuditEntry &entry);
QByteArray auditCsvHead();
/// The same as one line of JSON, with the very fields that the hash covers, so that anybody can follow the
/// chain.
QByteArray auditJson(const AuditEntry &entry);

/// Writes the whole audit trail into a file, as CSV, without holding all of it.
class AuditExport : public QObject
{
    Q_OBJECT

public:
    /// \a history must outlive this.
    AuditExport(HistoryStore &history, const QString &path, QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    /// \a error is one sentence, translated, and empty when all is written.
    void finished(const QString &error);

private:
    void goOn(qint64 after);

    HistoryStore &m_history;
    OutFile m_file;
};

} // namespace faceid
