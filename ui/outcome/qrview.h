#pragma once

#include "export/qrcode.h"

#include <QWidget>

namespace faceid {

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
