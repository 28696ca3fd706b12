#pragma once

#include "credentials/profile.h"

#include <QColor>
#include <QIcon>
#include <QObject>

class QApplication;
class QWidget;

namespace faceid {

class DesktopScheme;

/// The colours of the window by what they are for. Contrast of every text on every ground is at least 4.5:1,
/// in the high-contrast themes 7:1 (tst_theme).
struct ThemeColors
{
    QColor window;
    QColor panel;
    QColor field;
    QColor line;
    QColor text;
    QColor dim;
    QColor accent;
    QColor onAccent;
    QColor selection;
    QColor issued;
    QColor refused;
    QColor unknown;
    QColor sandbox;
    QColor test;
    QColor production;
};

/// Colours, palette and style sheet of the program, in this one place. Applied to the whole application and
/// again, live, when the mode or the desktop's setting changes.
class Theme : public QObject
{
    Q_OBJECT

public:
    enum class Mode { System, Light, Dark, ContrastLight, ContrastDark };
    Q_ENUM(Mode)

    explicit Theme(QApplication &application, QObject *parent = nullptr);

    /// While it lives the style sheet is put aside, so that a window can be built without every widget being
    /// styled again each time it is put into a layout: that takes more than all the rest of the start.
    class Pause
    {
    public:
        explicit Pause(Theme &theme);
        ~Pause(); ///< styles everything, once
        Pause(const Pause &) = delete;
        Pause &operator=(const Pause &) = delete;

    private:
        Theme &m_theme;
    };

    Mode mode() const { return m_mode; }
    void setMode(Mode mode);
    bool isDark() const;
    bool isHighContrast() const;
    const ThemeColors &colors() const;
    QColor environmentColor(Environment environment) const;
    /// An icon of resources/icons by its file's name, in one colour.
    QIcon icon(const QString &name, const QColor &color) const;

    static const ThemeColors &lightColors();
    static const ThemeColors &darkColors();
    static const ThemeColors &contrastLightColors();
    static const ThemeColors &contrastDarkColors();
    /// The mode of that name in the settings file; System for an unknown one.
    static Mode modeFromName(QStringView name);
    /// Sets a dynamic property that the style sheet selects on, and restyles the widget when it changed.
    static void mark(QWidget *widget, const char *property, const QString &value);

Q_SIGNALS:
    void changed();

private:
    void apply();
    void applyStyleSheet();

    QApplication &m_application;
    DesktopScheme *m_desktop;
    Mode m_mode = Mode::System;
    int m_pauses = 0;
};

} // namespace faceid
