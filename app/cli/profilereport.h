#pragma once

#include "client/connectionreport.h"
#include "credentials/credentialstore.h"
#include "credentials/profile.h"

#include <QJsonObject>
#include <QStringList>

namespace faceid {

/// What `faceidctl profile` prints of a profile. Never a secret: of one that is known, its fingerprint.
QJsonObject toJson(const Profile &profile);
QJsonObject toJson(const CredentialResult &secret);
QStringList toLines(const Profile &profile, const CredentialResult &secret);
/// Profiles as a table of one line each.
QStringList toLines(const QList<Profile> &profiles);
QStringList toLines(const ConnectionReports &reports);

} // namespace faceid
