#pragma once

#include "history/columnform.h"
#include "history/historyrow.h"

#include <QJsonObject>
#include <QStringList>
#include <QVariant>

#include <optional>
#include <vector>

namespace faceid::schema {

/// Version of the file's layout, kept in its user_version. 1 and 2 had one table with every value as text; 3
/// is the lean one with a search index (see Column::Place).
inline constexpr int version = 3;

/// Bytes of a body that are kept of an answer that is no valid one.
inline constexpr qsizetype maxUnknownBody = 4096;

/// One fact of a row. All SQL, the rows that lists show and the lines of the rescue file are made from the
/// list of these.
struct Column
{
    enum class When {
        Begin, ///< written when the row is made, and never again
        Always,
        ByHand, ///< empty until somebody says something about the row
    };
    enum class Place {
        Row, ///< in the table requests, which lists and searches go through
        Service, ///< in services: what a serial number has to be unique at
        Origin, ///< in origins: what many requests have in common before they are sent
        Ending, ///< in endings: what many have in common after
        Detail, ///< in the table details, packed; for who looks at one row
    };
    const char *name;
    const char *type; ///< of the record's value in SQL; its first word is TEXT, INTEGER or BLOB
    When when;
    Place place;
    const Form *form; ///< how the file holds it
    QVariant (*save)(const Exchange &); ///< null: not from the exchange (the owner, and all of ByHand)
    void (*load)(HistoryRow &, const QVariant &); ///< null: not in lists
    int since = 1; ///< the layout that brought it

    bool isOptional() const { return !QByteArrayView(type).contains("NOT NULL"); }
};

const std::vector<Column> &columns();
/// Place in columns().
qsizetype indexOf(const char *name);
/// Those of the columns that are searched for what an operator types.
const std::vector<qsizetype> &searchedColumns();

/// Those that are about the person, or whose words may be: what a purge empties.
const std::vector<qsizetype> &personalColumns();
/// What a column that nobody has written holds.
QVariant nothing(const Column &column);

/// Values as a Record holds them.
QVariant text(const QString &value);
QVariant idText(const QUuid &id);
QVariant milliseconds(const QDateTime &time);
QString stopName(Stop stop);
Stop stopFromName(QStringView name);

/// Numbers that stand for an enumerator in the file.
int outcomeCode(Outcome outcome);
int resolutionCode(Resolution resolution);

/// The values of one row, in the order of columns(), in words.
using Record = QVariantList;
/// \a owner is the name of the running program's lock file (see HistoryFile).
Record recordOf(const Exchange &exchange, const QString &owner);
/// \a begun with what \a exchange says of its end.
Record ended(Record begun, const Exchange &exchange);
/// \a begun with what \a end, a whole record of the same request, says of its end.
Record ended(Record begun, const Record &end);
/// The exchange of a record as far as it was kept.
Exchange exchangeOf(const Record &record);
QJsonObject toJson(const Record &record);
/// Nothing when \a json is not one of toJson()'s, of this version or an earlier one.
std::optional<Record> recordFrom(const QJsonObject &json);
/// A record of an earlier layout, with what that kept elsewhere.
Record completed(Record record);
HistoryRow rowFrom(const Record &record);

/// The indexes that find a person's rows. They came after layout 3, whose files get them when they are
/// opened: SQLite keeps them up to date, whichever version writes.
QStringList personIndexes();
/// The index that keeps serial numbers apart; files from before its words changed get it anew.
QString serialIndex();
/// Makes an empty file one of this version, but for its version; to be run in one transaction.
QStringList createStatements();
/// Writes the version down; the last statement of that transaction.
QString versionStatement();
/// SQL condition on requests: this row may have issued a token, or may still, so its serial number is taken.
QString occupying();
/// SQL condition on requests: the row has a serial number (first value, as the file has it) at a service
/// (second).
QString sameSerial();

} // namespace faceid::schema
