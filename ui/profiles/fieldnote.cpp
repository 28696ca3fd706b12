#include "profiles/fieldnote.h"

#include "shell/theme.h"

#include <QLineEdit>

namespace faceid {

FieldNote::FieldNote(QLineEdit *line, QWidget *parent)
    : QLabel(parent)
    , m_line(line)
{
    setProperty("state", QStringLiteral("refused"));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    hide();
}

void FieldNote::setProblem(const QString &text)
{
    setText(text);
    setVisible(!text.isEmpty());
    if (!m_line)
        return;
    Theme::mark(m_line, "state", text.isEmpty() ? QString() : QStringLiteral("refused"));
    m_line->setAccessibleDescription(text);
}

} // namespace faceid
