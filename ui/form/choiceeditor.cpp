#include "form/choiceeditor.h"

#include "form/fieldhelp.h"
#include "shell/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace faceid {

namespace {

void layOut(FieldEditor *editor, QWidget *control, QLabel *verdict)
{
    control->setProperty("role", QStringLiteral("field"));
    control->setObjectName(editor->row().name);
    auto *layout = new QVBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(control);
    layout->addWidget(verdict);
    editor->setFocusProxy(control);
}

/// Scrolling the form must not change a value that happens to pass under the pointer.
class QuietComboBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

class QuietSpinBox : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace

ChoiceEditor::ChoiceEditor(const FieldSpec &row, QWidget *parent)
    : FieldEditor(row, parent)
    , m_box(new QuietComboBox(this))
{
    m_box->setFocusPolicy(Qt::StrongFocus);
    layOut(this, m_box, verdict());
    m_box->addItem(QString(), QString());
    for (const FieldChoice &choice : row.choices)
        m_box->addItem(QString(), choice.value);
    retranslate();
    connect(m_box, &QComboBox::currentIndexChanged, this, &ChoiceEditor::edited);
}

void ChoiceEditor::appendTo(Parts &parts) const
{
    const QString value = m_box->currentData().toString();
    if (!value.isEmpty())
        parts.append(textPart(row().name, value));
}

void ChoiceEditor::save(FormValues &values) const
{
    values.texts.insert(row().name, m_box->currentData().toString());
}

void ChoiceEditor::restore(const FormValues &values)
{
    const auto it = values.texts.constFind(row().name);
    if (it != values.texts.constEnd() && m_box->findData(*it) >= 0)
        m_box->setCurrentIndex(m_box->findData(*it));
}

void ChoiceEditor::clear()
{
    m_box->setCurrentIndex(0);
}

void ChoiceEditor::focusPart(const QString &)
{
    m_box->setFocus(Qt::OtherFocusReason);
}

void ChoiceEditor::retranslate()
{
    for (std::size_t i = 0; i < row().choices.size(); ++i)
        m_box->setItemText(int(i) + 1, translated(row().choices[i].label));
    m_box->setItemText(0, tr("Default (%1)").arg(assumedText(row())));
    m_box->setAccessibleName(accessibleLabel(row()));
    m_box->setToolTip(translated(row().help));
}

bool ChoiceEditor::differsFromAssumed() const
{
    const QString value = m_box->currentData().toString();
    return !value.isEmpty() && value != row().assumedValue;
}

QString ChoiceEditor::summary() const
{
    return m_box->currentData().toString();
}

void ChoiceEditor::markPart(const QString &, const QString &state)
{
    Theme::mark(m_box, "state", state);
}

IntegerEditor::IntegerEditor(const FieldSpec &row, QWidget *parent)
    : FieldEditor(row, parent)
    , m_box(new QuietSpinBox(this))
{
    m_box->setFocusPolicy(Qt::StrongFocus);
    m_box->setRange(*row.minimum - 1, *row.maximum);
    m_box->setValue(m_box->minimum());
    m_box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    layOut(this, m_box, verdict());
    retranslate();
    connect(m_box, &QSpinBox::valueChanged, this, &IntegerEditor::edited);
}

QString IntegerEditor::value() const
{
    return m_box->value() == m_box->minimum() ? QString() : QString::number(m_box->value());
}

void IntegerEditor::appendTo(Parts &parts) const
{
    if (!value().isEmpty())
        parts.append(textPart(row().name, value()));
}

void IntegerEditor::save(FormValues &values) const
{
    values.texts.insert(row().name, value());
}

void IntegerEditor::restore(const FormValues &values)
{
    const auto it = values.texts.constFind(row().name);
    if (it != values.texts.constEnd())
        m_box->setValue(it->isEmpty() ? m_box->minimum() : it->toInt());
}

void IntegerEditor::clear()
{
    m_box->setValue(m_box->minimum());
}

void IntegerEditor::focusPart(const QString &)
{
    m_box->setFocus(Qt::OtherFocusReason);
    m_box->selectAll();
}

void IntegerEditor::retranslate()
{
    m_box->setSpecialValueText(tr("Default (%1)").arg(row().assumedValue));
    m_box->setAccessibleName(accessibleLabel(row()));
    m_box->setToolTip(translated(row().help));
}

bool IntegerEditor::differsFromAssumed() const
{
    return !value().isEmpty() && value() != row().assumedValue;
}

QString IntegerEditor::summary() const
{
    return value();
}

void IntegerEditor::markPart(const QString &, const QString &state)
{
    Theme::mark(m_box, "state", state);
}

} // namespace faceid
