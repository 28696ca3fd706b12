#pragma once

#include "client/reply.h"

#include <optional>

namespace faceid {

/// This machine's clock minus the service's in milliseconds, to about a second; nothing when the answer does
/// not tell. \a answerAtMs is this machine's clock at the first byte of the answer.
///
/// The time in front of request_id goes before the Date header, because a proxy may have made the latter. It
/// was taken when the service got the request, time_used before it answered.
std::optional<qint64> clockSkew(const Reply &reply, qint64 answerAtMs);

} // namespace faceid
