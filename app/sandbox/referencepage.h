#pragma once

#include "sandbox/sandboxanswer.h"
#include "sandbox/sandboxrules.h"

namespace faceid {

/// What the sandbox is and answers, for people: how to point an integration at it, both documents' tables,
/// and every scenario, in the language of the program.
SandboxAnswer referencePage(const SandboxRules &rules);

} // namespace faceid
