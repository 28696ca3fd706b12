#pragma once

#include "credentials/profilefile.h"
#include "credentials/profilestore.h"

namespace faceid {

/// Writes \a profiles to \a path, without any secret. Returns why not, translated; empty when it was done.
QString exportProfiles(const QList<Profile> &profiles, const QString &path);

/// What came of an import.
struct ImportResult
{
    QStringList ids; ///< of the profiles that were added
    QString problem; ///< of the file, or of the first profile that was left out; translated
};

/// Adds the profiles of a file to \a store, under names that are free.
ImportResult importProfiles(ProfileStore &store, const QString &path);

} // namespace faceid
