#pragma once

#include "client/exchange.h"
#include "export/pseudonyms.h"

#include <QHash>
#include <QJsonValue>
#include <QRegularExpression>

namespace faceid {

/// Takes out of one exchange what only this computer may know, for a file that goes to others: names, ID
/// numbers and user ids, the token, what an integrator hands through, values in the query of an address,
/// cookies, and content too long to be read, such as a picture. All else stays word for word.
class Redaction
{
public:
    /// The history has names and ID numbers as masks: the code beside them tells two persons apart. Where it
    /// is missing, every row has pseudonyms of its own.
    Redaction(const Exchange &exchange, Pseudonyms &pseudonyms);

    /// Where it cannot be told what is to be hidden, all of \a text is, by its size and check sum.
    QString text(const QString &text) const;
    /// The same for every text, key and long number in \a value.
    QJsonValue json(const QJsonValue &value) const;
    QString part(const Part &part) const;
    QString header(const QByteArray &name, const QByteArray &value) const;
    /// An address without the values of its query.
    QString url(const QUrl &address) const;
    /// A body as text; what is no text is told by size and check sum.
    QString body(const QByteArray &bytes) const;

private:
    void hideParts(const Exchange &exchange);
    void hide(const QString &value, const QString &pseudonym);
    void makePattern();
    QString replacementOf(const QRegularExpressionMatch &match) const;

    Pseudonyms &m_pseudonyms;
    QHash<QString, QString> m_hidden; ///< what stands for a text, by the text in small letters
    QHash<QString, QString> m_parts; ///< what stands for a whole part, by its name
    QRegularExpression m_pattern;
};

/// A copy of \a exchange in which pseudonyms stand for all of that: of its request and of its answer, with
/// the address that an answer leads to.
Exchange pseudonymized(const Exchange &exchange, Pseudonyms &pseudonyms);

} // namespace faceid
