#pragma once

#include "contract/endpointspec.h"

namespace faceid {

/// Error table of get_biz_token.zh.txt, in its order; REPLAY_ATTACK and BALANCE_NOT_ENOUGH come from other
/// public pages.
std::vector<ErrorSpec> sdkErrors();
/// Both error tables of get_token.zh.md, with the codes that only its parameter texts (NO_FACE_FOUND,
/// MULTIPLE_FACES) and its sample of a failure (INVALID_ARGUMENTS) name.
std::vector<ErrorSpec> pcErrors();

} // namespace faceid
