#include "history/historyfile.h"

#include "places.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <utility>

namespace faceid {

namespace {

using std::chrono::milliseconds;

constexpr QFile::Permissions ownerFolder = ownerOnly | QFile::ExeOwner;

QString stemOf(const QString &path)
{
    const QFileInfo info(path);
    return info.path() + u'/' + info.completeBaseName();
}

/// Makes a folder that only its owner can look into, and those above it as usual. An existing one is left as
/// it is: it may be anybody's.
bool makeFolder(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return true;
    return QDir().mkpath(info.path()) && (QDir().mkdir(path, ownerFolder) || info.isDir());
}

} // namespace

HistoryFile::HistoryFile(const QString &path, Departures &departures)
    : m_path(QFileInfo(path).absoluteFilePath())
    , m_lockPath(stemOf(m_path) + QStringLiteral(".lock"))
    , m_departures(departures)
    , m_owners(stemOf(m_path) + QStringLiteral("-owners"))
    , m_database(m_path)
    , m_records(m_database)
    , m_serials(m_database)
    , m_rescue(stemOf(m_path))
    , m_problem(QStringLiteral("not opened"))
    , m_ledger(m_database, m_records, m_problem)
{ }

QString HistoryFile::defaultPath()
{
    return QDir(dataFolder()).filePath(QStringLiteral("history.sqlite"));
}

HistoryFile::Opened HistoryFile::open(const MigrationProgress &progress)
{
    Opened result;
    m_problem = makeFile();
    if (m_problem.isEmpty()) {
        // Making the tables, changing to WAL and taking in what was left behind: one program after the other.
        FileLock turn(m_lockPath);
        if (!turn.lock(m_patience))
            m_problem = QCoreApplication::translate(
                "History", "Another program keeps the history file %1 to itself. Try again.")
                            .arg(m_path);
        if (m_problem.isEmpty())
            m_problem = openDatabase(progress);
        if (m_problem.isEmpty())
            m_problem = takeInRescued();
        if (m_problem.isEmpty())
            result.unfinished = adoptOrphans();
    }
    result.error = m_problem;
    return result;
}

/// The folder and an empty file that only the owner can read, before SQLite makes one for everybody. Its
/// -wal and -shm take over the rights of this file.
QString HistoryFile::makeFile() const
{
    const QString folder = QFileInfo(m_path).path();
    if (!makeFolder(folder) || !makeFolder(m_owners.folder()))
        return QCoreApplication::translate(
            "History", "The folder %1 cannot be made or written to. Check its rights and the disk.")
            .arg(folder);
    if (m_path == QFileInfo(defaultPath()).absoluteFilePath())
        QFile::setPermissions(folder, ownerFolder); // ours alone, so it may be closed to others
    QFile file(m_path);
    if (!file.open(QFile::ReadWrite, ownerOnly))
        return QCoreApplication::translate(
            "History", "The history file %1 cannot be written: %2. Check its rights and the disk.")
            .arg(m_path, file.errorString());
    file.setPermissions(ownerOnly);
    return {};
}

QString HistoryFile::openDatabase(const MigrationProgress &progress)
{
    if (!m_owners.enter(m_departures))
        return QCoreApplication::translate(
            "History", "No lock file can be made in %1. Check its rights and the disk.")
            .arg(m_owners.folder());
    const QSqlError error = m_database.open(m_patience);
    if (error.isValid())
        return m_database.sentence(error);
    const LayoutState state = prepareLayout(m_database, m_records, progress);
    m_isReadable = state.problem.isEmpty() || state.isReadable;
    return state.problem;
}

/// Rows that the history did not take when they ended. What cannot be understood is put aside, never thrown
/// away. The caller holds the lock.
QString HistoryFile::takeInRescued()
{
    if (!m_rescue.exists())
        return {};
    QList<QByteArray> lines;
    if (!m_rescue.read(lines))
        return QCoreApplication::translate("History", "The rescue file %1 cannot be read.")
            .arg(m_rescue.path());
    bool isUnderstood = true;
    const QSqlError error = m_records.transaction([&] {
        for (const QByteArray &line : std::as_const(lines)) {
            const auto record = schema::recordFrom(QJsonDocument::fromJson(line).object());
            isUnderstood = isUnderstood && record;
            if (!record)
                continue;
            if (const QSqlError failed = takeIn(*record); failed.isValid())
                return failed;
        }
        return QSqlError();
    });
    if (error.isValid())
        return m_database.sentence(error);
    if (!(isUnderstood ? m_rescue.remove() : m_rescue.putAside()))
        return QCoreApplication::translate("History", "The rescue file %1 cannot be moved.")
            .arg(m_rescue.path());
    return {};
}

QSqlError HistoryFile::takeIn(const schema::Record &record)
{
    std::optional<RecordStore::Stored> known;
    const QSqlError error = m_records.find(QUuid(record.at(schema::indexOf("id")).toString()), known);
    if (error.isValid())
        return error;
    if (!known)
        return insert(record);
    // What was settled in the meantime is newer than this line.
    const QString outcome = known->record.at(schema::indexOf("outcome")).toString();
    const bool isOpen = outcome == outcomeName(Outcome::Pending) || outcome == outcomeName(Outcome::Unknown);
    return isOpen ? settle(*known, schema::ended(known->record, record), known) : QSqlError();
}

/// Requests whose program died before they ended: a token may have been issued for those that it had handed
/// over whole, and no other.
int HistoryFile::adoptOrphans()
{
    int adopted = 0;
    // Named, because SQLite would rather go through a million rows than sort the handful that there are.
    const QString pending = QStringLiteral("requests.number IN (SELECT number FROM requests INDEXED BY "
                                           "requests_pending WHERE outcome = %1)")
                                .arg(schema::outcomeCode(Outcome::Pending));
    const qsizetype owner = schema::indexOf("owner");
    const QSqlError error = m_records.transaction([&] {
        QList<RecordStore::Stored> orphans;
        QSqlError failed = m_records.each(pending, {}, [&](const RecordStore::Stored &stored) {
            if (!m_owners.isAlive(stored.record.at(owner).toString()))
                orphans.append(stored);
            return QSqlError();
        });
        for (const RecordStore::Stored &orphan : std::as_const(orphans)) {
            schema::Record ended = orphan.record;
            const bool isWhole = m_owners.mayHaveSent(
                ended.at(owner).toString(), QUuid(ended.at(schema::indexOf("id")).toString()));
            ended[schema::indexOf("outcome")] = outcomeName(isWhole ? Outcome::Unknown : Outcome::CutOff);
            ended[schema::indexOf("detail")] = QStringLiteral("the program ended before the request");
            if (!failed.isValid())
                failed = m_records.rewrite(orphan, ended);
            adopted += isWhole ? 1 : 0;
        }
        return failed;
    });
    if (error.isValid()) {
        m_problem = m_database.sentence(error);
        return 0;
    }
    m_owners.sweep();
    return adopted;
}

HistoryRows HistoryFile::list(int limit) const
{
    return m_isReadable ? listRows(m_database, limit) : HistoryRows{{}, m_problem};
}

HistoryRows HistoryFile::rowsBefore(qint64 before, int limit) const
{
    return m_isReadable ? faceid::rowsBefore(m_database, before, limit) : HistoryRows{{}, m_problem};
}

HistoryRows HistoryFile::rowsAt(const QList<qint64> &numbers) const
{
    HistoryRows found{{}, m_isReadable ? QString() : m_problem};
    const QSqlError error = m_isReadable ? readRows(m_database, numbers, found.rows) : QSqlError();
    if (error.isValid())
        found.error = m_database.sentence(error);
    return found;
}

HistoryRows HistoryFile::rowsOfToken(const QString &text) const
{
    return m_isReadable ? faceid::rowsOfToken(m_database, text) : HistoryRows{{}, m_problem};
}

HistoryRows HistoryFile::rowsOfBizNo(const QString &bizNo) const
{
    return m_isReadable ? faceid::rowsOfBizNo(m_database, bizNo) : HistoryRows{{}, m_problem};
}

HistoryRows HistoryFile::serialHolder(const Exchange &like) const
{
    if (!m_isReadable)
        return {{}, m_problem};
    QString who;
    std::optional<RecordStore::Stored> stored;
    QSqlError error = m_serials.holder(schema::recordOf(like, m_owners.self()), who);
    if (!error.isValid() && !who.isEmpty())
        error = m_records.find(QUuid(who.section(u' ', 1)), stored);
    if (error.isValid())
        return {{}, m_database.sentence(error)};
    if (who.isEmpty())
        return {};
    return {{stored ? schema::rowFrom(stored->record) : HistoryRow()}, {}};
}

HistoryRows HistoryFile::remark(const QUuid &id, const Remark &remark)
{
    if (!m_problem.isEmpty())
        return {{}, m_problem};
    HistoryRows changed = takeDown(m_database, m_records, id, remark);
    if (changed.error.isEmpty() && std::holds_alternative<CopiedRemark>(remark))
        changed.error = m_ledger.audit({Deed::Copy, schema::idText(id).toString(), QStringLiteral("token")});
    return changed;
}

std::optional<Exchange> HistoryFile::exchange(const QUuid &id, QString &error) const
{
    error = m_isReadable ? QString() : m_problem;
    std::optional<RecordStore::Stored> stored;
    const QSqlError failed = m_isReadable ? m_records.find(id, stored) : QSqlError();
    if (failed.isValid())
        error = m_database.sentence(failed);
    return stored ? std::optional(schema::exchangeOf(stored->record)) : std::nullopt;
}

QString HistoryFile::erase(const QUuid &id)
{
    if (!m_problem.isEmpty())
        return m_problem;
    bool isUnderWay = false;
    const QSqlError error = m_records.transaction([&] {
        std::optional<RecordStore::Stored> stored;
        QSqlError failed = m_records.find(id, stored);
        if (failed.isValid() || !stored)
            return failed;
        isUnderWay = schema::rowFrom(stored->record).outcome == Outcome::Pending;
        if (isUnderWay)
            return failed;
        failed = m_serials.spend(stored->record);
        return failed.isValid() ? failed : m_records.erase(*stored);
    });
    if (error.isValid())
        return m_database.sentence(error);
    return isUnderWay ? QCoreApplication::translate("History", "This request is still under way.")
                      : QString();
}

void HistoryFile::setPatience(milliseconds patience)
{
    m_patience = patience;
    m_database.setPatience(patience);
}

} // namespace faceid
