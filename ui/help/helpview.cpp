#include "help/helpview.h"

#include "help/helpbook.h"
#include "shell/theme.h"

#include <QFontDatabase>
#include <QScrollBar>

namespace faceid {

namespace {

/// Qt's rich text knows a part of CSS 2.
constexpr char sheet[] = R"(
h1 { font-size: xx-large; font-weight: 600; margin-top: 0; margin-bottom: 8px; }
h2 { font-size: x-large; font-weight: 600; margin-top: 22px; margin-bottom: 6px; }
p, li { line-height: 130%; margin-bottom: 6px; }
a { color: %1; }
code, pre { font-family: '%2'; background-color: %3; }
table { border-collapse: collapse; margin-top: 6px; margin-bottom: 10px; }
th, td { border: 1px solid %4; padding: 5px; }
th { background-color: %3; text-align: left; font-weight: 600; }
)";

constexpr int pageMargin = 20;

QUrl addressOf(const QString &place)
{
    return QUrl(QStringLiteral("help:/")).resolved(QUrl(place));
}

} // namespace

HelpView::HelpView(const HelpBook &book, Theme &theme, QWidget *parent)
    : QTextBrowser(parent)
    , m_book(book)
    , m_theme(theme)
{
    setProperty("role", QStringLiteral("guide"));
    setOpenLinks(false);
    document()->setDocumentMargin(pageMargin);
    connect(this, &QTextBrowser::anchorClicked, this, &HelpView::follow);
    connect(&theme, &Theme::changed, this, &HelpView::restyle);
    restyle();
}

void HelpView::open(const QString &place)
{
    setSource(addressOf(place), QTextDocument::HtmlResource);
}

void HelpView::refresh()
{
    if (source().isEmpty())
        return;
    const int position = verticalScrollBar()->value();
    reload();
    verticalScrollBar()->setValue(position);
}

QVariant HelpView::loadResource(int type, const QUrl &name)
{
    m_matches.clear(); // of the page before
    return type == QTextDocument::HtmlResource ? QVariant(m_book.html(pageOf(name))) : QVariant();
}

void HelpView::follow(const QUrl &link)
{
    const QUrl target = source().resolved(link);
    if (target.scheme() == source().scheme())
        setSource(target, QTextDocument::HtmlResource);
    else
        Q_EMIT openWanted(target);
}

void HelpView::search(const QString &needle, Found found)
{
    m_matches.clear();
    for (QTextCursor at = document()->find(needle, 0); !at.isNull() && m_matches.size() < maxMatches;
         at = document()->find(needle, at))
        m_matches.append(at);
    mark(-1);
    found(int(m_matches.size()));
}

void HelpView::showMatch(int match)
{
    if (match < 0 || match >= m_matches.size())
        return;
    QTextCursor at = m_matches[match];
    at.clearSelection(); // the colours say where it is
    setTextCursor(at);
    ensureCursorVisible();
    mark(match);
}

void HelpView::mark(int current)
{
    const ThemeColors &colors = m_theme.colors();
    QList<ExtraSelection> marks;
    for (qsizetype i = 0; i < m_matches.size(); ++i) {
        ExtraSelection one;
        one.cursor = m_matches[i];
        one.format.setBackground(i == current ? colors.accent : colors.selection);
        one.format.setForeground(i == current ? colors.onAccent : colors.text);
        marks.append(one);
    }
    setExtraSelections(marks);
}

void HelpView::restyle()
{
    const ThemeColors &colors = m_theme.colors();
    document()->setDefaultStyleSheet(QString::fromLatin1(sheet).arg(colors.accent.name(),
        QFontDatabase::systemFont(QFontDatabase::FixedFont).family(), colors.window.name(),
        colors.line.name()));
    refresh();
}

} // namespace faceid
