#pragma once

#include "history/historyrow.h"
#include "history/personcodes.h"

#include <QMetaType>
#include <QSet>

namespace faceid {

/// What lists show of a row, in the order they propose.
enum class HistoryColumn {
    Time,
    Outcome,
    Endpoint,
    Profile,
    BizNo,
    Token,
    RequestId,
    TimeLeft,
    Person,
    Note,
    Tags,
    Ticket,
    Operator,
};

/// Which rows of the history, and in what order. What is empty does not narrow.
struct HistoryQuery
{
    enum class Validity { Any, Open, Expired }; ///< of the token; rows without one are neither

    QString text; ///< stands somewhere in biz_no, uuid, request_id, token, note, tags, ticket or error
    std::optional<PersonCodes> person; ///< see personCodes()
    QSet<Outcome> outcomes;
    bool isUnresolved = false; ///< only rows that isUnresolved() says yes to
    QString endpointId;
    QString profileId;
    std::optional<Environment> environment;
    QDateTime from; ///< started then or later
    QDateTime until; ///< started before
    Validity validity = Validity::Any;
    HistoryColumn sortBy = HistoryColumn::Time;
    Qt::SortOrder order = Qt::DescendingOrder;

    bool operator==(const HistoryQuery &other) const;
    bool isNewestFirst() const;
    /// Whether anything narrows.
    bool isNarrow() const;
    /// Whether a row belongs to the answer, \a now deciding what has expired.
    bool matches(const HistoryRow &row, const QDateTime &now) const;
};

} // namespace faceid

Q_DECLARE_METATYPE(faceid::HistoryQuery)
