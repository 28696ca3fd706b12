#pragma once

#include "client/imagefile.h"

#include <QFlags>
#include <QStringList>

namespace faceid {

/// What a photo must not exceed to be taken.
struct ImageLimits
{
    int maxSide = 0; ///< pixels; 0: no limit
    qint64 maxBytes = 0; ///< of the file; 0: no limit
};

/// The limits of an API's photos, leaving room for the other parts of the request.
ImageLimits imageLimits(const EndpointSpec &spec);

/// What a repair did.
enum class ImageChange {
    Turned = 1, ///< the rotation that EXIF asked for is in the pixels now
    Shrunk = 2,
    Recompressed = 4, ///< fewer bytes at a lower quality
    Converted = 8, ///< another format
    Stripped = 16, ///< EXIF, place and other notes are gone
};
Q_DECLARE_FLAGS(ImageChanges, ImageChange)

struct RepairedImage
{
    ImageFile photo; ///< a JPEG; its path is the original's, which stays as it is
    ImageChanges changes;
};

/// What is worth repairing in \a photo: what the API would refuse, and what says more than the face (EXIF).
/// Empty for nothing, and for a file that cannot be decoded at all.
ImageChanges repairsFor(const ImageFile &photo, const ImageLimits &limits);

/// Makes an upright JPEG within \a limits, without notes. Nothing when the picture cannot be decoded or does
/// not get small enough. Takes up to a second for the largest photos: call it off the GUI thread.
std::optional<RepairedImage> repairImage(const ImageFile &photo, const ImageLimits &limits);

/// One short phrase for each change, translated.
QStringList describe(ImageChanges changes);

} // namespace faceid

Q_DECLARE_OPERATORS_FOR_FLAGS(faceid::ImageChanges)
