#include "client/timephase.h"

#include <QCoreApplication>

namespace faceid {

QList<TimePhase> phasesOf(const Timing &timing)
{
    // A mark that was never reached is where the request ended; so is one behind the next (an early answer).
    const qint64 end = qMax<qint64>(timing.finished, 0);
    const auto until = [end](qint64 mark) { return mark >= 0 ? qMin(mark, end) : end; };
    if (timing.finished < 0)
        return {};
    const qint64 answered = until(timing.firstByteReceived);
    const qint64 sending = qMin(until(timing.firstByteSent), answered);
    const qint64 sent = qMin(until(timing.bodySent), answered);
    const qint64 connecting = qMin(until(timing.connecting), sending);
    const qint64 prepared = qMin(until(timing.prepared), connecting);
    QList<TimePhase> phases{{TimePhase::Kind::Prepare, 0, prepared}};
    if (timing.prepared >= 0)
        phases.append({TimePhase::Kind::Resolve, prepared, connecting});
    if (timing.connecting >= 0)
        phases.append({TimePhase::Kind::Connect, connecting, sending});
    if (timing.firstByteSent >= 0)
        phases.append({TimePhase::Kind::Upload, sending, sent});
    if (timing.bodySent >= 0)
        phases.append({TimePhase::Kind::Wait, sent, answered});
    if (timing.firstByteReceived >= 0)
        phases.append({TimePhase::Kind::Download, answered, end});
    return phases;
}

QString phaseName(TimePhase::Kind kind)
{
    switch (kind) {
    case TimePhase::Kind::Prepare:
        return QStringLiteral("prepare");
    case TimePhase::Kind::Resolve:
        return QStringLiteral("resolve");
    case TimePhase::Kind::Connect:
        return QStringLiteral("connect");
    case TimePhase::Kind::Upload:
        return QStringLiteral("upload");
    case TimePhase::Kind::Wait:
        return QStringLiteral("wait");
    case TimePhase::Kind::Download:
        return QStringLiteral("download");
    }
    return {};
}

QString phaseTitle(TimePhase::Kind kind, bool isSecure)
{
    switch (kind) {
    case TimePhase::Kind::Prepare:
        return QCoreApplication::translate("TimePhase", "Save the row, read the secret");
    case TimePhase::Kind::Resolve:
        return QCoreApplication::translate("TimePhase", "Resolve the host");
    case TimePhase::Kind::Connect:
        return isSecure ? QCoreApplication::translate("TimePhase", "Connect and TLS")
                        : QCoreApplication::translate("TimePhase", "Connect");
    case TimePhase::Kind::Upload:
        return QCoreApplication::translate("TimePhase", "Upload");
    case TimePhase::Kind::Wait:
        return QCoreApplication::translate("TimePhase", "Wait for the answer");
    case TimePhase::Kind::Download:
        return QCoreApplication::translate("TimePhase", "Download");
    }
    return {};
}

} // namespace faceid
