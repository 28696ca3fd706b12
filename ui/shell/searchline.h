#pragma once

#include <QLineEdit>

namespace faceid {

class Theme;

/// A line to search with: a lens before the text, and a cross behind it that empties it. Qt's own cross has
/// the style look through the desktop's icon themes, which took a tenth of the window's start.
class SearchLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchLine(const Theme &theme, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();
    void retranslate();

    const Theme &m_theme;
    QAction *m_lens;
    QAction *m_clear;
};

} // namespace faceid
