#pragma once

#include <QDirIterator>
#include <QFile>
#include <QStringList>

/// What everybody but the owner may do with a file.
inline constexpr QFile::Permissions anybodyElse = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
    | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

/// The paths of all files in \a folder and below, hidden ones too.
inline QStringList filesIn(const QString &folder)
{
    QStringList result;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        result.append(files.next());
    return result;
}
