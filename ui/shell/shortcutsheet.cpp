#include "shell/shortcutsheet.h"

#include "shell/commandlist.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace faceid {

ShortcutSheet::ShortcutSheet(Source source, QWidget *parent)
    : QDialog(parent)
    , m_source(std::move(source))
    , m_search(new QLineEdit(this))
    , m_list(new CommandList(this))
{
    m_search->setObjectName(QStringLiteral("shortcutSearch"));
    m_search->setClearButtonEnabled(true);
    m_list->driveFrom(m_search);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    resize(720, 620);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
    retranslate();
}

void ShortcutSheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ShortcutSheet::retranslate()
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_search->setPlaceholderText(tr("Search an action or a key"));
    m_search->setAccessibleName(tr("Search an action or a key"));
    m_list->setAccessibleName(tr("Actions and their keys"));
    filter();
}

void ShortcutSheet::filter()
{
    QList<Command> shown = m_source();
    shown.removeIf([pattern = m_search->text()](const Command &command) {
        return fuzzyScore(pattern, QStringList{command.text, command.group, keysText(command)}.join(u' '))
            == 0;
    });
    m_list->setCommands(shown);
}

} // namespace faceid
