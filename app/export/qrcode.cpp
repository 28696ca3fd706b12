#include "export/qrcode.h"

#include <qrcodegen/qrcodegen.hpp>

namespace faceid {

QrCode::QrCode(const QString &text)
{
    if (text.isEmpty())
        return;
    try {
        const auto code =
            qrcodegen::QrCode::encodeText(text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        m_side = code.getSize();
        m_modules.reserve(m_side * m_side);
        for (int y = 0; y < m_side; ++y) {
            for (int x = 0; x < m_side; ++x)
                m_modules.append(code.getModule(x, y));
        }
    } catch (const std::length_error &) {
        m_side = 0; // more than a code can hold
    }
}

QImage QrCode::toImage(int pixelsPerModule) const
{
    const int modules = m_side + 2 * quietZone;
    QImage image(modules, modules, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    for (int y = 0; y < m_side; ++y) {
        for (int x = 0; x < m_side; ++x) {
            if (isDark(x, y))
                image.setPixelColor(x + quietZone, y + quietZone, Qt::black);
        }
    }
    return image.scaled(modules * pixelsPerModule, modules * pixelsPerModule);
}

QByteArray QrCode::toSvg() const
{
    // A path for each row, of runs: renderers (Qt's too) cut a path off that has too many steps.
    QString rows;
    for (int y = 0; y < m_side; ++y) {
        QString path;
        for (int x = 0; x < m_side; ++x) {
            const int start = x;
            while (x < m_side && isDark(x, y))
                ++x;
            if (x > start)
                path += QStringLiteral("M%1 %2h%3v1h-%3z")
                            .arg(start + quietZone)
                            .arg(y + quietZone)
                            .arg(x - start);
        }
        rows += QStringLiteral("<path d=\"%1\"/>").arg(path);
    }
    return QStringLiteral(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %1\" shape-rendering=\"crispEdges\">"
        "<path fill=\"#fff\" d=\"M0 0h%1v%1H0z\"/>%2</svg>\n")
        .arg(QString::number(m_side + 2 * quietZone), rows)
        .toUtf8();
}

} // namespace faceid
