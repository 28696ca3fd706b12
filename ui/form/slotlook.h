#pragma once

#include <QList>
#include <QPixmap>
#include <QRectF>
#include <QString>

class QPainter;

namespace faceid {

class Theme;

/// How a place for a photo looks: what is in it and what state it is in.
struct SlotLook
{
    QString text; ///< beneath the photo, or in the empty place
    QPixmap thumbnail; ///< null: none yet, or none can be made
    QList<QRectF> faces; ///< in shares of the thumbnail, the largest first
    bool isFull = false;
    bool isCovered = false; ///< shows that there is a photo and no face
    bool isRefused = false;
    bool isStale = false; ///< the file is not what it was
    bool hasFocus = false;
    bool isHovered = false;
    bool isTarget = false; ///< of a drag
};

/// Frames \a faces, shares of \a picture: strongly the one that is taken, the largest, which stands first.
void paintFaces(QPainter &painter, const QRectF &picture, const QList<QRectF> &faces, const Theme &theme);

/// Paints it into \a area in the colours of \a theme and the painter's font.
void paintSlot(QPainter &painter, const QRect &area, const SlotLook &look, const Theme &theme);

} // namespace faceid
