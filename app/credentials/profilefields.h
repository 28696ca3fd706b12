#pragma once

#include "credentials/profile.h"

#include <QVariant>

#include <vector>

namespace faceid {

/// One value of a profile as it is written down: in the settings file, and in the file that profiles travel
/// in. The addresses are apart, because there is one for each endpoint.
struct ProfileField
{
    QString name;
    bool travels; ///< stands in exported files too
    QVariant (*save)(const Profile &);
    void (*load)(Profile &, const QVariant &); ///< keeps what was there when the value is none
};

/// All of them. The first is the name, without which there is no profile.
const std::vector<ProfileField> &profileFields();

/// Whether both would be written down alike.
bool isSame(const Profile &a, const Profile &b);

/// Stable text of a proxy mode.
QString proxyModeName(ProxyMode mode);

} // namespace faceid
