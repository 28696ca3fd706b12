#pragma once

#include "client/reply.h"
#include "client/resultnote.h"
#include "contract/parts.h"
#include "contract/validation.h"
#include "credentials/profile.h"

#include <QDateTime>
#include <QMetaType>
#include <QUrl>
#include <QUuid>

#include <optional>

namespace faceid {

/// What became of a request, from facts this program owns: how much of the body was handed over, and what a
/// strict reader makes of the answer. Never from an error text.
enum class Outcome {
    Pending, ///< on its way; only in history
    NotSent, ///< no byte of the body was handed over
    CutOff, ///< the body was not handed over to its end: the service cannot have issued
    Unknown, ///< the whole body was handed over and there is no valid final answer: a token may have been
             ///< issued
    Issued,
    Refused,
    ServerError,
};

/// Why a request ended without a final answer, where this program knows.
enum class Stop {
    None,
    Problems, ///< refused here, see Exchange::problems
    DuplicateBizNo, ///< another request to the same service that may have issued has this serial number
    HistoryUnavailable, ///< the row could not be saved before sending, so nothing was sent
    NoSecret, ///< see Exchange::detail
    Address, ///< not HTTPS, or no address
    Cancelled, ///< by the operator
    ConnectTimeout,
    IdleTimeout,
    Deadline,
    AnswerTooLarge,
    Redirected, ///< Reply::location says where to
    Certificate, ///< TLS: the certificate was not accepted
    Policy, ///< the administrator of this computer does not allow it; Exchange::detail says so
    Network, ///< DNS, connection, proxy, TLS or a broken answer; Exchange::detail has the words
};

/// Milliseconds since the start of the request; -1 where it never came to that.
struct Timing
{
    qint64 prepared = -1; ///< the row is saved and the secret read; the network layer was asked to send
    qint64 connecting = -1; ///< the host's address is known and its socket connects
    qint64 firstByteSent = -1; ///< the first part was read
    qint64 bodySent = -1; ///< the last part was read to its end
    qint64 firstByteReceived = -1;
    qint64 finished = -1;
};

/// One request with its answer, as history, outcome card and inspector get it. Holds no secret and no photo;
/// names and ID numbers are masked.
struct Exchange
{
    QUuid id; ///< of the history row
    QUuid retryOf; ///< row that this request repeats; null for a first attempt
    QString endpointId;
    QString profileId;
    QString profileName;
    Environment environment = Environment::Test;
    QUrl address; ///< without query
    Parts request; ///< redacted()
    QString bizNo;
    QByteArray nameKey; ///< see PersonKey: of the name in the request; empty: there is none, or no key
    QByteArray numberKey; ///< the same of the ID number
    QString keyFingerprint; ///< of the secret that signed
    QString sign; ///< what the sign stated, see signature::statement(); empty where none was sent
    QDateTime startedAt; ///< UTC
    Outcome outcome = Outcome::Pending;
    Stop stop = Stop::None;
    QString detail; ///< technical words for Stop, untranslated
    Problems problems; ///< with Stop::Problems
    Reply reply;
    Timing timing;
    qint64 bodyBytes = 0; ///< whole multipart body
    qint64 bytesHandedOver = 0; ///< of the parts' values
    int posts = 0; ///< how often the whole body was handed over: 0 or 1
    std::optional<qint64> clockSkewMs; ///< this machine's clock minus the service's
    std::optional<ResultNote> result; ///< of the check, where it was looked up; only from the history
    QString notSaved; ///< why the history row could not be updated; empty when it was

    const EndpointSpec *spec() const { return endpointById(endpointId); }
    /// Until when the token can be used: answered, or documented from the time in the token; invalid if not
    /// Issued.
    QDateTime expiresAt() const;
    /// Until when get_result knows the token; invalid where not documented.
    QDateTime queryableUntil() const;
};

/// What the reader's verdict on an answer makes of the request; \a otherwise where it is no valid final
/// answer.
Outcome outcomeOf(Verdict verdict, Outcome otherwise);
/// Stable text for JSON, history and tests: "Issued", "NotSent", ...
QString outcomeName(Outcome outcome);
std::optional<Outcome> outcomeFromName(QStringView name);
/// The state in a word or two, translated.
QString outcomeTitle(Outcome outcome);
/// What it means for the operator, one sentence, translated.
QString outcomeSentence(Outcome outcome);
/// Why it stopped, one sentence with the technical words, translated; empty for Stop::None.
QString stopSentence(const Exchange &exchange);

} // namespace faceid

Q_DECLARE_METATYPE(faceid::Exchange)
