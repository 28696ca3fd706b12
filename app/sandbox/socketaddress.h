#pragma once

#include <QHostAddress>

#include <sys/socket.h>

namespace faceid {

/// An address as the system's own functions take it, of either family.
sockaddr_storage socketAddress(const QHostAddress &address, quint16 port);
/// As it stands in front of a port.
QString hostText(const QHostAddress &address);

} // namespace faceid
