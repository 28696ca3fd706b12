#include "export/csv.h"

namespace faceid {

namespace {

/// The wide forms are typed with Chinese keyboards, and Excel takes them for the narrow ones.
bool startsFormula(const QString &cell)
{
    return !cell.isEmpty() && QStringView(u"=+-@\t\r\n＝＋－＠").contains(cell.front());
}

QString quoted(QString cell)
{
    if (startsFormula(cell))
        cell.prepend(u'\'');
    const bool isPlain = !cell.contains(u'"') && !cell.contains(u',') && !cell.contains(u'\n')
        && !cell.contains(u'\r') && cell.trimmed().size() == cell.size();
    if (isPlain)
        return cell;
    return u'"' + cell.replace(u'"', QLatin1String("\"\"")) + u'"';
}

} // namespace

QByteArray csvRecord(const QStringList &cells)
{
    QStringList fields;
    for (const QString &cell : cells)
        fields.append(quoted(cell));
    // A record of one empty cell would be an empty line, which readers leave out.
    if (fields.size() == 1 && fields.constFirst().isEmpty())
        return "\"\"\r\n";
    return fields.join(u',').toUtf8() + "\r\n";
}

} // namespace faceid
