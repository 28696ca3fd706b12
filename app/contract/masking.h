#pragma once

#include <QString>

namespace faceid {

/// How much of a personal value stays readable.
enum class Mask {
    List, ///< tables, exports, files: ID number 1...X
    Detail, ///< the detail view of one row: ID number 110...002X
};

/// The first character of a name, two for a compound Chinese surname (欧阳*). Empty stays empty.
QString maskedName(const QString &name);
/// List: the first and the last character; Detail: the first three and last four. Where that would be more
/// than half of the text, it is masked whole.
QString maskedIdNumber(const QString &number, Mask mask = Mask::List);
/// Whether \a text is what one of the masks leaves of a name or ID number.
bool isMasked(const QString &text);
/// Enough of a token to recognise it: the first and the last four characters; a text under 16 is masked
/// whole.
QString maskedToken(const QString &token);

} // namespace faceid
