#include "history/historyfile.h"

#include "history/historylayout.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QStandardPaths>

#include <utility>

namespace faceid {

namespace {

using std::chrono::milliseconds;

constexpr QFile::Permissions ownerFile = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownerFolder = ownerFile | QFile::ExeOwner;
constexpr qsizetype maxRescuedBody = 4096; // the reserve is small, and a token is short

QString say(const char *text)
{
    return QCoreApplication::translate("History", text);
}

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

/// SQL condition: a row with the same serial number that forbids this request. For a first attempt it is any
/// that may have issued a token. A retry is made just because of such a row, knowingly, but not while another
/// attempt is still on its way.
QString inTheWayOf(const Exchange &pending)
{
    return pending.retryOf.isNull() ? schema::occupying()
                                    : QStringLiteral("outcome = '%1'").arg(outcomeName(Outcome::Pending));
}

} // namespace

HistoryFile::HistoryFile(const QString &path)
    : m_path(QFileInfo(path).absoluteFilePath())
    , m_lockPath(stemOf(m_path) + QStringLiteral(".lock"))
    , m_owners(stemOf(m_path) + QStringLiteral("-owners"))
    , m_database(m_path)
    , m_rescue(stemOf(m_path))
    , m_problem(QStringLiteral("not opened"))
{ }

QString HistoryFile::defaultPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("history.sqlite"));
}

