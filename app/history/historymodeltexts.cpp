// What the history's cells say.

#include "history/historymodel.h"

#include "contract/masking.h"

#include <algorithm>

namespace faceid {

namespace {

using Column = HistoryModel::Column;

constexpr QLatin1String timeFormat("yyyy-MM-dd HH:mm:ss");

QString localTime(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(QString(timeFormat)) : QString();
}

/// A text from outside in one line that hides nothing and turns nothing around.
QString oneLine(QString text)
{
    for (QChar &c : text) {
        if (!c.isPrint() && !c.isSurrogate())
            c = QChar::ReplacementCharacter;
    }
    return text;
}

} // namespace

QString countdownText(qint64 seconds)
{
    const qint64 s = std::max<qint64>(seconds, 0);
    const QLatin1Char zero('0');
    const QString tail = QStringLiteral("%1").arg(s % 60, 2, 10, zero);
    if (s < 3600)
        return QStringLiteral("%1:%2").arg(s / 60).arg(tail);
    return QStringLiteral("%1:%2:%3").arg(s / 3600).arg(s / 60 % 60, 2, 10, zero).arg(tail);
}

qint64 wholeSecondsLeft(const QDateTime &until, const QDateTime &now)
{
    return std::max<qint64>(0, (now.msecsTo(until) + 999) / 1000);
}

QString HistoryModel::display(const HistoryRow &row, Column column) const
{
    switch (column) {
    case Column::Time:
        return localTime(row.startedAt);
    case Column::Outcome:
        return outcomeTitle(row.outcome);
    case Column::Endpoint: {
        const EndpointSpec *spec = endpointById(row.endpointId);
        return spec ? translated(spec->title) : oneLine(row.endpointId);
    }
    case Column::Profile: // the built-in one has a name in every language
        return row.profileId == Profile::sandboxId() ? environmentTitle(Environment::Sandbox)
                                                     : oneLine(row.profileName);
    case Column::BizNo: // the arrow: not the first attempt
        return (row.retryOf.isNull() ? QString() : QStringLiteral("↻ ")) + oneLine(row.bizNo);
    case Column::Token:
        return oneLine(maskedToken(row.token));
    case Column::RequestId:
        return oneLine(row.requestId);
    case Column::TimeLeft: {
        if (!row.expiresAt.isValid())
            return {};
        const qint64 seconds = wholeSecondsLeft(row.expiresAt, QDateTime::currentDateTimeUtc());
        return seconds > 0 ? countdownText(seconds) : tr("expired");
    }
    case Column::Person:
        return oneLine(row.person);
    case Column::Note:
        return remarkText(row.resolution, oneLine(row.note));
    case Column::Tags:
        return oneLine(row.tags);
    case Column::Ticket:
        return oneLine(row.ticket);
    case Column::Operator:
        return oneLine(row.operatorName);
    }
    return {};
}

QVariant HistoryModel::value(const HistoryRow &row, Column column) const
{
    switch (column) {
    case Column::Time:
        return row.startedAt;
    case Column::Outcome:
        return int(row.outcome);
    case Column::TimeLeft:
        return row.expiresAt;
    case Column::Endpoint:
    case Column::Profile:
    case Column::BizNo:
    case Column::Token:
    case Column::RequestId:
    case Column::Person:
    case Column::Note:
    case Column::Tags:
    case Column::Ticket:
    case Column::Operator:
        return display(row, column);
    }
    return {};
}

QString HistoryModel::toolTip(const HistoryRow &row, Column column) const
{
    QStringList lines;
    switch (column) {
    case Column::Time:
        lines.append(tr("Sent %1").arg(localTime(row.startedAt)));
        lines.append(tr("UTC %1").arg(row.startedAt.toUTC().toString(QString(timeFormat))));
        break;
    case Column::Outcome:
        lines.append(outcomeSentence(row.outcome));
        if (row.httpStatus > 0)
            lines.append(tr("HTTP %1 %2").arg(row.httpStatus).arg(oneLine(row.errorCode)).trimmed());
        break;
    case Column::Endpoint:
        lines.append(oneLine(row.endpointId));
        if (!row.comparison.isEmpty())
            lines.append(QStringLiteral("comparison_type %1").arg(oneLine(row.comparison)));
        break;
    case Column::TimeLeft:
        if (row.expiresAt.isValid())
            lines.append(tr("Good until %1").arg(localTime(row.expiresAt)));
        if (row.copiedAt.isValid())
            lines.append(tr("Last copied %1").arg(localTime(row.copiedAt)));
        break;
    case Column::BizNo:
        lines.append(display(row, column));
        if (!row.retryOf.isNull())
            lines.append(tr("A further attempt with the same serial number"));
        break;
    case Column::Profile:
    case Column::Token:
    case Column::RequestId:
    case Column::Person:
    case Column::Tags:
    case Column::Ticket:
    case Column::Operator:
        lines.append(display(row, column));
        break;
    case Column::Note:
        lines.append(display(row, column));
        if (row.resolvedAt.isValid())
            lines.append(tr("Marked %1").arg(localTime(row.resolvedAt)));
        break;
    }
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    const QString text = lines.join(QStringLiteral("<br>"));
    return text.isEmpty() ? QString() : QStringLiteral("<p>%1</p>").arg(text);
}

QString HistoryModel::title(Column column)
{
    switch (column) {
    case Column::Time:
        return tr("Time");
    case Column::Outcome:
        return tr("Outcome");
    case Column::Endpoint:
        return tr("API");
    case Column::Profile:
        return tr("Profile");
    case Column::BizNo:
        return QStringLiteral("biz_no");
    case Column::Token:
        return tr("Token");
    case Column::RequestId:
        return QStringLiteral("request_id");
    case Column::TimeLeft:
        return tr("Time left");
    case Column::Person:
        return tr("Person");
    case Column::Note:
        return tr("Note");
    case Column::Tags:
        return tr("Tags");
    case Column::Ticket:
        return tr("Ticket");
    case Column::Operator:
        return tr("Operator");
    }
    return {};
}

} // namespace faceid
