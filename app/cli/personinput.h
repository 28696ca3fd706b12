#pragma once

#include "history/personcodes.h"

namespace faceid {

struct Policy;

/// The person that `--person` is about: one line of standard input (a name, an ID number or a uuid, never on
/// the command line), as the history has it. Without the key that takes, only the uuid is there, and stderr
/// says why. Throws UsageError when there is no line.
PersonCodes personFromInput(const Policy &policy);

} // namespace faceid
