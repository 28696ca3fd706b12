#pragma once

#include "credentials/profile.h"

#include <QByteArray>
#include <QList>

namespace faceid {

/// The largest file of profiles that is read, in bytes: many hundred profiles.
inline constexpr qint64 maxProfileFileBytes = 1 << 20;

/// What a file of profiles held.
struct ProfileImport
{
    QList<Profile> profiles; ///< with ids of their own: an id leads to a keychain entry, and no file may say
                             ///< where the secrets of this computer go
    QString problem; ///< why the file cannot be used, translated; then there are no profiles
};

/// Profiles as JSON, for another computer: never a secret, and nothing that only this computer's keychain
/// can serve (the second key pair).
QByteArray profilesToJson(const QList<Profile> &profiles);
/// Reads what profilesToJson() wrote. Unknown names are passed over; whether a profile may be saved is
/// ProfileStore's business.
ProfileImport profilesFromJson(const QByteArray &bytes);

} // namespace faceid
