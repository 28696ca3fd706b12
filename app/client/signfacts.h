#pragma once

#include "contract/signature.h"
#include "credentials/profile.h"

#include <QDateTime>
#include <QStringList>

#include <optional>

namespace faceid {

/// A pasted sign, as far as it can be judged: from its text, from the profiles, and with a secret to try.
struct SignFacts
{
    signature::Reading reading;
    QString profileName; ///< of the profile whose api_key it states; empty: no profile has it
    bool isOtherKey = false; ///< it states another api_key than the profile it was looked at for
    std::optional<bool> matches; ///< whether the secret gives its digest; empty: there was none to try
    std::optional<qint64> clockSkewMs; ///< this machine's clock minus the service's, where an answer told

    bool isSingleUse() const { return reading.claims.expiresAt == 0; }
    bool isExpired(const QDateTime &now) const;
    /// Readable, not known to be made with another secret, and without a flaw.
    bool isGood() const { return reading.readable && matches.value_or(true) && reading.flaws.isEmpty(); }
};

/// Looks for the profile whose api_key \a reading states; \a current is the one it is meant for, if any.
SignFacts signFacts(
    const signature::Reading &reading, const QList<Profile> &profiles, const Profile *current = nullptr);

/// The same in words, translated, one line for each: what it states, and whatever is wrong with it.
struct SignLine
{
    enum class State { Fact, Good, Bad };
    QString title; ///< empty: the text stands alone
    QString text;
    State state = State::Fact;
};
QList<SignLine> linesOf(const SignFacts &facts, const QDateTime &now);

} // namespace faceid
