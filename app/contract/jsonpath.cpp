#include "contract/jsonpath.h"

#include <QRegularExpression>

namespace faceid {

QString pathStep(QString key)
{
    static const QRegularExpression plainKey(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    if (plainKey.match(key).hasMatch())
        return u'.' + key;
    key.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return QStringLiteral("['%1']").arg(key);
}

QString pathStep(qsizetype index)
{
    return QStringLiteral("[%1]").arg(index);
}

} // namespace faceid
