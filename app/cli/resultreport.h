#pragma once

#include "cli/console.h"
#include "client/resultjob.h"
#include "client/resultnote.h"

#include <QJsonObject>

namespace faceid {

/// What `result` says about a look-up.
class ResultReport
{
public:
    /// \a calls: how often the result of this token has been asked for or brought, this time included; 0: not
    /// known.
    ResultReport(const ResultLookup &lookup, int securityLevel, int calls, const QUuid &row);

    /// Done: everything that was asked for passed. Refused: it did not. NotSent: there is no result.
    ExitStatus status() const;
    QJsonObject json() const;
    QStringList lines() const;

private:
    QStringList foundLines() const;

    const ResultLookup &m_lookup;
    const int m_level;
    const int m_calls;
    const QUuid m_row;
    Verdicts m_verdicts;
};

// Of any report, the one in a callback too.
QJsonObject toJson(const LivenessReport &report, int securityLevel);
QStringList toLines(const LivenessReport &report, int securityLevel);
/// Whether everything passed that was asked for: the PC API says nothing of a comparison where none was.
bool isPass(const LivenessReport &report, int securityLevel);

} // namespace faceid
