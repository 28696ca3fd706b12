#include "history/historyquery.h"

#include "history/searchpieces.h"

#include <algorithm>

namespace faceid {

bool HistoryQuery::operator==(const HistoryQuery &other) const
{
    return text == other.text && person == other.person && outcomes == other.outcomes
        && isUnresolved == other.isUnresolved && endpointId == other.endpointId
        && profileId == other.profileId && environment == other.environment && from == other.from
        && until == other.until && validity == other.validity && sortBy == other.sortBy
        && order == other.order;
}

bool HistoryQuery::isNewestFirst() const
{
    return sortBy == HistoryColumn::Time && order == Qt::DescendingOrder;
}

bool HistoryQuery::isNarrow() const
{
    HistoryQuery all;
    all.sortBy = sortBy;
    all.order = order;
    return !(*this == all);
}

bool HistoryQuery::matches(const HistoryRow &row, const QDateTime &now) const
{
    const bool isOpen = row.expiresAt > now;
    const bool isWanted = (!person || person->fits(row))
        && (outcomes.isEmpty() || outcomes.contains(row.outcome))
        && (!isUnresolved || faceid::isUnresolved(row))
        && (endpointId.isEmpty() || endpointId == row.endpointId)
        && (profileId.isEmpty() || profileId == row.profileId)
        && (!environment || *environment == row.environment) && (!from.isValid() || row.startedAt >= from)
        && (!until.isValid() || row.startedAt < until)
        && (validity == Validity::Any || (row.expiresAt.isValid() && isOpen == (validity == Validity::Open)));
    if (!isWanted || text.isEmpty())
        return isWanted;
    const QString typed = searchForm(text);
    const QStringList searched{
        row.bizNo, row.uuid, row.requestId, row.token, row.note, row.tags, row.ticket, row.errorText};
    return std::any_of(searched.cbegin(), searched.cend(),
        [&typed](const QString &value) { return searchForm(value).contains(typed); });
}

} // namespace faceid
