#include "contract/fieldwords.h"

#include <QtGlobal>

namespace faceid {

QString casesText(const EndpointSpec &spec, unsigned set)
{
    if (set == AnyCase)
        return translated(QT_TRANSLATE_NOOP("Contract", "always"));
    QStringList values;
    for (const FieldChoice &choice : spec.selector().choices) {
        if (set & caseFromValue(choice.value))
            values.append(choice.value);
    }
    return values.join(QStringLiteral(", "));
}

QString limitsText(const FieldSpec &row)
{
    QStringList parts;
    for (const FieldChoice &choice : row.choices)
        parts.append(choice.value);
    if (row.minimum && row.maximum)
        parts.append(QStringLiteral("%1–%2").arg(*row.minimum).arg(*row.maximum));
    if (row.maxBytes > 0)
        parts.append(translated(QT_TRANSLATE_NOOP("Contract", "%1 bytes")).arg(row.maxBytes));
    if (row.maxChars > 0)
        parts.append(translated(QT_TRANSLATE_NOOP("Contract", "%1 characters")).arg(row.maxChars));
    return parts.join(QStringLiteral(", "));
}

} // namespace faceid
