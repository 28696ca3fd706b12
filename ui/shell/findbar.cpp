#include "shell/findbar.h"

#include "shell/searchable.h"
#include "shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QToolButton>

namespace faceid {

FindBar::FindBar(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_line(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_previous(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    m_line->setProperty("role", QStringLiteral("search"));
    m_line->setObjectName(QStringLiteral("findBar"));
    m_line->installEventFilter(this);
    m_count->setProperty("role", QStringLiteral("dim"));
    m_count->setTextFormat(Qt::PlainText);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_line, 1);
    row->addSpacing(4);
    row->addWidget(m_count);
    for (QToolButton *button : {m_previous, m_next, m_close}) {
        button->setProperty("role", QStringLiteral("link"));
        button->setFocusPolicy(Qt::StrongFocus);
        row->addWidget(button);
    }
    connect(m_line, &QLineEdit::textChanged, this, &FindBar::repeat);
    connect(m_previous, &QToolButton::clicked, this, &FindBar::previous);
    connect(m_next, &QToolButton::clicked, this, &FindBar::next);
    connect(m_close, &QToolButton::clicked, this, &FindBar::closed);
    connect(&theme, &Theme::changed, this, &FindBar::restyle);
    retranslate();
    restyle();
}

void FindBar::setTarget(Searchable *target)
{
    m_target = target;
    repeat();
}

void FindBar::setTexts(const QString &placeholder, const QString &name)
{
    m_line->setPlaceholderText(placeholder);
    m_line->setAccessibleName(name);
}

void FindBar::openWith(const QString &needle)
{
    show();
    m_line->setText(needle);
    repeat();
}

void FindBar::open()
{
    show();
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
    repeat();
}

void FindBar::repeat()
{
    m_matches = -1;
    m_current = -1;
    const QString needle = m_line->text();
    if (needle.isEmpty() || !m_target || isHidden()) {
        showCount();
        return;
    }
    showCount();
    const QPointer<FindBar> self(this);
    m_target->search(needle, [self, needle, target = m_target](int matches) {
        if (!self || self->m_target != target || self->m_line->text() != needle)
            return;
        self->m_matches = matches;
        self->step(1);
        Q_EMIT self->counted(matches);
    });
}

void FindBar::step(int by)
{
    if (m_matches > 0) {
        m_current = m_current < 0 && by < 0 ? m_matches - 1 : (m_current + by + m_matches) % m_matches;
        m_target->showMatch(m_current);
    }
    showCount();
}

void FindBar::showCount()
{
    m_previous->setEnabled(m_matches > 0);
    m_next->setEnabled(m_matches > 0);
    const QLocale locale;
    if (m_line->text().isEmpty())
        m_count->clear();
    else if (m_matches < 0)
        m_count->setText(QStringLiteral("…"));
    else if (m_matches == 0)
        m_count->setText(tr("no match"));
    else if (m_matches >= maxMatches)
        m_count->setText(
            tr("%1 of more than %2").arg(locale.toString(m_current + 1), locale.toString(m_matches)));
    else
        m_count->setText(tr("%1 of %2").arg(locale.toString(m_current + 1), locale.toString(m_matches)));
    m_line->setAccessibleDescription(m_count->text());
}

void FindBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEscape = key->key() == Qt::Key_Escape;
    const bool isReturn = (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        && !key->modifiers().testFlag(Qt::ControlModifier);
    if (!isEscape && !isReturn)
        return QFrame::eventFilter(watched, event);
    event->accept(); // the window has other uses for these keys
    if (event->type() == QEvent::KeyPress) {
        if (isEscape)
            Q_EMIT closed();
        else
            step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    }
    return true;
}

void FindBar::retranslate()
{
    const std::pair<QToolButton *, QString> names[] = {{m_previous, tr("Previous match (Shift+F3)")},
        {m_next, tr("Next match (F3)")}, {m_close, tr("Close the search (Esc)")}};
    for (const auto &[button, name] : names) {
        button->setAccessibleName(name);
        button->setToolTip(name);
    }
    showCount();
}

void FindBar::restyle()
{
    const QColor color = m_theme.colors().text;
    m_previous->setIcon(m_theme.icon(QStringLiteral("chevron-up"), color));
    m_next->setIcon(m_theme.icon(QStringLiteral("chevron-down"), color));
    m_close->setIcon(m_theme.icon(QStringLiteral("cross"), color));
}

} // namespace faceid
