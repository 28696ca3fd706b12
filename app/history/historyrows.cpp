#include "history/historyrows.h"

#include "history/historytables.h"
#include "history/searchpieces.h"

#include <QCoreApplication>

#include <limits>

namespace faceid {

namespace {

HistoryRows rowsOf(const HistoryDatabase &database, const QString &condition, const QVariantList &values)
{
    HistoryRows result;
    const QSqlError error = database.each(schema::selectStatement(schema::Wanted::Lists) + condition, values,
        [&result](const QVariantList &row) {
            result.rows.append(schema::rowFromFile(row));
            return QSqlError();
        });
    return error.isValid() ? HistoryRows{{}, database.sentence(error)} : result;
}

void set(schema::Record &record, const char *name, const QVariant &value)
{
    record[schema::indexOf(name)] = value;
}

void write(schema::Record &record, const ResolutionRemark &remark)
{
    const bool isOpen = remark.resolution == Resolution::None;
    set(record, "resolution", schema::text(resolutionName(remark.resolution)));
    set(record, "resolved_at", isOpen ? QVariant() : QVariant(QDateTime::currentMSecsSinceEpoch()));
    set(record, "note", schema::text(remark.note));
}

void write(schema::Record &record, const NoteRemark &remark)
{
    set(record, "note", schema::text(remark.note));
}

void write(schema::Record &record, const TagsRemark &remark)
{
    set(record, "tags", schema::text(remark.tags));
}

void write(schema::Record &record, const TicketRemark &remark)
{
    set(record, "ticket", schema::text(remark.ticket));
}

void write(schema::Record &record, const CopiedRemark &remark)
{
    set(record, "copied_at", schema::milliseconds(remark.when));
}

void write(schema::Record &record, const ResultRemark &remark)
{
    ResultNote note = remark.note;
    if (const auto before = resultNoteFrom(record.at(schema::indexOf("result")).toString())) {
        note.calls += before->calls;
        if (note.bizId.isEmpty())
            note.bizId = before->bizId;
    }
    set(record, "result", schema::text(toText(note)));
}

/// Why \a remark cannot be said of the row; empty when it can.
QString objection(const std::optional<RecordStore::Stored> &stored, const Remark &remark)
{
    if (!stored)
        return QCoreApplication::translate("History", "The history has no such row.");
    if (std::holds_alternative<ResolutionRemark>(remark)
        && !canBeResolved(schema::rowFrom(stored->record).outcome))
        return QCoreApplication::translate(
            "History", "The outcome of this row is known: there is nothing to find out.");
    return {};
}

} // namespace

HistoryRows listRows(const HistoryDatabase &database, int limit)
{
    return rowsOf(
        database, QStringLiteral("ORDER BY started_at DESC, number DESC LIMIT ?"), {qMax(0, limit)});
}

HistoryRows rowsBefore(const HistoryDatabase &database, qint64 before, int limit)
{
    return rowsOf(database, QStringLiteral("WHERE number < ? ORDER BY number DESC LIMIT ?"),
        {before > 0 ? before : std::numeric_limits<qint64>::max(), limit});
}

QSqlError readRows(const HistoryDatabase &database, const QList<qint64> &numbers, QList<HistoryRow> &rows)
{
    static const QString sql =
        schema::selectStatement(schema::Wanted::Lists) + QStringLiteral("WHERE requests.number = ?");
    for (const qint64 number : numbers) {
        QVariantList row;
        if (const QSqlError error = database.askRow(sql, {number}, row); error.isValid())
            return error;
        if (!row.isEmpty())
            rows.append(schema::rowFromFile(row));
    }
    return {};
}

HistoryRows rowsOfToken(const HistoryDatabase &database, const QString &text)
{
    if (text.isEmpty())
        return {};
    const QVariant packed = schema::packedForm.toFile(text);
    // The search has both of them; an index of their own would cost 50 bytes a row.
    return rowsOf(database,
        QStringLiteral("WHERE requests.number IN (SELECT rowid FROM search WHERE search MATCH ?) AND "
                       "(token = ? OR request_id = ?) ORDER BY +started_at DESC, number DESC"),
        {searchQuery(text), packed, packed});
}

HistoryRows rowsOfBizNo(const HistoryDatabase &database, const QString &bizNo)
{
    if (bizNo.isEmpty())
        return {};
    const QVariant packed = schema::packedForm.toFile(bizNo);
    const QString order = QStringLiteral(" ORDER BY started_at DESC, number DESC");
    // Those that may have issued have an index of their own; the others are found by the search.
    HistoryRows rows = rowsOf(
        database, QStringLiteral("WHERE biz_no = ? AND %1%2").arg(schema::occupying(), order), {packed});
    if (!rows.rows.isEmpty() || !rows.error.isEmpty())
        return rows;
    return rowsOf(database,
        QStringLiteral(
            "WHERE requests.number IN (SELECT rowid FROM search WHERE search MATCH ?) AND biz_no = ?")
            + order,
        {searchQuery(bizNo), packed});
}

QSqlError holderOf(const HistoryDatabase &database, const schema::Record &record, QVariant &holder)
{
    const auto at = [&record](const char *name) {
        return schema::columns()[size_t(schema::indexOf(name))].form->toFile(
            record.at(schema::indexOf(name)));
    };
    QVariant id;
    const QSqlError error = database.ask(
        QStringLiteral("SELECT id FROM requests WHERE %1 AND id <> ? AND retry_of IS NULL AND %2")
            .arg(schema::sameSerial(), schema::occupying()),
        {at("biz_no"), at("service"), at("id")}, id);
    holder = schema::idForm.toRecord(id);
    return error;
}

QSqlError rewriteYielding(const HistoryDatabase &database, RecordStore &records,
    const RecordStore::Stored &before, schema::Record &after)
{
    const QSqlError error = records.rewrite(before, after);
    if (!HistoryDatabase::isConstraint(error))
        return error;
    QVariant holder;
    const QSqlError failed = holderOf(database, after, holder);
    set(after, "retry_of", holder);
    return failed.isValid() ? failed : records.rewrite(before, after);
}

HistoryRows takeDown(
    const HistoryDatabase &database, RecordStore &records, const QUuid &id, const Remark &remark)
{
    HistoryRows result;
    const QSqlError error = records.transaction([&] {
        std::optional<RecordStore::Stored> stored;
        QSqlError failed = records.find(id, stored);
        if (failed.isValid())
            return failed;
        result.error = objection(stored, remark);
        if (!result.error.isEmpty())
            return failed;
        schema::Record after = stored->record;
        std::visit([&after](const auto &what) { write(after, what); }, remark);
        failed = rewriteYielding(database, records, *stored, after);
        if (!failed.isValid())
            failed = records.at(stored->number, stored);
        if (!failed.isValid() && stored) {
            result.rows.append(schema::rowFrom(stored->record));
            result.rows.last().number = stored->number;
        }
        return failed;
    });
    return error.isValid() ? HistoryRows{{}, database.sentence(error)} : result;
}

} // namespace faceid
