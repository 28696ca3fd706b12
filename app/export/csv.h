#pragma once

#include <QByteArray>
#include <QStringList>

namespace faceid {

/// Bytes in front of a file by which Excel knows that it is UTF-8.
inline constexpr char utf8Mark[] = "\xEF\xBB\xBF";

/// One record of RFC 4180 in UTF-8, its line end (CR LF) included. A cell that a spreadsheet would take for a
/// formula, because it begins with = + - @, a tab or a line end, gets an apostrophe in front.
QByteArray csvRecord(const QStringList &cells);

} // namespace faceid
