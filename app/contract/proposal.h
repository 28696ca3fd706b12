#pragma once

#include "contract/fieldspec.h"

#include <QDateTime>

namespace faceid {

/// A fresh value for a row that the program proposes one for (FieldSpec::generated); empty for any other.
///
/// A row that must be unique gets the time of \a now, so that lists sort by it and people can talk about it,
/// and 60 random bits in Crockford's base 32, which has no I, L, O and U: 20261121-2317-8F3K-Q2M7-WX4D. Any
/// other gets a random UUID.
QString proposedValue(const FieldSpec &row, const QDateTime &now = QDateTime::currentDateTime());

} // namespace faceid
