#include "client/exitstatus.h"

#include <QCoreApplication>

namespace faceid {

ExitStatus exitStatusOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Issued:
        return ExitDone;
    case Outcome::Refused:
        return ExitRefused;
    case Outcome::NotSent:
        return ExitNotSent;
    case Outcome::CutOff:
        return ExitCutOff;
    case Outcome::ServerError:
        return ExitServerError;
    case Outcome::Unknown:
    case Outcome::Pending:
        break;
    }
    return ExitUnknown;
}

const QList<ExitMeaning> &exitMeanings()
{
    const auto of = [](Outcome outcome, const char *text) {
        return ExitMeaning{exitStatusOf(outcome), outcomeName(outcome), text};
    };
    static const QList<ExitMeaning> meanings{
        of(Outcome::Issued, QT_TRANSLATE_NOOP("ExitStatus", "a token was issued")),
        of(Outcome::Refused, QT_TRANSLATE_NOOP("ExitStatus", "the service refused")),
        of(Outcome::NotSent,
            QT_TRANSLATE_NOOP("ExitStatus", "refused here, or not connected: the service received nothing")),
        of(Outcome::CutOff,
            QT_TRANSLATE_NOOP(
                "ExitStatus", "the service did not receive the whole request and cannot have issued")),
        of(Outcome::Unknown, QT_TRANSLATE_NOOP("ExitStatus", "a token may have been issued")),
        of(Outcome::ServerError, QT_TRANSLATE_NOOP("ExitStatus", "the service failed")),
        {ExitUsage, {}, QT_TRANSLATE_NOOP("ExitStatus", "the command line is wrong")},
        {ExitNoOutput, {},
            QT_TRANSLATE_NOOP(
                "ExitStatus", "the result could not be written, to stdout or a file; it is in the history")},
        {ExitForbidden, {},
            QT_TRANSLATE_NOOP("ExitStatus", "the administrator of this computer does not allow it")},
    };
    return meanings;
}

QString describe(const ExitMeaning &meaning)
{
    return QCoreApplication::translate("ExitStatus", meaning.text);
}

} // namespace faceid
