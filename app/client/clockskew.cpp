#include "client/clockskew.h"

#include "contract/tokenreading.h"

#include <QLocale>

namespace faceid {

namespace {

constexpr qint64 halfASecond = 500; // both clocks show whole seconds, cut off and not rounded
constexpr qint64 longestTimeUsed = 600'000; // a larger one is no time that this request took

QDateTime dateHeader(const Reply &reply)
{
    for (const auto &[name, value] : reply.headers) {
        if (name.compare("Date", Qt::CaseInsensitive) != 0)
            continue;
        QDateTime date = QLocale::c().toDateTime(
            QString::fromLatin1(value.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        date.setTimeSpec(Qt::UTC);
        return date;
    }
    return {};
}

} // namespace

std::optional<qint64> clockSkew(const Reply &reply, qint64 answerAtMs)
{
    if (const QDateTime received = timeInId(reply.requestId); received.isValid())
        return answerAtMs - qBound<qint64>(0, reply.timeUsedMs, longestTimeUsed)
            - received.toMSecsSinceEpoch() - halfASecond;
    if (const QDateTime answered = dateHeader(reply); answered.isValid())
        return answerAtMs - answered.toMSecsSinceEpoch() - halfASecond;
    return std::nullopt;
}

} // namespace faceid
