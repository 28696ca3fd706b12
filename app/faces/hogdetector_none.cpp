// Stands in for the detector where dlib is not there to build with.

#include "faces/hogdetector.h"

namespace faceid {

bool hasHogDetector()
{
    return false;
}

std::vector<HogFace> hogFaces(const unsigned char *, int, int, int)
{
    return {};
}

} // namespace faceid
