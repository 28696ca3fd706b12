#include "help/helpwindow.h"

#include "help/helpview.h"
#include "shell/findbar.h"
#include "shell/plainlook.h"
#include "shell/searchline.h"
#include "shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr QSize usualSize(980, 720);
constexpr int listWidth = 250;
constexpr int wordsAround = 24; ///< characters shown on either side of what was found

/// What stands around a match, in one line.
QString snippet(const QString &text, qsizetype at, qsizetype length)
{
    const qsizetype from = qMax<qsizetype>(0, at - wordsAround);
    return QStringLiteral("…%1…").arg(text.mid(from, at - from + length + wordsAround).simplified());
}

} // namespace

HelpWindow::HelpWindow(HelpFacts facts, Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_book(std::move(facts))
    , m_theme(theme)
    , m_back(tool(new QToolButton(this)))
    , m_forward(tool(new QToolButton(this)))
    , m_first(tool(new QToolButton(this)))
    , m_findButton(tool(new QToolButton(this)))
    , m_search(new SearchLine(theme, this))
    , m_list(new QListWidget(this))
    , m_nothing(new QLabel(this))
    , m_view(new HelpView(m_book, theme, this))
    , m_find(new FindBar(theme, this))
    , m_close(new QPushButton(this))
{
    setWindowFlags(Qt::Window);
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_list->setObjectName(QStringLiteral("helpPages"));
    m_list->ensurePolished(); // a screen reader has its rows measured before it is shown
    m_find->hide();
    m_find->setTarget(m_view);
    arrange();
    addShortcuts();
    connect(m_back, &QToolButton::clicked, m_view, &QTextBrowser::backward);
    connect(m_forward, &QToolButton::clicked, m_view, &QTextBrowser::forward);
    connect(m_first, &QToolButton::clicked, this, [this] { openPage(HelpBook::firstPage()); });
    connect(m_findButton, &QToolButton::clicked, this, &HelpWindow::find);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_find, &FindBar::closed, this, &HelpWindow::closeFind);
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::fillList);
    connect(m_search, &QLineEdit::returnPressed, this, &HelpWindow::openChosen);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::openChosen);
    // Told of the new page while the view still names the one before.
    connect(m_view, &QTextBrowser::sourceChanged, this,
        [this](const QUrl &page) { followPage(HelpView::pageOf(page)); });
    connect(m_view, &QTextBrowser::backwardAvailable, m_back, &QWidget::setEnabled);
    connect(m_view, &QTextBrowser::forwardAvailable, m_forward, &QWidget::setEnabled);
    connect(m_view, &HelpView::openWanted, this, &HelpWindow::openWanted);
    connect(&theme, &Theme::changed, this, &HelpWindow::restyle);
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
    retranslate();
    restyle();
}

QToolButton *HelpWindow::tool(QToolButton *button)
{
    button->setProperty("role", QStringLiteral("plain"));
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void HelpWindow::arrange()
{
    auto *tools = new QHBoxLayout;
    tools->setSpacing(8);
    for (QToolButton *button : {m_back, m_forward, m_first})
        tools->addWidget(button);
    tools->addStretch(1);
    tools->addWidget(m_findButton);
    m_nothing->setProperty("role", QStringLiteral("hint"));
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    auto *left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(m_search);
    left->addWidget(m_nothing);
    left->addWidget(m_list, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_view, 1);
    right->addWidget(m_find);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(12);
    columns->addLayout(left);
    columns->addLayout(right, 1);
    m_search->setFixedWidth(listWidth);
    m_list->setFixedWidth(listWidth);
    makePlain(m_close);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(tools);
    layout->addLayout(columns, 1);
    layout->addLayout(buttons);
    resize(usualSize);
}

void HelpWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto *receiver, auto what) {
        connect(new QShortcut(keys, this), &QShortcut::activated, receiver, what);
    };
    on(QKeySequence(QKeySequence::Find), this, &HelpWindow::find);
    on(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), this, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    on(QKeySequence(Qt::Key_F3), m_find, &FindBar::next);
    on(QKeySequence(Qt::SHIFT | Qt::Key_F3), m_find, &FindBar::previous);
    on(QKeySequence(Qt::ALT | Qt::Key_Left), m_view, &QTextBrowser::backward);
    on(QKeySequence(Qt::ALT | Qt::Key_Right), m_view, &QTextBrowser::forward);
    on(QKeySequence(Qt::ALT | Qt::Key_Home), this, [this] { openPage(HelpBook::firstPage()); });
}

