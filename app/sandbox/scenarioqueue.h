#pragma once

#include "sandbox/scenario.h"

#include <QMutex>
#include <QRandomGenerator>

namespace faceid {

/// What the sandbox is told to do instead of answering as documented. The first order, in the order in which
/// they were given, that concerns a request decides about it; one whose count is used up, whose field has
/// another value or whose share the dice did not hit is passed over. Thread-safe.
class ScenarioQueue
{
public:
    /// A decision that may need the whole request.
    struct Choice
    {
        std::optional<Scenario> scenario;
        quint64 open = 0; ///< where choose() with the parts must go on; 0: nothing is open
    };

    /// An order that stands, with the count that is left.
    struct Entry
    {
        quint64 id;
        ScenarioOrder order;
    };

    void add(const ScenarioOrder &order);
    /// Takes the order of that id back; one that is used up changes nothing.
    void remove(quint64 id);
    void clear();
    /// The dice of shares start anew: the same seed and the same requests give the same scenarios.
    void setSeed(quint32 seed);
    /// What is still to come.
    QList<Entry> entries() const;

    /// Whether a connection is to be closed as soon as it is made.
    bool chooseForConnection();
    /// For a request whose head is in.
    Choice choose(const EndpointSpec &spec);
    /// For the same request when it is whole and the first choice was left \a open.
    std::optional<Scenario> choose(const EndpointSpec &spec, const Parts &parts, quint64 open);

private:
    std::optional<Scenario> use(qsizetype index);

    mutable QMutex m_mutex;
    QList<Entry> m_entries;
    quint64 m_lastId = 0;
    QRandomGenerator m_dice{1};
};

} // namespace faceid
