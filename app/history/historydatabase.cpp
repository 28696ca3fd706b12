#include "history/historydatabase.h"

#include <QCoreApplication>
#include <QSqlQuery>
#include <QUuid>

namespace faceid {

namespace {

/// Primary results of SQLite; the driver hands over extended ones, whose low byte this is.
enum SqliteResult { Busy = 5, Locked = 6, Corrupt = 11, Constraint = 19, NotADatabase = 26 };

int sqliteResult(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

} // namespace

HistoryDatabase::HistoryDatabase(const QString &path)
    : m_path(path)
    , m_name(QStringLiteral("history-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{ }

HistoryDatabase::~HistoryDatabase()
{
    connection().close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlDatabase HistoryDatabase::connection() const
{
    return QSqlDatabase::database(m_name, false);
}

QSqlError HistoryDatabase::open(std::chrono::milliseconds patience)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    database.setDatabaseName(m_path);
    if (!database.open())
        return database.lastError();
    setPatience(patience);
    // A row that was reported as saved survives a power cut (FULL), and a row that was deleted leaves nothing
    // behind in the file.
    const QSqlError error = run(QStringLiteral("PRAGMA synchronous = FULL"));
    return error.isValid() ? error : run(QStringLiteral("PRAGMA secure_delete = ON"));
}

void HistoryDatabase::setPatience(std::chrono::milliseconds patience)
{
    run(QStringLiteral("PRAGMA busy_timeout = %1").arg(patience.count()));
}

QSqlError HistoryDatabase::run(const QString &sql, const QVariantList &values, QSqlQuery *query) const
{
    QSqlQuery own(connection());
    QSqlQuery &used = query ? *query : own;
    if (!used.prepare(sql))
        return used.lastError();
    for (const QVariant &value : values)
        used.addBindValue(value);
    return used.exec() ? QSqlError() : used.lastError();
}

QSqlError HistoryDatabase::ask(const QString &sql, const QVariantList &values, QVariant &answer) const
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    const QSqlError error = run(sql, values, &query);
    answer = !error.isValid() && query.next() ? query.value(0) : QVariant();
    return error.isValid() ? error : query.lastError();
}

QSqlError HistoryDatabase::inTransaction(const std::function<QSqlError()> &work) const
{
    // IMMEDIATE: takes its turn to write at once. A transaction that reads first and writes later fails when
    // another program wrote in between, and no waiting helps.
    QSqlError error = run(QStringLiteral("BEGIN IMMEDIATE"));
    if (error.isValid())
        return error;
    error = work();
    if (!error.isValid())
        error = run(QStringLiteral("COMMIT"));
    if (error.isValid())
        run(QStringLiteral("ROLLBACK"));
    return error;
}

bool HistoryDatabase::isConstraint(const QSqlError &error)
{
    return sqliteResult(error) == Constraint;
}

QString HistoryDatabase::sentence(const QSqlError &error) const
{
    const auto say = [](const char *text) { return QCoreApplication::translate("History", text); };
    const QString words = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    if (!connection().isValid())
        return say(QT_TRANSLATE_NOOP(
            "History", "Qt's driver for SQLite is not installed (on Debian the package libqt6sql6-sqlite)."));
    switch (sqliteResult(error)) {
    case Busy:
    case Locked:
        return say(
            QT_TRANSLATE_NOOP("History", "Another program keeps the history file %1 to itself. Try again."))
            .arg(m_path);
    case Corrupt:
    case NotADatabase:
        return say(QT_TRANSLATE_NOOP("History",
                       "The history file %1 is damaged (%2). Move it away: a new one is made, and nothing is "
                       "deleted."))
            .arg(m_path, words);
    }
    return say(QT_TRANSLATE_NOOP(
                   "History", "The history file %1 cannot be written: %2. Check its rights and the disk."))
        .arg(m_path, words);
}

} // namespace faceid
