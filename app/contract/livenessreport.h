#pragma once

#include "contract/resultspec.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

#include <array>
#include <optional>

namespace faceid {

/// The live face against one other: a score and where each false accept rate begins.
struct Comparison
{
    QString with; ///< "idcard" or "ref1" of the SDK, "faceid" or "ref1" of the PC API
    double confidence = 0;
    std::array<std::optional<double>, falseAcceptRates.size()> thresholds; ///< by security_level, from 1

    /// Whether the score reaches the threshold of that security_level; nothing when the answer has none.
    std::optional<bool> passes(int securityLevel) const;
};

/// Something that may be wrong with the face: mask, screen_replay, synthetic_face.
struct Suspicion
{
    QString what;
    double confidence = 0;
    double threshold = 0;

    bool isFounded() const { return confidence > threshold; }
};

/// A picture of the answer, as bytes of a picture file.
struct ResultImage
{
    QString name; ///< image_best
    QByteArray bytes; ///< empty: what stood there was no Base64
};

/// What get_result answered, or a callback brought: facts as they came, not yet judged. See verdictsOf().
struct LivenessReport
{
    const ResultSpec *spec = nullptr;
    QString id; ///< biz_token or biz_id
    QString bizNo;
    int code = 0; ///< of the SDK
    QString name; ///< result_message; failure_reason of the PC API, empty when the check went well
    bool isLive = false; ///< of the PC API: liveness_result says success
    QList<Comparison> comparisons;
    QList<Suspicion> suspicions;
    QStringList exceptions; ///< id_exceptions that are set, as they came
    QList<ResultImage> images;

    const EndSpec *end() const { return spec ? spec->end(code, name) : nullptr; }
};

/// Reads the answer to a get_result, or the data of a callback. Strict where a verdict hangs on it: nothing
/// when the end is missing or of another type; then \a oddity says so for an engineer. What no page describes
/// is passed over.
std::optional<LivenessReport> readLivenessReport(
    const EndpointSpec &endpoint, const QJsonObject &answer, QString &oddity);

/// The answer without what may be personal: pictures become their size and SHA-256, biz_extra_data its size.
QJsonObject redactedReport(const QJsonObject &answer);

} // namespace faceid
