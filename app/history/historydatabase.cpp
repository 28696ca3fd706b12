#include "history/historydatabase.h"

#include <QCoreApplication>
#include <QSqlRecord>
#include <QUuid>

namespace faceid {

namespace {

/// Primary results of SQLite; the driver hands over extended ones, whose low byte this is.
enum SqliteResult { Busy = 5, Locked = 6, Corrupt = 11, Constraint = 19, NotADatabase = 26 };

int sqliteResult(const QSqlError &error)
{
    return error.nativeErrorCode().toInt() & 0xff;
}

QSqlError execute(QSqlQuery &query, const QVariantList &values)
{
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(int(i), values.at(i));
    return query.exec() ? QSqlError() : query.lastError();
}

QVariantList valuesOf(const QSqlQuery &query, int columns)
{
    QVariantList values;
    values.reserve(columns);
    for (int column = 0; column < columns; ++column)
        values.append(query.value(column));
    return values;
}

} // namespace

HistoryDatabase::HistoryDatabase(const QString &path)
    : m_path(path)
    , m_name(QStringLiteral("history-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
{ }

HistoryDatabase::~HistoryDatabase()
{
    m_prepared.clear();
    m_idle.clear();
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

void HistoryDatabase::setPatience(std::chrono::milliseconds patience) const
{
    m_patience = patience;
    run(QStringLiteral("PRAGMA busy_timeout = %1").arg(patience.count()));
}

/// The statement \a sql, ready to run; made once.
QSqlError HistoryDatabase::prepared(const QString &sql, Prepared *&statement) const
{
    auto known = m_prepared.find(sql);
    if (known == m_prepared.end()) {
        Prepared made;
        if (const QSqlError error = prepare(sql, made); error.isValid())
            return error;
        known = m_prepared.emplace(sql, std::move(made)).first;
    }
    statement = &known->second;
    return {};
}

QSqlError HistoryDatabase::prepare(const QString &sql, Prepared &statement) const
{
    statement.query = QSqlQuery(connection());
    statement.query.setForwardOnly(true);
    return statement.query.prepare(sql) ? QSqlError() : statement.query.lastError();
}

QSqlError HistoryDatabase::run(const QString &sql, const QVariantList &values) const
{
    QVariantList row;
    return askRow(sql, values, row);
}

QSqlError HistoryDatabase::ask(const QString &sql, const QVariantList &values, QVariant &answer) const
{
    QVariantList row;
    const QSqlError error = askRow(sql, values, row);
    answer = row.value(0);
    return error;
}

QSqlError HistoryDatabase::askRow(const QString &sql, const QVariantList &values, QVariantList &row) const
{
    row.clear();
    Prepared *statement = nullptr;
    QSqlError error = prepared(sql, statement);
    if (error.isValid())
        return error;
    QSqlQuery &query = statement->query;
    error = execute(query, values);
    if (!error.isValid() && query.next()) {
        if (statement->columns == 0)
            statement->columns = query.record().count();
        row = valuesOf(query, statement->columns);
    }
    if (!error.isValid())
        error = query.lastError();
    query.finish(); // or it would keep the file as it is now
    return error;
}

QSqlError HistoryDatabase::each(const QString &sql, const QVariantList &values,
    const std::function<QSqlError(const QVariantList &)> &use) const
{
    auto statement = m_idle.extract(sql); // taken out: use may ask for the same again
    if (statement.empty()) {
        Prepared made;
        if (const QSqlError error = prepare(sql, made); error.isValid())
            return error;
        m_idle.emplace(sql, std::move(made));
        statement = m_idle.extract(sql);
    }
    Prepared &asked = statement.mapped();
    QSqlError error = execute(asked.query, values);
    if (!error.isValid() && asked.columns == 0)
        asked.columns = asked.query.record().count();
    while (!error.isValid() && asked.query.next())
        error = use(valuesOf(asked.query, asked.columns));
    if (!error.isValid())
        error = asked.query.lastError();
    asked.query.finish(); // or it would keep the file as it is now
    m_idle.insert(std::move(statement));
    return error;
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

bool HistoryDatabase::isBusy(const QSqlError &error)
{
    return sqliteResult(error) == Busy || sqliteResult(error) == Locked;
}

QString HistoryDatabase::sentence(const QSqlError &error) const
{
    const QString words = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    if (!connection().isValid())
        return QCoreApplication::translate(
            "History", "Qt's driver for SQLite is not installed (on Debian the package libqt6sql6-sqlite).");
    switch (sqliteResult(error)) {
    case Busy:
    case Locked:
        return QCoreApplication::translate(
            "History", "Another program keeps the history file %1 to itself. Try again.")
            .arg(m_path);
    case Corrupt:
    case NotADatabase:
        return QCoreApplication::translate("History",
            "The history file %1 is damaged (%2). Move it away: a new one is made, and nothing is "
            "deleted.")
            .arg(m_path, words);
    }
    return QCoreApplication::translate(
        "History", "The history file %1 cannot be written: %2. Check its rights and the disk.")
        .arg(m_path, words);
}

} // namespace faceid
