#pragma once

#include <QString>

namespace faceid {

/// One step of a path into JSON, behind what leads there from the root "$": .images['odd key'] or [2].
QString pathStep(QString key);
QString pathStep(qsizetype index);

} // namespace faceid
