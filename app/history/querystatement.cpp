#include "history/querystatement.h"

#include "history/historytables.h"
#include "history/searchpieces.h"

namespace faceid {

namespace {

/// What rows are sorted by; the number of the row, which rises in time, comes behind it.
QString sortExpression(HistoryColumn column)
{
    const auto ofOrigin = [](const char *name) {
        return QStringLiteral("(SELECT %1 FROM origins WHERE id = requests.origin)").arg(QLatin1String(name));
    };
    switch (column) {
    case HistoryColumn::Time:
        return QStringLiteral("requests.started_at");
    case HistoryColumn::Outcome:
        return QStringLiteral("requests.outcome");
    case HistoryColumn::Endpoint:
        return ofOrigin("endpoint");
    case HistoryColumn::Profile:
        return ofOrigin("profile_name");
    case HistoryColumn::BizNo:
        return QStringLiteral("requests.biz_no");
    case HistoryColumn::Token:
        return QStringLiteral("requests.token");
    case HistoryColumn::RequestId:
        return QStringLiteral("requests.request_id");
    case HistoryColumn::TimeLeft:
        return QStringLiteral("requests.expires_at");
    case HistoryColumn::Person:
        return QStringLiteral("coalesce(requests.person, requests.uuid)");
    case HistoryColumn::Note:
        return QStringLiteral("requests.resolution %1, requests.note");
    case HistoryColumn::Tags:
        return QStringLiteral("requests.tags");
    case HistoryColumn::Ticket:
        return QStringLiteral("requests.ticket");
    case HistoryColumn::Operator:
        return ofOrigin("operator");
    }
    return {};
}

QString outcomeCodes(const QSet<Outcome> &outcomes)
{
    QStringList codes;
    for (const Outcome outcome : outcomes)
        codes.append(QString::number(schema::outcomeCode(outcome)));
    return codes.join(QStringLiteral(", "));
}

} // namespace

QueryStatement::QueryStatement(const HistoryQuery &query, const QDateTime &now)
    : m_typed(searchForm(query.text))
    , m_sortBy(query.sortBy)
    , m_direction(query.order == Qt::AscendingOrder ? QStringLiteral("ASC") : QStringLiteral("DESC"))
{
    if (!m_typed.isEmpty()) {
        m_match = searchQuery(query.text);
        m_isExact = isExactSearch(query.text);
    }
    if (query.person) {
        const PersonRows rows = rowsOfPerson(*query.person);
        narrow(QStringLiteral("requests.number IN (%1)").arg(rows.sql), rows.values);
    }
    if (!query.outcomes.isEmpty())
        narrow(QStringLiteral("requests.outcome IN (%1)").arg(outcomeCodes(query.outcomes)), {});
    if (query.isUnresolved)
        narrow(QStringLiteral("requests.outcome IN (%1) AND requests.resolution = %2")
                   .arg(outcomeCodes({Outcome::Unknown, Outcome::ServerError}))
                   .arg(schema::resolutionCode(Resolution::None)),
            {});
    narrowOrigins(query);
    if (query.from.isValid())
        narrow(QStringLiteral("requests.started_at >= ?"), {query.from.toMSecsSinceEpoch()});
    if (query.until.isValid())
        narrow(QStringLiteral("requests.started_at < ?"), {query.until.toMSecsSinceEpoch()});
    if (query.validity != HistoryQuery::Validity::Any)
        narrow(query.validity == HistoryQuery::Validity::Open ? QStringLiteral("requests.expires_at > ?")
                                                              : QStringLiteral("requests.expires_at <= ?"),
            {now.toMSecsSinceEpoch()});
}

void QueryStatement::narrow(const QString &condition, const QVariantList &values)
{
    m_conditions.append(condition);
    m_values.append(values);
}

void QueryStatement::narrowOrigins(const HistoryQuery &query)
{
    QStringList conditions;
    QVariantList values;
    const auto add = [&](const char *name, const QString &value) {
        conditions.append(QStringLiteral("%1 = ?").arg(QLatin1String(name)));
        values.append(value);
    };
    if (!query.endpointId.isEmpty())
        add("endpoint", query.endpointId);
    if (!query.profileId.isEmpty())
        add("profile_id", query.profileId);
    if (query.environment)
        add("environment", environmentName(*query.environment));
    if (!conditions.isEmpty())
        narrow(QStringLiteral("requests.origin IN (SELECT id FROM origins WHERE %1)")
                   .arg(conditions.join(QStringLiteral(" AND "))),
            values);
}

QString QueryStatement::selected(bool withTexts) const
{
    QStringList columns{QStringLiteral("requests.number")};
    for (const qsizetype place : schema::searchedColumns()) {
        const schema::Column &column = schema::columns()[size_t(place)];
        const bool isShared = column.place == schema::Column::Place::Ending;
        if (withTexts)
            columns.append((isShared ? QStringLiteral("(SELECT %1 FROM endings WHERE id = requests.ending)")
                                     : QStringLiteral("requests.%1"))
                               .arg(QLatin1String(column.name)));
    }
    return columns.join(QStringLiteral(", "));
}

QString QueryStatement::where(const QStringList &conditions) const
{
    return conditions.isEmpty() ? QString()
                                : QStringLiteral(" WHERE ") + conditions.join(QStringLiteral(" AND "));
}

QString QueryStatement::sql() const
{
    const bool isSearch = !m_match.isEmpty();
    const QString columns = selected(isSearch && !m_isExact);
    if (isSearch && m_sortBy == HistoryColumn::Time) {
        // The index gives rows in the order they were made, so that the first page need not wait for the last
        // one: CROSS JOIN keeps SQLite from going through the rows first. Whoever wants all of them in the
        // order in which they were started sorts them.
        return QStringLiteral(
            "SELECT %1, requests.started_at FROM search CROSS JOIN requests ON requests.number = search.rowid%2 "
            "ORDER BY search.rowid %3")
            .arg(columns, where(QStringList{QStringLiteral("search MATCH ?")} + m_conditions), m_direction);
    }
    const QStringList found{
        QStringLiteral("requests.number IN (SELECT rowid FROM search WHERE search MATCH ?)")};
    QString by = sortExpression(m_sortBy);
    if (by.contains(u'%'))
        by = by.arg(m_direction);
    return QStringLiteral("SELECT %1 FROM requests%2 ORDER BY %3 %4, requests.number %4")
        .arg(columns, where((isSearch ? found : QStringList()) + m_conditions), by, m_direction);
}

QVariantList QueryStatement::values() const
{
    return (m_match.isEmpty() ? QVariantList() : QVariantList{m_match}) + m_values;
}

QString QueryStatement::newestSql(int rows) const
{
    QStringList conditions = m_conditions;
    conditions.prepend(QStringLiteral("requests.number > (SELECT max(number) FROM requests) - %1").arg(rows));
    return QStringLiteral("SELECT %1 FROM requests%2 ORDER BY requests.number DESC")
        .arg(selected(true), where(conditions));
}

bool QueryStatement::isAnswer(const QVariantList &row) const
{
    if (row.size() <= qsizetype(schema::searchedColumns().size()))
        return true; // no texts to look at
    const std::vector<qsizetype> &places = schema::searchedColumns();
    for (size_t i = 0; i < places.size(); ++i) {
        const QVariant &value = row.at(qsizetype(i) + 1);
        if (value.isNull())
            continue;
        const QString text = schema::columns()[size_t(places[i])].form->toRecord(value).toString();
        if (searchForm(text).contains(m_typed))
            return true;
    }
    return false;
}

} // namespace faceid
