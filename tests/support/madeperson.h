#pragma once

#include <QString>

/// A person who does not exist.
namespace made {

inline const QString personName = QStringLiteral("测试一");
inline const QString idNumber = QStringLiteral("110101199003070038"); // the check digit fits

} // namespace made
