#include "contract/proposal.h"

#include <QRandomGenerator>
#include <QUuid>

namespace faceid {

namespace {

QString randomGroup()
{
    static constexpr char16_t alphabet[] = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString group;
    for (int i = 0; i < 4; ++i)
        group.append(QChar(alphabet[QRandomGenerator::system()->bounded(32)]));
    return group;
}

} // namespace

QString proposedValue(const FieldSpec &row, const QDateTime &now)
{
    if (!row.generated)
        return {};
    if (!row.unique)
        return QUuid::createUuid().toString(QUuid::WithoutBraces);
    return QStringList{
        now.toString(QStringLiteral("yyyyMMdd-HHmm")), randomGroup(), randomGroup(), randomGroup()}
        .join(u'-');
}

} // namespace faceid
