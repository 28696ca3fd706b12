#include "about.h"

#include "places.h"

#include <QCoreApplication>
#include <QSettings>

namespace faceid {

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
    const QString portable = portableFolder();
    if (portable.isEmpty())
        return std::make_unique<QSettings>(
            QSettings::IniFormat, QSettings::UserScope, applicationName(), applicationName());
    return std::make_unique<QSettings>(
        portable + u'/' + applicationName() + QStringLiteral(".ini"), QSettings::IniFormat);
}

} // namespace faceid
