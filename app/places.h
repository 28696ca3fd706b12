#pragma once

#include <QFileDevice>
#include <QString>

namespace faceid {

/// Name of the programs in folders and settings, whichever of the two runs.
QString applicationName();

/// The folder in which a portable program, as on a memory stick, keeps settings and data alike: "data" beside
/// it, where a file named "portable" lies beside it (on macOS beside its bundle). Empty for any other.
QString portableFolder();

/// The folder of history, drafts and certificates; nobody may have made it yet. That of a portable program,
/// or $XDG_DATA_HOME/faceid-console.
QString dataFolder();

/// The rights of a file that nobody but this user may read.
constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace faceid
