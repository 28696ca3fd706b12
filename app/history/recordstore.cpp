#include "history/recordstore.h"

#include "history/detailprimer.h"
#include "history/historytables.h"
#include "history/rowdetail.h"
#include "history/searchpieces.h"

#include <QDataStream>
#include <QIODevice>
#include <QSqlQuery>

#include <algorithm>

namespace faceid {

namespace {

using schema::Record;

QString marks(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(QStringLiteral(", "));
}

QString names(const std::vector<qsizetype> &places, const QString &separator)
{
    QStringList result;
    for (const qsizetype place : places)
        result.append(QLatin1String(schema::columns()[size_t(place)].name));
    return result.join(separator);
}

QVariantList fileValues(const std::vector<qsizetype> &places, const Record &record)
{
    QVariantList values;
    for (const qsizetype place : places)
        values.append(schema::columns()[size_t(place)].form->toFile(record.at(place)));
    return values;
}

/// A request that has ended belongs to no running program any more.
Record withoutIdleOwner(Record record)
{
    if (record.at(schema::indexOf("outcome")).toString() != outcomeName(Outcome::Pending))
        record[schema::indexOf("owner")] = QStringLiteral("");
    return record;
}

QVariantList detailValues(const Record &record)
{
    QVariantList values;
    for (const qsizetype place : schema::detailColumns())
        values.append(record.at(place));
    return values;
}

QStringList searchedTexts(const Record &record)
{
    QStringList texts;
    for (const qsizetype place : schema::searchedColumns())
        texts.append(record.at(place).toString());
    return texts;
}

QByteArray sharedKey(const schema::Table &table, const QVariantList &values)
{
    QByteArray key(table.name);
    QDataStream stream(&key, QIODevice::Append);
    stream << values;
    return key;
}

const QString &insertRow()
{
    static const QString sql = [] {
        QString links;
        for (const schema::Table &table : schema::sharedTables())
            links += QStringLiteral(", ") + QLatin1String(table.link);
        const std::vector<qsizetype> &places = schema::rowTable().columns;
        return QStringLiteral("INSERT INTO requests (number, %1%2) VALUES (%3)")
            .arg(names(places, QStringLiteral(", ")), links,
                marks(1 + qsizetype(places.size() + schema::sharedTables().size())));
    }();
    return sql;
}

const QString &updateRow()
{
    static const QString sql = [] {
        QString links;
        for (const schema::Table &table : schema::sharedTables())
            links += QStringLiteral(", %1 = ?").arg(QLatin1String(table.link));
        return QStringLiteral("UPDATE requests SET %1 = ?%2 WHERE number = ?")
            .arg(names(schema::rowTable().columns, QStringLiteral(" = ?, ")), links);
    }();
    return sql;
}

RecordStore::Stored storedFrom(const QVariantList &values)
{
    RecordStore::Stored stored{values.constFirst().toLongLong(), schema::recordFromFile(values)};
    Record &record = stored.record;
    const QByteArray packed = values.at(values.size() - 2).toByteArray();
    const auto detail = unpackedDetail(packed, values.constLast().toByteArray() + '\n' + rowPrimer(record));
    const std::vector<qsizetype> &places = schema::detailColumns();
    for (size_t i = 0; i < places.size(); ++i) {
        const schema::Column &column = schema::columns()[size_t(places[i])];
        const QVariant missing = column.isOptional() ? QVariant() : QVariant(QStringLiteral(""));
        record[places[i]] = detail && qsizetype(i) < detail->size() ? detail->at(qsizetype(i)) : missing;
    }
    return stored;
}

} // namespace

RecordStore::RecordStore(const HistoryDatabase &database)
    : m_database(database)
{ }

QSqlError RecordStore::transaction(const std::function<QSqlError()> &work)
{
    const QSqlError error = m_database.inTransaction(work);
    if (error.isValid()) {
        m_shared.clear();
        m_primers.clear();
    }
    return error;
}

/// The ids of the rows that \a record shares with others; made where they are new.
QSqlError RecordStore::shared(const Record &record, QVariantList &links)
{
    for (const schema::Table &table : schema::sharedTables()) {
        const QVariantList values = fileValues(table.columns, record);
        const QByteArray key = sharedKey(table, values);
        if (const auto known = m_shared.constFind(key); known != m_shared.cend()) {
            links.append(*known);
            continue;
        }
        const QString name = QLatin1String(table.name);
        QVariant id;
        QSqlError error = m_database.ask(QStringLiteral("SELECT id FROM %1 WHERE %2 = ?")
                                             .arg(name, names(table.columns, QStringLiteral(" = ? AND "))),
            values, id);
        if (!error.isValid() && !id.isValid()) {
            error = m_database.ask(
                QStringLiteral("INSERT INTO %1 (%2) VALUES (%3) RETURNING id")
                    .arg(name, names(table.columns, QStringLiteral(", ")), marks(values.size())),
                values, id);
            if (!error.isValid() && table.place == schema::Column::Place::Origin)
                error = makePrimer(id.toLongLong(), record);
        }
        if (error.isValid())
            return error;
        m_shared.insert(key, id.toLongLong());
        links.append(id);
    }
    return {};
}

QSqlError RecordStore::makePrimer(qint64 origin, const Record &record) const
{
    return m_database.run(QStringLiteral("INSERT OR REPLACE INTO primers (id, text) VALUES (?, ?)"),
        {origin, originPrimer(record)});
}

QSqlError RecordStore::writeDetail(qint64 number, qint64 origin, const Record &record)
{
    if (!m_primers.contains(origin)) {
        QVariant text;
        const QSqlError error =
            m_database.ask(QStringLiteral("SELECT text FROM primers WHERE id = ?"), {origin}, text);
        if (error.isValid())
            return error;
        m_primers.insert(origin, text.toByteArray());
    }
    const QByteArray primer = m_primers.value(origin) + '\n' + rowPrimer(record);
    return m_database.run(QStringLiteral("INSERT OR REPLACE INTO details (number, packed) VALUES (?, ?)"),
        {number, packedDetail(detailValues(record), primer)});
}

/// Puts a row's texts into the search index or takes them out: it has kept only where pieces are, so it
/// forgets them when told the same again.
QSqlError RecordStore::index(qint64 number, const Record &record, bool isIn) const
{
    return m_database.run(isIn
            ? QStringLiteral("INSERT INTO search (rowid, pieces) VALUES (?, ?)")
            : QStringLiteral("INSERT INTO search (search, rowid, pieces) VALUES ('delete', ?, ?)"),
        {number, searchPieces(searchedTexts(record))});
}

QSqlError RecordStore::insert(const Record &record, qint64 &number)
{
    const Record kept = withoutIdleOwner(record);
    QVariantList links;
    QVariant last;
    QSqlError error = shared(kept, links);
    if (!error.isValid())
        error = m_database.ask(QStringLiteral("SELECT max(number) FROM requests"), {}, last);
    number = last.toLongLong() + 1;
    if (!error.isValid())
        error = m_database.run(
            insertRow(), QVariantList{number} + fileValues(schema::rowTable().columns, kept) + links);
    if (!error.isValid())
        error = writeDetail(number, links.at(1).toLongLong(), kept);
    return error.isValid() ? error : index(number, kept, true);
}

QSqlError RecordStore::rewrite(const Stored &before, const Record &after)
{
    const Record kept = withoutIdleOwner(after);
    QVariantList links;
    QSqlError error = shared(kept, links);
    if (!error.isValid())
        error = m_database.run(
            updateRow(), fileValues(schema::rowTable().columns, kept) + links + QVariantList{before.number});
    const bool isSameDetail =
        detailValues(before.record) == detailValues(kept) && rowPrimer(before.record) == rowPrimer(kept);
    if (!error.isValid() && !isSameDetail)
        error = writeDetail(before.number, links.at(1).toLongLong(), kept);
    if (error.isValid() || searchedTexts(before.record) == searchedTexts(kept))
        return error;
    error = index(before.number, before.record, false);
    return error.isValid() ? error : index(before.number, kept, true);
}

QSqlError RecordStore::erase(const Stored &row)
{
    QSqlError error = index(row.number, row.record, false);
    for (const char *table : {"details", "requests"}) {
        if (!error.isValid())
            error = m_database.run(
                QStringLiteral("DELETE FROM %1 WHERE number = ?").arg(QLatin1String(table)), {row.number});
    }
    return error;
}

QSqlError RecordStore::sweep()
{
    m_shared.clear();
    m_primers.clear();
    QSqlError error;
    for (const schema::Table &table : schema::sharedTables()) {
        if (!error.isValid())
            error = m_database.run(QStringLiteral("DELETE FROM %1 WHERE id NOT IN (SELECT %2 FROM requests)")
                                       .arg(QLatin1String(table.name), QLatin1String(table.link)));
    }
    return error.isValid()
        ? error
        : m_database.run(QStringLiteral("DELETE FROM primers WHERE id NOT IN (SELECT id FROM origins)"));
}

QSqlError RecordStore::find(const QUuid &id, std::optional<Stored> &found) const
{
    const QByteArray bytes = id.toRfc4122();
    return first(
        QStringLiteral("substr(requests.id, 1, 4) = ? AND requests.id = ?"), {bytes.first(4), bytes}, found);
}

QSqlError RecordStore::at(qint64 number, std::optional<Stored> &found) const
{
    return first(QStringLiteral("requests.number = ?"), {number}, found);
}

QSqlError RecordStore::first(
    const QString &condition, const QVariantList &values, std::optional<Stored> &found) const
{
    found.reset();
    QVariantList row;
    const QSqlError error = m_database.askRow(
        schema::selectStatement(schema::Wanted::Everything) + QStringLiteral("WHERE ") + condition, values,
        row);
    if (!error.isValid() && !row.isEmpty())
        found = storedFrom(row);
    return error;
}

QSqlError RecordStore::each(const QString &condition, const QVariantList &values,
    const std::function<QSqlError(const Stored &)> &use) const
{
    return m_database.each(schema::selectStatement(schema::Wanted::Everything)
            + QStringLiteral("WHERE %1 ORDER BY requests.number").arg(condition),
        values, [&use](const QVariantList &row) { return use(storedFrom(row)); });
}

} // namespace faceid
