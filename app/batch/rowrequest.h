#pragma once

#include "batch/batchsheet.h"
#include "contract/validation.h"

namespace faceid {

/// A cell that is not as it should be.
struct CellProblem
{
    int row = 0; ///< SheetRow::number
    QString column; ///< empty: the whole row
    QString code; ///< the service's own; empty for what only this program refuses
    QString message; ///< one sentence, translated
    bool isRefusal = true; ///< false: a warning; the row is sent
    QString cell = {}; ///< what stands in it; masked where it is personal
};

/// A row as a request, with its photos read.
struct RowRequest
{
    Parts parts; ///< assembled()
    QList<CellProblem> problems;
};

/// Reads the photos and judges the row. \a bizNo is its serial number if it brings none. Blocks; never for a
/// FIFO.
RowRequest rowRequest(const BatchSheet &sheet, const SheetRow &row, const QString &bizNo);
/// The same for who has no sheet at hand: \a folder is what paths are relative to, \a columns how many there
/// are.
RowRequest rowRequest(
    const EndpointSpec &endpoint, const QDir &folder, int columns, const SheetRow &row, const QString &bizNo);

} // namespace faceid
