#pragma once

#include "contract/fieldspec.h"

#include <chrono>

namespace faceid {

/// How a request proves who sends it.
enum class Auth {
    Signature, ///< `sign` and `sign_version`, made from the key pair
    KeyPair, ///< `api_key` and `api_secret` in the form itself
};

/// Who can put a refusal, or a result that is no pass, right.
enum class Actor { Operator, EndUser, Integrator, AccountOwner, Service };

/// Whether sending again can help.
enum class Again {
    AfterChange, ///< only with something changed
    Later, ///< the same request, after a while
    ByHand, ///< the same request, but a first token cannot be ruled out
};

/// What stands behind the colon of an error code.
enum class ErrorDetail { None, Field, Reason };

/// One row of a document's error table. AUTHORIZATION_ERROR has one row for each reason and one without, for
/// reasons that no document lists.
struct ErrorSpec
{
    int httpStatus;
    QString code; ///< without what stands behind the colon
    ErrorDetail detail;
    QString reason; ///< with ErrorDetail::Reason: which one; empty: any other
    Actor actor;
    Again again;
    const char *meaning; ///< QT_TRANSLATE_NOOP("Contract", ...)
    const char *advice; ///< QT_TRANSLATE_NOOP("Contract", ...)
    bool aboutPhoto = false; ///< with ErrorDetail::Field: only a photo is ever named
};

/// Who that is, in a word or two, translated.
QString actorName(Actor actor);

/// One API document.
struct EndpointSpec
{
    QString id; ///< get_biz_token or get_token: in commands, settings and history
    const char *title; ///< QT_TRANSLATE_NOOP("Contract", ...)
    QString host; ///< documented address without the path
    QString path;
    Auth auth;
    QString tokenKey;
    QString errorKey;
    QString expiryKey; ///< epoch seconds; empty: the life is documented, not answered
    std::chrono::seconds tokenLife{0}; ///< from issue, where expiryKey is empty
    std::chrono::seconds queryLife{0}; ///< how long get_result knows the token; 0: not documented
    qint64 maxRequestBytes = 0; ///< of the whole body; 0: not documented
    int maxImageSide = 0; ///< pixels; 0: not documented
    QString pagePattern; ///< where the end user goes, with {token}; empty: the token is for the mobile SDK
    std::vector<FieldSpec> fields; ///< in the document's order, which is the order of report
    std::vector<ErrorSpec> errors;

    /// The row that a part belongs to (image_ref2 belongs to image_ref); null when there is none.
    const FieldSpec *field(QStringView partName) const;
    const FieldSpec &selector() const;
    /// The row that must differ from request to request (biz_no); null when there is none.
    const FieldSpec *uniqueField() const;
    /// Names of all parts in table order.
    QStringList partNames() const;
    /// The parts that an answer with \a error can name behind its colon, in table order.
    QStringList partsNamedBy(const ErrorSpec &error) const;
};

const EndpointSpec &getBizToken(); ///< get_biz_token.zh.txt
const EndpointSpec &getToken(); ///< get_token.zh.md

/// Both documents, in the order in which they are offered.
const std::vector<const EndpointSpec *> &endpoints();
const EndpointSpec *endpointById(QStringView id);
/// The endpoint with whose path \a path ends, on whatever host and behind whatever gateway; null when it is
/// none.
const EndpointSpec *endpointAt(QStringView path);

/// Whether a part of that name is a credential with any endpoint.
bool isCredential(QStringView partName);

/// The constant of the sign's version, the only one that the document knows.
inline constexpr char signVersion[] = "hmac_sha1";

} // namespace faceid
