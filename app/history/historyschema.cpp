#include "history/historyschema.h"

#include <algorithm>
#include <iterator>

namespace faceid::schema {

namespace {

using When = Column::When;

QStringList names(bool (*chosen)(const Column &))
{
    QStringList result;
    for (const Column &column : columns()) {
        if (chosen(column))
            result.append(QLatin1String(column.name));
    }
    return result;
}

bool isAlways(const Column &column)
{
    return column.when == When::Always;
}

bool isByHand(const Column &column)
{
    return column.when == When::ByHand;
}

/// What a column that nobody has written holds.
QVariant nothing(const Column &column)
{
    return QByteArrayView(column.type).contains("NOT NULL") ? QVariant(QStringLiteral("")) : QVariant();
}

QString definition(const Column &column)
{
    return QStringLiteral("%1 %2").arg(QLatin1String(column.name), QLatin1String(column.type));
}

bool isListed(const Column &column)
{
    return column.load != nullptr;
}

bool isAny(const Column &)
{
    return true;
}

QString uniqueIndex()
{
    return QStringLiteral("CREATE UNIQUE INDEX requests_biz_no ON requests (service, biz_no) "
                          "WHERE retry_of IS NULL AND biz_no <> '' AND ")
        + occupying();
}

QString versionStatement()
{
    return QStringLiteral("PRAGMA user_version = %1").arg(version);
}

QString listed()
{
    return QStringLiteral("SELECT %1 FROM requests ").arg(names(isListed).join(QStringLiteral(", ")));
}

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

} // namespace

qsizetype indexOf(const char *name)
{
    const auto it = std::find_if(columns().cbegin(), columns().cend(),
        [name](const Column &column) { return qstrcmp(column.name, name) == 0; });
    return std::distance(columns().cbegin(), it);
}

Record recordOf(const Exchange &exchange, const QString &owner)
{
    Record record;
    for (const Column &column : columns()) {
        if (column.save)
            record.append(column.save(exchange));
        else
            record.append(isByHand(column) ? nothing(column) : QVariant(owner));
    }
    return record;
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
    for (const Column &column : columns()) {
        const auto value = json.constFind(QLatin1String(column.name));
        if (value == json.constEnd() && column.since > 1) { // a line of an earlier version
            record.append(nothing(column));
            continue;
        }
        if (value == json.constEnd())
            return std::nullopt;
        if (value->isNull() && QByteArrayView(column.type).contains("NOT NULL"))
            return std::nullopt;
        record.append(fromJson(column, *value));
    }
    return record;
}

HistoryRow rowFrom(const QVariantList &values)
{
    HistoryRow row;
    qsizetype next = 0;
    for (const Column &column : columns()) {
        if (isListed(column))
            column.load(row, values.at(next++));
    }
    return row;
}

QVariantList listValues(const Record &record)
{
    QVariantList values;
    for (qsizetype i = 0; i < record.size(); ++i) {
        if (isListed(columns().at(size_t(i))))
            values.append(record.at(i));
    }
    return values;
}

QStringList createStatements()
{
    QStringList definitions;
    for (const Column &column : columns())
        definitions.append(definition(column));
    return {
        QStringLiteral("CREATE TABLE requests (%1)").arg(definitions.join(QStringLiteral(", "))),
        uniqueIndex(),
        QStringLiteral("CREATE INDEX requests_started_at ON requests (started_at)"),
        versionStatement(),
    };
}

QStringList upgradeStatements(int from)
{
    QStringList statements;
    for (const Column &column : columns()) {
        if (column.since > from)
            statements.append(QStringLiteral("ALTER TABLE requests ADD COLUMN ") + definition(column));
    }
    // Its condition may be another in each version.
    statements.append(QStringLiteral("DROP INDEX requests_biz_no"));
    return statements + QStringList{uniqueIndex(), versionStatement()};
}

QString insertStatement()
{
    const QStringList all = names(isAny);
    return QStringLiteral("INSERT INTO requests (%1) VALUES (%2)")
        .arg(all.join(QStringLiteral(", ")),
            QStringList(all.size(), QStringLiteral("?")).join(QStringLiteral(", ")));
}

QString updateStatement(const QStringList &also)
{
    return QStringLiteral("UPDATE requests SET %1 = ? WHERE id = ?")
        .arg((names(isAlways) + also).join(QStringLiteral(" = ?, ")));
}

QVariantList updateValues(const Record &record, const QStringList &also)
{
    QVariantList values;
    for (const QString &name : names(isAlways) + also + QStringList{QStringLiteral("id")})
        values.append(record.at(indexOf(name.toLatin1().constData())));
    return values;
}

QString listStatement()
{
    return listed() + QStringLiteral("ORDER BY started_at DESC, rowid DESC LIMIT ?");
}

QString rowStatement()
{
    return listed() + QStringLiteral("WHERE id = ?");
}

QString resolveStatement(bool yields)
{
    // Names in the inner SELECT mean its own row first.
    const QString holder = QStringLiteral(", retry_of = (SELECT id FROM requests AS holder WHERE service = "
                                          "requests.service AND biz_no = requests.biz_no AND "
                                          "id <> requests.id AND retry_of IS NULL AND %1)")
                               .arg(occupying());
    return QStringLiteral("UPDATE requests SET resolution = ?, resolved_at = ?, note = ?%1 WHERE id = ?")
        .arg(yields ? holder : QString());
}

QString noteStatement()
{
    return QStringLiteral("UPDATE requests SET note = ? WHERE id = ?");
}

QString copiedStatement()
{
    return QStringLiteral("UPDATE requests SET copied_at = ? WHERE id = ?");
}

QString occupying()
{
    QStringList taken;
    for (const Outcome outcome : {Outcome::Pending, Outcome::Issued, Outcome::Unknown, Outcome::ServerError})
        taken.append(u'\'' + outcomeName(outcome) + u'\'');
    return QStringLiteral("outcome IN (%1) AND resolution <> '%2'")
        .arg(taken.join(QStringLiteral(", ")), resolutionName(Resolution::NotIssued));
}

} // namespace faceid::schema
