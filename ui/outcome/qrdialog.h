#pragma once

#include "outcome/handover.h"

#include <QDialog>

class QFileDialog;
class QLabel;
class QPushButton;

namespace faceid {

class Presentation;
class QrView;
class SegmentedControl;
class Theme;

/// The QR code of a link or a token in any size, to be saved as PNG or SVG. Stays open beside the window.
class QrDialog : public QDialog
{
    Q_OBJECT

public:
    QrDialog(const HandOver &what, Theme &theme, const Presentation &presentation, QWidget *parent);

    /// Writes the code to \a path, SVG where it ends with .svg, else PNG. Says inline what happened; what
    /// stood there stays whole when it cannot be written.
    bool save(const QString &path);

private:
    void choose();
    void askWhere(const QString &suffix);

    HandOver m_what;
    const Presentation &m_presentation;
    SegmentedControl *m_choice;
    QrView *m_view;
    QLabel *m_message;
    QPushButton *m_png;
    QPushButton *m_svg;
};

} // namespace faceid
