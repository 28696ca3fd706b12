#pragma once

#include "history/historystore.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

/// Calls of a HistoryStore that wait for the answer with the event loop turning, and a look into the file
/// from outside.
class HistoryBench
{
public:
    struct Begun
    {
        faceid::Journal::Begin result;
        QString detail;
    };

    explicit HistoryBench(const QString &path);

    faceid::HistoryStore &store() { return *m_store; }
    /// As opened() said; waits for it.
    int unfinished();
    QString openError();
    Begun begin(const faceid::Exchange &exchange);
    QString finish(const faceid::Exchange &exchange);
    QList<faceid::HistoryRow> rows(QString *error = nullptr);
    /// The row of that id; one without id when there is none.
    faceid::HistoryRow row(const QUuid &id);
    /// What is kept of that row's exchange.
    faceid::Exchange exchange(const QUuid &id);
    QString remark(const QUuid &id, const faceid::Remark &remark);
    QString audit(const faceid::AuditNote &note);
    faceid::AuditVerdict auditVerdict(const QByteArray &anchor = {});
    QList<faceid::AuditEntry> auditEntries();
    faceid::PurgeResult purge(const faceid::PurgeWish &wish);
    /// Ends the store; what was handed in is written.
    void close() { m_store.reset(); }

private:
    void awaitOpened();

    std::unique_ptr<faceid::HistoryStore> m_store;
    QObject m_context;
    std::optional<std::pair<int, QString>> m_opened;
};

/// A history file as SQLite alone sees it.
class RawHistory
{
public:
    explicit RawHistory(const QString &path);
    ~RawHistory();
    /// The first value of the first row; the error's text when it fails.
    QVariant ask(const QString &sql) const;

private:
    QString m_name;
};
