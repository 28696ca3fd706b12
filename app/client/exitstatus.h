#pragma once

#include "client/exchange.h"

#include <QList>

namespace faceid {

/// What faceidctl exits with. The first six are the outcomes of `issue`; the others hold for every verb.
enum ExitStatus {
    ExitDone = 0, ///< Issued; nothing to refuse; listed
    ExitRefused = 1, ///< Refused; of other verbs: it did not work, or does not match
    ExitNotSent = 2,
    ExitTrouble = 2, ///< of `diff`, as of diff(1): it could not compare
    ExitCutOff = 3,
    ExitUnknown = 4,
    ExitServerError = 5,
    ExitUsage = 64, ///< EX_USAGE
    ExitNoOutput = 74, ///< EX_IOERR: the result could not be written, to stdout or a file
    ExitForbidden = 77, ///< EX_NOPERM: the administrator of this computer does not allow it, see Policy
};

/// What `issue` exits with after that outcome; a pending one is as unknown as any.
ExitStatus exitStatusOf(Outcome outcome);

/// One line of the list of exit statuses.
struct ExitMeaning
{
    ExitStatus status;
    QString outcome; ///< outcomeName(); empty where it is none
    const char *text; ///< QT_TRANSLATE_NOOP("ExitStatus", ...), see describe()
};

/// All of `issue`, in their order.
const QList<ExitMeaning> &exitMeanings();
QString describe(const ExitMeaning &meaning); ///< translated

} // namespace faceid
