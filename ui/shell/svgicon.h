#pragma once

#include <QIconEngine>
#include <QSvgRenderer>

#include <memory>

namespace faceid {

/// An icon drawn from an SVG when it is asked for, at just the size and scale it is shown at: a window has
/// some thirty of them, and most are never seen at start. Disabled, it is pale.
class SvgIcon : public QIconEngine
{
public:
    /// \a svg is a whole SVG document. One that cannot be read draws nothing.
    explicit SvgIcon(QByteArray svg);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override;

private:
    QByteArray m_svg;
    std::shared_ptr<QSvgRenderer> m_renderer; ///< made with the first picture; clones share it
};

} // namespace faceid
