#pragma once

#include "contract/imagefacts.h"

#include <QImage>

namespace faceid {

/// Which way up a decoded picture is.
enum class Turning {
    ByExif, ///< as a viewer shows it
    AsStored, ///< as its pixels lie in the file
};

/// Decodes a picture that fits into \a box (pixels), scaled while decoding, never larger than it is. Null
/// image when it cannot be decoded, or says to have more than 20,000 pixels a side or 200 million in all.
/// Takes up to some hundred ms for the largest photos: call it off the GUI thread.
QImage decodeScaled(
    const QByteArray &bytes, const ImageFacts &facts, const QSize &box, Turning turning = Turning::ByExif);

} // namespace faceid