void HelpWindow::openPage(const QString &place)
{
    m_view->open(place);
    m_view->setFocus(Qt::OtherFocusReason);
}

void HelpWindow::fillList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const QString needle = m_search->text().trimmed();
    for (const QString &page : HelpBook::pages()) {
        if (!needle.isEmpty()) {
            addMatches(page, needle);
            continue;
        }
        auto *item = new QListWidgetItem(m_book.title(page), m_list);
        item->setData(Qt::UserRole, page);
    }
    m_nothing->setVisible(m_list->count() == 0);
    followPage(m_view->page());
}

void HelpWindow::addMatches(const QString &page, const QString &needle)
{
    if (!m_texts.contains(page))
        m_texts.insert(page, m_book.text(page));
    const QString text = m_texts.value(page);
    const qsizetype count = text.count(needle, Qt::CaseInsensitive);
    if (count == 0)
        return;
    const QString around = snippet(text, text.indexOf(needle, 0, Qt::CaseInsensitive), needle.size());
    auto *item =
        new QListWidgetItem(tr("%1 (%2)").arg(m_book.title(page)).arg(count) + u'\n' + around, m_list);
    item->setData(Qt::UserRole, page);
    item->setToolTip(around);
}

void HelpWindow::openChosen()
{
    if (m_list->currentRow() < 0) // Return in the line takes the first
        m_list->setCurrentRow(0);
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    m_view->open(item->data(Qt::UserRole).toString());
    if (const QString needle = m_search->text().trimmed(); !needle.isEmpty())
        m_find->openWith(needle);
}

/// The list shows which page is open, and the search in the page goes on in the new one.
void HelpWindow::followPage(const QString &page)
{
    const QSignalBlocker quiet(m_list);
    int row = -1;
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(Qt::UserRole).toString() == page)
            row = i;
    }
    m_list->setCurrentRow(row);
    if (m_find->isVisible())
        m_find->repeat();
}

void HelpWindow::find()
{
    m_find->open();
}

void HelpWindow::closeFind()
{
    m_find->hide();
    m_view->search({}, [](int) {});
    m_view->setFocus(Qt::OtherFocusReason);
}

void HelpWindow::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HelpWindow::retranslate()
{
    setWindowTitle(tr("User guide"));
    const std::pair<QToolButton *, QString> names[] = {{m_back, tr("Back (Alt+Left)")},
        {m_forward, tr("Forward (Alt+Right)")}, {m_first, tr("First page (Alt+Home)")},
        {m_findButton, tr("Find in this page (Ctrl+F)")}};
    for (const auto &[button, name] : names) {
        button->setAccessibleName(name);
        button->setToolTip(name);
    }
    m_first->setText(tr("First page"));
    m_findButton->setText(tr("Find in this page"));
    m_search->setPlaceholderText(tr("Search all pages"));
    m_search->setAccessibleName(tr("Search all pages"));
    m_list->setAccessibleName(tr("Pages of the guide"));
    m_nothing->setText(tr("No page has these words."));
    m_view->setAccessibleName(tr("Page of the guide"));
    m_find->setTexts(tr("Find in this page"), tr("Find in this page"));
    m_close->setText(tr("Close"));
    m_texts.clear();
    m_view->refresh();
    fillList();
}

void HelpWindow::restyle()
{
    m_back->setIcon(m_theme.icon(QStringLiteral("chevron-left"), m_theme.colors().text));
    m_forward->setIcon(m_theme.icon(QStringLiteral("chevron-right"), m_theme.colors().text));
}

} // namespace faceid
