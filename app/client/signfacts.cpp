#include "client/signfacts.h"

#include <QCoreApplication>

#include <algorithm>

namespace faceid {

namespace {

constexpr qint64 notableSkewMs = 30'000; // a clock that far off begins to cost validity

/// Translation context of what is said of signs.
class Sign
{
    Q_DECLARE_TR_FUNCTIONS(Sign)
};

QString utc(qint64 epochSeconds)
{
    return QDateTime::fromSecsSinceEpoch(epochSeconds, Qt::UTC).toString(Qt::ISODate);
}

QString span(qint64 seconds)
{
    const qint64 size = qAbs(seconds);
    if (size < 120)
        return Sign::tr("%n second(s)", nullptr, int(size));
    if (size < 2 * 60 * 60)
        return Sign::tr("%n minute(s)", nullptr, int(size / 60));
    if (size < 2 * 24 * 60 * 60)
        return Sign::tr("%n hour(s)", nullptr, int(size / (60 * 60)));
    return Sign::tr("%n day(s)", nullptr, int(qMin<qint64>(size / (24 * 60 * 60), 1'000'000)));
}

QString moment(qint64 epochSeconds, const QDateTime &now)
{
    const qint64 ahead = epochSeconds - now.toSecsSinceEpoch();
    const QString text = ahead < 0 ? Sign::tr("%1 = %2, %3 ago") : Sign::tr("%1 = %2, in %3");
    return text.arg(epochSeconds).arg(utc(epochSeconds), span(ahead));
}

void addClaims(const SignFacts &facts, const QDateTime &now, QList<SignLine> &lines)
{
    using State = SignLine::State;
    const signature::Claims &claims = facts.reading.claims;
    const QString key = facts.profileName.isEmpty()
        ? claims.apiKey
        : Sign::tr("%1, of profile %2").arg(claims.apiKey, facts.profileName);
    lines.append({Sign::tr("digest"), QString::fromLatin1(facts.reading.digest.toHex())});
    lines.append({Sign::tr("a  api_key"), key, facts.isOtherKey ? State::Bad : State::Fact});
    if (facts.isSingleUse())
        lines.append({Sign::tr("b  expires"), Sign::tr("0 = never; good for a single use")});
    else
        lines.append({Sign::tr("b  expires"), moment(claims.expiresAt, now),
            facts.isExpired(now) ? State::Bad : State::Good});
    lines.append({Sign::tr("c  made"), moment(claims.issuedAt, now)});
    lines.append({Sign::tr("d  random"), QString::fromLatin1(claims.random)});
    if (facts.isExpired(now))
        lines.append({{}, Sign::tr("It has expired."), State::Bad});
    if (facts.isOtherKey)
        lines.append({{}, Sign::tr("It states another api_key than the profile has."), State::Bad});
}

} // namespace

bool SignFacts::isExpired(const QDateTime &now) const
{
    return reading.readable && !isSingleUse() && reading.claims.expiresAt <= now.toSecsSinceEpoch();
}

SignFacts signFacts(const signature::Reading &reading, const QList<Profile> &profiles, const Profile *current)
{
    SignFacts facts;
    facts.reading = reading;
    if (!reading.readable)
        return facts;
    const QString &key = reading.claims.apiKey;
    const auto it = std::find_if(profiles.cbegin(), profiles.cend(),
        [&key](const Profile &profile) { return profile.apiKey == key || profile.spareApiKey == key; });
    if (it != profiles.cend())
        facts.profileName = it->name;
    facts.isOtherKey = current && current->apiKey != key;
    return facts;
}

QList<SignLine> linesOf(const SignFacts &facts, const QDateTime &now)
{
    using State = SignLine::State;
    QList<SignLine> lines;
    if (facts.reading.readable)
        addClaims(facts, now, lines);
    else
        lines.append({{}, Sign::tr("This is no sign that can be read."), State::Bad});
    for (const signature::Flaw flaw : facts.reading.flaws)
        lines.append({{}, signature::describe(flaw), State::Bad});
    if (facts.matches && *facts.matches)
        lines.append({{}, Sign::tr("The digest fits the secret."), State::Good});
    else if (facts.matches)
        lines.append({{}, Sign::tr("The digest does not fit the secret: another secret, or a changed text."),
            State::Bad});
    if (facts.clockSkewMs && qAbs(*facts.clockSkewMs) >= notableSkewMs)
        lines.append({{},
            (*facts.clockSkewMs > 0
                    ? Sign::tr("The clock of this computer is %1 ahead of the service's: set it right.")
                    : Sign::tr("The clock of this computer is %1 behind the service's: set it right."))
                .arg(span(*facts.clockSkewMs / 1000)),
            State::Bad});
    return lines;
}

} // namespace faceid
