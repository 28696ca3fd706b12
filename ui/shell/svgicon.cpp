#include "shell/svgicon.h"

#include <QPainter>
#include <QPixmap>

#include <utility>

namespace faceid {

namespace {

constexpr double paleness = 0.4; // opacity of what is disabled

} // namespace

SvgIcon::SvgIcon(QByteArray svg)
    : m_svg(std::move(svg))
{ }

void SvgIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    if (!m_renderer) {
        m_renderer = std::make_shared<QSvgRenderer>(m_svg);
        m_renderer->setAspectRatioMode(Qt::KeepAspectRatio);
    }
    const double opacity = painter->opacity();
    if (mode == QIcon::Disabled)
        painter->setOpacity(opacity * paleness);
    m_renderer->render(painter, rect);
    painter->setOpacity(opacity);
}

QPixmap SvgIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, {QPoint(), size}, mode, state);
    return pixmap;
}

QIconEngine *SvgIcon::clone() const
{
    return new SvgIcon(*this);
}

} // namespace faceid
