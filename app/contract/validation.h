#pragma once

#include "contract/parts.h"

#include <QList>

namespace faceid {

/// Why a value would not be taken.
enum class Reason {
    Missing,
    NotUtf8,
    TooManyBytes,
    TooManyChars,
    NotANumber,
    OutOfRange,
    NotAChoice,
    NotAUrl,
    IdNumberShape,
    IdNumberCheckDigit,
    ImageEmpty,
    ImageFormat,
    ImageDamaged,
    ImageTooLarge,
    ImageUnreadable,
    NoFace,
    FaceNotUpright,
    SeveralFaces,
    RequestTooLarge,
};

enum class Severity {
    Refusal, ///< the service would refuse; nothing is sent
    Warning, ///< worth a look; sending is allowed
};

/// One thing that is wrong with a request, in the service's own code. Holds facts only; describe() makes the
/// text, so that it follows a change of language.
struct Problem
{
    Severity severity = Severity::Refusal;
    Reason reason = Reason::Missing;
    QString code; ///< as the service would answer: "BAD_ARGUMENTS:uuid"; empty for a warning
    QString field; ///< name of the part; empty when the whole request is meant
    qint64 actual = 0; ///< bytes, characters or pixels, as the reason says
    qint64 limit = 0;
    qint64 lowest = 0; ///< of Reason::OutOfRange
    QString text; ///< format, expected value, case or the service's code, as the reason needs
};

using Problems = QList<Problem>;

/// What is looked at.
enum class Scope {
    Form, ///< what an operator fills in
    Wire, ///< the credentials too, as the service does
};

/// Everything that \a spec's service would refuse in \a parts, in the order in which it would find it (the
/// order of the document's table), then warnings in between at their field. Never fails; parts that no row
/// describes and parameters of another comparison_type are ignored, as the service does. What a detector
/// found in a photo (Part::faces) is a warning in a form, where the service may see better, and a refusal on
/// the wire.
Problems validate(const EndpointSpec &spec, const Parts &parts, Scope scope = Scope::Form);

/// Problem of a whole body of \a bodyBytes, if it has one: the limit of \a spec as a refusal.
std::optional<Problem> bodySizeProblem(const EndpointSpec &spec, qint64 bodyBytes);

/// The first refusal; null when there are only warnings.
const Problem *firstRefusal(const Problems &problems);
Problems refusals(const Problems &problems);

/// One sentence in the language of the program: what is wrong, with figures.
QString describe(const Problem &problem);

} // namespace faceid
