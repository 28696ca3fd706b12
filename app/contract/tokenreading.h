#pragma once

#include <QDateTime>
#include <QString>

namespace faceid {

/// What a token or an id of the service says by its text alone.
struct TokenReading
{
    enum class Shape {
        None, ///< no token and no id in it
        Stamped, ///< "<epoch seconds>,<uuid4>": a biz_token, a request_id or a biz_id; the text does not tell
                 ///< which
        Hex, ///< 32 hexadecimal digits: a token of get_token, which carries no time
    };
    Shape shape = Shape::None;
    QString text; ///< without what stood around it, in lower case as the service writes it
    QDateTime issuedAt; ///< UTC; invalid for what carries no time
};

/// The first token or id in \a pasted, which may be a whole message, an address or an answer in JSON.
TokenReading readToken(const QString &pasted);

/// The issue time in front of "<epoch seconds>,<uuid4>"; invalid when \a id is anything else.
QDateTime timeInId(const QString &id);

} // namespace faceid
