#pragma once

#include "batch/batchrunner.h"
#include "batch/sheetcheck.h"

namespace faceid {

/// A sentence or more, translated, and the state of the style sheet that it is shown in.
struct BatchWords
{
    QString text;
    QString state;
};

/// As the language of the moment writes numbers.
QString localNumber(qint64 value);
/// What a check found. \a plan: the file of a batch that was begun before; empty when there is none.
BatchWords checkWords(const SheetCheck &found, const QString &plan);
/// How a run ended; see BatchRun::finished(). \a out: the result sheet.
BatchWords endWords(
    const BatchProgress &progress, const QString &why, const QString &sheetProblem, const QString &out);

} // namespace faceid
