#pragma once

#include <QPixmap>
#include <QString>

class QPainter;

namespace faceid {

class Theme;

/// How a place for a photo looks: what is in it and what state it is in.
struct SlotLook
{
    QString text; ///< beneath the photo, or in the empty place
    QPixmap thumbnail; ///< null: none yet, or none can be made
    bool isFull = false;
    bool isCovered = false; ///< shows that there is a photo and no face
    bool isRefused = false;
    bool isStale = false; ///< the file is not what it was
    bool hasFocus = false;
    bool isHovered = false;
    bool isTarget = false; ///< of a drag
};

/// Paints it into \a area in the colours of \a theme and the painter's font.
void paintSlot(QPainter &painter, const QRect &area, const SlotLook &look, const Theme &theme);

} // namespace faceid
