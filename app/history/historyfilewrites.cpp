// What requests write into the history file, one by one or many at a time.

#include "history/historyfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace faceid {

namespace {

constexpr qsizetype maxRescuedBody = 4096; // the reserve is small, and a token is short

} // namespace

std::optional<HistoryFile::Begun> HistoryFile::obstacle()
{
    using Begin = Journal::Begin;
    if (!m_problem.isEmpty())
        return Begun{Begin::Unavailable, m_problem};
    if (!QFile::exists(m_path))
        return Begun{Begin::Unavailable,
            QCoreApplication::translate(
                "History", "The history file %1 was removed. Start the program again.")
                .arg(m_path)};
    if (m_rescue.exists()) {
        FileLock turn(m_lockPath);
        if (turn.tryLock())
            takeInRescued(); // if it cannot be, it stays where it is
    }
    if (!m_rescue.reserve()) // a token that could be kept nowhere must not be asked for
        return Begun{Begin::Unavailable,
            QCoreApplication::translate("History", "Nothing more can be written beside %1. Is the disk full?")
                .arg(m_path)};
    return {};
}

HistoryFile::Begun HistoryFile::begin(const Exchange &pending)
{
    if (const std::optional<Begun> refused = obstacle())
        return *refused;
    Begun begun;
    const QSqlError error = m_records.transaction([&] { return begin(pending, begun); });
    return error.isValid() ? Begun{Journal::Begin::Unavailable, m_database.sentence(error)} : begun;
}

/// In a transaction.
QSqlError HistoryFile::begin(const Exchange &pending, Begun &begun)
{
    const schema::Record record = schema::recordOf(pending, m_owners.self());
    QString other;
    QSqlError error;
    if (!pending.bizNo.isEmpty())
        error = m_serials.holder(record, other);
    begun = {Journal::Begin::DuplicateBizNo, other};
    if (error.isValid() || !other.isEmpty())
        return error;
    begun = {Journal::Begin::Saved, {}};
    return m_records.insert(record, begun.number);
}

HistoryFile::Finished HistoryFile::finish(const Exchange &exchange)
{
    // Where begin() saved nothing, nothing was sent and there is nothing to save, unless there is a token.
    if (!m_problem.isEmpty())
        return exchange.reply.token.isEmpty() ? Finished() : rescue(exchange, m_problem);
    Finished finished;
    const QSqlError error = m_records.transaction([&] { return finish(exchange, finished); });
    return error.isValid() ? rescue(exchange, m_database.sentence(error)) : finished;
}

/// In a transaction.
QSqlError HistoryFile::finish(const Exchange &exchange, Finished &finished)
{
    std::optional<RecordStore::Stored> now;
    QSqlError error = m_records.findOpen(exchange.id, now);
    if (!error.isValid() && now) {
        error = settle(*now, schema::ended(now->record, exchange), now);
    } else if (!error.isValid() && !exchange.reply.token.isEmpty()) {
        error = insert(schema::recordOf(exchange, m_owners.self()));
        if (!error.isValid())
            error = m_records.find(exchange.id, now);
    }
    finished = {now.has_value(), {}, {}};
    if (now) {
        finished.row = schema::rowFrom(now->record);
        finished.row->number = now->number;
    }
    return error;
}

QList<HistoryFile::Written> HistoryFile::write(const QList<Write> &writes)
{
    const bool anyBegins =
        std::any_of(writes.cbegin(), writes.cend(), [](const Write &write) { return !write.isEnd; });
    QList<Written> written;
    const auto together = [&] {
        for (const Write &write : writes) {
            Written &one = written.emplaceBack();
            const QSqlError error =
                write.isEnd ? finish(write.exchange, one.finished) : begin(write.exchange, one.begun);
            if (error.isValid())
                return error;
        }
        return QSqlError();
    };
    QSqlError error;
    const bool isTogether = writes.size() > 1 && m_problem.isEmpty() && !(anyBegins && obstacle());
    if (isTogether)
        error = m_records.transaction(together);
    if (isTogether && !error.isValid())
        return written;
    written.clear();
    for (const Write &write : writes)
        written.append(HistoryDatabase::isBusy(error) ? refused(write, error) : alone(write));
    return written;
}

HistoryFile::Written HistoryFile::alone(const Write &write)
{
    return write.isEnd ? Written{{}, finish(write.exchange)} : Written{begin(write.exchange), {}};
}

/// Nobody is made to wait for the file once more.
HistoryFile::Written HistoryFile::refused(const Write &write, const QSqlError &error) const
{
    const QString why = m_database.sentence(error);
    if (!write.isEnd)
        return {{Journal::Begin::Unavailable, why}, {}};
    return {{}, rescue(write.exchange, why)};
}

/// Writes how a request ended into its row \a before; \a now is the row then.
QSqlError HistoryFile::settle(
    const RecordStore::Stored &before, schema::Record after, std::optional<RecordStore::Stored> &now)
{
    const qint64 number = before.number;
    const QSqlError error = rewriteYielding(m_database, m_records, before, after);
    if (!error.isValid())
        now = RecordStore::Stored{number, after};
    return error;
}

QSqlError HistoryFile::insert(schema::Record record)
{
    qint64 number = 0;
    QSqlError error = m_records.insert(record, number);
    if (!HistoryDatabase::isConstraint(error))
        return error;
    QVariant holder;
    error = holderOf(m_database, record, holder);
    record[schema::indexOf("retry_of")] = holder;
    return error.isValid() ? error : m_records.insert(record, number);
}

HistoryFile::Finished HistoryFile::rescue(const Exchange &exchange, const QString &why) const
{
    schema::Record kept = schema::recordOf(exchange, m_owners.self());
    QVariant &body = kept[schema::indexOf("body")];
    body = body.toByteArray().first(qMin(body.toByteArray().size(), maxRescuedBody));
    FileLock turn(m_lockPath);
    // Without the lock, if somebody keeps it too long: a line that is taken in twice does no harm, and one
    // that is not written does.
    turn.lock(std::chrono::seconds(1));
    const QString failed =
        m_rescue.append(QJsonDocument(schema::toJson(kept)).toJson(QJsonDocument::Compact));
    if (failed.isEmpty())
        return {true,
            QCoreApplication::translate(
                "History", "%1 The result is kept in %2 and is taken into the history later.")
                .arg(why, m_rescue.path()),
            {}};
    return {false,
        QCoreApplication::translate("History",
            "%1 The rescue file %2 cannot be written either: %3. Copy the token now, it is saved "
            "nowhere.")
            .arg(why, m_rescue.path(), failed),
        {}};
}

} // namespace faceid
