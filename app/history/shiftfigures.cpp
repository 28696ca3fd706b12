#include "history/shiftfigures.h"

#include "history/historydatabase.h"
#include "history/historyschema.h"

namespace faceid {

namespace {

Outcome outcomeOf(const QVariant &code)
{
    return outcomeFromName(schema::outcomeForm.toRecord(code).toString()).value_or(Outcome::Unknown);
}

/// \a numbers: of all, of tokens that are open and that are over, of what nobody has resolved.
void add(OutcomeCounts &counts, Outcome outcome, const QVariantList &numbers)
{
    counts.of[outcome] += numbers[0].toLongLong();
    counts.open += numbers[1].toLongLong();
    counts.expired += numbers[2].toLongLong();
    if (canBeResolved(outcome))
        counts.unresolved += numbers[3].toLongLong();
}

/// The line that a row of the result belongs to: those of one profile and endpoint come one after the other.
ShiftFigures::Line &lineOf(QList<ShiftFigures::Line> &lines, const QVariantList &row)
{
    const Environment environment = environmentFromName(row[0].toString());
    const QString profile = row[1].toString();
    const QString endpoint = row[2].toString();
    const bool isSame = !lines.isEmpty() && lines.constLast().environment == environment
        && lines.constLast().profileName == profile && lines.constLast().endpointId == endpoint;
    if (!isSame)
        lines.append({profile, environment, endpoint, {}});
    return lines.last();
}

QSqlError countLines(const HistoryDatabase &database, ShiftFigures &figures)
{
    const qint64 now = figures.countedAt.toMSecsSinceEpoch();
    return database.each(
        QStringLiteral("SELECT environment, profile_name, endpoint, outcome, count(*), "
                       "sum(expires_at IS NOT NULL AND expires_at > ?), "
                       "sum(expires_at IS NOT NULL AND expires_at <= ?), sum(resolution = ?) "
                       "FROM requests JOIN origins ON origins.id = requests.origin "
                       "WHERE started_at >= ? AND started_at < ? GROUP BY 1, 2, 3, 4"),
        {now, now, schema::resolutionCode(Resolution::None), figures.since.toMSecsSinceEpoch(),
            figures.until.toMSecsSinceEpoch()},
        [&figures](const QVariantList &row) {
            const Outcome outcome = outcomeOf(row[3]);
            add(lineOf(figures.lines, row).counts, outcome, row.mid(4));
            add(figures.total, outcome, row.mid(4));
            return QSqlError();
        });
}

QSqlError countReasons(const HistoryDatabase &database, ShiftFigures &figures)
{
    return database.each(QStringLiteral("SELECT error_code, endpoint, http_status, count(*) "
                                        "FROM requests JOIN origins ON origins.id = requests.origin "
                                        "JOIN endings ON endings.id = requests.ending "
                                        "WHERE started_at >= ? AND started_at < ? AND outcome = ? "
                                        "GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3"),
        {figures.since.toMSecsSinceEpoch(), figures.until.toMSecsSinceEpoch(),
            schema::outcomeCode(Outcome::Refused)},
        [&figures](const QVariantList &row) {
            figures.reasons.append(
                {row[0].toString(), row[1].toString(), row[2].toInt(), row[3].toLongLong()});
            return QSqlError();
        });
}

} // namespace

qint64 OutcomeCounts::all() const
{
    qint64 sum = 0;
    for (const auto &[outcome, number] : of)
        sum += number;
    return sum;
}

qint64 OutcomeCounts::count(Outcome outcome) const
{
    const auto it = of.find(outcome);
    return it == of.end() ? 0 : it->second;
}

ShiftFigures countShift(const HistoryDatabase &database, const QDateTime &since, const QDateTime &until)
{
    ShiftFigures figures;
    figures.since = since;
    figures.until = until;
    figures.countedAt = QDateTime::currentDateTimeUtc();
    // Both see the same rows, whoever writes in between.
    QSqlError error = database.run(QStringLiteral("BEGIN"));
    if (!error.isValid())
        error = countLines(database, figures);
    if (!error.isValid())
        error = countReasons(database, figures);
    database.run(QStringLiteral("COMMIT"));
    if (error.isValid())
        figures.error = database.sentence(error);
    return figures;
}

} // namespace faceid
