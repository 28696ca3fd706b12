#pragma once

#include "contract/endpointspec.h"

#include <array>

namespace faceid {

/// What an answer of get_result says about one question. A finished flow is not a pass, and a live face is
/// not yet the right one: three questions, three findings.
enum class Finding {
    Passed,
    Failed,
    NotDone, ///< it did not come to that, or was not asked for
    Unclear, ///< the answer does not say, or contradicts itself
};

/// One row of the result tables: what a service calls an end, and what that says.
struct EndSpec
{
    int code; ///< result_code of the SDK; 0 for the PC API, which has none
    QString name; ///< result_message, or failure_reason
    Finding flow; ///< did the end user go through it to its end
    Finding liveness;
    Finding comparison; ///< as far as the name itself says it; scores say more
    Actor actor;
    const char *meaning; ///< QT_TRANSLATE_NOOP("Contract", ...)
    const char *advice; ///< QT_TRANSLATE_NOOP("Contract", ...)
};

/// What to do about a check that looks like an attack; QT_TRANSLATE_NOOP("Contract", ...).
extern const char *const attackAdvice;

/// How get_result of an API is asked.
struct ResultSpec
{
    const EndpointSpec *endpoint; ///< that issues the tokens: host, credentials and the error's key
    QString path;
    QString idName; ///< the parameter that says whose result: biz_token or biz_id
    QString imagesName; ///< the parameter that asks for pictures
    QString withImages; ///< its value for all that there are
    QString withoutImages;
    std::vector<EndSpec> ends;

    /// The row of an end; null for one that no public page names.
    const EndSpec *end(int code, const QString &name) const;
};

const ResultSpec &resultSpec(const EndpointSpec &endpoint);

/// What only get_result refuses with.
const std::vector<ErrorSpec> &resultErrors();

/// The false accept rates that scores are read against, by security_level 1 to 4: "1e-3" to "1e-6".
inline constexpr std::array<const char *, 4> falseAcceptRates{"1e-3", "1e-4", "1e-5", "1e-6"};
/// The level that the service assumes, for either API; the PC API has no parameter for it.
int assumedSecurityLevel();

/// Stable text for JSON and history: "passed", "failed", "not-done", "unclear".
QString findingName(Finding finding);
Finding findingFromName(QStringView name); ///< Unclear for any other text
/// In a word or two, translated.
QString findingTitle(Finding finding);

} // namespace faceid
