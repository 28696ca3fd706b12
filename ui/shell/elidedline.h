#pragma once

#include <QColor>
#include <QLineEdit>

namespace faceid {

class Theme;
struct ThemeColors;

/// A line of text that says with an ellipsis that it goes on to the right. Without the keyboard it shows its
/// beginning: what was typed last is of no use to who reads it.
class ElidedLine : public QLineEdit
{
    Q_OBJECT

public:
    /// \a ground is the colour that it stands on.
    ElidedLine(Theme &theme, QColor ThemeColors::*ground, QWidget *parent);

    /// Whether there is more text than room.
    bool isCut() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    Theme &m_theme;
    QColor ThemeColors::*m_ground;
};

} // namespace faceid
