#include "batch/rowrequest.h"

#include "client/imagefile.h"
#include "client/tokenclient.h"
#include "contract/masking.h"

#include <QCoreApplication>

#include <algorithm>

namespace faceid {

namespace {

/// The row's photos among \a parts, and what kept them from being read.
void readPhotos(const QDir &folder, const SheetRow &row, Parts &parts, QList<CellProblem> &problems)
{
    for (const auto &[name, path] : row.photos) {
        const ImageLoad load = loadImageFile(folder.filePath(path));
        if (const auto *file = std::get_if<ImageFile>(&load))
            parts.append(file->toPart(name));
        else
            problems.append({row.number, name, {}, describe(std::get<ImageRefused>(load)), true});
    }
}

QString cellOf(const EndpointSpec &endpoint, const SheetRow &row, const QString &column)
{
    const QString text = partText(row.texts, column);
    const FieldSpec *field = endpoint.field(column);
    if (field && field->kind == Kind::PersonName)
        return maskedName(text);
    if (field && field->kind == Kind::IdCardNumber)
        return maskedIdNumber(text);
    const auto photo = std::find_if(row.photos.cbegin(), row.photos.cend(),
        [&column](const std::pair<QString, QString> &one) { return one.first == column; });
    return photo == row.photos.cend() ? text : photo->second;
}

} // namespace

RowRequest rowRequest(const BatchSheet &sheet, const SheetRow &row, const QString &bizNo)
{
    return rowRequest(sheet.endpoint(), sheet.folder(), sheet.columns(), row, bizNo);
}

RowRequest rowRequest(
    const EndpointSpec &endpoint, const QDir &folder, int columns, const SheetRow &row, const QString &bizNo)
{
    RowRequest request;
    if (row.cells > columns)
        request.problems.append({row.number, {}, {},
            QCoreApplication::translate("Batch", "The row has %1 cells, the header %2.")
                .arg(row.cells)
                .arg(columns),
            true});
    Parts parts = row.texts;
    readPhotos(folder, row, parts, request.problems);
    if (const FieldSpec *field = endpoint.uniqueField(); field && !findPart(parts, field->name))
        parts.append(textPart(field->name, bizNo));
    QStringList dropped;
    request.parts = assembled(endpoint, parts, &dropped);
    for (const QString &name : std::as_const(dropped))
        request.problems.append({row.number, name, {},
            QCoreApplication::translate("Batch", "It is no field of this comparison_type and is left out."),
            false});
    for (const Problem &problem : requestProblems(endpoint, request.parts)) {
        const bool isTold = std::any_of(
            request.problems.cbegin(), request.problems.cend(), [&problem](const CellProblem &known) {
                return known.isRefusal && known.column == problem.field;
            });
        if (!isTold) // a photo that could not be read is missing, too
            request.problems.append({row.number, problem.field, problem.code, describe(problem),
                problem.severity == Severity::Refusal});
    }
    for (CellProblem &problem : request.problems)
        problem.cell = cellOf(endpoint, row, problem.column);
    return request;
}

} // namespace faceid
