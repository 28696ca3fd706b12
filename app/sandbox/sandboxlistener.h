#pragma once

#include "sandbox/localcertificate.h"

#include <QHostAddress>

#include <optional>

namespace faceid {

/// Where and how a sandbox, or a receiver of its callbacks, is reached.
struct SandboxListener
{
    QHostAddress address = QHostAddress(QHostAddress::LocalHost); ///< any other is open to other machines
    quint16 port = 0; ///< 0: any free one
    std::optional<TlsIdentity> tls = {}; ///< nullopt: plain HTTP
};

} // namespace faceid
