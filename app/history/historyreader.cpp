#include "history/historyreader.h"

#include "history/attempts.h"
#include "history/historydatabase.h"
#include "history/historyrows.h"
#include "history/historytables.h"
#include "history/querystatement.h"
#include "history/searchpieces.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace faceid {

namespace {

constexpr int newestRows = 2000; // looked through before the index is asked for one or two letters
constexpr std::chrono::milliseconds patience{3'000};

/// Ends HistoryDatabase::each() without anything being wrong.
QSqlError enough()
{
    return QSqlError(QString(), QString(), QSqlError::UnknownError);
}

bool isEnough(const QSqlError &error)
{
    return error.type() == QSqlError::UnknownError && error.text().trimmed().isEmpty();
}

/// \a numbers by the times of their rows, which they hardly ever are not already.
QList<qint64> sorted(const QList<qint64> &numbers, const QList<qint64> &times, Qt::SortOrder order)
{
    const auto isBefore = [order](qint64 a, qint64 b) { return order == Qt::AscendingOrder ? a < b : a > b; };
    if (std::is_sorted(times.cbegin(), times.cend(), isBefore))
        return numbers;
    QList<qsizetype> places(numbers.size());
    std::iota(places.begin(), places.end(), 0);
    std::stable_sort(
        places.begin(), places.end(), [&](qsizetype a, qsizetype b) { return isBefore(times[a], times[b]); });
    QList<qint64> result;
    result.reserve(numbers.size());
    for (const qsizetype place : std::as_const(places))
        result.append(numbers[place]);
    return result;
}

} // namespace

HistoryReader::HistoryReader(const QString &path)
    : m_database(std::make_unique<HistoryDatabase>(path))
{ }

HistoryReader::~HistoryReader() = default;

void HistoryReader::open()
{
    QSqlError error = m_database->open(patience);
    if (!error.isValid())
        error = m_database->run(QStringLiteral("PRAGMA query_only = ON"));
    note(error);
}

void HistoryReader::note(const QSqlError &error)
{
    m_error = error.isValid() && !isEnough(error) ? m_database->sentence(error) : QString();
}

QList<HistoryRow> HistoryReader::firstRows(const HistoryQuery &query, int count, const IsStale &isStale)
{
    const QueryStatement statement(query, QDateTime::currentDateTimeUtc());
    QList<qint64> numbers;
    const auto collect = [&](const QVariantList &row) {
        if (statement.isAnswer(row))
            numbers.append(row.constFirst().toLongLong());
        return numbers.size() == count || isStale() ? enough() : QSqlError();
    };
    QSqlError error;
    if (!query.text.isEmpty() && isShortSearch(query.text) && query.isNewestFirst())
        error = m_database->each(statement.newestSql(newestRows), statement.newestValues(), collect);
    if (numbers.size() < count && !error.isValid()) {
        numbers.clear();
        error = m_database->each(statement.sql(), statement.values(), collect);
    }
    note(error);
    if (!m_error.isEmpty() || isStale())
        return {};
    QList<HistoryRow> found = rows(numbers);
    if (query.sortBy == HistoryColumn::Time) // the index knows only the order in which rows were made
        std::stable_sort(found.begin(), found.end(), [&query](const HistoryRow &a, const HistoryRow &b) {
            return query.order == Qt::AscendingOrder ? a.startedAt < b.startedAt : a.startedAt > b.startedAt;
        });
    return found;
}

QList<qint64> HistoryReader::order(const HistoryQuery &query, const IsStale &isStale)
{
    const QueryStatement statement(query, QDateTime::currentDateTimeUtc());
    const bool isByTime = query.sortBy == HistoryColumn::Time && !query.text.isEmpty();
    QList<qint64> numbers;
    QList<qint64> times;
    note(m_database->each(statement.sql(), statement.values(), [&](const QVariantList &row) {
        if (statement.isAnswer(row)) {
            numbers.append(row.constFirst().toLongLong());
            if (isByTime)
                times.append(row.constLast().toLongLong());
        }
        return isStale() ? enough() : QSqlError();
    }));
    if (!m_error.isEmpty() || isStale())
        return {};
    return isByTime ? sorted(numbers, times, query.order) : numbers;
}

QList<HistoryRow> HistoryReader::rows(const QList<qint64> &numbers)
{
    QList<HistoryRow> found;
    note(readRows(*m_database, numbers, found));
    return found;
}

QList<HistoryRow> HistoryReader::rowsAfter(qint64 number, int count)
{
    QList<HistoryRow> found;
    note(m_database->each(schema::selectStatement(schema::Wanted::Lists)
            + QStringLiteral("WHERE requests.number > ? ORDER BY requests.number LIMIT ?"),
        {number, count}, [&found](const QVariantList &row) {
            found.append(schema::rowFromFile(row));
            return QSqlError();
        }));
    return found;
}

qint64 HistoryReader::numberOf(const QUuid &id)
{
    const QByteArray bytes = id.toRfc4122();
    QVariant number;
    note(m_database->ask(QStringLiteral("SELECT number FROM requests WHERE substr(id, 1, 4) = ? AND id = ?"),
        {bytes.first(4), bytes}, number));
    return number.toLongLong();
}

qint64 HistoryReader::lastNumber()
{
    QVariant number;
    note(m_database->ask(QStringLiteral("SELECT max(number) FROM requests"), {}, number));
    return number.toLongLong();
}

QList<HistoryRow> HistoryReader::attempts(const QUuid &id)
{
    QList<HistoryRow> found;
    note(attemptsOf(*m_database, id, found));
    return found;
}

std::pair<qint64, qint64> HistoryReader::countRows(qint64 number)
{
    QVariantList counts;
    note(m_database->askRow(QStringLiteral("SELECT (SELECT count(*) FROM requests), "
                                           "(SELECT count(*) FROM requests WHERE number > ?)"),
        {number}, counts));
    return {counts.value(0).toLongLong(), counts.value(1).toLongLong()};
}

QString HistoryReader::check(const IsStale &isStale)
{
    // Table by table, because a check cannot be ended in between.
    for (const char *table : {"requests", "details", "services", "origins", "endings", "search_data"}) {
        if (isStale())
            return {};
        QVariant answer;
        const QSqlError error =
            m_database->ask(QStringLiteral("PRAGMA quick_check(%1)").arg(QLatin1String(table)), {}, answer);
        if (error.isValid())
            return m_database->sentence(error);
        if (answer.toString() != u"ok")
            return answer.toString();
    }
    return {};
}

} // namespace faceid
