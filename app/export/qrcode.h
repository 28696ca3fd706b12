#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QString>

namespace faceid {

/// A QR code as a square of modules. Empty for a text that is too long for one (2,953 bytes).
class QrCode
{
public:
    QrCode() = default;
    explicit QrCode(const QString &text);

    bool isEmpty() const { return m_side == 0; }
    /// Modules along a side, without the quiet zone.
    int side() const { return m_side; }
    bool isDark(int x, int y) const { return m_modules.at(y * m_side + x); }

    /// Black on white with the quiet zone of four modules that scanners need.
    QImage toImage(int pixelsPerModule) const;
    QByteArray toSvg() const;

    static constexpr int quietZone = 4;

private:
    int m_side = 0;
    QList<bool> m_modules;
};

} // namespace faceid
