#include "history/historyrows.h"

#include "history/historyschema.h"

#include <QCoreApplication>
#include <QSqlQuery>
#include <QSqlRecord>

namespace faceid {

namespace {

HistoryRows readRows(const HistoryDatabase &database, const QString &statement, const QVariant &value)
{
    QSqlQuery query(database.connection());
    query.setForwardOnly(true);
    HistoryRows result;
    QSqlError error = database.run(statement, {value}, &query);
    const int columns = query.record().count();
    while (!error.isValid() && query.next()) {
        QVariantList values;
        for (int column = 0; column < columns; ++column)
            values.append(query.value(column));
        result.rows.append(schema::rowFrom(values));
    }
    if (!error.isValid())
        error = query.lastError();
    return error.isValid() ? HistoryRows{{}, database.sentence(error)} : result;
}

QSqlError write(const HistoryDatabase &database, const ResolutionRemark &remark, const QVariant &id)
{
    const QVariant when =
        remark.resolution == Resolution::None ? QVariant() : QVariant(QDateTime::currentMSecsSinceEpoch());
    const QVariantList values{
        schema::text(resolutionName(remark.resolution)), when, schema::text(remark.note), id};
    const QSqlError error = database.run(schema::resolveStatement(false), values);
    return HistoryDatabase::isConstraint(error) ? database.run(schema::resolveStatement(true), values)
                                                : error;
}

QSqlError write(const HistoryDatabase &database, const NoteRemark &remark, const QVariant &id)
{
    return database.run(schema::noteStatement(), {schema::text(remark.note), id});
}

QSqlError write(const HistoryDatabase &database, const CopiedRemark &remark, const QVariant &id)
{
    return database.run(schema::copiedStatement(), {schema::milliseconds(remark.when), id});
}

} // namespace

HistoryRows listRows(const HistoryDatabase &database, int limit)
{
    return readRows(database, schema::listStatement(), qMax(0, limit));
}

HistoryRows takeDown(const HistoryDatabase &database, const QUuid &id, const Remark &remark)
{
    const QVariant key = schema::idText(id);
    HistoryRows found;
    const QSqlError error = database.inTransaction([&] {
        found = readRows(database, schema::rowStatement(), key);
        if (!found.error.isEmpty())
            return QSqlError();
        if (found.rows.isEmpty()) {
            found.error = QCoreApplication::translate("History", "The history has no such row.");
            return QSqlError();
        }
        if (std::holds_alternative<ResolutionRemark>(remark)
            && !canBeResolved(found.rows.constFirst().outcome)) {
            found.error = QCoreApplication::translate(
                "History", "The outcome of this row is known: there is nothing to find out.");
            return QSqlError();
        }
        const QSqlError failed =
            std::visit([&](const auto &what) { return write(database, what, key); }, remark);
        if (!failed.isValid())
            found = readRows(database, schema::rowStatement(), key);
        return failed;
    });
    if (error.isValid())
        return {{}, database.sentence(error)};
    return found.error.isEmpty() ? found : HistoryRows{{}, found.error};
}

} // namespace faceid
