#pragma once

#include "batch/batchrunner.h"
#include "batch/sheetcheck.h"
#include "cli/console.h"

#include <QJsonArray>
#include <QJsonObject>

namespace faceid {

// What `batch` says.

/// "row 5, idcard_number: ... (CODE)"
QString toLine(const CellProblem &problem);
QJsonArray toJson(const QList<CellProblem> &problems);

/// One line while it runs.
QString progressLine(const BatchProgress &progress);
/// The end: for people, and for programs. \a why as BatchRunner::finished() has it.
QStringList summaryLines(const BatchProgress &progress, const QString &why);
QJsonObject summaryJson(const BatchProgress &progress, const QString &why);
/// Done: every row has a token. Unknown: of at least one nobody knows. Refused: the rest.
ExitStatus statusOf(const BatchProgress &progress);

} // namespace faceid
