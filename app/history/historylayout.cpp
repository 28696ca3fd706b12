#include "history/historylayout.h"

#include "history/historyschema.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace faceid {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("History", text);
}

QSqlError runAll(const HistoryDatabase &database, const QStringList &statements)
{
    return database.inTransaction([&] {
        for (const QString &statement : statements) {
            if (const QSqlError failed = database.run(statement); failed.isValid())
                return failed;
        }
        return QSqlError();
    });
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
    if (!empty.open(QFile::WriteOnly, QFile::ReadOwner | QFile::WriteOwner))
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
    return say(
        QT_TRANSLATE_NOOP("History",
            "The history file %1 is of an older version, and it is not changed without a backup, which cannot be "
            "written: %2. Check the rights and the space of the folder."))
        .arg(database.path(), why);
}

QString refuse(const HistoryDatabase &database, int layout, bool hasTables)
{
    if (layout > schema::version)
        return say(QT_TRANSLATE_NOOP("History",
                       "The history file %1 was made by a newer version of this program (layout %2; this one "
                       "knows %3). Use the newer version."))
            .arg(database.path())
            .arg(layout)
            .arg(schema::version);
    if (layout == 0 && hasTables)
        return say(QT_TRANSLATE_NOOP("History", "%1 is not a history file of this program. Move it away."))
            .arg(database.path());
    return {};
}

} // namespace

QString prepareLayout(const HistoryDatabase &database)
{
    QVariant found;
    QVariant tables;
    QVariant mode;
    QSqlError error = database.ask(QStringLiteral("PRAGMA user_version"), {}, found);
    if (!error.isValid())
        error = database.ask(QStringLiteral("SELECT count(*) FROM sqlite_master"), {}, tables);
    if (error.isValid())
        return database.sentence(error);
    const int layout = found.toInt();
    if (const QString problem = refuse(database, layout, tables.toInt() > 0); !problem.isEmpty())
        return problem;
    error = database.ask(QStringLiteral("PRAGMA journal_mode = WAL"), {}, mode);
    if (error.isValid())
        return database.sentence(error);
    if (mode.toString() != u"wal")
        return say(QT_TRANSLATE_NOOP("History",
                       "The history file %1 cannot be written safely here. Is it on a network drive?"))
            .arg(database.path());
    if (layout == schema::version)
        error = database.run(schema::listStatement(), {0});
    else if (layout == 0)
        error = runAll(database, schema::createStatements());
    else if (const QString problem = backUp(database, layout); !problem.isEmpty())
        return problem;
    else
        error = runAll(database, schema::upgradeStatements(layout));
    return error.isValid() ? database.sentence(error) : QString();
}

} // namespace faceid
