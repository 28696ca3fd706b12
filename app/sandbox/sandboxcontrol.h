#pragma once

#include "sandbox/sandboxanswer.h"
#include "sandbox/scenarioqueue.h"

namespace faceid {

/// /sandbox/scenarios, for pipelines: GET lists what is still to come, POST adds every `scenario` of its form
/// in turn (all or none), DELETE forgets all. The answer is the list; 403 for another machine, wherever the
/// sandbox listens. Nothing for any other path.
std::optional<SandboxAnswer> controlAnswer(ScenarioQueue &queue, const SandboxRequest &request);

} // namespace faceid
