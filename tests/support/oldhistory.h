#pragma once

#include <QList>
#include <QString>

#include <utility>

/// History files as earlier versions wrote them.
namespace old {

/// Of the first row.
inline const QString id = QStringLiteral("6f9619ff-8b86-4011-b42d-00c04fc964ff");
/// Of the row of that number, 1 for the first.
QString idOf(int number);

/// The first row of layout 2, value by value, as the program of that time wrote it: definition of the column,
/// value in SQL.
const QList<std::pair<const char *, QString>> &row();

/// Makes a file of layout 2 whose rows differ in what tells requests apart. Returns the error; empty when it
/// is made.
QString makeLayoutTwo(const QString &path, int rows);

} // namespace old
