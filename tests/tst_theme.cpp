// Contrast of every text of the theme on every ground it stands on, by WCAG 2.1; and that the style sheet
// knows every colour it names.

#include "shell/theme.h"

#include <QApplication>
#include <QTest>

#include <cmath>

using namespace faceid;

namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresContrast()
    {
        QCOMPARE(std::round(contrast(Qt::black, Qt::white) * 10) / 10, 21.0);
        QVERIFY(contrast(QColor("#777777"), Qt::white) < 4.5);
    }

    void textsCanBeRead_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        struct
        {
            const char *name;
            const ThemeColors &colors;
            double least;
        } const themes[] = {{"light", Theme::lightColors(), 4.5}, {"dark", Theme::darkColors(), 4.5},
            {"contrast light", Theme::contrastLightColors(), 7.0},
            {"contrast dark", Theme::contrastDarkColors(), 7.0}};
        for (const auto &[name, c, least] : themes) {
            const std::pair<const char *, QColor> texts[] = {{"text", c.text}, {"dim", c.dim},
                {"issued", c.issued}, {"refused", c.refused}, {"unknown", c.unknown}, {"accent", c.accent}};
            const std::pair<const char *, QColor> grounds[] = {
                {"window", c.window}, {"panel", c.panel}, {"field", c.field}};
            for (const auto &[textName, text] : texts) {
                for (const auto &[groundName, ground] : grounds)
                    QTest::addRow("%s %s on %s", name, textName, groundName) << text << ground << least;
            }
            QTest::addRow("%s text on selection", name) << c.text << c.selection << least;
            QTest::addRow("%s dim on selection", name) << c.dim << c.selection << least;
            QTest::addRow("%s text on accent", name) << c.onAccent << c.accent << least;
            for (const QColor &band : {c.sandbox, c.test, c.production})
                QTest::addRow("%s white on band %s", name, qPrintable(band.name()))
                    << QColor(Qt::white) << band << least;
        }
    }

    void textsCanBeRead()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double measured = contrast(text, ground);
        QVERIFY2(measured >= least, qPrintable(QString::number(measured)));
    }

    /// WCAG 1.4.11: in high contrast the edge of a field and of a button can be seen, too.
    void edgesCanBeSeen()
    {
        for (const ThemeColors &c : {Theme::contrastLightColors(), Theme::contrastDarkColors()}) {
            for (const QColor &ground : {c.window, c.panel, c.field})
                QVERIFY(contrast(c.line, ground) >= 3);
        }
    }

    void styleSheetNamesNoUnknownColour()
    {
        Theme theme(*qApp);
        for (const Theme::Mode mode :
            {Theme::Mode::Light, Theme::Mode::Dark, Theme::Mode::ContrastLight, Theme::Mode::ContrastDark}) {
            theme.setMode(mode);
            QVERIFY(qApp->styleSheet().contains(theme.colors().refused.name()));
            QVERIFY2(!qApp->styleSheet().contains(u'@'), "a colour of the style sheet has no value");
        }
    }

    void aPausePutsTheStyleSheetAside()
    {
        Theme theme(*qApp);
        {
            const Theme::Pause pause(theme);
            QVERIFY(qApp->styleSheet().isEmpty());
            theme.setMode(Theme::Mode::Dark);
            QVERIFY(qApp->styleSheet().isEmpty());
        }
        QVERIFY(qApp->styleSheet().contains(Theme::darkColors().refused.name()));
    }

    void followsTheMode()
    {
        Theme theme(*qApp);
        theme.setMode(Theme::Mode::Dark);
        QVERIFY(theme.isDark());
        QCOMPARE(qApp->palette().color(QPalette::Window), Theme::darkColors().window);
        theme.setMode(Theme::Mode::Light);
        QCOMPARE(qApp->palette().color(QPalette::Window), Theme::lightColors().window);
        theme.setMode(Theme::modeFromName(u"contrast-dark"));
        QVERIFY(theme.isDark() && theme.isHighContrast());
        QCOMPARE(qApp->palette().color(QPalette::WindowText), Theme::contrastDarkColors().text);
        theme.setMode(Theme::modeFromName(u"contrast-light"));
        QVERIFY(!theme.isDark() && theme.isHighContrast());
        QCOMPARE(Theme::modeFromName(u"no such"), Theme::Mode::System);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
