#pragma once

#include "client/exchange.h"

#include <QList>

namespace faceid {

/// A stretch of a request's time; milliseconds since its start.
struct TimePhase
{
    enum class Kind { Prepare, Resolve, Connect, Upload, Wait, Download };

    Kind kind;
    qint64 start;
    qint64 end;

    qint64 length() const { return end - start; }
};

/// The phases that the request came to, in their order. Connecting and TLS are one phase: the network layer
/// does not tell when the one ends.
QList<TimePhase> phasesOf(const Timing &timing);

/// Stable text for JSON: "prepare", "resolve", ...
QString phaseName(TimePhase::Kind kind);
/// In a few words, translated; \a isSecure: with TLS.
QString phaseTitle(TimePhase::Kind kind, bool isSecure);

} // namespace faceid
