#pragma once

#include <QString>

namespace faceid {

/// Who uses this program: the login name, as the system knows it; empty when it does not.
QString operatorName();

} // namespace faceid
