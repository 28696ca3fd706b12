#include "history/historytables.h"

#include "history/detailprimer.h"

namespace faceid::schema {

namespace {

using Place = Column::Place;

std::vector<qsizetype> placesOf(Place place)
{
    std::vector<qsizetype> places;
    for (size_t i = 0; i < columns().size(); ++i) {
        if (columns()[i].place == place)
            places.push_back(qsizetype(i));
    }
    return places;
}

/// The table of SELECT that holds a column.
QString aliasOf(Place place)
{
    switch (place) {
    case Place::Row:
        return QStringLiteral("requests");
    case Place::Service:
        return QStringLiteral("services");
    case Place::Origin:
        return QStringLiteral("origins");
    case Place::Ending:
        return QStringLiteral("endings");
    case Place::Detail:
        break;
    }
    return {};
}

QString madeStatement(Wanted wanted)
{
    QStringList values{QStringLiteral("requests.number")};
    for (const Column &column : columns()) {
        const bool isThere = column.place != Place::Detail && (wanted == Wanted::Everything || column.load);
        values.append(isThere ? QStringLiteral("%1.%2").arg(aliasOf(column.place), QLatin1String(column.name))
                              : QStringLiteral("0"));
    }
    QString from = QStringLiteral(" FROM requests");
    for (const Table &table : sharedTables())
        from += QStringLiteral(" JOIN %1 ON %1.id = requests.%2")
                    .arg(QLatin1String(table.name), QLatin1String(table.link));
    if (wanted == Wanted::Everything) {
        for (const Table &table : sharedTables()) {
            if (table.primer)
                values.append(QStringLiteral("%1.primer").arg(QLatin1String(table.name)));
        }
        values.append(QStringLiteral("details.packed"));
        from += QStringLiteral(" LEFT JOIN details ON details.number = requests.number");
    }
    return QStringLiteral("SELECT %1%2 ").arg(values.join(QStringLiteral(", ")), from);
}

} // namespace

const Table &rowTable()
{
    static const Table table{Place::Row, "requests", "", placesOf(Place::Row)};
    return table;
}

const std::vector<Table> &sharedTables()
{
    static const std::vector<Table> tables{
        {Place::Service, "services", "service", placesOf(Place::Service)},
        {Place::Origin, "origins", "origin", placesOf(Place::Origin), originPrimer},
        {Place::Ending, "endings", "ending", placesOf(Place::Ending), endingPrimer},
    };
    return tables;
}

const std::vector<qsizetype> &detailColumns()
{
    static const std::vector<qsizetype> places = placesOf(Place::Detail);
    return places;
}

QString searchStatement()
{
    // Pieces of texts and the rows they are in, nothing else: neither the texts nor where in them.
    return QStringLiteral("CREATE VIRTUAL TABLE search USING fts5 (pieces, content = '', columnsize = 0, "
                          "detail = none, tokenize = 'ascii')");
}

QString selectStatement(Wanted wanted)
{
    static const QString lists = madeStatement(Wanted::Lists);
    static const QString everything = madeStatement(Wanted::Everything);
    return wanted == Wanted::Lists ? lists : everything;
}

Record recordFromFile(const QVariantList &values)
{
    Record record;
    for (size_t i = 0; i < columns().size(); ++i) {
        const Column &column = columns()[i];
        record.append(
            column.place == Place::Detail ? QVariant() : column.form->toRecord(values.at(qsizetype(i) + 1)));
    }
    return record;
}

HistoryRow rowFromFile(const QVariantList &values)
{
    HistoryRow row = rowFrom(recordFromFile(values));
    row.number = values.constFirst().toLongLong();
    return row;
}

} // namespace faceid::schema
