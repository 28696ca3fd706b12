#pragma once

#include "history/historydatabase.h"
#include "history/historytables.h"

#include <QHash>

#include <optional>

namespace faceid {

/// Rows of the history file, in words on this side and lean on the other: shared texts once, identifiers in
/// bytes, details packed, and every substring in the search index. Whoever changes a row changes it through
/// this, or the index keeps what is gone.
///
/// Blocks; every change is to be made in a transaction() of this object.
class RecordStore
{
public:
    struct Stored
    {
        qint64 number = 0; ///< of the row in this file, rising in the order rows were made
        schema::Record record;
    };

    explicit RecordStore(const HistoryDatabase &database);

    /// HistoryDatabase::inTransaction() for changes made through this object.
    QSqlError transaction(const std::function<QSqlError()> &work);

    QSqlError insert(const schema::Record &record, qint64 &number);
    /// \a before is the row as it is in the file.
    QSqlError rewrite(const Stored &before, const schema::Record &after);
    QSqlError erase(const Stored &row);
    /// Takes away what no row shares any more.
    QSqlError sweep();

    QSqlError find(const QUuid &id, std::optional<Stored> &found) const;
    /// find(), in a transaction(), for who expects a row that this object has inserted and nobody has changed
    /// since: such a row is remembered while it is Pending, and need not be read and unpacked.
    QSqlError findOpen(const QUuid &id, std::optional<Stored> &found) const;
    QSqlError at(qint64 number, std::optional<Stored> &found) const;
    /// Hands over every row for which the SQL \a condition on requests holds, in the order they were made.
    QSqlError each(const QString &condition, const QVariantList &values,
        const std::function<QSqlError(const Stored &)> &use) const;

private:
    QSqlError first(const QString &condition, const QVariantList &values, std::optional<Stored> &found) const;
    struct Shared
    {
        qint64 id = 0;
        QByteArray primer;
    };
    struct Links
    {
        QVariantList ids; ///< of the shared rows, in the order of sharedTables()
        QByteArray primer; ///< of all of them
    };
    QSqlError shared(const schema::Record &record, Links &links);
    QSqlError sharedRow(const schema::Table &table, const QVariantList &values, const schema::Record &record,
        Shared &row) const;
    QSqlError writeDetail(qint64 number, const QByteArray &primer, const schema::Record &record) const;
    QSqlError index(qint64 number, const schema::Record &record, bool isIn) const;
    void forget();

    const HistoryDatabase &m_database;
    QHash<QByteArray, Shared> m_shared; ///< by table and values
    QHash<QString, Stored> m_open; ///< by the record's id
    QVariant m_version; ///< of the file when that was remembered; changes when another program writes
};

} // namespace faceid
