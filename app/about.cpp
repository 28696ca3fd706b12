#include "about.h"

#include <QCoreApplication>
#include <QSettings>

namespace faceid {

namespace {

/// In folders and settings, whichever of the two programs runs.
QString applicationName()
{
    return QStringLiteral("faceid-console");
}

} // namespace

QString version()
{
    return QStringLiteral(FACEID_VERSION);
}

void setApplicationNames()
{
    QCoreApplication::setApplicationName(applicationName());
    QCoreApplication::setApplicationVersion(version());
}

std::unique_ptr<QSettings> openSettings()
{
    // An INI file on every system: it can be read, copied and put under version control.
    return std::make_unique<QSettings>(
        QSettings::IniFormat, QSettings::UserScope, applicationName(), applicationName());
}

} // namespace faceid
