#pragma once

#include <QStringList>

namespace faceid {

/// Which of \a known, of which there is one at least, \a typed was most likely meant to be: the fewest
/// letters are to be changed, added or taken away.
QString closestOf(const QStringList &known, const QString &typed);

} // namespace faceid
