#pragma once

#include "history/historydatabase.h"
#include "history/historyschema.h"

namespace faceid {

/// Which serial numbers are taken, each at the service it was used at: those of rows that may have issued a
/// token, and those of such rows that an operator has deleted. A deleted row must not make way for a second
/// token that nobody notices.
///
/// Of a deleted row a hash of service and number and the time of the request are kept, and nothing that leads
/// to a person: in a table of its own, made when it is first needed, in a file of any layout.
class SerialNumbers
{
public:
    /// \a database must outlive this.
    explicit SerialNumbers(const HistoryDatabase &database);

    /// Who forbids a request with the serial number of \a record, which has one: outcome and id of a row, or
    /// "deleted", untranslated; empty when nobody does. A retry may have the number of the row that it
    /// repeats, knowingly, but not while another attempt is on its way or once one has led to a token.
    QSqlError holder(const schema::Record &record, QString &who) const;
    /// The row of \a record is being deleted: its number stays taken, if it is. To be called in a
    /// transaction.
    QSqlError spend(const schema::Record &record) const;
    /// Forgets what was deleted of requests begun before \a time, as their rows would be gone by now.
    QSqlError forgetBefore(const QDateTime &time) const;

private:
    QSqlError repeats(const schema::Record &record, bool &isSame) const;
    QSqlError isSpent(const schema::Record &record, bool &spent) const;
    QSqlError isThere(bool &there) const;

    const HistoryDatabase &m_database;
};

} // namespace faceid
