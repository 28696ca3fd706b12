#include "history/historylayout.h"

#include "history/historyrows.h"
#include "places.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace faceid {

namespace {

QSqlError runAll(const HistoryDatabase &database, const QStringList &statements)
{
    for (const QString &statement : statements) {
        if (const QSqlError failed = database.run(statement); failed.isValid())
            return failed;
    }
    return {};
}

QSqlError makeTables(const HistoryDatabase &database)
{
    return database.inTransaction([&] {
        return runAll(database, schema::createStatements() + QStringList{schema::versionStatement()});
    });
}

/// Some seconds for a million rows, once. A file without room for them is as good, only slower.
void addPersonIndexes(const HistoryDatabase &database)
{
    QVariant there;
    database.ask(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name IN ('requests_name_key', "
                                "'requests_number_key')"),
        {}, there);
    if (there.toInt() < 2)
        database.inTransaction([&] { return runAll(database, schema::personIndexes()); });
}

/// The index of serial numbers as this version asks for it; made anew, as above, where an earlier one said
/// the same in other words.
void renewSerialIndex(const HistoryDatabase &database)
{
    QVariant there;
    database.ask(QStringLiteral("SELECT sql FROM sqlite_master WHERE name = 'requests_biz_no'"), {}, there);
    if (there.toString() != schema::serialIndex())
        database.inTransaction([&] {
            return runAll(
                database, {QStringLiteral("DROP INDEX IF EXISTS requests_biz_no"), schema::serialIndex()});
        });
}

/// A row of layout 1 or 2, whose one table had the columns of that time by the same names, in words.
schema::Record oldRecord(const QVariantList &values, int layout)
{
    schema::Record record;
    qsizetype next = 0;
    for (const schema::Column &column : schema::columns()) {
        if (column.since <= layout)
            record.append(values.at(next++));
        else
            record.append(column.isOptional() ? QVariant() : QVariant(QStringLiteral("")));
    }
    return schema::completed(record);
}

QSqlError bringOver(
    const HistoryDatabase &database, RecordStore &records, int layout, const MigrationProgress &progress)
{
    QStringList names;
    for (const schema::Column &column : schema::columns()) {
        if (column.since <= layout)
            names.append(QLatin1String(column.name));
    }
    QVariant all;
    qint64 done = 0;
    QSqlError error = runAll(database,
        QStringList{QStringLiteral("DROP INDEX requests_biz_no"),
            QStringLiteral("DROP INDEX requests_started_at"),
            QStringLiteral("ALTER TABLE requests RENAME TO old_requests")}
            + schema::createStatements());
    if (!error.isValid())
        error = database.ask(QStringLiteral("SELECT count(*) FROM old_requests"), {}, all);
    if (!error.isValid())
        error = database.each(QStringLiteral("SELECT %1 FROM old_requests ORDER BY rowid")
                                  .arg(names.join(QStringLiteral(", "))),
            {}, [&](const QVariantList &values) {
                qint64 number = 0;
                progress(++done, all.toLongLong());
                return records.insert(oldRecord(values, layout), number);
            });
    return error.isValid()
        ? error
        : runAll(database, {QStringLiteral("DROP TABLE old_requests"), schema::versionStatement()});
}

/// The rows of an older layout in tables of this one, all or none; then the room of the old ones is given
/// back.
QSqlError migrate(
    const HistoryDatabase &database, RecordStore &records, int layout, const MigrationProgress &progress)
{
    const QSqlError error =
        records.transaction([&] { return bringOver(database, records, layout, progress); });
    if (!error.isValid())
        database.run(QStringLiteral("VACUUM")); // where the disk has no room for that, the file stays large
    return error;
}

/// A copy of the file as it is, before its layout changes. One that is there already is older, and stays.
QString backUp(const HistoryDatabase &database, int layout)
{
    const QFileInfo info(database.path());
    const QString target =
        QStringLiteral("%1/%2.v%3.sqlite").arg(info.path(), info.completeBaseName()).arg(layout);
    if (QFileInfo(target).size() > 0)
        return {};
    const QString partial = target + QStringLiteral(".part");
    QFile::remove(partial);
    QFile empty(partial); // SQLite fills an empty file, and leaves its rights as they are
    QString why;
    if (!empty.open(QFile::WriteOnly, ownerOnly))
        why = empty.errorString();
    empty.close();
    if (why.isEmpty()) {
        const QSqlError error = database.run(QStringLiteral("VACUUM INTO ?"), {partial});
        if (error.isValid())
            why = database.sentence(error);
        else if (!QFile::rename(partial, target))
            why = target;
    }
    if (why.isEmpty())
        return {};
    QFile::remove(partial);
    return QCoreApplication::translate("History",
        "The history file %1 is of an older version, and it is not changed without a backup, which cannot be "
        "written: %2. Check the rights and the space of the folder.")
        .arg(database.path(), why);
}

QString refuse(const HistoryDatabase &database, int layout, bool hasTables)
{
    if (layout > schema::version)
        return QCoreApplication::translate("History",
            "The history file %1 was made by a newer version of this program (layout %2; this one "
            "knows %3). It can be read, but nothing can be issued. Use the newer version.")
            .arg(database.path())
            .arg(layout)
            .arg(schema::version);
    if (layout == 0 && hasTables)
        return QCoreApplication::translate(
            "History", "%1 is not a history file of this program. Move it away.")
            .arg(database.path());
    return {};
}

} // namespace

LayoutState prepareLayout(
    const HistoryDatabase &database, RecordStore &records, const MigrationProgress &progress)
{
    QVariant found;
    QVariant tables;
    QVariant mode;
    QSqlError error = database.ask(QStringLiteral("PRAGMA user_version"), {}, found);
    if (!error.isValid())
        error = database.ask(QStringLiteral("SELECT count(*) FROM sqlite_master"), {}, tables);
    if (error.isValid())
        return {database.sentence(error)};
    const int layout = found.toInt();
    if (const QString problem = refuse(database, layout, tables.toInt() > 0); !problem.isEmpty()) {
        const bool isReadable = layout > schema::version
            && !database.run(QStringLiteral("PRAGMA query_only = ON")).isValid()
            && listRows(database, 0).error.isEmpty();
        return {problem, isReadable};
    }
    error = database.ask(QStringLiteral("PRAGMA journal_mode = WAL"), {}, mode);
    if (error.isValid())
        return {database.sentence(error)};
    if (mode.toString() != u"wal")
        return {QCoreApplication::translate(
            "History", "The history file %1 cannot be written safely here. Is it on a network drive?")
                    .arg(database.path())};
    if (layout == schema::version) {
        addPersonIndexes(database);
        renewSerialIndex(database);
        return {listRows(database, 0).error};
    }
    if (layout == 0)
        error = makeTables(database);
    else if (const QString problem = backUp(database, layout); !problem.isEmpty())
        return {problem};
    else
        error = migrate(database, records, layout, progress);
    return {error.isValid() ? database.sentence(error) : QString()};
}

} // namespace faceid
