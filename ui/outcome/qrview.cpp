#include "outcome/qrview.h"

#include <QPainter>

#include <algorithm>

namespace faceid {

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
