#pragma once

#include <QImage>
#include <QWidget>

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

/// Shows a QR code, always black on white whatever the theme, in whole pixels per module. Covered, it shows
/// that there is one and not which.
class QrView : public QWidget
{
    Q_OBJECT

public:
    explicit QrView(QWidget *parent = nullptr);

    void setText(const QString &text);
    const QrCode &code() const { return m_code; }
    void setCovered(bool covered);
    bool isCovered() const { return m_covered; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return width; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QrCode m_code;
    bool m_covered = false;
};

} // namespace faceid
