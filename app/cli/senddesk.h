#pragma once

#include "cli/shelf.h"
#include "client/tokenclient.h"
#include "history/historystore.h"

namespace faceid {

class StopSignal;
struct Target;

/// What is needed to send requests, for as long as it is.
struct SendDesk
{
    /// Takes the secret of \a target. Says on stderr how many requests of dead programs became Unknown.
    SendDesk(Target &target, const Policy &policy);

    /// Runs the event loop until the key by which the history finds persons again is there, or is not to be
    /// had: requests are sent without it as well. False: \a stop was raised meanwhile.
    bool awaitPersonKey(const StopSignal &stop);

    Shelf shelf;
    HistoryStore history;
    TokenClient client;
};

} // namespace faceid
