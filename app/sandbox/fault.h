#pragma once

#include "sandbox/sandboxservice.h"
#include "sandbox/wirescript.h"

#include <optional>
#include <vector>

namespace faceid {

/// What an ordinary answer is turned into, and what it was an answer to.
struct FaultInput
{
    const EndpointSpec &spec;
    const SandboxAnswer &answer; ///< as documented; empty where a fault acts before the whole request is in
    int parameter = 0;
};

/// One row of the table of faults: what a network, a proxy or a service in trouble does to a request. One of
/// the three functions is there, but at Moment::Connect, when closing is all that can be done.
struct FaultSpec
{
    /// When it happens.
    enum class Moment {
        Connect, ///< when somebody connects: with TLS, in the handshake
        Head, ///< when the head of the request is in; nothing of the body is read
        Upload, ///< when half of the body is in
        Answer, ///< when the whole request is in and judged: a token that is lost then was issued
    };

    const char *name; ///< on command lines
    const char *description; ///< QT_TRANSLATE_NOOP("Sandbox", ...): one sentence
    Moment moment = Moment::Answer;
    std::optional<int> assumed = std::nullopt; ///< the parameter when none is given; nullopt: it takes none
    int lowest = 0; ///< of the parameter
    int highest = 0;
    void (*request)(SandboxRequest &request, int parameter) = nullptr; ///< changed before it is judged
    SandboxAnswer (*reply)(const FaultInput &input) = nullptr; ///< sent instead, in good HTTP
    WireScript (*script)(const FaultInput &input) = nullptr; ///< done on the bare connection instead
};

/// All faults: to the connection, to the framing, to the answer, to the time.
const std::vector<FaultSpec> &faults();

} // namespace faceid
