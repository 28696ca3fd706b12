#pragma once

#include "contract/livenessreport.h"

namespace faceid {

/// The three verdicts of one check.
struct Verdicts
{
    Finding flow = Finding::Unclear; ///< the end user went through it to its end
    Finding liveness = Finding::Unclear;
    Finding comparison = Finding::Unclear; ///< the scores against the chosen security_level
    /// The service called the comparison otherwise: it judged by another level, or contradicts itself.
    bool disagrees = false;

    /// All that was asked for went well. \a isCompared: a comparison was.
    bool isPass(bool isCompared) const;
    bool operator==(const Verdicts &other) const;
};

/// Judges \a report. Scores go before the service's own word on the comparison, because whoever asks may want
/// another level than the token was issued with; a comparison with several photos passes when each does. A
/// face that is probably a mask, a screen or made by a computer is not live, whatever the answer says else.
Verdicts verdictsOf(const LivenessReport &report, int securityLevel);

/// "Flow passed, liveness passed, comparison failed", translated.
QString verdictsText(const Verdicts &verdicts);

// What a report says, translated, for people.
QString endMeaning(const LivenessReport &report);
QString endAdvice(const LivenessReport &report);
QString endActor(const LivenessReport &report);

} // namespace faceid
