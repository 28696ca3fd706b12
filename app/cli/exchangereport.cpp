#include "cli/exchangereport.h"

#include "contract/refusal.h"

#include <QLocale>

namespace faceid {

namespace {

QJsonValue errorOf(const EndpointSpec &spec, const Reply &reply)
{
    if (reply.errorCode.isEmpty())
        return {};
    return QJsonObject{{QStringLiteral("code"), reply.errorCode}, {QStringLiteral("field"), reply.errorField},
        {QStringLiteral("meaning"), explainRefusal(spec, reply.httpStatus, reply.errorText).meaning()}};
}

QJsonValue bodyOf(const Reply &reply)
{
    if (reply.isJson)
        return QJsonDocument::fromJson(reply.body).object();
    return textOrNull(QString::fromUtf8(reply.body));
}

/// Milliseconds since the wish; null for what did not happen.
QJsonObject timingOf(const Timing &timing)
{
    const auto moment = [](qint64 at) { return at < 0 ? QJsonValue() : QJsonValue(at); };
    return {{QStringLiteral("prepared"), moment(timing.prepared)},
        {QStringLiteral("connecting"), moment(timing.connecting)},
        {QStringLiteral("first_byte_sent"), moment(timing.firstByteSent)},
        {QStringLiteral("body_sent"), moment(timing.bodySent)},
        {QStringLiteral("first_byte_received"), moment(timing.firstByteReceived)},
        {QStringLiteral("finished"), moment(timing.finished)}};
}

QString expiryText(const QDateTime &expiry)
{
    const qint64 seconds = QDateTime::currentDateTimeUtc().secsTo(expiry);
    const QString when = QLocale().toString(expiry.toLocalTime(), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    if (seconds <= 0)
        return Cli::tr("%1 (over)").arg(when);
    return Cli::tr("%1 (%2:%3 left)").arg(when).arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

/// Whether this program refused, rather than the network.
bool isLocal(Stop stop)
{
    switch (stop) {
    case Stop::DuplicateBizNo:
    case Stop::HistoryUnavailable:
    case Stop::NoSecret:
    case Stop::Address:
    case Stop::Policy:
        return true;
    case Stop::None:
    case Stop::Problems: // have codes of their own
    case Stop::Cancelled:
    case Stop::ConnectTimeout:
    case Stop::IdleTimeout:
    case Stop::Deadline:
    case Stop::AnswerTooLarge:
    case Stop::Redirected:
    case Stop::Certificate:
    case Stop::Network:
        break;
    }
    return false;
}

QString uniqueRowName(const EndpointSpec &spec)
{
    for (const FieldSpec &row : spec.fields) {
        if (row.unique)
            return row.name;
    }
    return {};
}

} // namespace

ExchangeReport::ExchangeReport(const RequestInput &input, const Exchange &exchange)
    : m_input(input)
    , m_exchange(exchange)
{ }

ExitStatus ExchangeReport::status() const
{
    return exitStatusOf(m_exchange.outcome);
}

QJsonObject ExchangeReport::json() const
{
    const Reply &reply = m_exchange.reply;
    const QDateTime expiry = m_exchange.expiresAt();
    const bool isIssued = m_exchange.outcome == Outcome::Issued;
    return {
        {QStringLiteral("outcome"), outcomeName(m_exchange.outcome)},
        {QStringLiteral("http_status"), reply.httpStatus > 0 ? QJsonValue(reply.httpStatus) : QJsonValue()},
        {QStringLiteral("token"), isIssued ? textOrNull(reply.token) : QJsonValue()},
        {QStringLiteral("request_id"), textOrNull(reply.requestId)},
        {QStringLiteral("time_used_ms"), reply.timeUsedMs >= 0 ? QJsonValue(reply.timeUsedMs) : QJsonValue()},
        {QStringLiteral("timing_ms"), timingOf(m_exchange.timing)},
        {QStringLiteral("expires_at"),
            expiry.isValid() ? QJsonValue(expiry.toUTC().toString(Qt::ISODate)) : QJsonValue()},
        {QStringLiteral("biz_no"), textOrNull(m_exchange.bizNo)},
        {QStringLiteral("error"), errorOf(m_input.spec(), reply)},
        {QStringLiteral("problems"), toJson(problems())},
        {QStringLiteral("posts"), m_exchange.posts},
        {QStringLiteral("body"), bodyOf(reply)},
        {QStringLiteral("detail"),
            m_exchange.stop == Stop::Problems ? QJsonValue() : textOrNull(stopSentence(m_exchange))},
    };
}

QStringList ExchangeReport::lines() const
{
    const Reply &reply = m_exchange.reply;
    QStringList lines;
    if (m_exchange.outcome == Outcome::Issued)
        lines = {outcomeTitle(m_exchange.outcome), labelled(QStringLiteral("token"), reply.token)};
    else
        lines = refusalLines();
    const QDateTime expiry = m_exchange.expiresAt();
    if (expiry.isValid())
        lines.append(labelled(QStringLiteral("expires"), expiryText(expiry)));
    if (!reply.requestId.isEmpty())
        lines.append(labelled(QStringLiteral("request_id"), reply.requestId));
    if (!m_exchange.bizNo.isEmpty())
        lines.append(labelled(QStringLiteral("biz_no"), m_exchange.bizNo));
    return lines;
}

QList<ProblemText> ExchangeReport::problems() const
{
    QList<ProblemText> texts = m_input.texts(m_exchange.problems, Severity::Refusal);
    if (isLocal(m_exchange.stop)) {
        const bool isSerial = m_exchange.stop == Stop::DuplicateBizNo;
        texts.append({{}, isSerial ? uniqueRowName(m_input.spec()) : QString(), stopSentence(m_exchange)});
    }
    return texts;
}

QStringList ExchangeReport::refusalLines() const
{
    QStringList lines{outcomeSentence(m_exchange.outcome)};
    for (const ProblemText &problem : problems())
        lines.append(toLine(problem));
    const Reply &reply = m_exchange.reply;
    if (!reply.errorCode.isEmpty()) {
        const Refusal refusal = explainRefusal(m_input.spec(), reply.httpStatus, reply.errorText);
        lines.append(labelled(QStringLiteral("error"), reply.errorCode));
        lines.append(refusal.meaning());
        lines.append(Cli::tr("Who can put it right: %1. %2").arg(refusal.actor(), refusal.advice()));
    }
    const bool isTold = isLocal(m_exchange.stop) || m_exchange.stop == Stop::Problems;
    if (const QString why = stopSentence(m_exchange); !isTold && !why.isEmpty())
        lines.append(printable(why));
    if (!reply.oddity.isEmpty())
        lines.append(labelled(QStringLiteral("answer"), reply.oddity));
    return lines;
}

} // namespace faceid
