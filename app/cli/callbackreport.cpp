#include "cli/callbackreport.h"

#include "callback/callbacklog.h"
#include "callback/notifyreport.h"
#include "cli/console.h"
#include "cli/resultreport.h"

namespace faceid {

namespace {

QString weightName(NotifyFinding::Weight weight)
{
    switch (weight) {
    case NotifyFinding::Weight::Good:
        return QStringLiteral("good");
    case NotifyFinding::Weight::Warning:
        return QStringLiteral("warning");
    case NotifyFinding::Weight::Bad:
        return QStringLiteral("bad");
    }
    return {};
}

} // namespace

QString checkName(const std::optional<CallbackCheck> &check)
{
    return !check        ? QStringLiteral("unchecked")
        : check->matches ? QStringLiteral("matches")
                         : QStringLiteral("differs");
}

QString checkSentence(const std::optional<CallbackCheck> &check)
{
    if (!check)
        return Cli::tr("The sign was not checked: there is no secret to check it with.");
    if (check->matches)
        return Cli::tr("The sign matches: it was made with this secret over these bytes.");
    const QString differs = Cli::tr("The sign DIFFERS: trust nothing in this callback.");
    return check->flaw ? differs + u' ' + describe(*check->flaw) : differs;
}

QJsonObject toJson(const SeenCallback &seen)
{
    QJsonObject object = toJson(seen.callback);
    object.insert(QStringLiteral("check"), checkName(seen.check));
    object.insert(QStringLiteral("flaw"),
        seen.check && seen.check->flaw ? QJsonValue(describe(*seen.check->flaw)) : QJsonValue());
    object.insert(QStringLiteral("result"),
        seen.report ? QJsonValue(toJson(*seen.report, seen.securityLevel())) : QJsonValue());
    object.insert(QStringLiteral("oddity"), textOrNull(seen.oddity));
    object.insert(QStringLiteral("row"),
        seen.row ? QJsonValue(seen.row->id.toString(QUuid::WithoutBraces)) : QJsonValue());
    return object;
}

QStringList toLines(const SeenCallback &seen)
{
    const ReceivedCallback &callback = seen.callback;
    QStringList lines{QStringLiteral("%1  %2  %3")
                          .arg(callback.at.toUTC().toString(Qt::ISODate), callback.from.toString(),
                              printable(callback.path)),
        checkSentence(seen.check)};
    if (!seen.oddity.isEmpty())
        lines.append(Cli::tr("No callback of the service: %1").arg(printable(seen.oddity)));
    if (seen.report)
        lines += toLines(*seen.report, seen.securityLevel());
    if (seen.row)
        lines.append(Cli::tr("Of the history's row %1.").arg(seen.row->id.toString(QUuid::WithoutBraces)));
    else if (seen.report)
        lines.append(Cli::tr("The history has no row with this biz_no."));
    return lines;
}

QJsonObject toJson(const NotifyFinding &finding)
{
    const QString advice = adviceOf(finding);
    return {{QStringLiteral("weight"), weightName(finding.weight)},
        {QStringLiteral("message"), QCoreApplication::translate("Callback", finding.text)},
        {QStringLiteral("detail"), finding.detail},
        {QStringLiteral("advice"), advice.isEmpty() ? QJsonValue() : QJsonValue(advice)}};
}

} // namespace faceid
