#pragma once

#include <QList>
#include <QString>
#include <QTextLayout>

namespace faceid {

struct ThemeColors;

/// How much of a JSON text is worth laying out. Zero: no limit.
struct JsonLimits
{
    qsizetype longestString = 0; ///< characters; of a longer one the beginning is shown
    QString leftOut; ///< what stands for the rest: "… %1 characters …"
    int maxLines = 0;
};

struct IndentedJson
{
    QString text;
    int shortened = 0; ///< strings that were longer than the limit
    bool cutOff = false; ///< there were more lines than the limit
};

/// The JSON text with line breaks and indentation, keys in the order they came, nothing else changed. Text
/// that is not JSON comes out readable all the same: only white space outside of strings is touched.
/// Indentation ends at some depth, so that no answer can blow up.
IndentedJson indentedJson(const QString &json, const JsonLimits &limits = {});

/// The colours of keys, strings and numbers in one line of indented JSON.
QList<QTextLayout::FormatRange> jsonColours(const QString &line, const ThemeColors &colors);

} // namespace faceid
