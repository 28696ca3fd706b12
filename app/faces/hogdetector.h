#pragma once

#include <vector>

namespace faceid {

/// A face in pixels of the picture that was looked at.
struct HogFace
{
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
};

/// Whether this program was built with the detector.
bool hasHogDetector();

/// Upright frontal faces of 80 pixels and more in a grey picture, by dlib's HOG detector. None when the
/// program was built without it. The first call takes 0.3 to 0.7 s more and keeps some MB from then on. May
/// be called from several threads at once.
std::vector<HogFace> hogFaces(const unsigned char *grey, int width, int height, int bytesPerLine);

} // namespace faceid
