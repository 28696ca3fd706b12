#include "contract/tokenreading.h"

#include <QRegularExpression>

namespace faceid {

TokenReading readToken(const QString &pasted)
{
    // Letters and digits on either side would make it part of something else, such as a fingerprint.
    static const QRegularExpression shapes(
        QStringLiteral("(?<![0-9A-Za-z])(?:([0-9]{9,11},[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"
                       "|([0-9a-f]{32}))(?![0-9A-Za-z])"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = shapes.match(pasted);
    if (!match.hasMatch())
        return {};
    const QString text = match.captured(0).toLower();
    if (match.capturedLength(1) == 0)
        return {TokenReading::Shape::Hex, text, {}};
    return {TokenReading::Shape::Stamped, text, timeInId(text)};
}

QDateTime timeInId(const QString &id)
{
    static const QRegularExpression shape(QStringLiteral("\\A([0-9]{9,11}),[0-9a-fA-F-]{36}\\z"));
    const auto match = shape.match(id);
    if (!match.hasMatch())
        return {};
    return QDateTime::fromSecsSinceEpoch(match.captured(1).toLongLong(), Qt::UTC);
}

} // namespace faceid
