#pragma once

#include "contract/endpointspec.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QPair>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <optional>

class QJsonObject;

namespace faceid {

/// An answer of the service as it came, and what a strict reader found in it.
struct Reply
{
    int httpStatus = 0; ///< 0: no answer
    QList<QPair<QByteArray, QByteArray>> headers; ///< in the order received
    QByteArray body; ///< at most maxReplyBytes
    bool isJson = false; ///< a JSON object without anything after it
    QString token;
    QString requestId;
    qint64 timeUsedMs = -1;
    QDateTime expiresAt; ///< UTC, as answered
    QString errorText; ///< the error as it came
    QString errorCode; ///< see Refusal::code
    QString errorField; ///< see Refusal::field
    QUrl location; ///< of a redirect, never followed
    std::optional<int> retryAfterSeconds;
    QString oddity; ///< what makes the answer no valid final answer, in words for an engineer, untranslated;
                    ///< or empty
};

/// What a strict reader concludes from a complete answer. Issued: it holds what was asked for.
enum class Verdict { Issued, Refused, ServerError, Invalid };

inline constexpr qint64 maxReplyBytes = 1024 * 1024;

/// Reads \a reply.body by \a spec, fills in the rest of \a reply and judges it.
///
/// Issued needs HTTP 200, a strict JSON object, exactly one non-empty token of the right type and no error.
/// Refused needs a 4xx with a JSON error and no token, or 413. ServerError needs a 500 with INTERNAL_ERROR.
/// Everything else is Invalid, with the reason in Reply::oddity.
Verdict readReply(const EndpointSpec &spec, Reply &reply);

/// Looks at the object of an HTTP 200 without an error: what makes it none of those asked for, untranslated;
/// empty when it is one.
using SuccessJudge = std::function<QString(const QJsonObject &answer)>;
/// The same for what is no token: as strict, but for the token, and \a judge decides about a success.
Verdict readReply(const EndpointSpec &spec, Reply &reply, const SuccessJudge &judge);

/// What stands as a token in an answer, also in one that is no valid answer or was cut off: those may be
/// good all the same. Not what is masked, and nothing of less than 8 characters. Reads the whole body.
QStringList tokensIn(const Reply &reply);
/// \a text, which was taken from an answer, with the \a tokens of that answer masked.
QString withTokensMasked(QString text, const QStringList &tokens);

} // namespace faceid
