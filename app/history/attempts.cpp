#include "history/attempts.h"

#include "history/historyrows.h"

#include <QSet>

#include <algorithm>

namespace faceid {

namespace {

constexpr qsizetype mostAttempts = 100; // rows; nobody reads on after that

/// From row to row that it repeats, up to one that repeats none. That one need not be there any more.
QSqlError firstOf(const HistoryDatabase &database, const QUuid &id, QByteArray &first)
{
    QSet<QByteArray> passed; // a file from elsewhere may go in a circle
    first = id.toRfc4122();
    while (!passed.contains(first)) {
        passed.insert(first);
        QVariant origin;
        const QSqlError error = database.ask(
            QStringLiteral("SELECT retry_of FROM requests WHERE substr(id, 1, 4) = ? AND id = ?"),
            {first.first(4), first}, origin);
        if (error.isValid() || origin.isNull())
            return error;
        first = origin.toByteArray();
    }
    return {};
}

} // namespace

QSqlError attemptsOf(const HistoryDatabase &database, const QUuid &id, QList<HistoryRow> &rows)
{
    QByteArray first;
    QSqlError error = firstOf(database, id, first);
    QList<QByteArray> family{first};
    QList<qint64> numbers;
    QVariant number;
    if (!error.isValid())
        error =
            database.ask(QStringLiteral("SELECT number FROM requests WHERE substr(id, 1, 4) = ? AND id = ?"),
                {first.first(4), first}, number);
    if (number.isValid())
        numbers.append(number.toLongLong());
    for (qsizetype i = 0; i < family.size() && family.size() < mostAttempts && !error.isValid(); ++i) {
        error = database.each(QStringLiteral("SELECT id, number FROM requests WHERE retry_of = ?"),
            {family.at(i)}, [&](const QVariantList &found) {
                const QByteArray one = found.at(0).toByteArray();
                if (!family.contains(one)) {
                    family.append(one);
                    numbers.append(found.at(1).toLongLong());
                }
                return QSqlError();
            });
    }
    if (error.isValid())
        return error;
    std::sort(numbers.begin(), numbers.end());
    return readRows(database, numbers, rows);
}

} // namespace faceid
