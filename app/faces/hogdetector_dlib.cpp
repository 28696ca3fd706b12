// The only place that knows dlib; compiled with -O2 in every build, being some hundred times slower without.

#include "faces/hogdetector.h"

#include <dlib/image_processing/frontal_face_detector.h>

namespace faceid {

namespace {

// On real photographs hits below it are mostly folds of clothes and foliage.
constexpr double leastScore = 0.5;

} // namespace

bool hasHogDetector()
{
    return true;
}

std::vector<HogFace> hogFaces(const unsigned char *grey, int width, int height, int bytesPerLine)
{
    static const dlib::frontal_face_detector model = dlib::get_frontal_face_detector(); // never changed
    dlib::frontal_face_detector detector = model; // it keeps its work in itself
    dlib::array2d<unsigned char> picture(height, width);
    for (int y = 0; y < height; ++y) {
        const unsigned char *line = grey + std::ptrdiff_t(y) * bytesPerLine;
        for (int x = 0; x < width; ++x)
            picture[y][x] = line[x];
    }
    std::vector<dlib::rect_detection> hits;
    detector(picture, hits, leastScore);
    std::vector<HogFace> faces;
    faces.reserve(hits.size());
    for (const dlib::rect_detection &hit : hits) {
        faces.push_back(
            {int(hit.rect.left()), int(hit.rect.top()), int(hit.rect.width()), int(hit.rect.height())});
    }
    return faces;
}

} // namespace faceid
