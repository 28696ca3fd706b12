#pragma once

#include "outcome/countdown.h"
#include "outcome/handover.h"

#include <QTimer>

class QLabel;
class QSettings;
class QVBoxLayout;

namespace faceid {

class QrView;
class SegmentedControl;
class Theme;

/// What an end user sees on a second monitor: the code in large, how long it is good for, and three steps, in
/// a language chosen on this screen. Nothing personal. Follows the last token and turns to "expired" by
/// itself.
///
/// Its texts stand in a table of its own, in both languages: it speaks the end user's language while the
/// program speaks the operator's.
class CustomerScreen : public QWidget
{
    Q_OBJECT

public:
    CustomerScreen(QSettings &settings, Theme &theme, Clock clock = systemClock);

    /// Shows this from now on; nothing to hand over: asks to wait.
    void follow(const HandOver &what);
    /// Full screen on the monitor beside that of \a operatorWindow, or as a window where there is one only.
    void openBeside(const QWidget *operatorWindow);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Face { Waiting, Code, Expired };

    void layOut();
    void render();
    void tick();
    void toggleFullScreen();
    Face face() const;

    QSettings &m_settings;
    Theme &m_theme;
    Clock m_clock;
    HandOver m_what;
    QTimer m_ticker; ///< runs only while a code on screen has time left
    SegmentedControl *m_language;
    QrView *m_qr;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_sentence;
    Countdown *m_countdown;
    QList<QLabel *> m_numbers;
    QList<QLabel *> m_steps;
};

} // namespace faceid
