#pragma once

#include "history/historyschema.h"

namespace faceid {

// Text that the details of a row are likely to repeat, so that it costs next to nothing there (see
// rowdetail.h).

/// For rows of one origin, made from the first of them: the names of its parts, and of their values those
/// that are the same for everybody. Nothing of a person is in it.
QByteArray originPrimer(const schema::Record &record);
/// For rows of one ending, made from the first of them: the shape of the answer without its values.
QByteArray endingPrimer(const schema::Record &record);
/// For this very row: its own serial number, token, ...
QByteArray rowPrimer(const schema::Record &record);

} // namespace faceid
