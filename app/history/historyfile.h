#pragma once

#include "client/journal.h"
#include "history/historydatabase.h"
#include "history/historylayout.h"
#include "history/historyledger.h"
#include "history/historyrows.h"
#include "history/owners.h"
#include "history/rescuefile.h"
#include "history/serialnumbers.h"

#include <chrono>

namespace faceid {

/// The history file itself: everything blocks, and everything happens in the one thread that made this.
///
/// Beside history.sqlite lie: history-owners/ (see Owners), history-rescue.jsonl and its reserve (see
/// RescueFile), and history.lock, held while a program opens the file or touches the rescue file.
class HistoryFile
{
public:
    struct Opened
    {
        int unfinished = 0; ///< rows that dead programs left Pending, and that are Unknown now
        QString error; ///< one sentence, translated
    };
    struct Begun
    {
        Journal::Begin result;
        QString detail; ///< one sentence, translated; the other row with DuplicateBizNo, untranslated
        qint64 number = 0; ///< of the row that was saved
    };
    struct Finished
    {
        bool isKept = false; ///< in the history or in the rescue file; false: begin() had saved nothing
        QString error; ///< one sentence, translated
        std::optional<HistoryRow> row; ///< as it is now; nothing where the history did not take it
    };

    /// A begin() or a finish() that is written together with others.
    struct Write
    {
        Exchange exchange;
        bool isEnd = false; ///< finish()
    };
    struct Written
    {
        Begun begun; ///< of a begin()
        Finished finished; ///< of a finish()
    };

    /// \a departures, which outlives this, is begun by open().
    HistoryFile(const QString &path, Departures &departures);
    static QString defaultPath();

    Opened open(const MigrationProgress &progress = [](qint64, qint64) {});
    Begun begin(const Exchange &pending);
    Finished finish(const Exchange &exchange);
    /// Carries all of \a writes out in their order and answers each, in one transaction: waiting for the disk
    /// takes longer than all the rest, and it is the same wait for one and for many. Should one of them fail,
    /// each is done by itself.
    QList<Written> write(const QList<Write> &writes);
    HistoryRows list(int limit) const;
    HistoryRows rowsBefore(qint64 before, int limit) const;
    HistoryRows rowsAt(const QList<qint64> &numbers) const;
    HistoryRows rowsOfToken(const QString &text) const;
    HistoryRows rowsOfBizNo(const QString &bizNo) const;
    /// See HistoryStore.
    HistoryRows serialHolder(const Exchange &like) const;
    /// See takeDown(). A copied token goes into the audit trail as well; rows and an error together mean that
    /// only this failed.
    HistoryRows remark(const QUuid &id, const Remark &remark);
    /// Deletes a row; its serial number stays taken. \return why it cannot be; empty when it is gone, now or
    /// before.
    QString erase(const QUuid &id);
    /// What is kept of a row's exchange; nothing when there is no such row, or \a error says why.
    std::optional<Exchange> exchange(const QUuid &id, QString &error) const;

    /// What goes over the history as a whole.
    HistoryLedger &ledger() { return m_ledger; }

    /// How long to wait for other programs that write at the same moment.
    void setPatience(std::chrono::milliseconds patience);

private:
    QString makeFile() const;
    QString openDatabase(const MigrationProgress &progress);
    QString takeInRescued();
    QSqlError takeIn(const schema::Record &record);
    int adoptOrphans();

    /// Why nothing can be begun; nothing when it can.
    std::optional<Begun> obstacle();
    Written alone(const Write &write);
    Written refused(const Write &write, const QSqlError &error) const;
    QSqlError begin(const Exchange &pending, Begun &begun);
    QSqlError finish(const Exchange &exchange, Finished &finished);
    QSqlError settle(
        const RecordStore::Stored &before, schema::Record after, std::optional<RecordStore::Stored> &now);
    QSqlError insert(schema::Record record);
    Finished rescue(const Exchange &exchange, const QString &why) const;

    QString m_path;
    QString m_lockPath;
    Departures &m_departures;
    Owners m_owners;
    HistoryDatabase m_database;
    RecordStore m_records;
    SerialNumbers m_serials;
    RescueFile m_rescue;
    QString m_problem; ///< why the file cannot be written; empty when it can
    bool m_isReadable = false;
    HistoryLedger m_ledger;
    std::chrono::milliseconds m_patience{3'000};
};

} // namespace faceid
