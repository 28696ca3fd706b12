#pragma once

#include "history/historyrow.h"

#include <QJsonObject>

#include <vector>

namespace faceid {

/// One thing that is told of a row outside the window, under the same name in JSON and CSV.
struct RowField
{
    const char *name;
    bool isPersonal; ///< about the person, or words of the operator that may be
    QJsonValue (*value)(const HistoryRow &); ///< null where there is nothing; times in UTC, ISO 8601
};

/// All of them, in the order in which they are printed. The token stands masked.
const std::vector<RowField> &rowFields();

/// One row, without what is personal unless \a withPersonal.
QJsonObject rowJson(const HistoryRow &row, bool withPersonal);

} // namespace faceid
