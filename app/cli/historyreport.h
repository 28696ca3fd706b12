#pragma once

#include "history/historyrow.h"

#include <QJsonObject>
#include <QStringList>

namespace faceid {

/// One row as faceidctl prints it: times in UTC, ISO 8601; what there is nothing of is null. The token is
/// masked unless \a showToken.
QJsonObject toJson(const HistoryRow &row, bool showToken);
/// What is kept of one exchange. The token is masked, in the answer's body too, unless \a showToken.
QJsonObject toJson(const Exchange &exchange, bool showToken);
/// The same for people, in lines of NAME, a colon and the value.
QStringList toLines(const Exchange &exchange, bool showToken);
/// Rows as aligned lines below a line of headings.
QStringList historyTable(const QList<HistoryRow> &rows, bool showToken);
/// Where \a token is one as historyTable() masks it: a sentence that says how to get at the whole. Otherwise
/// empty.
QString maskedTokenHint(const QString &token);

} // namespace faceid
