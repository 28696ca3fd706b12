// thumbnail make PHOTO FILE.jpg: a JPEG of 4096 x 4096 pixels out of a photo.
// thumbnail show FILE.jpg TIMES: drops the file on a photo slot of the form; prints, in milliseconds, how
// long each took until the slot had painted its thumbnail.

#include "form/imageslot.h"
#include "shell/theme.h"

#include <QApplication>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QImage>
#include <QMimeData>
#include <QUrl>

#include <cstdio>

namespace {

int make(const QString &photo, const QString &file)
{
    constexpr QSize side(4096, 4096);
    const QImage image(photo);
    const QImage large = image.convertToFormat(QImage::Format_RGB32)
                             .scaled(side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return large.save(file, "jpg", 90) ? 0 : 1;
}

int show(const QString &file, int times)
{
    faceid::Theme theme(*qApp);
    for (int i = 0; i < times; ++i) {
        faceid::ImageSlot slot(QStringLiteral("image_ref1"), theme, nullptr);
        slot.show();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&slot, &enter); // Qt drops only where something has been dragged to
        QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QEventLoop loop;
        QElapsedTimer timer;
        QObject::connect(&slot, &faceid::ImageSlot::changed, &loop, &QEventLoop::quit);
        QObject::connect(&slot, &faceid::ImageSlot::failed, &loop, [&loop] { loop.exit(1); });
        timer.start();
        QApplication::sendEvent(&slot, &drop);
        if (loop.exec() != 0)
            return 1;
        slot.repaint();
        std::printf("%.1f\n", double(timer.nsecsElapsed()) / 1e6);
    }
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 4)
        return 64;
    if (arguments.at(1) == u"make")
        return make(arguments.at(2), arguments.at(3));
    return show(arguments.at(2), arguments.at(3).toInt());
}
