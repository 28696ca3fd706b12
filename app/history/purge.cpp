#include "history/purge.h"

#include "history/serialnumbers.h"
#include "places.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

namespace faceid {

namespace {

// How many row numbers are looked at in one step follows how long the last one took: a request waits for the
// step that is under way.
constexpr qint64 smallestSlice = 100;
constexpr qint64 largestSlice = 4000;
constexpr std::chrono::milliseconds longStep(150);
constexpr int mergedPages = 400; // of the search index, in one step

QString named(const char *column)
{
    return QStringLiteral("requests.%1 IS NOT NULL").arg(QLatin1String(column));
}

/// SQL condition on requests: something personal is in the row.
QString isPersonal()
{
    QStringList conditions{
        QStringLiteral("EXISTS (SELECT 1 FROM details WHERE details.number = requests.number)"),
        QStringLiteral(
            "EXISTS (SELECT 1 FROM endings WHERE endings.id = requests.ending AND error_text <> '')")};
    for (const qsizetype place : schema::personalColumns()) {
        const schema::Column &column = schema::columns()[size_t(place)];
        if (column.place == schema::Column::Place::Row)
            conditions.append(named(column.name));
    }
    return QStringLiteral("(%1)").arg(conditions.join(QStringLiteral(" OR ")));
}

QString markerOf(const QString &path)
{
    const QFileInfo file(path);
    return QStringLiteral("%1/%2-purging").arg(file.path(), file.completeBaseName());
}

schema::Record withoutPersonal(schema::Record record)
{
    for (const qsizetype place : schema::personalColumns())
        record[place] = schema::nothing(schema::columns()[size_t(place)]);
    return record;
}

QString day(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

} // namespace

Purge::Purge(
    const HistoryDatabase &database, RecordStore &records, const AuditTrail &audit, const PurgeWish &wish)
    : m_database(database)
    , m_records(records)
    , m_audit(audit)
    , m_wish(wish)
    , m_marker(markerOf(database.path()))
    , m_slice(smallestSlice)
    , m_cleaner(database)
{ }

bool Purge::step()
{
    QSqlError error;
    switch (m_phase) {
    case Phase::Count:
        error = countUnreachable();
        m_phase = Phase::Rows;
        break;
    case Phase::Rows:
        error = eraseSlice();
        if (m_done >= m_last)
            m_phase = Phase::Traces;
        break;
    case Phase::Traces:
        error = writeDown();
        m_phase = leavesTraces() ? Phase::Index : Phase::Copies;
        break;
    case Phase::Index:
        error = mergeIndex();
        break;
    case Phase::Copies:
        removeCopies();
        m_phase = leavesTraces() ? Phase::File : Phase::Done;
        m_result.isTraceless = m_phase == Phase::Done;
        break;
    case Phase::File:
        error = m_cleaner.isPossible() ? cleanFile() : rewriteFile();
        break;
    case Phase::Done:
        break;
    }
    if (error.isValid()) {
        m_result.error = m_database.sentence(error);
        m_phase = Phase::Done;
    }
    return m_phase != Phase::Done;
}

QSqlError Purge::countUnreachable()
{
    QVariant last;
    QSqlError error = m_database.ask(QStringLiteral("SELECT max(number) FROM requests"), {}, last);
    m_last = last.toLongLong();
    if (error.isValid() || !m_wish.person)
        return error;
    QVariant unknown;
    const QDateTime &since = m_wish.person->since;
    error = m_database.ask(QStringLiteral("SELECT count(*) FROM requests WHERE person IS NOT NULL AND (? OR "
                                          "(name_key IS NULL AND number_key IS NULL) OR started_at < ?)"),
        {m_wish.person->name.isEmpty() ? 1 : 0, since.isValid() ? since.toMSecsSinceEpoch() : 0}, unknown);
    m_result.unreachable = unknown.toLongLong();
    return error;
}

/// SQL condition on requests for rows that go as a whole; empty when none do.
QString Purge::wholeRows() const
{
    return m_wish.rowsBefore
        ? QStringLiteral("requests.started_at < %1").arg(m_wish.rowsBefore->toMSecsSinceEpoch())
        : QString();
}

/// The same for rows that lose what is personal.
QString Purge::personalRows() const
{
    QStringList conditions;
    if (m_wish.personalBefore)
        conditions.append(
            QStringLiteral("requests.started_at < %1").arg(m_wish.personalBefore->toMSecsSinceEpoch()));
    if (m_wish.person) // the values are bound in eraseSlice()
        conditions.append(QStringLiteral("requests.number IN (%1)").arg(rowsOfPerson(*m_wish.person).sql));
    return conditions.isEmpty()
        ? QString()
        : QStringLiteral("((%1) AND %2)").arg(conditions.join(QStringLiteral(" OR ")), isPersonal());
}

QSqlError Purge::eraseSlice()
{
    QStringList conditions{wholeRows(), personalRows()};
    conditions.removeAll(QString());
    if (conditions.isEmpty()) {
        m_done = m_last;
        return {};
    }
    QElapsedTimer clock;
    clock.start();
    const qint64 until = m_done + m_slice;
    QVariantList values{m_done, until, schema::outcomeCode(Outcome::Pending)};
    if (m_wish.person)
        values += rowsOfPerson(*m_wish.person).values;
    const PurgeResult before = m_result;
    const QSqlError error = m_records.transaction([&] {
        QList<RecordStore::Stored> found;
        QSqlError failed = m_records.each(
            QStringLiteral("requests.number > ? AND requests.number <= ? AND requests.outcome <> ? AND (%1)")
                .arg(conditions.join(QStringLiteral(" OR "))),
            values, [&found](const RecordStore::Stored &row) {
                found.append(row);
                return QSqlError();
            });
        if (!found.isEmpty()) // should it not be made, a kill in the next seconds leaves traces, and no more
            QFile(m_marker).open(QFile::WriteOnly, ownerOnly);
        for (qsizetype i = 0; i < found.size() && !failed.isValid(); ++i)
            failed = eraseOne(found.at(i));
        return failed;
    });
    if (error.isValid())
        m_result = before;
    m_done = until;
    m_slice = clock.hasExpired(longStep.count()) ? std::max(smallestSlice, m_slice / 2)
                                                 : std::min(largestSlice, m_slice * 2);
    return error;
}

QSqlError Purge::eraseOne(const RecordStore::Stored &row)
{
    const QDateTime started =
        QDateTime::fromMSecsSinceEpoch(row.record.at(schema::indexOf("started_at")).toLongLong(), Qt::UTC);
    if (m_wish.rowsBefore && started < *m_wish.rowsBefore) {
        ++m_result.rows;
        return m_records.erase(row);
    }
    ++m_result.personal;
    // All that is packed in the detail is personal or worth nothing without it.
    const QSqlError error = m_records.rewrite(row, withoutPersonal(row.record));
    return error.isValid()
        ? error
        : m_database.run(QStringLiteral("DELETE FROM details WHERE number = ?"), {row.number});
}

/// What no row shares any more goes, and the deed is written down with it.
QSqlError Purge::writeDown()
{
    QStringList what;
    if (m_wish.person)
        what.append(QStringLiteral("personal data of one person"));
    if (m_wish.personalBefore)
        what.append(QStringLiteral("personal data before %1").arg(day(*m_wish.personalBefore)));
    if (m_wish.rowsBefore)
        what.append(QStringLiteral("rows before %1").arg(day(*m_wish.rowsBefore)));
    const QString detail =
        QStringLiteral("%1%2: personal data of %3, %4 rows")
            .arg(m_wish.isByHand ? QString() : QStringLiteral("retention, "), what.join(QStringLiteral(", ")))
            .arg(m_result.personal)
            .arg(m_result.rows);
    QSqlError unwritten;
    const QSqlError error = m_records.transaction([&] {
        if (m_wish.isByHand || isChanged())
            unwritten = m_audit.tryAppend({Deed::Purge, {}, detail});
        const QSqlError failed = isChanged() ? m_records.sweep() : QSqlError();
        return failed.isValid() || !m_wish.rowsBefore
            ? failed
            : SerialNumbers(m_database).forgetBefore(*m_wish.rowsBefore);
    });
    if (unwritten.isValid()) // the purge goes on; that it is not written down is said
        m_result.error = m_audit.sentence(unwritten);
    return error;
}

/// The index forgets words only when it merges its parts; all of them, in bites.
QSqlError Purge::mergeIndex()
{
    QVariant before;
    QVariant after;
    const QString changes = QStringLiteral("SELECT total_changes()");
    QSqlError error = m_database.ask(changes, {}, before);
    if (!error.isValid())
        error = m_database.run(QStringLiteral("INSERT INTO search (search, rank) VALUES ('merge', ?)"),
            {m_isMerging ? mergedPages : -mergedPages}); // negative: begins with everything
    if (!error.isValid())
        error = m_database.ask(changes, {}, after);
    m_isMerging = true;
    if (after.toLongLong() - before.toLongLong() < 2) // as FTS5 documents the end of it
        m_phase = Phase::Copies;
    return error;
}

bool Purge::leavesTraces() const
{
    return isChanged() || m_wish.isByHand || QFile::exists(m_marker);
}

/// Overwriting what is deleted is not enough: pages that were split or joined keep copies of rows that have
/// moved.
QSqlError Purge::cleanFile()
{
    PageCleaner::State state = PageCleaner::State::More;
    const QSqlError error = m_cleaner.step(state);
    switch (state) {
    case PageCleaner::State::More:
        m_blocked = {};
        break;
    case PageCleaner::State::Blocked:
        m_blocked += PageCleaner::patience;
        if (m_blocked >= m_database.patience())
            m_phase = Phase::Done;
        break;
    case PageCleaner::State::Done:
        noteTraceless();
        break;
    }
    return error;
}

/// The same by a new file, where that is the only way. The log is emptied into it.
QSqlError Purge::rewriteFile()
{
    QSqlError error = m_database.run(QStringLiteral("VACUUM"));
    QVariantList checkpoint;
    if (!error.isValid())
        error = m_database.askRow(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"), {}, checkpoint);
    m_phase = Phase::Done;
    if (!error.isValid() && checkpoint.value(0).toInt() == 0)
        noteTraceless();
    return error;
}

void Purge::noteTraceless()
{
    m_result.isTraceless = true;
    m_phase = Phase::Done;
    QFile::remove(m_marker);
}

/// Backups from before a migration, and lines of a rescue file that nobody could read, hold the same persons.
/// They have no keys by which one person's rows could be told apart, so a purge by hand takes them whole; the
/// retention does when they are old enough.
void Purge::removeCopies() const
{
    const QFileInfo file(m_database.path());
    const QString stem = file.completeBaseName();
    const QFileInfoList copies =
        QDir(file.path())
            .entryInfoList(
                {stem + QStringLiteral(".v*.sqlite*"), stem + QStringLiteral("-rescue-*")}, QDir::Files);
    for (const QFileInfo &copy : copies) {
        const bool isOld = m_wish.personalBefore && copy.lastModified() < *m_wish.personalBefore;
        if (m_wish.isByHand || isOld)
            QFile::remove(copy.filePath());
    }
}

} // namespace faceid
