#pragma once

#include "sandbox/fault.h"

namespace faceid::faulttable {

// The parts of the table, see faults().
std::vector<FaultSpec> connectionFaults();
std::vector<FaultSpec> framingFaults();
std::vector<FaultSpec> answerFaults();
std::vector<FaultSpec> timeFaults();

using Script = WireScript (*)(const FaultInput &input);
using Reply = SandboxAnswer (*)(const FaultInput &input);

// Starts of a row: what is done when the whole request is in.

inline FaultSpec onWire(const char *name, const char *description, Script script)
{
    FaultSpec row{name, description};
    row.script = script;
    return row;
}

inline FaultSpec inReply(const char *name, const char *description, Reply reply)
{
    FaultSpec row{name, description};
    row.reply = reply;
    return row;
}

inline FaultSpec at(FaultSpec::Moment moment, FaultSpec row)
{
    row.moment = moment;
    return row;
}

inline FaultSpec settable(int lowest, int assumed, int highest, FaultSpec row)
{
    row.lowest = lowest;
    row.assumed = assumed;
    row.highest = highest;
    return row;
}

inline WireScript send(const QByteArray &bytes, WireScript::End end = WireScript::End::Close)
{
    WireScript script;
    script.bytes = bytes;
    script.end = end;
    return script;
}

inline SandboxAnswer withBody(const FaultInput &input, const QByteArray &body)
{
    SandboxAnswer answer = input.answer;
    answer.body = body;
    return answer;
}

/// The answer of the service that has refused a body for its size.
inline SandboxAnswer tooLarge(const FaultInput &)
{
    return SandboxService::tooLarge(SandboxService::maxBodyBytes() + 1);
}

} // namespace faceid::faulttable
