#include "form/fieldeditor.h"

#include "form/choiceeditor.h"
#include "form/imageseditor.h"
#include "form/texteditor.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace faceid {

FieldEditor *FieldEditor::create(const FieldSpec &row, Theme &theme, QWidget *parent)
{
    switch (row.kind) {
    case Kind::Text:
    case Kind::Url:
    case Kind::PersonName:
    case Kind::IdCardNumber:
        return new TextEditor(row, theme, parent);
    case Kind::Integer:
        return new IntegerEditor(row, parent);
    case Kind::Choice:
        return new ChoiceEditor(row, parent);
    case Kind::Image:
        return new ImagesEditor(row, theme, parent);
    }
    return nullptr;
}

FieldEditor::FieldEditor(const FieldSpec &row, QWidget *parent)
    : QWidget(parent)
    , m_row(row)
    , m_verdict(new QLabel(this))
{
    m_verdict->setProperty("role", QStringLiteral("hint"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->hide();
}

void FieldEditor::showProblems(const Problems &problems, bool strict)
{
    m_problems = problems;
    m_strict = strict;
    for (const QString &name : m_row.partNames())
        markPart(name, {});
    if (m_refusal) {
        markPart(m_refusedPart, QStringLiteral("refused"));
        say(m_refusal(), QStringLiteral("refused"));
        return;
    }

    QStringList lines;
    bool refused = false;
    for (const Problem &problem : problems) {
        const bool quiet = problem.reason == Reason::Missing && !strict;
        const bool warning = problem.severity == Severity::Warning;
        if (!quiet && !warning) {
            refused = true;
            markPart(problem.field, QStringLiteral("refused"));
        }
        const QString sentence = describe(problem);
        lines.append(quiet || warning ? sentence : tr("%1: %2").arg(problem.code, sentence));
    }
    const bool warned = m_doubt
        || std::any_of(problems.cbegin(), problems.cend(),
            [](const Problem &problem) { return problem.severity == Severity::Warning; });
    if (m_doubt)
        lines.append(m_doubt());
    const bool covered = m_presentation && m_presentation->covers();
    if (lines.isEmpty() && !covered) // a hint tells what the value says (a birth date)
        lines.append(quietHint());
    say(lines.join(u'\n'),
        refused      ? QStringLiteral("refused")
            : warned ? QStringLiteral("unknown")
                     : QStringLiteral("dim"));
}

void FieldEditor::coverWith(Presentation &presentation)
{
    m_presentation = &presentation;
    for (QLineEdit *line : findChildren<QLineEdit *>())
        presentation.cover(line);
    connect(&presentation, &Presentation::changed, this, [this] { showProblems(m_problems, m_strict); });
}

void FieldEditor::showRefusal(const QString &partName, std::function<QString()> text)
{
    m_refusedPart = partName;
    m_refusal = std::move(text);
    showProblems(m_problems, m_strict);
}

void FieldEditor::forgetRefusal()
{
    showRefusal({}, nullptr);
}

void FieldEditor::showDoubt(std::function<QString()> text)
{
    if (!text && !m_doubt)
        return;
    m_doubt = std::move(text);
    showProblems(m_problems, m_strict);
}

void FieldEditor::edited()
{
    m_refusal = nullptr;
    m_doubt = nullptr;
    Q_EMIT changed();
}

void FieldEditor::say(const QString &text, const QString &state)
{
    // Nothing is told by colour alone: an error and a warning carry a sign.
    const bool loud = state != u"dim";
    m_verdict->setText(loud ? QString(QChar(0x26a0) + QStringLiteral(" ") + text) : text);
    m_said = text;
    m_verdict->setVisible(!text.isEmpty());
    Theme::mark(m_verdict, "state", state);
    describeToReaders();
}

void FieldEditor::setDemand(const QString &demand)
{
    m_demand = demand;
    describeToReaders();
}

void FieldEditor::describeToReaders()
{
    QStringList sentences{m_said, m_demand, translated(m_row.help)};
    sentences.removeAll({});
    sentences.removeDuplicates(); // what is missing is said as the demand says it
    describeControls(sentences.join(u'\n'));
}

void FieldEditor::describeControls(const QString &text)
{
    if (focusProxy()->accessibleDescription() != text)
        focusProxy()->setAccessibleDescription(text);
}

QString accessibleLabel(const FieldSpec &row)
{
    return translated(row.label) + QStringLiteral(" (%1)").arg(row.name);
}

} // namespace faceid
