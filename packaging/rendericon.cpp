// Draws the program's icon in the sizes that desktops want, at build time: rendericon ICON.svg FOLDER NAME
// SIZE... writes FOLDER/SIZExSIZE/apps/NAME.png. For Windows rendericon ICON.svg FILE.ico writes one of 256
// pixels.

#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

namespace {

QImage drawn(QSvgRenderer &icon, int size)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    icon.render(&painter);
    return image;
}

bool save(const QImage &image, const QString &path)
{
    if (QDir().mkpath(QFileInfo(path).path()) && image.save(path))
        return true;
    std::fprintf(stderr, "rendericon: %s cannot be written\n", qPrintable(path));
    return false;
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments().sliced(1);
    QSvgRenderer icon(arguments.value(0));
    if (!icon.isValid() || arguments.size() < 2) {
        std::fputs("usage: rendericon ICON.svg FOLDER NAME SIZE... | ICON.svg FILE.ico\n", stderr);
        return 64;
    }
    if (arguments.size() == 2)
        return save(drawn(icon, 256), arguments[1]) ? 0 : 1;
    for (const QString &size : arguments.sliced(3)) {
        const QString path = QStringLiteral("%1/%2x%2/apps/%3.png").arg(arguments[1], size, arguments[2]);
        if (!save(drawn(icon, size.toInt()), path))
            return 1;
    }
    return 0;
}
