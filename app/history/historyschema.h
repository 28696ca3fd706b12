#pragma once

#include "history/historyrow.h"

#include <QJsonObject>
#include <QStringList>
#include <QVariant>

#include <optional>
#include <vector>

namespace faceid::schema {

/// Version of the file's layout, kept in its user_version.
inline constexpr int version = 2;

/// Bytes of a body that are kept of an answer that is no valid one.
inline constexpr qsizetype maxUnknownBody = 4096;

/// One column of the one table. All SQL, the rows that lists show and the lines of the rescue file are made
/// from the list of these.
struct Column
{
    enum class When {
        Begin, ///< written when the row is made, and never again
        Always,
        ByHand, ///< empty until an operator says something about the row
    };
    const char *name;
    const char *type; ///< in SQL; its first word is TEXT, INTEGER or BLOB
    When when;
    QVariant (*save)(const Exchange &); ///< null: not from the exchange (the owner, and all of ByHand)
    void (*load)(HistoryRow &, const QVariant &); ///< null: not in lists
    int since = 1; ///< the layout that brought it
};

const std::vector<Column> &columns();
/// Place in columns().
qsizetype indexOf(const char *name);

/// Values as the file holds them.
QVariant text(const QString &value);
QVariant idText(const QUuid &id);
QVariant milliseconds(const QDateTime &time);

/// The values of one row, in the order of columns().
using Record = QVariantList;
/// \a owner is the name of the running program's lock file (see HistoryFile).
Record recordOf(const Exchange &exchange, const QString &owner);
QJsonObject toJson(const Record &record);
/// Nothing when \a json is not one of toJson()'s.
std::optional<Record> recordFrom(const QJsonObject &json);
/// \a values are those of the columns that have a load, in order.
HistoryRow rowFrom(const QVariantList &values);
/// Those values of a whole record.
QVariantList listValues(const Record &record);

/// Makes an empty file one of this version; to be run in one transaction.
QStringList createStatements();
/// Makes a file of the layout \a from, an older one, one of this version; to be run in one transaction.
QStringList upgradeStatements(int from);
/// One value for each column.
QString insertStatement();
/// One value for each column that is written Always, then the id. \a columns of Begin listed in \a also come
/// behind the others.
QString updateStatement(const QStringList &also = {});
QVariantList updateValues(const Record &record, const QStringList &also = {});
/// The newest rows, newest first; one value: how many.
QString listStatement();
/// What listStatement() gives of one row; one value: its id.
QString rowStatement();
/// What a Remark writes; the values in the order of its members, then the id. A resolution may bring back the
/// claim on a serial number that another row took in the meantime: with \a yields the row becomes a retry of
/// that one.
QString resolveStatement(bool yields);
QString noteStatement();
QString copiedStatement();
/// SQL condition: this row may have issued a token, or may still, so its serial number is taken.
QString occupying();

} // namespace faceid::schema
