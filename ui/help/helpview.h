#pragma once

#include "shell/searchable.h"

#include <QTextBrowser>
#include <QTextCursor>

namespace faceid {

class HelpBook;
class Theme;

/// Shows pages of the user guide in the colours of the window, and finds text in the one that is shown.
class HelpView : public QTextBrowser, public Searchable
{
    Q_OBJECT

public:
    /// Both must outlive the view.
    HelpView(const HelpBook &book, Theme &theme, QWidget *parent);

    /// \a place: a page's name, or "page#anchor".
    void open(const QString &place);
    QString page() const { return pageOf(source()); }
    static QString pageOf(const QUrl &address) { return address.path().mid(1); }
    /// The same place again: language or looks have changed.
    void refresh();

    void search(const QString &needle, Found found) override;
    void showMatch(int match) override;

Q_SIGNALS:
    /// A link out of the guide was clicked.
    void openWanted(const QUrl &address);

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    void follow(const QUrl &link);
    void restyle();
    void mark(int current);

    const HelpBook &m_book;
    Theme &m_theme;
    QList<QTextCursor> m_matches;
};

} // namespace faceid
