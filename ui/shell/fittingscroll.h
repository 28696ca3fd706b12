#pragma once

#include <QScrollArea>

namespace faceid {

/// As high as what is in it, while there is room for that; with less it scrolls downwards. Never narrower
/// than its content.
class FittingScroll : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes \a content over.
    explicit FittingScroll(QWidget *content, QWidget *parent = nullptr);

    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace faceid
