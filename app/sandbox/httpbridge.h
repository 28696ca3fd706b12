#pragma once

#include "sandbox/sandboxcall.h"

#include <microhttpd.h>

namespace faceid {

SandboxHead headOf(MHD_Connection *connection, const char *url, const char *method);
/// Tells the client at once that the head has arrived. One that sends head and body by writes of their own
/// (as Qt does, and Java) holds the body back until then, and on a connection that is used again the system
/// would wait 40 ms for something to send along. Linux only; elsewhere it does nothing.
void acknowledgeHead(MHD_Connection *connection);
/// \a answer as it is, and nothing beside it but what HTTP needs.
MHD_Result sendAnswer(MHD_Connection *connection, const SandboxAnswer &answer);

} // namespace faceid
