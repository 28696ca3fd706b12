#pragma once

#include "help/helpfacts.h"

#include <QObject>
#include <QPointer>

namespace faceid {

class HelpWindow;
class Theme;

/// Opens the user guide, at the page that fits where the keyboard is. The main window has F1 in its menu;
/// every other window and dialog of the program gets it from here.
class HelpDesk : public QObject
{
    Q_OBJECT

public:
    HelpDesk(HelpFacts facts, Theme &theme, QObject *parent);
    ~HelpDesk() override;

    /// At the page for the widget that has the keyboard.
    void openHere();
    /// \a place: a page's name, or "page#anchor".
    void open(const QString &place);
    void close();

    /// The page for a widget: that of its next ancestor which has one; the first page where none has.
    static QString pageFor(const QWidget *widget);
    /// Every page that some window leads to.
    static QStringList pagesInUse();

Q_SIGNALS:
    /// A link out of the guide was clicked.
    void openWanted(const QUrl &address);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    HelpFacts m_facts;
    Theme &m_theme;
    QPointer<HelpWindow> m_window;
};

} // namespace faceid
