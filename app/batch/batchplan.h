#pragma once

#include "contract/parts.h"
#include "credentials/profile.h"

#include <QString>

#include <variant>

namespace faceid {

/// What is fixed before the first row is sent, in a file beside the sheet, so that a run can be taken up
/// after any end: which sheet, to whom, and the serial number of every row. What became of a row is in the
/// history.
struct BatchPlan
{
    QString sheetHash; ///< of the whole file: a changed one is another batch
    QString endpointId;
    QString service; ///< base address and api_key
    QString seed; ///< serial numbers begin with it
    int rows = 0;
    Parts fixed; ///< fields of all rows; not personal

    /// Of a row that brings none. The same at each asking.
    QString bizNo(int row) const;

    /// Why a sheet of that \a hash is not the one it was made for, one sentence, translated; empty when it
    /// is.
    QString changeProblem(const QByteArray &hash) const;

    /// Who a plan is made for, as #service has it: rows must not go to another service half-way.
    static QString serviceOf(const EndpointSpec &endpoint, const Profile &profile);
    /// The file: "people.csv.batch" of "people.csv".
    static QString pathOf(const QString &sheet);
    static QString freshSeed(const EndpointSpec &endpoint);
    /// Durably, for its owner only, or not at all. The error, untranslated; empty when it is there.
    QString save(const QString &sheet) const;
    /// The text, untranslated, says why there is none.
    static std::variant<BatchPlan, QString> load(const QString &sheet);
    static bool exists(const QString &sheet);
};

} // namespace faceid
