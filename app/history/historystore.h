#pragma once

#include "client/journal.h"
#include "history/audit.h"
#include "history/purgewish.h"
#include "history/remark.h"
#include "history/shiftfigures.h"

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace faceid {

/// The history file. All SQL runs in a thread of its own; every call answers by a callback in the caller's
/// context.
///
/// SQLite in WAL mode with full sync: a row that begin() reported as saved survives a kill and a power cut.
/// begin() and finish() that wait at the same time are written in one transaction.
/// Several programs may use the same file at the same time. What finish() cannot save goes into
/// history-rescue.jsonl beside the file and is taken in by the next program that opens it, or the next
/// begin(); the error names that file.
///
/// Call every function in the thread of its context.
class HistoryStore : public QObject, public Journal
{
    Q_OBJECT

public:
    using ExchangeCallback = std::function<void(const std::optional<Exchange> &, const QString &error)>;
    using FiguresCallback = std::function<void(const ShiftFigures &)>;
    using PurgeCallback = std::function<void(const PurgeResult &)>;
    using RowsCallback = std::function<void(const QList<HistoryRow> &, const QString &error)>;

    /// Opens (or makes) \a path in the background; opened() says how that went. Requests made before are
    /// answered after.
    explicit HistoryStore(const QString &path, QObject *parent = nullptr);
    ~HistoryStore() override; ///< waits until what was handed in is written

    QString path() const { return m_path; }
    /// Where the history lies by default: history.sqlite in the program's XDG data directory.
    static QString defaultPath();

    void begin(const Exchange &pending, QObject *context, BeginCallback done) override;
    void depart(const QUuid &id) override;
    void finish(const Exchange &exchange, QObject *context, FinishCallback done) override;

    /// The newest \a limit rows, newest first.
    void list(int limit, QObject *context, RowsCallback done);

    /// What is kept of the exchange of the row \a id, redacted; nothing when there is no such row.
    void exchange(const QUuid &id, QObject *context, ExchangeCallback done);
    /// At most \a limit rows whose number is below \a before, the last made first; 0: from the last one on.
    /// For who goes through all of them.
    void page(qint64 before, int limit, QObject *context, RowsCallback done);
    /// The rows of those numbers, in their order; without those that are gone.
    void rowsAt(const QList<qint64> &numbers, QObject *context, RowsCallback done);
    /// The rows that have \a text as their token or request_id, newest first.
    void rowsOfToken(const QString &text, QObject *context, RowsCallback done);
    /// The rows with that serial number that may have issued a token, newest first; when there are none, all
    /// of that number.
    void rowsOfBizNo(const QString &bizNo, QObject *context, RowsCallback done);

    /// Finds the row that is in the way of another request to the address of \a like with its serial number:
    /// begin() would answer DuplicateBizNo. A row without an id stands for one that has been deleted; nothing
    /// when the number is free.
    void serialHolder(const Exchange &like, QObject *context, RowsCallback done);

    /// Counts what was begun from \a since on and before \a until.
    void countShift(const QDateTime &since, const QDateTime &until, QObject *context, FiguresCallback done);

    /// Takes down what an operator found out about a row of this program or any other; see takeDown().
    /// \a done gets one sentence, translated, that is empty when it is saved. changed() follows.
    void remark(const QUuid &id, const Remark &remark, QObject *context, FinishCallback done);

    using AuditCallback = std::function<void(const QList<AuditEntry> &, const QString &error)>;
    using VerdictCallback = std::function<void(const AuditVerdict &)>;

    /// Writes \a note into the audit trail; see AuditTrail. \a done gets one sentence, translated, that is
    /// empty when it is written.
    void audit(const AuditNote &note, QObject *context, FinishCallback done);
    /// At most \a limit entries of it behind the number \a after, oldest first.
    void readAudit(qint64 after, int limit, QObject *context, AuditCallback done);
    void verifyAudit(const QByteArray &anchor, QObject *context, VerdictCallback done);

    /// Erases for good what \a wish says; see Purge. Other calls are answered in between, but for the time
    /// that it takes to write the file anew. purged() comes before the answer.
    void purge(const PurgeWish &wish, QObject *context, PurgeCallback done);
    /// Deletes a row for good, all of it or nothing; a request under way is not deleted. Where it may have
    /// issued a token, its serial number stays taken.
    void erase(const QUuid &id, QObject *context, FinishCallback done);

    /// How long to wait while another program keeps the file to itself, before begin() answers Unavailable
    /// and finish() falls back on the rescue file; 3 s unless a test says otherwise.
    void setPatience(std::chrono::milliseconds patience);

Q_SIGNALS:
    /// Before opened(), from time to time: a large file of an older version is being brought to this one.
    void migrating(qint64 done, qint64 all);
    /// Once. \a unfinished counts the rows that an earlier run left Pending and that are Unknown now. With
    /// an error nothing can be written: begin() answers Unavailable. A file of a newer version can still be
    /// listed.
    void opened(int unfinished, const QString &error);
    /// A row was added or changed by this program; before the callback of the call that did it.
    void changed(const faceid::HistoryRow &row);
    /// Rows have lost what is personal, or are gone: whoever shows rows asks for them again.
    void purged();

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    struct Private;
    const QString m_path;
    std::unique_ptr<Private> d;
};

} // namespace faceid
