#include "form/slotlook.h"

#include "shell/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace faceid {

namespace {

constexpr int captionHeight = 36;
constexpr int radius = 6;

void paintIcon(QPainter &painter, const QString &name, const QPoint &center, int side, const Theme &theme)
{
    QRect place(0, 0, side, side);
    place.moveCenter(center);
    theme.icon(name, theme.colors().dim).paint(&painter, place);
}

void paintEmpty(QPainter &painter, const QRect &area, const SlotLook &look, const Theme &theme)
{
    paintIcon(painter, QStringLiteral("photo"), QPoint(area.center().x(), area.top() + 20), 28, theme);
    painter.setPen(theme.colors().dim);
    painter.drawText(
        area.adjusted(0, 40, 0, 0), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, look.text);
}

void paintPhoto(QPainter &painter, const QRect &area, const SlotLook &look, const Theme &theme)
{
    const QRect picture = area.adjusted(0, 0, 0, -captionHeight);
    painter.fillRect(picture, theme.colors().window);
    if (look.isCovered) {
        paintIcon(painter, QStringLiteral("photo"), picture.center(), 28, theme);
    } else if (look.thumbnail.isNull()) {
        paintIcon(painter, QStringLiteral("warning"), picture.center(), 24, theme);
    } else {
        const QSizeF whole = look.thumbnail.deviceIndependentSize();
        QRectF target(QPointF(), whole.scaled(picture.size(), Qt::KeepAspectRatio));
        target.moveCenter(QRectF(picture).center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(target, look.thumbnail, QRectF(look.thumbnail.rect()));
        paintFaces(painter, target, look.faces, theme);
    }
    painter.setPen(theme.colors().text);
    painter.drawText(QRect(area.left(), area.bottom() - captionHeight + 2, area.width(), captionHeight - 2),
        Qt::AlignCenter, look.text);
}

QPen outlinePen(const SlotLook &look, const ThemeColors &colors)
{
    if (look.hasFocus || look.isTarget)
        return QPen(look.isRefused ? colors.refused : colors.accent, 2);
    if (look.isRefused)
        return QPen(colors.refused, 2);
    if (look.isStale)
        return QPen(colors.unknown, 2);
    if (look.isFull)
        return QPen(colors.issued, 1);
    return QPen(look.isHovered ? colors.dim : colors.line, 1, Qt::DashLine);
}

} // namespace

void paintFaces(QPainter &painter, const QRectF &picture, const QList<QRectF> &faces, const Theme &theme)
{
    painter.save();
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &face : faces) {
        const QRectF frame(picture.left() + face.left() * picture.width(),
            picture.top() + face.top() * picture.height(), face.width() * picture.width(),
            face.height() * picture.height());
        const bool isLargest = &face == &faces.constFirst();
        const QColor color = isLargest ? theme.colors().issued : theme.colors().unknown;
        painter.setPen(QPen(Qt::white, 3)); // seen on any background
        painter.drawRect(frame);
        painter.setPen(QPen(color, 1.5, isLargest ? Qt::SolidLine : Qt::DashLine));
        painter.drawRect(frame);
    }
    painter.restore();
}

void paintSlot(QPainter &painter, const QRect &area, const SlotLook &look, const Theme &theme)
{
    painter.setRenderHint(QPainter::Antialiasing);
    QFont small = painter.font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    painter.setFont(small);
    const QRectF outline = QRectF(area).adjusted(1.5, 1.5, -1.5, -1.5);
    QPainterPath shape;
    shape.addRoundedRect(outline, radius, radius);
    painter.fillPath(shape, look.isTarget ? theme.colors().selection : theme.colors().field);

    painter.setClipPath(shape);
    if (look.isFull)
        paintPhoto(painter, area.adjusted(2, 2, -2, -2), look, theme);
    else
        paintEmpty(painter, area.adjusted(8, 8, -8, -8), look, theme);
    painter.setClipping(false);

    painter.setPen(outlinePen(look, theme.colors()));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(outline, radius, radius);
}

} // namespace faceid
