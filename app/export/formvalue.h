#pragma once

#include <QString>
#include <QStringList>

namespace faceid {

/// An argument of curl's --form taken apart.
struct FormValue
{
    QString name;
    QString content; ///< what stands behind `=`, `@` or `<`, without quotes
    QChar sign; ///< `@` or `<`; null: the content is the value
    QStringList notes; ///< `type=…`, `filename=…` and the like, as they were written
};

/// Reads `name=content;type=…`. \a isLiteral as with --form-string: nothing of the content has a meaning.
FormValue readFormValue(const QString &argument, bool isLiteral);

} // namespace faceid