HistoryFile::Opened HistoryFile::open()
{
    Opened result;
    m_problem = makeFile();
    if (m_problem.isEmpty()) {
        // Making the tables, changing to WAL and taking in what was left behind: one program after the other.
        FileLock turn(m_lockPath);
        if (!turn.lock(m_patience))
            m_problem = say(QT_TRANSLATE_NOOP(
                                "History", "Another program keeps the history file %1 to itself. Try again."))
                            .arg(m_path);
        if (m_problem.isEmpty())
            m_problem = openDatabase();
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
        return say(QT_TRANSLATE_NOOP("History",
                       "The folder %1 cannot be made or written to. Check its rights and the disk."))
            .arg(folder);
    if (m_path == QFileInfo(defaultPath()).absoluteFilePath())
        QFile::setPermissions(folder, ownerFolder); // ours alone, so it may be closed to others
    QFile file(m_path);
    if (!file.open(QFile::ReadWrite, ownerFile))
        return say(QT_TRANSLATE_NOOP("History",
                       "The history file %1 cannot be written: %2. Check its rights and the disk."))
            .arg(m_path, file.errorString());
    file.setPermissions(ownerFile);
    return {};
}

QString HistoryFile::openDatabase()
{
    if (!m_owners.enter())
        return say(
            QT_TRANSLATE_NOOP("History", "No lock file can be made in %1. Check its rights and the disk."))
            .arg(m_owners.folder());
    const QSqlError error = m_database.open(m_patience);
    return error.isValid() ? m_database.sentence(error) : prepareLayout(m_database);
}

/// Rows that the history did not take when they ended. What cannot be understood is put aside, never thrown
/// away. The caller holds the lock.
QString HistoryFile::takeInRescued() const
{
    if (!m_rescue.exists())
        return {};
    QList<QByteArray> lines;
    if (!m_rescue.read(lines))
        return say(QT_TRANSLATE_NOOP("History", "The rescue file %1 cannot be read.")).arg(m_rescue.path());
    bool isUnderstood = true;
    const QSqlError error = m_database.inTransaction([&] {
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
        return say(QT_TRANSLATE_NOOP("History", "The rescue file %1 cannot be moved.")).arg(m_rescue.path());
    return {};
}

QSqlError HistoryFile::takeIn(const schema::Record &record) const
{
    QVariant outcome;
    QSqlError error = m_database.ask(QStringLiteral("SELECT outcome FROM requests WHERE id = ?"),
        {record.at(schema::indexOf("id"))}, outcome);
    if (error.isValid())
        return error;
    if (!outcome.isValid())
        return insert(record);
    // What was settled in the meantime is newer than this line.
    const bool isOpen = outcome == outcomeName(Outcome::Pending) || outcome == outcomeName(Outcome::Unknown);
    bool isStored = false;
    return isOpen ? store(record, isStored) : QSqlError();
}

/// Requests whose program died before they ended: a token may have been issued for them.
int HistoryFile::adoptOrphans()
{
    int adopted = 0;
    const QString pending = outcomeName(Outcome::Pending);
    const QSqlError error = m_database.inTransaction([&] {
        QStringList dead;
        QSqlQuery query(m_database.connection());
        QSqlError failed = m_database.run(
            QStringLiteral("SELECT DISTINCT owner FROM requests WHERE outcome = ?"), {pending}, &query);
        while (!failed.isValid() && query.next()) {
            const QString owner = query.value(0).toString();
            if (!m_owners.isAlive(owner))
                dead.append(owner);
        }
        query.finish();
        for (const QString &owner : std::as_const(dead)) {
            failed = m_database.run(
                QStringLiteral("UPDATE requests SET outcome = ?, detail = ? WHERE outcome = ? AND owner = ?"),
                {outcomeName(Outcome::Unknown), QStringLiteral("the program ended before the request"),
                    pending, owner},
                &query);
            if (failed.isValid())
                return failed;
            adopted += query.numRowsAffected();
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

HistoryFile::Begun HistoryFile::begin(const Exchange &pending)
{
    using Begin = Journal::Begin;
    if (!m_problem.isEmpty())
        return {Begin::Unavailable, m_problem};
    if (!QFile::exists(m_path))
        return {Begin::Unavailable,
            say(QT_TRANSLATE_NOOP("History", "The history file %1 was removed. Start the program again."))
                .arg(m_path)};
    if (m_rescue.exists()) {
        FileLock turn(m_lockPath);
        if (turn.tryLock())
            takeInRescued(); // if it cannot be, it stays where it is
    }
    if (!m_rescue.reserve()) // a token that could be kept nowhere must not be asked for
        return {Begin::Unavailable,
            say(QT_TRANSLATE_NOOP("History", "Nothing more can be written beside %1. Is the disk full?"))
                .arg(m_path)};
    const schema::Record record = schema::recordOf(pending, m_owners.self());
    QVariant other;
    const QSqlError error = m_database.inTransaction([&] {
        QSqlError failed;
        if (!pending.bizNo.isEmpty())
            failed = m_database.ask(
                QStringLiteral(
                    "SELECT outcome || ' ' || id FROM requests WHERE service = ? AND biz_no = ? AND ")
                    + inTheWayOf(pending),
                {record.at(schema::indexOf("service")), pending.bizNo}, other);
        return failed.isValid() || other.isValid() ? failed
                                                   : m_database.run(schema::insertStatement(), record);
    });
    if (error.isValid())
        return {Begin::Unavailable, m_database.sentence(error)};
    if (other.isValid())
        return {Begin::DuplicateBizNo, other.toString()};
    return {Begin::Saved, {}};
}

HistoryFile::Finished HistoryFile::finish(const Exchange &exchange)
{
    const schema::Record record = schema::recordOf(exchange, m_owners.self());
    // Where begin() saved nothing, nothing was sent and there is nothing to save, unless there is a token.
    const bool hasToken = !exchange.reply.token.isEmpty();
    if (!m_problem.isEmpty())
        return hasToken ? rescue(record, m_problem) : Finished();
    bool isStored = false;
    const QSqlError error = m_database.inTransaction([&] {
        QSqlError failed = store(record, isStored);
        if (!failed.isValid() && !isStored && hasToken) {
            failed = insert(record);
            isStored = true;
        }
        return failed;
    });
    return error.isValid() ? rescue(record, m_database.sentence(error)) : Finished{isStored, {}};
}

/// Updates the row. Should its serial number be taken by now, the row becomes a retry of the one that has it:
/// two tokens under one number is bad, a token that is lost is worse.
QSqlError HistoryFile::store(schema::Record record, bool &isStored) const
{
    QSqlQuery query(m_database.connection());
    QSqlError error = m_database.run(schema::updateStatement(), schema::updateValues(record), &query);
    if (HistoryDatabase::isConstraint(error)) {
        const QStringList also{QStringLiteral("retry_of")};
        error = yieldTo(record);
        if (!error.isValid())
            error = m_database.run(schema::updateStatement(also), schema::updateValues(record, also), &query);
    }
    isStored = !error.isValid() && query.numRowsAffected() > 0;
    return error;
}

QSqlError HistoryFile::insert(schema::Record record) const
{
    QSqlError error = m_database.run(schema::insertStatement(), record);
    if (HistoryDatabase::isConstraint(error)) {
        error = yieldTo(record);
        if (!error.isValid())
            error = m_database.run(schema::insertStatement(), record);
    }
    return error;
}

/// Marks \a record as a retry of the row that has its serial number.
QSqlError HistoryFile::yieldTo(schema::Record &record) const
{
    QVariant holder;
    const QSqlError error =
        m_database.ask(QStringLiteral("SELECT id FROM requests WHERE service = ? AND biz_no = ? AND id <> ? "
                                      "AND retry_of IS NULL AND ")
                + schema::occupying(),
            {record.at(schema::indexOf("service")), record.at(schema::indexOf("biz_no")),
                record.at(schema::indexOf("id"))},
            holder);
    record[schema::indexOf("retry_of")] = holder;
    return error;
}

HistoryFile::Finished HistoryFile::rescue(const schema::Record &record, const QString &why) const
{
    schema::Record kept = record;
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
            say(QT_TRANSLATE_NOOP(
                    "History", "%1 The result is kept in %2 and is taken into the history later."))
                .arg(why, m_rescue.path())};
    return {false,
        say(QT_TRANSLATE_NOOP("History",
                "%1 The rescue file %2 cannot be written either: %3. Copy the token now, it is saved "
                "nowhere."))
            .arg(why, m_rescue.path(), failed)};
}

HistoryRows HistoryFile::list(int limit) const
{
    return m_problem.isEmpty() ? listRows(m_database, limit) : HistoryRows{{}, m_problem};
}

HistoryRows HistoryFile::remark(const QUuid &id, const Remark &remark) const
{
    return m_problem.isEmpty() ? takeDown(m_database, id, remark) : HistoryRows{{}, m_problem};
}

void HistoryFile::setPatience(milliseconds patience)
{
    m_patience = patience;
    m_database.setPatience(patience);
}

} // namespace faceid
