#include "history/audittrail.h"

#include "history/operatorname.h"

#include <QCoreApplication>
#include <QDateTime>

namespace faceid {

namespace {

constexpr int batch = 1000; // entries read at a time

QStringList tableStatements()
{
    // AUTOINCREMENT keeps the highest number ever given, so that entries missing at the end show.
    QStringList statements{QStringLiteral(
        "CREATE TABLE IF NOT EXISTS audit (number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, "
        "who TEXT NOT NULL, deed TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL, "
        "hash TEXT NOT NULL)")};
    for (const char *event : {"UPDATE", "DELETE"})
        statements.append(QStringLiteral("CREATE TRIGGER IF NOT EXISTS audit_no_%1 BEFORE %2 ON audit BEGIN "
                                         "SELECT RAISE(ABORT, 'the audit trail is append-only'); END")
                              .arg(QString::fromLatin1(event).toLower(), QLatin1String(event)));
    return statements;
}

/// Empty when \a entry may follow an entry of the number and hash before.
QString flawOf(const AuditEntry &entry, qint64 numberBefore, const QByteArray &hashBefore)
{
    if (entry.number != numberBefore + 1)
        return QCoreApplication::translate("AuditTrail", "Entry %1 is missing.").arg(numberBefore + 1);
    if (entry.hash != chainHash(hashBefore, entry))
        return QCoreApplication::translate(
            "AuditTrail", "Entry %1 or the one before it is not what was written: its hash does not fit.")
            .arg(entry.number);
    return {};
}

} // namespace

AuditTrail::AuditTrail(const HistoryDatabase &database)
    : m_database(database)
{ }

QSqlError AuditTrail::prepare() const
{
    for (const QString &statement : tableStatements()) {
        if (const QSqlError error = m_database.run(statement); error.isValid())
            return error;
    }
    return {};
}

QSqlError AuditTrail::isThere(bool &there) const
{
    QVariant found;
    const QSqlError error = m_database.ask(
        QStringLiteral("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'audit'"), {}, found);
    there = found.isValid();
    return error;
}

QSqlError AuditTrail::lastNumberGiven(qint64 &number) const
{
    QVariant given;
    const QSqlError error =
        m_database.ask(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = 'audit'"), {}, given);
    number = given.toLongLong();
    return error;
}

QSqlError AuditTrail::append(const AuditNote &note) const
{
    if (const QSqlError error = prepare(); error.isValid())
        return error;
    AuditEntry entry{0, QDateTime::currentMSecsSinceEpoch(), operatorName(), deedName(note.deed),
        note.subject, note.detail, {}};
    for (QString *text : {&entry.subject, &entry.detail}) {
        if (text->isNull())
            *text = QStringLiteral("");
    }
    QVariant hashBefore;
    QSqlError error =
        m_database.ask(QStringLiteral("SELECT hash FROM audit ORDER BY number DESC LIMIT 1"), {}, hashBefore);
    if (!error.isValid())
        error = lastNumberGiven(entry.number);
    if (error.isValid())
        return error;
    ++entry.number;
    entry.hash = chainHash(hashBefore.toString().toLatin1(), entry);
    return m_database.run(QStringLiteral("INSERT INTO audit (number, at, who, deed, subject, detail, hash) "
                                         "VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {entry.number, entry.at, entry.who, entry.deed, entry.subject, entry.detail,
            QString::fromLatin1(entry.hash)});
}

QSqlError AuditTrail::tryAppend(const AuditNote &note) const
{
    QSqlError error = m_database.run(QStringLiteral("SAVEPOINT audit"));
    if (error.isValid())
        return error;
    error = append(note);
    if (error.isValid())
        m_database.run(QStringLiteral("ROLLBACK TO audit"));
    m_database.run(QStringLiteral("RELEASE audit"));
    return error;
}

QString AuditTrail::sentence(const QSqlError &error) const
{
    return QCoreApplication::translate("AuditTrail", "It is not in the audit trail: %1")
        .arg(m_database.sentence(error));
}

QSqlError AuditTrail::read(qint64 after, int limit, QList<AuditEntry> &entries) const
{
    entries.clear();
    bool there = false;
    if (const QSqlError error = isThere(there); error.isValid() || !there)
        return error;
    return m_database.each(QStringLiteral("SELECT number, at, who, deed, subject, detail, hash FROM audit "
                                          "WHERE number > ? ORDER BY number LIMIT ?"),
        {after, limit}, [&entries](const QVariantList &row) {
            entries.append({row[0].toLongLong(), row[1].toLongLong(), row[2].toString(), row[3].toString(),
                row[4].toString(), row[5].toString(), row[6].toString().toLatin1()});
            return QSqlError();
        });
}

AuditVerdict AuditTrail::verify(const QByteArray &anchor) const
{
    AuditVerdict verdict;
    bool isAnchored = anchor.isEmpty();
    bool there = false;
    qint64 given = 0;
    QSqlError error = isThere(there);
    if (!error.isValid() && there)
        error = lastNumberGiven(given);
    QList<AuditEntry> entries;
    do {
        if (!error.isValid())
            error = read(verdict.entries, batch, entries);
        if (error.isValid()) {
            verdict.error = m_database.sentence(error);
            return verdict;
        }
        for (const AuditEntry &entry : std::as_const(entries)) {
            verdict.reason = flawOf(entry, verdict.entries, verdict.head);
            if (!verdict.reason.isEmpty()) {
                verdict.firstBroken = verdict.entries + 1;
                return verdict;
            }
            verdict.head = entry.hash;
            isAnchored = isAnchored || entry.hash == anchor;
            ++verdict.entries;
        }
    } while (!entries.isEmpty());
    if (given != verdict.entries) {
        verdict.firstBroken = verdict.entries + 1;
        verdict.reason =
            QCoreApplication::translate("AuditTrail", "Entries are missing at the end, from %1 on.")
                .arg(verdict.firstBroken);
    } else if (!isAnchored) {
        verdict.firstBroken = verdict.entries + 1;
        verdict.reason = QCoreApplication::translate("AuditTrail",
            "No entry has the hash that was written down: the end is missing, or all was made anew.");
    }
    return verdict;
}

} // namespace faceid
