#include "form/texteditor.h"

#include "contract/idnumber.h"
#include "contract/proposal.h"
#include "shell/elidedline.h"
#include "shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace faceid {

TextEditor::TextEditor(const FieldSpec &row, Theme &theme, QWidget *parent)
    : FieldEditor(row, parent)
    , m_theme(theme)
    , m_frame(new QFrame(this))
    , m_line(new ElidedLine(theme, &ThemeColors::field, m_frame))
    , m_counter(new QLabel(m_frame))
    , m_fresh(new QToolButton(m_frame))
{
    m_frame->setProperty("role", QStringLiteral("field"));
    m_line->setObjectName(row.name);
    m_line->installEventFilter(this);
    m_counter->setProperty("role", QStringLiteral("hint"));
    m_fresh->setProperty("role", QStringLiteral("link"));
    m_fresh->setVisible(row.generated);

    auto *inside = new QHBoxLayout(m_frame);
    inside->setContentsMargins(1, 1, 6, 1);
    inside->setSpacing(4);
    inside->addWidget(m_line, 1);
    inside->addWidget(m_counter);
    inside->addWidget(m_fresh);

    auto *outside = new QVBoxLayout(this);
    outside->setContentsMargins(0, 0, 0, 0);
    outside->setSpacing(2);
    outside->addWidget(m_frame);
    outside->addWidget(verdict());

    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textChanged, this, [this] {
        count();
        edited();
    });
    connect(m_line, &QLineEdit::textEdited, this, &TextEditor::repair);
    connect(m_fresh, &QToolButton::clicked, this, &TextEditor::proposeFresh);
    connect(&m_theme, &Theme::changed, this, &TextEditor::restyle);
    restyle();
    retranslate();
}

void TextEditor::appendTo(Parts &parts) const
{
    if (!m_line->text().isEmpty())
        parts.append(textPart(row().name, m_line->text()));
}

void TextEditor::save(FormValues &values) const
{
    values.texts.insert(row().name, m_line->text());
}

void TextEditor::restore(const FormValues &values)
{
    const auto it = values.texts.constFind(row().name);
    if (it != values.texts.constEnd() && *it != m_line->text())
        setText(*it);
}

void TextEditor::clear()
{
    setText({});
}

void TextEditor::focusPart(const QString &)
{
    m_line->setFocus(Qt::OtherFocusReason);
    m_line->selectAll();
}

void TextEditor::retranslate()
{
    m_line->setAccessibleName(accessibleLabel(row()));
    m_line->setToolTip(translated(row().help));
    m_fresh->setToolTip(tr("Put in a new value"));
    m_fresh->setAccessibleName(tr("New value for %1").arg(row().name));
    count();
}

bool TextEditor::differsFromAssumed() const
{
    return !m_line->text().isEmpty();
}

QString TextEditor::summary() const
{
    return m_line->text().size() > 24 ? QString(m_line->text().first(23) + QChar(0x2026)) : m_line->text();
}

QString TextEditor::text() const
{
    return m_line->text();
}

void TextEditor::setText(const QString &text)
{
    m_line->selectAll();
    m_line->insert(text); // unlike QLineEdit::setText, can be undone
    if (!m_line->hasFocus())
        m_line->setCursorPosition(0);
}

void TextEditor::proposeFresh()
{
    setText(proposedValue(row()));
}

void TextEditor::markPart(const QString &, const QString &state)
{
    Theme::mark(m_frame, "state", state);
}

bool TextEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        Theme::mark(m_frame, "focused", event->type() == QEvent::FocusIn ? QStringLiteral("yes") : QString());
    return FieldEditor::eventFilter(watched, event);
}

void TextEditor::repair(const QString &typed)
{
    if (row().kind != Kind::IdCardNumber)
        return;
    const QString repaired = repairedIdNumber(typed);
    if (repaired == typed)
        return;
    const int fromEnd = int(typed.size()) - m_line->cursorPosition();
    setText(repaired);
    m_line->setCursorPosition(int(repaired.size()) - fromEnd);
}

QString TextEditor::quietHint() const
{
    const QDate born = birthDateIn(m_line->text());
    if (row().kind != Kind::IdCardNumber || !born.isValid())
        return {};
    return tr("born %1, check digit fits").arg(born.toString(Qt::ISODate));
}

void TextEditor::count()
{
    const qsizetype bytes = m_line->text().toUtf8().size();
    if (row().maxBytes > 0)
        m_counter->setText(tr("%1 / %2 bytes").arg(bytes).arg(row().maxBytes));
    else if (row().maxChars > 0)
        m_counter->setText(tr("%1 / %2 characters").arg(m_line->text().toUcs4().size()).arg(row().maxChars));
    m_counter->setVisible(row().maxBytes > 0 || row().maxChars > 0);
}

void TextEditor::restyle()
{
    m_fresh->setIcon(m_theme.icon(QStringLiteral("refresh"), m_theme.colors().accent));
}

} // namespace faceid
