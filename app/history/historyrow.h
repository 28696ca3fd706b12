#pragma once

#include "client/exchange.h"

#include <QList>

namespace faceid {

/// One row of the history as lists show it: facts of an Exchange, personal values masked.
struct HistoryRow
{
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
    QString errorCode;
    int httpStatus = 0;
};

HistoryRow rowOf(const Exchange &exchange);

} // namespace faceid
