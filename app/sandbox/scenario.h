#pragma once

#include "sandbox/fault.h"

#include <variant>

namespace faceid {

/// One thing that the sandbox can be told to do to a request: answer a documented error code, or a fault.
struct Scenario
{
    QString code; ///< "MISSING_ARGUMENTS:uuid"; empty: it is a fault
    const FaultSpec *fault = nullptr;
    int parameter = 0; ///< of the fault

    /// Whether it can happen to a request of \a spec: a code only where the document has it.
    bool concerns(const EndpointSpec &spec) const;
    /// Whether it happens to a connection, whatever is sent over it.
    bool isOfConnection() const { return fault && fault->moment == FaultSpec::Moment::Connect; }
    /// Whether it happens before the whole request is in.
    bool isEarly() const { return fault && fault->moment != FaultSpec::Moment::Answer; }
    QString name() const; ///< as it is written in an order
};

/// Which requests get a scenario.
struct ScenarioOrder
{
    Scenario scenario;
    std::optional<int> count; ///< how many requests; nullopt: all
    int percent = 100; ///< how many of a hundred, by chance
    QString field; ///< only requests in which this part has that value; empty: any
    QString value;

    QString text() const; ///< as readOrder() reads it
};

/// Reads `NAME[=NUMBER][:COUNT][:SHARE%][@FIELD=VALUE]`, in that order: `reset`, `delay=500:3`,
/// `MISSING_ARGUMENTS:uuid:1`, `close:20%`, `INTERNAL_ERROR@biz_no=b-1`. What cannot be read gives a
/// sentence, translated, that says so.
std::variant<ScenarioOrder, QString> readOrder(const QString &text);

/// Reads one such order on each line of \a text; empty lines and those that begin with # are passed over.
/// What cannot be read gives a sentence, translated, with its line.
std::variant<QList<ScenarioOrder>, QString> readOrders(const QString &text);

/// A kind of scenario for people to choose from.
struct ScenarioEntry
{
    /// As in an order, with KEY, PHOTO or REASON where something is to be filled in, and the number that a
    /// fault assumes.
    QString name;
    QString description; ///< translated, one sentence
    QStringList endpoints; ///< ids of those whose requests it can happen to
};

/// Every error code of the documents, in their order, then every fault.
QList<ScenarioEntry> scenarioCatalog();

} // namespace faceid
