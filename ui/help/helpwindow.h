#pragma once

#include "help/helpbook.h"

#include <QDialog>
#include <QHash>

class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace faceid {

class FindBar;
class HelpView;
class SearchLine;
class Theme;

/// The user guide: its pages, a search over all of them, and one page with a search in it. Follows the
/// language and the looks of the window.
class HelpWindow : public QDialog
{
    Q_OBJECT

public:
    HelpWindow(HelpFacts facts, Theme &theme, QWidget *parent = nullptr);

    /// \a place: a page's name, or "page#anchor".
    void openPage(const QString &place);

Q_SIGNALS:
    /// A link out of the guide was clicked.
    void openWanted(const QUrl &address);

protected:
    void changeEvent(QEvent *event) override;

private:
    void arrange();
    QToolButton *tool(QToolButton *button);
    void addShortcuts();
    void retranslate();
    void restyle();
    void fillList();
    void addMatches(const QString &page, const QString &needle);
    void openChosen();
    void followPage(const QString &page);
    void find();
    void closeFind();

    HelpBook m_book;
    QHash<QString, QString> m_texts; ///< of pages that were searched, in the language of the moment
    Theme &m_theme;
    QToolButton *m_back;
    QToolButton *m_forward;
    QToolButton *m_first;
    QToolButton *m_findButton;
    SearchLine *m_search;
    QListWidget *m_list;
    QLabel *m_nothing;
    HelpView *m_view;
    FindBar *m_find;
    QPushButton *m_close;
};

} // namespace faceid
