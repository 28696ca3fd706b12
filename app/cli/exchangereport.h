#pragma once

#include "cli/console.h"
#include "cli/requestinput.h"
#include "client/exchange.h"

#include <QJsonObject>

namespace faceid {

/// What `issue` says about a request that has ended.
class ExchangeReport
{
public:
    ExchangeReport(const RequestInput &input, const Exchange &exchange);

    ExitStatus status() const;
    /// The object of `issue --json`; every key is always there, null where nothing is known.
    QJsonObject json() const;
    /// The same for people.
    QStringList lines() const;

private:
    QList<ProblemText> problems() const;
    QStringList refusalLines() const;

    const RequestInput &m_input;
    const Exchange &m_exchange;
};

} // namespace faceid
