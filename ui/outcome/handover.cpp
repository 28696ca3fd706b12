#include "outcome/handover.h"

#include "contract/refusal.h"

#include <QRegularExpression>
#include <QSettings>

#include <array>
#include <utility>

namespace faceid {

namespace {

using Tongue = MessageTemplates::Tongue;

QString settingsKey(Tongue tongue)
{
    switch (tongue) {
    case Tongue::Chinese:
        return QStringLiteral("message/zh");
    case Tongue::English:
        return QStringLiteral("message/en");
    }
    return {};
}

QString expiryText(const QDateTime &expiresAt)
{
    return expiresAt.isValid() ? expiresAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                               : QString();
}

using Filler = QString (*)(const HandOver &);

const std::array<std::pair<QString, Filler>, 4> &fillers()
{
    static const std::array<std::pair<QString, Filler>, 4> all{{
        {QStringLiteral("{link}"), [](const HandOver &what) { return what.code(); }},
        {QStringLiteral("{expiry}"), [](const HandOver &what) { return expiryText(what.expiresAt); }},
        {QStringLiteral("{biz_no}"), [](const HandOver &what) { return what.bizNo; }},
        {QStringLiteral("{token}"), [](const HandOver &what) { return what.token; }},
    }};
    return all;
}

/// One line of a message; nothing when all that it names is missing.
std::optional<QString> filledLine(const QString &line, const HandOver &what)
{
    static const QRegularExpression placeholder(QStringLiteral("\\{[a-z_]+\\}"));
    QString result;
    qsizetype end = 0;
    int named = 0;
    int found = 0;
    for (auto it = placeholder.globalMatch(line); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        for (const auto &[name, fill] : fillers()) {
            if (match.capturedView() != name)
                continue;
            const QString value = fill(what);
            ++named;
            found += value.isEmpty() ? 0 : 1;
            result += line.mid(end, match.capturedStart() - end) + value;
            end = match.capturedEnd();
        }
    }
    if (named > 0 && found == 0)
        return std::nullopt;
    return result + line.mid(end);
}

/// The code in the contract's own words: an answer may echo a request behind its colon.
QString documentedCode(const Exchange &exchange, const EndpointSpec &spec)
{
    const Reply &reply = exchange.reply;
    if (reply.errorText.isEmpty() && reply.httpStatus != 413)
        return {};
    const Refusal refusal = explainRefusal(spec, reply.httpStatus, reply.errorText);
    static const QRegularExpression codeShape(QStringLiteral("^[A-Z][A-Z0-9_]{2,63}$"));
    if (!codeShape.match(refusal.name).hasMatch())
        return {};
    if (!refusal.field.isEmpty() && refusal.row && refusal.row->detail == ErrorDetail::Field)
        return refusal.name + u':' + refusal.field;
    if (refusal.row && !refusal.row->reason.isEmpty())
        return refusal.name + u':' + refusal.row->reason;
    return refusal.name;
}

} // namespace

QString HandOver::code() const
{
    return page.isEmpty() ? token : page.toString(QUrl::FullyEncoded);
}

HandOver handOverOf(const Exchange &exchange, const QUrl &page)
{
    if (exchange.outcome != Outcome::Issued)
        return {};
    return {exchange.reply.token, page, exchange.bizNo, exchange.startedAt, exchange.expiresAt()};
}

bool worksOnce(const EndpointSpec &spec)
{
    return !spec.pagePattern.isEmpty();
}

MessageTemplates::MessageTemplates(QSettings &settings)
    : m_settings(settings)
{ }

QString MessageTemplates::pattern(Tongue tongue) const
{
    return m_settings.value(settingsKey(tongue), builtIn(tongue)).toString();
}

void MessageTemplates::setPattern(Tongue tongue, const QString &pattern)
{
    if (pattern.trimmed().isEmpty() || pattern == builtIn(tongue))
        m_settings.remove(settingsKey(tongue));
    else
        m_settings.setValue(settingsKey(tongue), pattern);
}

QString MessageTemplates::builtIn(Tongue tongue)
{
    switch (tongue) {
    case Tongue::Chinese:
        return QStringLiteral(
            "您好，请完成身份验证：\n{link}\n请在 {expiry} 之前完成，不要转发给他人。\n业务编号：{biz_no}");
    case Tongue::English:
        return QStringLiteral(
            "Hello, please verify your identity:\n{link}\nPlease finish before {expiry} and do not "
            "pass this on.\nReference: {biz_no}");
    }
    return {};
}

QStringList MessageTemplates::placeholders()
{
    QStringList names;
    for (const auto &filler : fillers())
        names.append(filler.first);
    return names;
}

QString filled(const QString &pattern, const HandOver &what)
{
    QStringList lines;
    for (const QString &line : pattern.split(u'\n')) {
        if (const auto text = filledLine(line, what))
            lines.append(*text);
    }
    return lines.join(u'\n');
}

QString supportText(const Exchange &exchange)
{
    QStringList lines;
    const auto add = [&lines](QLatin1String name, const QString &value) {
        lines.append(QStringLiteral("%1: %2").arg(name, value.isEmpty() ? QStringLiteral("-") : value));
    };
    add(QLatin1String("request_id"), exchange.reply.requestId);
    add(QLatin1String("time"),
        exchange.startedAt.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")));
    add(QLatin1String("endpoint"),
        QStringLiteral("POST %1").arg(exchange.address.toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo)));
    add(QLatin1String("HTTP"),
        exchange.reply.httpStatus > 0 ? QString::number(exchange.reply.httpStatus) : QString());
    const EndpointSpec *spec = exchange.spec();
    add(QLatin1String("code"), spec ? documentedCode(exchange, *spec) : QString());
    return lines.join(u'\n') + u'\n';
}

void HandOverLog::remember(const QString &token, const QDateTime &when)
{
    if (when.isValid() && !(m_times.value(token) > when))
        m_times.insert(token, when);
}

bool HandOverLog::admit(const QString &token)
{
    if (m_times.contains(token) && m_asking != token) {
        m_asking = token;
        return false;
    }
    m_asking.clear();
    m_times.insert(token, QDateTime::currentDateTimeUtc());
    return true;
}

} // namespace faceid
