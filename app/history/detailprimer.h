#pragma once

#include "history/historyschema.h"

namespace faceid {

/// Text that the details of rows of one origin are likely to repeat, made from the first of them: the names
/// of its parts, and of their values those that are the same for everybody. Nothing of a person is in it.
QByteArray originPrimer(const schema::Record &record);
/// What the details of this very row are likely to repeat: its own serial number, token, ...
QByteArray rowPrimer(const schema::Record &record);

} // namespace faceid
