#include "shell/searchline.h"

#include "shell/theme.h"

#include <QAction>
#include <QEvent>

namespace faceid {

SearchLine::SearchLine(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_lens(new QAction(this))
    , m_clear(new QAction(this))
{
    setProperty("role", QStringLiteral("search"));
    m_lens->setEnabled(false); // only a picture
    m_clear->setVisible(false);
    addAction(m_lens, QLineEdit::LeadingPosition);
    addAction(m_clear, QLineEdit::TrailingPosition);
    connect(m_clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, m_clear,
        [this](const QString &text) { m_clear->setVisible(!text.isEmpty()); });
    connect(&theme, &Theme::changed, this, &SearchLine::restyle);
    restyle();
    retranslate();
}

void SearchLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

void SearchLine::restyle()
{
    m_lens->setIcon(m_theme.icon(QStringLiteral("search"), m_theme.colors().dim));
    m_clear->setIcon(m_theme.icon(QStringLiteral("cross"), m_theme.colors().dim));
}

void SearchLine::retranslate()
{
    m_clear->setText(tr("Clear the search"));
    m_clear->setToolTip(m_clear->text());
}

} // namespace faceid
