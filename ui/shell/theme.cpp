#include "shell/theme.h"

#include "shell/desktopscheme.h"
#include "shell/svgicon.h"

#include <QApplication>
#include <QFile>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

namespace faceid {

namespace {

QPalette paletteOf(const ThemeColors &c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.field);
    p.setColor(QPalette::AlternateBase, c.panel);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::PlaceholderText, c.dim);
    p.setColor(QPalette::Button, c.panel);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.refused);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.onAccent);
    p.setColor(QPalette::ToolTipBase, c.panel);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Midlight, c.line);
    p.setColor(QPalette::Light, c.panel);
    p.setColor(QPalette::Dark, c.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.dim);
    p.setColor(QPalette::Disabled, QPalette::Base, c.window);
    return p;
}

/// The one style sheet. @names stand for colours, so that light and dark share every rule.
QString styleSheetOf(const ThemeColors &c, QColor (*environment)(const ThemeColors &, Environment))
{
    QFile file(QStringLiteral(":/style.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char *, QColor> names[] = {
        {"@window", c.window},
        {"@panel", c.panel},
        {"@field", c.field},
        {"@line", c.line},
        {"@text", c.text},
        {"@dim", c.dim},
        {"@accent", c.accent},
        {"@onAccent", c.onAccent},
        {"@selection", c.selection},
        {"@issued", c.issued},
        {"@refused", c.refused},
        {"@unknown", c.unknown},
        {"@envSandbox", environment(c, Environment::Sandbox)},
        {"@envTest", environment(c, Environment::Test)},
        {"@envProduction", environment(c, Environment::Production)},
    };
    for (const auto &[name, color] : names)
        sheet.replace(QLatin1String(name) + u';', color.name() + u';');
    return sheet;
}

QColor environmentColorOf(const ThemeColors &c, Environment environment)
{
    switch (environment) {
    case Environment::Sandbox:
        return c.sandbox;
    case Environment::Test:
        return c.test;
    case Environment::Production:
        return c.production;
    }
    return c.test;
}

} // namespace

Theme::Theme(QApplication &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_desktop(new DesktopScheme(this))
{
    connect(m_desktop, &DesktopScheme::changed, this, [this] {
        if (m_mode == Mode::System)
            apply();
    });
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    apply();
}

Theme::Pause::Pause(Theme &theme)
    : m_theme(theme)
{
    ++theme.m_pauses;
    theme.m_application.setStyleSheet({});
}

Theme::Pause::~Pause()
{
    --m_theme.m_pauses;
    m_theme.applyStyleSheet();
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

bool Theme::isDark() const
{
    switch (m_mode) {
    case Mode::Light:
    case Mode::ContrastLight:
        return false;
    case Mode::Dark:
    case Mode::ContrastDark:
        return true;
    case Mode::System:
        break;
    }
    return m_desktop->prefersDark();
}

bool Theme::isHighContrast() const
{
    switch (m_mode) {
    case Mode::Light:
    case Mode::Dark:
        return false;
    case Mode::ContrastLight:
    case Mode::ContrastDark:
        return true;
    case Mode::System:
        break;
    }
    return m_desktop->prefersHighContrast();
}

Theme::Mode Theme::modeFromName(QStringView name)
{
    if (name == u"light")
        return Mode::Light;
    if (name == u"dark")
        return Mode::Dark;
    if (name == u"contrast-light")
        return Mode::ContrastLight;
    if (name == u"contrast-dark")
        return Mode::ContrastDark;
    return Mode::System;
}

const ThemeColors &Theme::colors() const
{
    if (isHighContrast())
        return isDark() ? contrastDarkColors() : contrastLightColors();
    return isDark() ? darkColors() : lightColors();
}

QColor Theme::environmentColor(Environment environment) const
{
    return environmentColorOf(colors(), environment);
}

QIcon Theme::icon(const QString &name, const QColor &color) const
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", color.name().toLatin1());
    return QIcon(new SvgIcon(svg));
}

const ThemeColors &Theme::lightColors()
{
    static const ThemeColors colors{"#f5f6f8", "#ffffff", "#ffffff", "#d9dde3", "#1b2330", "#5b6675",
        "#1a66dc", "#ffffff", "#dbe8fd", "#14723c", "#b3261e", "#8a5300", "#14723c", "#1a66dc", "#b3261e"};
    return colors;
}

const ThemeColors &Theme::darkColors()
{
    static const ThemeColors colors{"#15181d", "#1d2127", "#14171b", "#353c46", "#e6e9ee", "#9aa5b4",
        "#6ea8ff", "#10151c", "#24344f", "#5fd08c", "#ff8a80", "#ffc470", "#1c8047", "#2a6fd6", "#c4372f"};
    return colors;
}

const ThemeColors &Theme::contrastLightColors()
{
    static const ThemeColors colors{"#ffffff", "#ffffff", "#ffffff", "#565656", "#000000", "#2b2b2b",
        "#003c96", "#ffffff", "#cfe1ff", "#004d1f", "#8a0c06", "#573500", "#00501f", "#003c96", "#8a0c06"};
    return colors;
}

const ThemeColors &Theme::contrastDarkColors()
{
    static const ThemeColors colors{"#000000", "#000000", "#000000", "#a8a8a8", "#ffffff", "#e4e4e4",
        "#7fd0ff", "#000000", "#00407f", "#6dff9e", "#ffb4ab", "#ffd75e", "#00501f", "#0a3f9a", "#8f100a"};
    return colors;
}

void Theme::mark(QWidget *widget, const char *property, const QString &value)
{
    if (widget->property(property).toString() == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

void Theme::apply()
{
    m_application.setStyleSheet({}); // one sheet in place of another takes Qt several times as long
    QApplication::setPalette(paletteOf(colors()));
    applyStyleSheet();
    Q_EMIT changed();
}

void Theme::applyStyleSheet()
{
    if (m_pauses == 0)
        m_application.setStyleSheet(styleSheetOf(colors(), environmentColorOf));
}

} // namespace faceid
