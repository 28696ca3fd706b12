#include "history/recordstore.h"

#include "history/detailprimer.h"
#include "history/historytables.h"
#include "history/rowdetail.h"
#include "history/searchpieces.h"

#include <QDataStream>
#include <QIODevice>
#include <QSqlQuery>

#include <utility>

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

QString idOf(const Record &record)
{
    static const qsizetype place = schema::indexOf("id");
    return record.at(place).toString();
}

QVariantList detailValues(const Record &record)
{
    QVariantList values;
    for (const qsizetype place : schema::detailColumns())
        values.append(record.at(place));
    return values;
}

/// Whether details have to be packed again: they are other ones, or what helps unpacking them is.
bool isPackedOtherwise(const Record &before, const Record &after)
{
    bool isOther = detailValues(before) != detailValues(after) || rowPrimer(before) != rowPrimer(after);
    for (const schema::Table &table : schema::sharedTables())
        isOther = isOther || fileValues(table.columns, before) != fileValues(table.columns, after);
    return isOther;
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
    QByteArray primer;
    for (qsizetype i = 1 + record.size(); i + 1 < values.size(); ++i)
        primer += values.at(i).toByteArray();
    const auto detail = unpackedDetail(values.constLast().toByteArray(), primer + rowPrimer(record));
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
    const QSqlError error = m_database.inTransaction([&] {
        // Another program may have swept away what this one remembers.
        QVariant version;
        const QSqlError failed = m_database.ask(QStringLiteral("PRAGMA data_version"), {}, version);
        if (version != std::exchange(m_version, version))
            forget();
        return failed.isValid() ? failed : work();
    });
    if (error.isValid())
        forget();
    return error;
}

/// What is in the file may be something else by now.
void RecordStore::forget()
{
    m_shared.clear();
    m_open.clear();
}

/// The rows that \a record shares with others; made where they are new.
QSqlError RecordStore::shared(const Record &record, Links &links)
{
    for (const schema::Table &table : schema::sharedTables()) {
        const QVariantList values = fileValues(table.columns, record);
        Shared &row = m_shared[sharedKey(table, values)];
        if (row.id == 0) {
            if (const QSqlError error = sharedRow(table, values, record, row); error.isValid())
                return error;
        }
        links.ids.append(row.id);
        links.primer += row.primer;
    }
    return {};
}

QSqlError RecordStore::sharedRow(
    const schema::Table &table, const QVariantList &values, const Record &record, Shared &row) const
{
    const QString name = QLatin1String(table.name);
    const QString primer = table.primer ? QStringLiteral(", primer") : QString();
    QVariantList found;
    QSqlError error =
        m_database.askRow(QStringLiteral("SELECT id%1 FROM %2 WHERE %3 = ?")
                              .arg(primer, name, names(table.columns, QStringLiteral(" = ? AND "))),
            values, found);
    if (!error.isValid() && found.isEmpty()) {
        const QVariantList all =
            values + (table.primer ? QVariantList{table.primer(record)} : QVariantList());
        error = m_database.askRow(
            QStringLiteral("INSERT INTO %1 (%2%3) VALUES (%4) RETURNING id%3")
                .arg(name, names(table.columns, QStringLiteral(", ")), primer, marks(all.size())),
            all, found);
    }
    row = {found.value(0).toLongLong(), found.value(1).toByteArray()};
    return error;
}

QSqlError RecordStore::writeDetail(qint64 number, const QByteArray &primer, const Record &record) const
{
    return m_database.run(QStringLiteral("INSERT OR REPLACE INTO details (number, packed) VALUES (?, ?)"),
        {number, packedDetail(detailValues(record), primer + rowPrimer(record))});
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
    Links links;
    QVariant last;
    QSqlError error = shared(kept, links);
    if (!error.isValid())
        error = m_database.ask(QStringLiteral("SELECT max(number) FROM requests"), {}, last);
    number = last.toLongLong() + 1;
    if (!error.isValid())
        error = m_database.run(
            insertRow(), QVariantList{number} + fileValues(schema::rowTable().columns, kept) + links.ids);
    if (!error.isValid())
        error = writeDetail(number, links.primer, kept);
    if (!error.isValid())
        error = index(number, kept, true);
    if (!error.isValid() && kept.at(schema::indexOf("outcome")) == outcomeName(Outcome::Pending))
        m_open.insert(idOf(kept), {number, kept});
    return error;
}

QSqlError RecordStore::rewrite(const Stored &before, const Record &after)
{
    const Record kept = withoutIdleOwner(after);
    m_open.remove(idOf(kept));
    Links links;
    QSqlError error = shared(kept, links);
    if (!error.isValid())
        error = m_database.run(updateRow(),
            fileValues(schema::rowTable().columns, kept) + links.ids + QVariantList{before.number});
    if (!error.isValid() && isPackedOtherwise(before.record, kept))
        error = writeDetail(before.number, links.primer, kept);
    if (error.isValid() || searchedTexts(before.record) == searchedTexts(kept))
        return error;
    error = index(before.number, before.record, false);
    return error.isValid() ? error : index(before.number, kept, true);
}

QSqlError RecordStore::erase(const Stored &row)
{
    m_open.remove(idOf(row.record));
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
    forget();
    QSqlError error;
    for (const schema::Table &table : schema::sharedTables()) {
        if (!error.isValid())
            error = m_database.run(QStringLiteral("DELETE FROM %1 WHERE id NOT IN (SELECT %2 FROM requests)")
                                       .arg(QLatin1String(table.name), QLatin1String(table.link)));
    }
    return error;
}

QSqlError RecordStore::find(const QUuid &id, std::optional<Stored> &found) const
{
    const QByteArray bytes = id.toRfc4122();
    return first(
        QStringLiteral("substr(requests.id, 1, 4) = ? AND requests.id = ?"), {bytes.first(4), bytes}, found);
}

QSqlError RecordStore::findOpen(const QUuid &id, std::optional<Stored> &found) const
{
    const auto open = m_open.constFind(schema::idText(id).toString());
    if (open == m_open.constEnd())
        return find(id, found);
    found = *open;
    return {};
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
