#pragma once

#include <QString>

namespace faceid {

/// Text of a server made safe to look at: control and direction-changing characters stand as `\uXXXX`, so
/// that they can neither hide nor reorder anything. Line feed and tab are kept where \a keepLines.
QString visibleText(const QString &text, bool keepLines = false);

} // namespace faceid
