#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QVariant>

namespace faceid {

class PersonKey;
struct HistoryRow;

/// One person, by what an operator typed: a name, an ID number or, for requests that name nobody, a uuid.
struct PersonCodes
{
    QByteArray name; ///< see PersonKey; empty: there is no key
    QByteArray number;
    QString uuid; ///< as it was typed
    QDateTime since{}; ///< codes of rows begun before are of another key; see PersonKey::madeAt()

    bool operator==(const PersonCodes &other) const;
    /// Whether a row is about this person.
    bool fits(const HistoryRow &row) const;
};

/// What \a typed stands as in the history, blanks around it left out. Without a \a key, which PersonKeyring
/// gives, only requests with a uuid can be found.
PersonCodes personCodes(const PersonKey *key, const QString &typed);

/// SELECT of the numbers of a person's rows, each part of it by an index (see schema::accessStatements()),
/// with what is to be bound.
struct PersonRows
{
    QString sql;
    QVariantList values;
};
PersonRows rowsOfPerson(const PersonCodes &person);

} // namespace faceid
