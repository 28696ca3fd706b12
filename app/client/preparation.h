#pragma once

#include "client/exchange.h"
#include "client/route.h"

namespace faceid {

class PersonKey;
struct Policy;

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

/// Whether a request says by name or number whom it is about: then prepare() has use for a key.
bool namesAPerson(const EndpointSpec &spec, const Parts &parts);

/// \a key may be null.
Preparation prepare(const EndpointSpec &spec, const Parts &parts, const PersonKey *key, const Policy &policy,
    const Profile &profile, const QUrl &address);

} // namespace faceid
