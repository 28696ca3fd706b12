#pragma once

#include "client/exchange.h"

#include <QList>

#include <map>

namespace faceid {

/// What became of requests, in numbers.
struct OutcomeCounts
{
    std::map<Outcome, qint64> of; ///< each request in one
    qint64 open = 0; ///< issued tokens that could still be used when it was counted
    qint64 expired = 0; ///< those that could not
    qint64 unresolved = 0; ///< Unknown or ServerError, and nobody has found out more

    qint64 all() const;
    qint64 count(Outcome outcome) const;
};

/// The figures of a stretch of time, without anything about a person.
struct ShiftFigures
{
    struct Line ///< a profile at one endpoint
    {
        QString profileName;
        Environment environment = Environment::Test;
        QString endpointId;
        OutcomeCounts counts;
    };
    struct Reason
    {
        QString errorCode;
        QString endpointId;
        int httpStatus = 0; ///< tells where there is no code
        qint64 count = 0;
    };

    QDateTime since; ///< the first moment that counts
    QDateTime until; ///< the first that does not
    QDateTime countedAt;
    OutcomeCounts total;
    QList<Line> lines; ///< by environment, profile and endpoint
    QList<Reason> reasons; ///< of the refusals, the most frequent first
    QString error; ///< why there are none, one sentence, translated
};

class HistoryDatabase;

ShiftFigures countShift(const HistoryDatabase &database, const QDateTime &since, const QDateTime &until);

} // namespace faceid
