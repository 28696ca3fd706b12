#pragma once

#include "sandbox/sandboxanswer.h"
#include "sandbox/tokenledger.h"

namespace faceid {

// The pages that an end user's browser sees, in Chinese and English at once. They load nothing, run no script
// but the one that sends the last form, and say in large letters that they are an imitation.

/// What shall the check have been? One button for each outcome, and one that deals it.
SandboxAnswer choicePage(const IssuedToken &token);
/// Sends \a fields to return_url as a browser does, by itself, or by a button where scripts are off.
SandboxAnswer returnPage(const IssuedToken &token, const Parts &fields);
/// 404 or 410: why the token opens nothing.
SandboxAnswer refusedPage(TokenLedger::Refusal refusal);

} // namespace faceid
