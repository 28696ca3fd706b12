#pragma once

#include "credentials/credentialstore.h"
#include "credentials/profilestore.h"

#include <QSettings>

#include <memory>

namespace faceid {

/// The settings with what reads them; made anew by each verb.
struct Shelf
{
    explicit Shelf(const Policy &policy);

    std::unique_ptr<QSettings> settings;
    ProfileStore profiles;
    CredentialStore credentials;
};

} // namespace faceid
