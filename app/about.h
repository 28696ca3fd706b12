#pragma once

#include <QString>

#include <memory>

class QSettings;

namespace faceid {

/// Version of this program, as in CMake's project(), for --version, About and the User-Agent.
QString version();

/// Sets the application and organisation names that decide where settings and data live (XDG directories on
/// Linux). Both programs call it first, so that they share profiles and history.
void setApplicationNames();

/// The settings of both programs: faceid-console/faceid-console.ini in the user's configuration directory, or
/// beside a portable program.
std::unique_ptr<QSettings> openSettings();

} // namespace faceid
