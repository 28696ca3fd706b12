#pragma once

#include "client/exchange.h"

#include <QJsonObject>

#include <optional>

namespace faceid {

/// What a row of a comparison is about, in the order in which they are shown.
enum class DiffSection { Facts, Request, Answer, Headers, Result, Timings };

/// What the two sides have to do with each other.
enum class Difference {
    None,
    EachTime, ///< they differ as any two requests do: ids, moments, durations
    Unclear, ///< two masks that are alike; whether what they hide is the same is not known
    Real,
};

/// At the end of the name of every time.
inline constexpr QLatin1String diffMilliseconds("_ms");

/// One thing of two exchanges, beside each other.
struct DiffRow
{
    DiffSection section = DiffSection::Facts;
    QString name; ///< untranslated: of a fact, a part or a header, or the path of a member of the answer
    std::optional<QString> left; ///< nothing where that side has no such thing; a member's value is JSON
    std::optional<QString> right;
    Difference difference = Difference::None;
};

/// Two exchanges side by side: what is the same in both, and what differs. An answer in JSON is compared
/// member by member, any other as a whole. Values stand as the history keeps them, the token masked; that
/// two masked names are alike makes them equal only where the rows' codes say so.
QList<DiffRow> compared(const Exchange &left, const Exchange &right);

/// Stable texts for JSON: "facts", "request", ... and "none", "each-time", "unclear", "real".
QString sectionName(DiffSection section);
QString differenceName(Difference difference);
/// The section in a word or two, translated.
QString sectionTitle(DiffSection section);
/// What \a row is about, for people: a fact or a phase in the language of the program, all else by its name.
QString diffTitle(const DiffRow &row);

/// Stable, for programs; null where a side has no such thing.
QJsonObject toJson(const DiffRow &row);

} // namespace faceid
