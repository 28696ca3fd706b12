#pragma once

#include "contract/parts.h"
#include "credentials/profile.h"

#include <QDateTime>

namespace faceid {

class Secret;

/// Room that the credentials take in a body at most, for checking its size before the secret is read.
inline constexpr qint64 credentialAllowance = 2048;

/// A sign of the profile's pair in use, made at \a now, good for as long as the profile says.
QByteArray freshSign(const Profile &profile, const Secret &secret, const QDateTime &now);

/// \a parts with the credentials of \a spec in their place of the table. \a proof is what
/// Profile::proofEntry() names: the secret, or a sign that is sent as it is. A sign made here counts from \a
/// now, so call it right before sending. Every credential's value is the only reference to its bytes.
Parts authenticated(const EndpointSpec &spec, const Parts &parts, const Profile &profile, const Secret &proof,
    const QDateTime &now);

} // namespace faceid
