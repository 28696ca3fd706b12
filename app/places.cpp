#include "places.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace faceid {

QString applicationName()
{
    return QStringLiteral("faceid-console");
}

QString portableFolder()
{
    QDir folder(QCoreApplication::applicationDirPath());
    if (folder.path().endsWith(u".app/Contents/MacOS"))
        folder.cd(QStringLiteral("../../.."));
    return folder.exists(QStringLiteral("portable")) ? folder.filePath(QStringLiteral("data")) : QString();
}

QString dataFolder()
{
    const QString portable = portableFolder();
    return portable.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : portable;
}

} // namespace faceid
