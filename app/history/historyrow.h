#pragma once

#include "client/exchange.h"

#include <QList>

namespace faceid {

/// What an operator found out about a request whose outcome this program cannot know.
enum class Resolution {
    None, ///< nothing yet
    Issued,
    NotIssued, ///< its serial number is free again
    GaveUp, ///< cannot be found out
};

/// Stable text for the file, JSON and the command line: "", "issued", "not-issued", "gave-up".
QString resolutionName(Resolution resolution);
std::optional<Resolution> resolutionFromName(QStringView name);
/// What was found out in a word or two, translated; empty for None.
QString resolutionTitle(Resolution resolution);
/// The two of them that there are, in one line.
QString remarkText(Resolution resolution, const QString &note);
/// Whether an operator can know more of such a row than this program does.
bool canBeResolved(Outcome outcome);
struct HistoryRow;
/// Whether nobody knows what became of the row.
bool isUnresolved(const HistoryRow &row);

/// One row of the history as lists show it: facts of an Exchange, personal values masked.
struct HistoryRow
{
    qint64 number = 0; ///< in the file of this machine; 0 for a row that is in none
    QUuid id;
    QUuid retryOf;
    QDateTime startedAt; ///< UTC
    QString endpointId;
    QString comparison; ///< comparison_type of the request
    QString profileId;
    QString profileName;
    Environment environment = Environment::Test;
    Outcome outcome = Outcome::Pending;
    QString bizNo;
    QString token; ///< in full: the operator hands it over; models show it masked
    QString requestId;
    QDateTime expiresAt; ///< UTC; invalid when there is no token
    QString person; ///< masked name and ID number, or uuid
    QString uuid; ///< of the request
    QByteArray nameKey; ///< see PersonKey; empty where no name was sent or there was no key
    QByteArray numberKey; ///< the same of the ID number
    int securityLevel = 0; ///< of the request; 0: left to the service
    QString errorText; ///< as it came
    QString errorCode;
    int httpStatus = 0;
    Resolution resolution = Resolution::None;
    QDateTime resolvedAt; ///< UTC; invalid without a resolution
    QString note; ///< an operator's words
    QString tags; ///< words with commas between them
    QString ticket; ///< of the operator's other system
    QString operatorName; ///< login name of who sent it
    QDateTime copiedAt; ///< UTC; when the token was last copied from this program; invalid when it never was
};

HistoryRow rowOf(const Exchange &exchange);

} // namespace faceid

Q_DECLARE_METATYPE(faceid::HistoryRow)
