#pragma once

#include <QString>
#include <QUrl>

namespace faceid {

/// Why an address may not be used, translated; empty when it may. HTTPS only, except for loopback, where
/// nothing leaves the machine.
QString addressProblem(const QUrl &address);

/// Whether the address is this machine by its name or number. The resolver is not asked: whoever answers it
/// must not decide what may go in clear.
bool isLoopback(const QUrl &address);

/// host:port, the port also where the scheme implies it: it is what a firewall is asked about.
QString hostAndPort(const QUrl &address);

} // namespace faceid
