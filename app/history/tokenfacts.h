#pragma once

#include "contract/tokenreading.h"
#include "history/historyrow.h"

#include <functional>
#include <optional>

namespace faceid {

/// What is known of a pasted token or id, from its text and from the history.
struct TokenFacts
{
    enum class Kind {
        None, ///< nothing that this service issues
        BizToken, ///< of get_biz_token
        PcToken, ///< of get_token
        RequestId, ///< the history has it as the id of an answer
        Stamped, ///< a biz_token or an id: the history does not know it, and its text does not tell
    };
    Kind kind = Kind::None;
    QString text; ///< see TokenReading
    QDateTime issuedAt; ///< UTC; of the token, or of the answer whose id it is
    QDateTime usableUntil; ///< UTC; invalid: not known, or there is no token
    QDateTime
        queryableUntil; ///< by get_result, UTC; invalid: not known, not documented, or there is no token
    std::optional<HistoryRow> row;

    bool hasToken() const; ///< false for the id of an answer without one
};

/// \a rows are those that have the text as their token or request_id; the first with that token counts.
TokenFacts factsOf(const TokenReading &reading, const QList<HistoryRow> &rows);

/// The facts as an operator reads them.
struct TokenLine
{
    enum class State { Fact, Open, Over };
    QString title; ///< translated
    QString text; ///< one or more words or a sentence, translated
    State state = State::Fact;
};
/// \a shown makes a moment a text.
QList<TokenLine> linesOf(
    const TokenFacts &facts, const QDateTime &now, const std::function<QString(const QDateTime &)> &shown);

} // namespace faceid
