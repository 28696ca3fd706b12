#pragma once

#include "contract/imagefacts.h"

#include <QList>
#include <QRectF>

namespace faceid {

/// The faces of a photo, and where they are.
struct FaceSearch
{
    FaceFacts facts;
    /// Of the upright faces, else of the turned ones, the largest first: in shares (0 to 1) of the picture as
    /// a viewer shows it, turned by EXIF.
    QList<QRectF> boxes;
};

/// Whether faces can be looked for at all: this program was built with a detector.
bool canSearchFaces();

/// Looks for faces in the picture as its pixels are stored, scaled to 840 pixels at most, and with none
/// there, turned by 90, 180 and 270 degrees. EXIF is not heeded: neither document says that the service does.
///
/// Takes 20 to 100 ms for a photo with a face and up to four times that without; at the first time half a
/// second more. Call it off the GUI thread; from any number of threads at once. A photo that cannot be
/// decoded is no failure, see FaceFacts::decoded.
FaceSearch searchFaces(const QByteArray &bytes, const ImageFacts &facts);

} // namespace faceid
