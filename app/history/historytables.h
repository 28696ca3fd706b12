#pragma once

#include "history/historyschema.h"

namespace faceid::schema {

/// Where the columns of one place stand in the file.
struct Table
{
    Column::Place place;
    const char *name;
    const char *link; ///< the column of requests that holds a shared row's id; empty for requests itself
    std::vector<qsizetype> columns; ///< places in columns()
    QByteArray (*primer)(const Record &) = nullptr; ///< see detailprimer.h; kept with the shared row
};

/// The table requests: one row for each request.
const Table &rowTable();
/// services, origins and endings: rows that many requests share.
const std::vector<Table> &sharedTables();
/// Places in columns() of what is packed into details, in the order there. A later layout only adds to the
/// end.
const std::vector<qsizetype> &detailColumns();

/// Makes the index of all substrings; see searchPieces().
QString searchStatement();
/// The start of a SELECT: the row's number, the values of columns() as the file holds them (0 for those of
/// Place::Detail, or for all that lists do not show), and with details the primer of each shared row that
/// has one, and what is packed.
enum class Wanted { Lists, Everything };
QString selectStatement(Wanted wanted);
/// SELECT's values back to a record. Those of Place::Detail are empty.
Record recordFromFile(const QVariantList &values);
/// ... to a row with its number, as lists show it.
HistoryRow rowFromFile(const QVariantList &values);

} // namespace faceid::schema
