#include "history/serialnumbers.h"

#include <QCryptographicHash>

namespace faceid {

namespace {

QVariant at(const schema::Record &record, const char *name)
{
    return record.at(schema::indexOf(name));
}

/// As the file holds it.
QVariant inFile(const schema::Record &record, const char *name)
{
    return schema::columns()[size_t(schema::indexOf(name))].form->toFile(at(record, name));
}

/// The values of schema::sameSerial().
QVariantList numberOf(const schema::Record &record)
{
    return {inFile(record, "biz_no"), inFile(record, "service")};
}

QByteArray hashOf(const schema::Record &record)
{
    const QString text = at(record, "service").toString() + u'\n' + at(record, "biz_no").toString();
    return QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).first(16);
}

} // namespace

SerialNumbers::SerialNumbers(const HistoryDatabase &database)
    : m_database(database)
{ }

QSqlError SerialNumbers::holder(const schema::Record &record, QString &who) const
{
    who.clear();
    bool isRetry = false;
    QSqlError error = repeats(record, isRetry);
    QVariantList other;
    QString condition = schema::sameSerial() + QStringLiteral(" AND ") + schema::occupying();
    if (isRetry)
        condition += QStringLiteral(" AND (outcome IN (%1, %2) OR resolution = %3)")
                         .arg(schema::outcomeCode(Outcome::Pending))
                         .arg(schema::outcomeCode(Outcome::Issued))
                         .arg(schema::resolutionCode(Resolution::Issued));
    if (!error.isValid())
        error = m_database.askRow(
            QStringLiteral("SELECT outcome, id FROM requests WHERE ") + condition, numberOf(record), other);
    if (!other.isEmpty())
        who = schema::outcomeForm.toRecord(other.at(0)).toString() + u' '
            + schema::idForm.toRecord(other.at(1)).toString();
    if (error.isValid() || isRetry || !who.isEmpty())
        return error;
    bool spent = false;
    error = isSpent(record, spent);
    if (spent)
        who = QStringLiteral("deleted");
    return error;
}

/// Whether \a record repeats a row that has the same serial number.
QSqlError SerialNumbers::repeats(const schema::Record &record, bool &isSame) const
{
    isSame = false;
    const QByteArray origin = inFile(record, "retry_of").toByteArray();
    if (origin.isEmpty())
        return {};
    QVariant found;
    const QSqlError error =
        m_database.ask(QStringLiteral("SELECT 1 FROM requests WHERE substr(id, 1, 4) = ? AND id = ? AND ")
                + schema::sameSerial(),
            QVariantList{origin.first(4), origin} + numberOf(record), found);
    isSame = found.isValid();
    return error;
}

QSqlError SerialNumbers::spend(const schema::Record &record) const
{
    QVariant taken;
    QSqlError error =
        m_database.ask(QStringLiteral("SELECT 1 FROM requests WHERE substr(id, 1, 4) = ? AND id = ? AND "
                                      "biz_no IS NOT NULL AND ")
                + schema::occupying(),
            {inFile(record, "id").toByteArray().first(4), inFile(record, "id")}, taken);
    if (error.isValid() || !taken.isValid())
        return error;
    error = m_database.run(QStringLiteral("CREATE TABLE IF NOT EXISTS spent_numbers (hash BLOB PRIMARY KEY, "
                                          "started_at INTEGER NOT NULL) WITHOUT ROWID"));
    return error.isValid()
        ? error
        : m_database.run(
            QStringLiteral("INSERT OR REPLACE INTO spent_numbers (hash, started_at) VALUES (?, ?)"),
            {hashOf(record), at(record, "started_at")});
}

QSqlError SerialNumbers::isSpent(const schema::Record &record, bool &spent) const
{
    spent = false;
    bool there = false;
    QSqlError error = isThere(there);
    if (error.isValid() || !there)
        return error;
    QVariant found;
    error =
        m_database.ask(QStringLiteral("SELECT 1 FROM spent_numbers WHERE hash = ?"), {hashOf(record)}, found);
    spent = found.isValid();
    return error;
}

QSqlError SerialNumbers::forgetBefore(const QDateTime &time) const
{
    bool there = false;
    const QSqlError error = isThere(there);
    return error.isValid() || !there
        ? error
        : m_database.run(
            QStringLiteral("DELETE FROM spent_numbers WHERE started_at < ?"), {time.toMSecsSinceEpoch()});
}

QSqlError SerialNumbers::isThere(bool &there) const
{
    QVariant found;
    const QSqlError error = m_database.ask(
        QStringLiteral("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'spent_numbers'"), {},
        found);
    there = found.isValid();
    return error;
}

} // namespace faceid
