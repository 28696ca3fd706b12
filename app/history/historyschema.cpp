#include "history/historyschema.h"

#include "history/historytables.h"

#include <algorithm>
#include <iterator>

namespace faceid::schema {

namespace {

using When = Column::When;

QJsonValue toJson(const QVariant &value)
{
    if (value.isNull())
        return {};
    if (value.typeId() == QMetaType::QByteArray)
        return QString::fromLatin1(value.toByteArray().toBase64());
    return QJsonValue::fromVariant(value);
}

QVariant fromJson(const Column &column, const QJsonValue &value)
{
    if (value.isNull())
        return {};
    const QLatin1String type(column.type);
    if (type.startsWith(QLatin1String("BLOB")))
        return QByteArray::fromBase64(value.toString().toLatin1());
    if (type.startsWith(QLatin1String("INTEGER")))
        return value.toInteger();
    return value.toString();
}

QString definition(const Column &column)
{
    const QLatin1String own(column.form->type);
    return QStringLiteral("%1 %2").arg(
        QLatin1String(column.name), own.isEmpty() ? QLatin1String(column.type) : own);
}

} // namespace

qsizetype indexOf(const char *name)
{
    const auto it = std::find_if(columns().cbegin(), columns().cend(),
        [name](const Column &column) { return qstrcmp(column.name, name) == 0; });
    return std::distance(columns().cbegin(), it);
}

const std::vector<qsizetype> &searchedColumns()
{
    static const std::vector<qsizetype> searched = [] {
        std::vector<qsizetype> places;
        for (const char *name :
            {"biz_no", "uuid", "request_id", "token", "note", "tags", "ticket", "error_text"})
            places.push_back(indexOf(name));
        return places;
    }();
    return searched;
}

const std::vector<qsizetype> &personalColumns()
{
    static const std::vector<qsizetype> personal = [] {
        std::vector<qsizetype> places;
        for (const char *name :
            {"person", "uuid", "token", "note", "tags", "ticket", "error_text", "name_key", "number_key"})
            places.push_back(indexOf(name));
        for (size_t i = 0; i < columns().size(); ++i) {
            if (columns()[i].place == Column::Place::Detail)
                places.push_back(qsizetype(i));
        }
        return places;
    }();
    return personal;
}

QVariant nothing(const Column &column)
{
    return column.isOptional() ? QVariant() : QVariant(QStringLiteral(""));
}

Record recordOf(const Exchange &exchange, const QString &owner)
{
    Record record;
    for (const Column &column : columns()) {
        if (column.save)
            record.append(column.save(exchange));
        else
            record.append(column.when == When::ByHand ? nothing(column) : QVariant(owner));
    }
    return record;
}

Record ended(Record begun, const Exchange &exchange)
{
    for (size_t i = 0; i < columns().size(); ++i) {
        if (columns()[i].when == When::Always)
            begun[qsizetype(i)] = columns()[i].save(exchange);
    }
    return begun;
}

Record ended(Record begun, const Record &end)
{
    for (size_t i = 0; i < columns().size(); ++i) {
        if (columns()[i].when == When::Always)
            begun[qsizetype(i)] = end.at(qsizetype(i));
    }
    return begun;
}

QJsonObject toJson(const Record &record)
{
    QJsonObject result;
    for (qsizetype i = 0; i < record.size(); ++i)
        result.insert(QLatin1String(columns().at(size_t(i)).name), toJson(record.at(i)));
    return result;
}

std::optional<Record> recordFrom(const QJsonObject &json)
{
    Record record;
    bool isEarlier = false;
    for (const Column &column : columns()) {
        const auto value = json.constFind(QLatin1String(column.name));
        if (value == json.constEnd() && column.since > 1) { // a line of an earlier version
            record.append(nothing(column));
            isEarlier = true;
            continue;
        }
        if (value == json.constEnd() || (value->isNull() && !column.isOptional()))
            return std::nullopt;
        record.append(fromJson(column, *value));
    }
    return isEarlier ? completed(record) : record;
}

HistoryRow rowFrom(const Record &record)
{
    HistoryRow row;
    for (size_t i = 0; i < columns().size(); ++i) {
        if (columns()[i].load)
            columns()[i].load(row, record.at(qsizetype(i)));
    }
    return row;
}

QStringList personIndexes()
{
    QStringList statements;
    for (const char *column : {"name_key", "number_key"}) // codes are as good as random: see requests_id
        statements.append(
            QStringLiteral("CREATE INDEX IF NOT EXISTS requests_%1 ON requests (substr(%1, 1, 4)) "
                           "WHERE %1 IS NOT NULL")
                .arg(QLatin1String(column)));
    return statements;
}

QString serialIndex()
{
    // One first attempt for each serial number. Retries are in it too, each by itself, so that one look finds
    // everybody who has the number.
    return QStringLiteral(
               "CREATE UNIQUE INDEX requests_biz_no ON requests (biz_no, service, iif(retry_of IS NULL, "
               "0, id)) WHERE biz_no IS NOT NULL AND ")
        + occupying();
}

QStringList createStatements()
{
    QStringList statements;
    QStringList links;
    for (const Table &table : sharedTables()) {
        QStringList definitions{QStringLiteral("id INTEGER PRIMARY KEY")};
        QStringList keys;
        for (const qsizetype place : table.columns) {
            definitions.append(definition(columns()[size_t(place)]));
            keys.append(QLatin1String(columns()[size_t(place)].name));
        }
        if (table.primer)
            definitions.append(QStringLiteral("primer BLOB NOT NULL"));
        definitions.append(QStringLiteral("UNIQUE (%1)").arg(keys.join(QStringLiteral(", "))));
        statements.append(QStringLiteral("CREATE TABLE %1 (%2)")
                              .arg(QLatin1String(table.name), definitions.join(QStringLiteral(", "))));
        links.append(QStringLiteral("%1 INTEGER NOT NULL").arg(QLatin1String(table.link)));
    }
    QStringList definitions{QStringLiteral("number INTEGER PRIMARY KEY")};
    for (const qsizetype place : rowTable().columns)
        definitions.append(definition(columns()[size_t(place)]));
    statements += {
        QStringLiteral("CREATE TABLE requests (%1)").arg((definitions + links).join(QStringLiteral(", "))),
        QStringLiteral("CREATE TABLE details (number INTEGER PRIMARY KEY, packed BLOB NOT NULL)"),
        // Ids are random: four bytes are enough to find one among millions, and twelve less in every entry.
        QStringLiteral("CREATE INDEX requests_id ON requests (substr(id, 1, 4))"),
        QStringLiteral("CREATE INDEX requests_retry_of ON requests (retry_of) WHERE retry_of IS NOT NULL"),
        QStringLiteral("CREATE INDEX requests_pending ON requests (owner) WHERE outcome = %1")
            .arg(outcomeCode(Outcome::Pending)),
        // Filters and the order in time, without a look at the rows.
        QStringLiteral("CREATE INDEX requests_facets ON requests (started_at, origin, outcome)"),
        serialIndex(),
        searchStatement(),
        // Fewer and larger parts: a tenth less to keep, and fewer to look into.
        QStringLiteral("INSERT INTO search (search, rank) VALUES ('automerge', 2)"),
    };
    return statements + personIndexes();
}

QString versionStatement()
{
    return QStringLiteral("PRAGMA user_version = %1").arg(version);
}

QString occupying()
{
    // One by one: of a list SQLite makes a table, each time it is asked.
    QString conditions = QStringLiteral("resolution <> %1").arg(resolutionCode(Resolution::NotIssued));
    for (const Outcome free : {Outcome::NotSent, Outcome::CutOff, Outcome::Refused})
        conditions += QStringLiteral(" AND outcome <> %1").arg(outcomeCode(free));
    return conditions;
}

QString sameSerial()
{
    return QStringLiteral(
        "requests.biz_no = ? AND requests.service = (SELECT id FROM services WHERE service = ?)");
}

} // namespace faceid::schema
