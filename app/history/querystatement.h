#pragma once

#include "history/historyquery.h"

#include <QStringList>
#include <QVariant>

namespace faceid {

/// The SQL of a HistoryQuery: SELECT of row numbers, and behind each the texts of the searched columns where
/// the index alone does not say whether the row belongs to the answer.
class QueryStatement
{
public:
    /// \a now decides what has expired.
    QueryStatement(const HistoryQuery &query, const QDateTime &now);

    /// The whole answer, in its order; searched by text and sorted by time, in the order in which the rows
    /// were made, with the time of their start as the last value.
    QString sql() const;
    QVariantList values() const;
    /// The answer among the newest \a rows, newest first. For texts of which the index has so much to tell
    /// that the first page is found sooner by looking.
    QString newestSql(int rows) const;
    QVariantList newestValues() const { return m_values; }

    /// Whether \a row, as the SQL gave it, belongs to the answer.
    bool isAnswer(const QVariantList &row) const;

private:
    void narrow(const QString &condition, const QVariantList &values);
    void narrowOrigins(const HistoryQuery &query);
    QString selected(bool withTexts) const;
    QString where(const QStringList &conditions) const;

    QString m_typed; ///< as it is compared
    QString m_match; ///< for the index
    bool m_isExact = false;
    HistoryColumn m_sortBy;
    QString m_direction; ///< ASC or DESC
    QStringList m_conditions; ///< on requests
    QVariantList m_values; ///< of the conditions
};

} // namespace faceid
