#include "cli/closest.h"

#include <algorithm>
#include <numeric>

namespace faceid {

namespace {

/// Levenshtein's.
qsizetype distance(const QString &a, const QString &b)
{
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.constLast();
}

} // namespace

QString closestOf(const QStringList &known, const QString &typed)
{
    return *std::min_element(known.cbegin(), known.cend(),
        [&typed](const QString &a, const QString &b) { return distance(a, typed) < distance(b, typed); });
}

} // namespace faceid
