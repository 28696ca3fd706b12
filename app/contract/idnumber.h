#pragma once

#include <QDate>
#include <QString>

namespace faceid {

/// What people paste as an ID number, brought to the form the documents ask for: full-width digits and
/// letters become ASCII, blanks, hyphens and invisible characters go, a last x becomes X. Nothing else is
/// touched, so that a wrong number stays visibly wrong.
QString repairedIdNumber(const QString &text);

/// The birth date in an ID number of 18 characters; invalid when there is none.
QDate birthDateIn(QStringView number);

/// Whether the last character of an ID number of the right shape is the one that ISO 7064 (MOD 11-2) gives.
bool idNumberCheckDigitFits(QStringView number);

} // namespace faceid
