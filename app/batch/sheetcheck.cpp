#include "batch/sheetcheck.h"

#include "client/preparation.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>

#include <algorithm>

namespace faceid {

namespace {

/// Finds serial numbers that the sheet itself has twice. Eight bytes are kept of each, so that a long sheet
/// costs little; in a million rows two different ones look the same once in forty million sheets.
class SerialNumbers
{
public:
    /// The row that has it already; 0: none.
    int rowOf(const QString &bizNo, int row)
    {
        const QByteArray hash = QCryptographicHash::hash(bizNo.toUtf8(), QCryptographicHash::Sha256);
        quint64 key = 0;
        memcpy(&key, hash.constData(), sizeof key);
        int &first = m_rows[key];
        if (first == 0)
            first = row;
        return first == row ? 0 : first;
    }

private:
    QHash<quint64, int> m_rows;
};

void count(SheetCheck &check, const QList<CellProblem> &problems)
{
    const bool isRefused = std::any_of(
        problems.cbegin(), problems.cend(), [](const CellProblem &problem) { return problem.isRefusal; });
    check.refusedRows += isRefused ? 1 : 0;
    check.problems += problems.size();
    const qsizetype room = SheetCheck::maxListed - check.first.size();
    check.first += problems.first(std::min(room, problems.size()));
}

} // namespace

QByteArray fileHash(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return hash.result().toHex();
}

SheetCheck checkSheet(const QString &path, const EndpointSpec &endpoint, const Parts &fixed,
    const std::function<bool(int rows)> &goOn)
{
    SheetCheck check;
    BatchSheet::Opened opened = BatchSheet::open(path, endpoint, fixed);
    if (const auto *problem = std::get_if<QString>(&opened)) {
        check.error = *problem;
        return check;
    }
    BatchSheet &sheet = *std::get<std::unique_ptr<BatchSheet>>(opened);
    check.hash = fileHash(path);
    SerialNumbers serials;
    SheetRow row;
    while (sheet.next(row)) {
        ++check.rows;
        // Stands for the number that a row gets later; it differs from row to row and is as long.
        RowRequest request =
            rowRequest(sheet, row, QStringLiteral("20260101-0000-XXXX-XXXX-XXXX-%1").arg(row.number));
        check.namesPersons = check.namesPersons || namesAPerson(endpoint, request.parts);
        const QString own = uniqueText(endpoint, row.texts);
        if (const int first = own.isEmpty() ? 0 : serials.rowOf(own, row.number))
            request.problems.append({row.number, endpoint.uniqueField()->name, {},
                QCoreApplication::translate("Batch", "Row %1 has the same serial number.").arg(first), true,
                own});
        count(check, request.problems);
        if (!goOn(check.rows))
            break;
    }
    check.error = sheet.error();
    if (check.error.isEmpty() && check.rows == 0)
        check.error = QCoreApplication::translate("Batch", "The sheet has a header and no rows.");
    return check;
}

} // namespace faceid
