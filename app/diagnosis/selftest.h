#pragma once

#include "client/exchange.h"

#include <QObject>

#include <functional>

namespace faceid {

/// Issues one token from a sandbox of its own, for a person who does not exist: the form of a request, the
/// wire, TLS aside, and the reader of answers all have to work for that. Nothing is written down, and nothing
/// leaves this machine.
///
/// \a done is called once, from the event loop, or never once \a context is gone. It gets an Exchange that is
/// not Issued where it went wrong; one without an address where the sandbox could not be started, which
/// Exchange::detail then says.
void testSandbox(QObject *context, std::function<void(const Exchange &)> done);

} // namespace faceid
