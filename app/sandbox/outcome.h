#pragma once

#include <QString>

#include <vector>

namespace faceid {

/// How a liveness check ends.
enum class LivenessOutcome { Pass, WrongPerson, Attack, TimeOut, Cancelled, NoCamera };

/// What an outcome is called, and what both result documents call it.
struct OutcomeSpec
{
    LivenessOutcome outcome;
    const char *name; ///< on command lines and in forms
    const char *chinese; ///< on the end user's page
    const char *english;
    int sdkCode; ///< result_code
    const char *sdkMessage; ///< result_message
    const char *pcFailure; ///< failure_reason; null: the liveness check itself went well
};

/// All, the good one first.
const std::vector<OutcomeSpec> &outcomes();
/// Null for a name that none has.
const OutcomeSpec *outcomeNamed(QStringView name);
/// What it is called in the language of the program.
QString outcomeTitle(const OutcomeSpec &spec);
/// "pass, wrong-person, ..."
QString outcomeNames();

} // namespace faceid
