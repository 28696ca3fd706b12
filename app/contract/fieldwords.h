#pragma once

#include "contract/endpointspec.h"

namespace faceid {

/// What a reference says of a row, in a few words, translated.

/// The comparison types of \a spec in \a set, a set of Case: "1, 0", or "always".
QString casesText(const EndpointSpec &spec, unsigned set);
/// The values or the size that the row takes: "0, 1", "5–60", "128 bytes"; empty where there is no limit.
QString limitsText(const FieldSpec &row);

} // namespace faceid
