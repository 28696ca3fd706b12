#pragma once

#include "client/exchange.h"
#include "client/route.h"

namespace faceid {

class PersonKey;

/// What is worked out of a request before anything is written down: looking at photos, hashing them and
/// asking the system for a proxy all take their time, so it is done on a worker thread.
struct Preparation
{
    Problems problems;
    Stop stop = Stop::None; ///< why it must not be sent
    QString detail;
    Parts redactedParts;
    QByteArray nameKey; ///< see PersonKey; empty without a key
    QByteArray numberKey;
    Route route;
};

/// \a key may be null.
Preparation prepare(const EndpointSpec &spec, const Parts &parts, const PersonKey *key,
    const Profile &profile, const QUrl &address);

} // namespace faceid
