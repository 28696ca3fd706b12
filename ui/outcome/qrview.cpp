#include "outcome/qrview.h"

#include <QPainter>

#include <qrcodegen/qrcodegen.hpp>

#include <algorithm>

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

QrView::QrView(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void QrView::setText(const QString &text)
{
    m_code = QrCode(text);
    update();
}

void QrView::setCovered(bool covered)
{
    m_covered = covered;
    update();
}

QSize QrView::sizeHint() const
{
    return {128, 128};
}

void QrView::paintEvent(QPaintEvent *)
{
    if (m_code.isEmpty())
        return;
    QPainter painter(this);
    if (m_covered) {
        const int edge = std::min(width(), height());
        const QRect square((width() - edge) / 2, (height() - edge) / 2, edge, edge);
        painter.setPen(QPen(palette().color(QPalette::Mid), 1, Qt::DashLine));
        painter.drawRect(square.adjusted(8, 8, -8, -8));
        painter.setPen(palette().color(QPalette::PlaceholderText));
        return painter.drawText(
            square.adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, tr("QR code hidden"));
    }
    const int modules = m_code.side() + 2 * QrCode::quietZone;
    const double ratio = devicePixelRatioF();
    // Whole device pixels per module: a scaled picture is read worse.
    const int pixels = std::max(1, int(std::min(width(), height()) * ratio) / modules);
    const double side = modules * pixels / ratio;
    const QRectF target((width() - side) / 2, (height() - side) / 2, side, side);
    painter.drawImage(target, m_code.toImage(1));
}

} // namespace faceid
