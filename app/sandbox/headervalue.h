#pragma once

#include <QByteArray>
#include <QHash>

namespace faceid {

/// A header of the kind `form-data; name="a"; filename=b.jpg`: a first word and parameters.
struct HeaderValue
{
    QByteArray word; ///< lower-case
    /// Names lower-case, values unquoted; of a repeated one the first.
    QHash<QByteArray, QByteArray> parameters;
};

/// Takes such a header apart, as clients in the wild write it: names in any case, values quoted or not, `\"`
/// inside quotes, raw UTF-8, a missing closing quote. Any other backslash is a backslash (`C:\photo.jpg`).
/// Never fails.
HeaderValue readHeaderValue(QByteArrayView text);

} // namespace faceid
