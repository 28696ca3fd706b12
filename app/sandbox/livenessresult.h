#pragma once

#include "sandbox/tokenledger.h"

#include <QJsonObject>

namespace faceid {

/// Which pictures a result carries: get_image_type of the PC API.
enum class ResultImages { None, Best, All };

// What both result documents say of a finished check. Scores and thresholds agree with the outcome and are
// the same at each asking. Where the documents are silent, this imitation chooses:
// - The thresholds are 64, 69, 74 and 79 for 1e-3 to 1e-6. A pass scores over all of them and another person
//   under all, so that no security_level turns it round.
// - An attack of the PC API: with a comparison the liveness check goes well and synthetic_face_confidence is
//   over its threshold; without one, where nothing else would tell, the check fails.
// - An attack of the SDK is compared only with force_compare=1.
// - Pictures are a grey square that says in its comment that it is simulated.

/// Of the PC API: get_result without request_id and time_used, and, without pictures, the data of the
/// callbacks. \a token is done.
QJsonObject pcResult(const IssuedToken &token, ResultImages images);
/// The field `data` of a callback: the same without pictures, as text. \a now: epoch seconds.
QByteArray callbackData(const IssuedToken &token, qint64 now);

/// Of the SDK, at any time, without request_id and time_used. \a verbose: with the picture.
QJsonObject sdkResult(const IssuedToken &token, bool verbose, qint64 now);

} // namespace faceid
