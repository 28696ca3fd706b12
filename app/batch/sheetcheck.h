#pragma once

#include "batch/rowrequest.h"

#include <functional>

namespace faceid {

/// What a look at every row of a sheet found.
struct SheetCheck
{
    int rows = 0;
    int refusedRows = 0; ///< with at least one refusal
    qint64 problems = 0; ///< warnings too
    QList<CellProblem> first; ///< of them, maxListed at most
    QString error; ///< why the sheet cannot be read, one sentence, translated
    bool namesPersons = false; ///< some row does, by name or number
    QByteArray hash; ///< SHA-256 of the file

    static constexpr qsizetype maxListed = 1000;
    bool isGood() const { return error.isEmpty() && refusedRows == 0 && rows > 0; }
};

/// Looks at all rows, photos included, one at a time; sends nothing. Blocks: off the GUI thread. \a goOn is
/// told how many rows have been looked at and ends it by false.
SheetCheck checkSheet(
    const QString &path, const EndpointSpec &endpoint, const Parts &fixed,
    const std::function<bool(int rows)> &goOn = [](int) { return true; });

/// SHA-256 of a file; empty when it cannot be read.
QByteArray fileHash(const QString &path);

} // namespace faceid
