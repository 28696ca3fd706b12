#pragma once

#include "client/reply.h"
#include "contract/parts.h"
#include "credentials/secret.h"

#include <vector>

namespace faceid {

/// Takes out of an answer what the request carried and no file may hold: names and ID numbers of \a sent
/// become masks, \a secrets an ellipsis. An error answer, or a proxy in between, may well echo a request.
void scrub(Reply &reply, const EndpointSpec &spec, const Parts &sent, const std::vector<Secret> &secrets);

} // namespace faceid
