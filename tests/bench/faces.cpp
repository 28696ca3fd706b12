// How long the search for faces in a photo takes: bench_faces PHOTO [PIXELS [TIMES]] prints the median of the
// processor's time, in milliseconds, that a JPEG of the photo with so many pixels on its longer side takes,
// and what was found.

#include "faces/facesearch.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

using namespace faceid;

int main(int argc, char **argv)
{
    const int pixels = argc > 2 ? std::atoi(argv[2]) : 1000;
    const int times = argc > 3 ? std::atoi(argv[3]) : 15;
    const QImage original(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    if (original.isNull() || pixels < 1 || times < 1) {
        std::fputs("bench_faces PHOTO [PIXELS [TIMES]]\n", stderr);
        return 64;
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    original.scaled(pixels, pixels, Qt::KeepAspectRatio, Qt::SmoothTransformation).save(&buffer, "JPEG", 90);
    const ImageFacts facts = inspectImage(bytes);
    FaceSearch found = searchFaces(bytes, facts); // the first call makes the detector
    std::vector<double> spent;
    for (int i = 0; i < times; ++i) {
        const std::clock_t begin = std::clock();
        found = searchFaces(bytes, facts);
        spent.push_back(1000.0 * double(std::clock() - begin) / CLOCKS_PER_SEC);
    }
    std::sort(spent.begin(), spent.end());
    std::printf("%.1f ms, fastest %.1f ms, %d upright, %d turned\n", spent[spent.size() / 2], spent.front(),
        found.facts.upright, found.facts.turned);
    return 0;
}
