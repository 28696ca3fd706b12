#include "form/formpage.h"

#include "form/fieldhelp.h"
#include "shell/segmentedcontrol.h"
#include "shell/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

namespace faceid {

namespace {

constexpr int labelWidth = 112;

QString sectionTitle(Section section)
{
    switch (section) {
    case Section::Comparison:
        return FormPage::tr("Comparison");
    case Section::Subject:
        return FormPage::tr("Person");
    case Section::Photos:
        return FormPage::tr("Reference photos");
    case Section::Business:
        return FormPage::tr("Business");
    case Section::Callbacks:
        return FormPage::tr("Callbacks");
    case Section::Options:
        return FormPage::tr("Options");
    }
    return {};
}

} // namespace

FormPage::FormPage(const EndpointSpec &spec, Theme &theme)
    : m_spec(spec)
    , m_theme(theme)
    , m_selector(new SegmentedControl)
    , m_caseVerdict(new QLabel)
    , m_fold(new QPushButton)
{
    setProperty("role", QStringLiteral("page"));
    m_caseVerdict->setProperty("role", QStringLiteral("hint"));
    m_caseVerdict->setTextFormat(Qt::PlainText);
    m_caseVerdict->setWordWrap(true);
    Theme::mark(m_caseVerdict, "state", QStringLiteral("refused"));
    m_caseVerdict->hide();
    m_fold->setProperty("role", QStringLiteral("fold"));
    m_fold->setAutoDefault(false);
    m_fold->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);
    for (const auto section : {Section::Comparison, Section::Subject, Section::Photos, Section::Business,
             Section::Callbacks, Section::Options})
        addSection(grid, section, theme);
    grid->setRowStretch(grid->rowCount(), 1);

    connect(m_selector, &SegmentedControl::chosen, this, [this] {
        forgetCaseRefusal();
        follow();
        Q_EMIT caseChosen();
    });
    connect(m_fold, &QPushButton::clicked, this, [this] { setFolded(!m_folded); });
    connect(&theme, &Theme::changed, this, [this] { setFolded(m_folded); });
    retranslate();
    setFolded(true);
}

void FormPage::addSection(QGridLayout *grid, Section section, Theme &theme)
{
    if (section == Section::Options) {
        grid->addWidget(m_fold, grid->rowCount(), 0, 1, 2);
    } else {
        auto *heading = new QLabel;
        heading->setProperty("role", QStringLiteral("section"));
        m_headings.insert(section, heading);
        grid->addWidget(heading, grid->rowCount(), 0, 1, 2);
    }
    for (const FieldSpec &row : m_spec.fields) {
        if (row.section != section)
            continue;
        if (row.role == Role::Selector) {
            for (const FieldChoice &choice : row.choices)
                m_selector->addChoice(choice.value, {});
            // Across both columns: three choices in English are wider than the fields.
            grid->addWidget(m_selector, grid->rowCount(), 0, 1, 2);
            grid->addWidget(m_caseVerdict, grid->rowCount(), 0, 1, 2);
        } else if (row.role == Role::Parameter) {
            addRow(grid, row, theme);
        }
    }
}

void FormPage::addRow(QGridLayout *grid, const FieldSpec &row, Theme &theme)
{
    const int line = grid->rowCount();
    FieldEditor *editor = FieldEditor::create(row, theme, this);
    const Label label = makeLabel(row);
    grid->addWidget(label.box, line, 0, Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(editor, line, 1);
    m_editors.append(editor);
    m_labels.append(label);
}

/// What it is, and beneath it, smaller, the name of the parameter on the wire.
FormPage::Label FormPage::makeLabel(const FieldSpec &row)
{
    auto *box = new QWidget;
    auto *title = new QLabel(box);
    title->setAlignment(Qt::AlignRight);
    title->setWordWrap(true);
    // A parameter's name breaks after its underscores when the column is too narrow for it.
    auto *name = new QLabel(QString(row.name).replace(u'_', QStringLiteral("_\u200b")), box);
    name->setProperty("role", QStringLiteral("parameter"));
    name->setAlignment(Qt::AlignRight);
    name->setWordWrap(true);
    name->setMaximumWidth(labelWidth);
    QFont small = name->font();
    small.setPointSizeF(small.pointSizeF() * 0.84);
    name->setFont(small);
    box->setFixedWidth(labelWidth);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 3, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(name);
    return {box, title};
}

FieldEditor *FormPage::editorOf(const QString &partName) const
{
    const auto it = std::find_if(m_editors.cbegin(), m_editors.cend(),
        [&](const FieldEditor *editor) { return editor->row().partNames().contains(partName); });
    return it == m_editors.cend() ? nullptr : *it;
}

const FieldSpec *FormPage::rowOf(const QWidget *widget) const
{
    if (m_selector->isAncestorOf(widget))
        return &m_spec.selector();
    const auto it = std::find_if(m_editors.cbegin(), m_editors.cend(),
        [&](const FieldEditor *editor) { return editor->isAncestorOf(widget); });
    return it == m_editors.cend() ? nullptr : &(*it)->row();
}

Case FormPage::chosenCase() const
{
    return caseFromValue(m_selector->value());
}

void FormPage::choose(const QString &comparison)
{
    m_selector->setValue(comparison);
    follow();
}

QWidget *FormPage::refuseCase(std::function<QString()> text)
{
    m_caseRefusal = std::move(text);
    sayCaseRefusal();
    m_selector->focusChosen();
    return m_selector;
}

void FormPage::forgetCaseRefusal()
{
    m_caseRefusal = nullptr;
    sayCaseRefusal();
}

void FormPage::sayCaseRefusal()
{
    m_caseVerdict->setVisible(m_caseRefusal != nullptr);
    if (m_caseRefusal)
        m_caseVerdict->setText(QChar(0x26a0) + QStringLiteral(" ") + m_caseRefusal());
    m_selector->setAccessibleDescription(m_caseRefusal ? m_caseRefusal() : QString());
}

void FormPage::follow()
{
    const Case chosen = chosenCase();
    QMap<Section, bool> used{{Section::Comparison, true}};
    for (qsizetype i = 0; i < m_editors.size(); ++i) {
        const FieldSpec &spec = m_editors.at(i)->row();
        const bool present = spec.presentIn(chosen);
        used[spec.section] = used[spec.section] || present;
        const bool visible = present && (spec.section != Section::Options || !m_folded);
        m_editors.at(i)->setVisible(visible);
        m_labels.at(i).box->setVisible(visible);
        m_editors.at(i)->setDemand(demandText(m_spec, spec, chosen));
        const QString title = translated(spec.label);
        m_labels.at(i).title->setText(
            spec.requiredInCase(chosen) ? QString(title + QStringLiteral(" *")) : title);
    }
    for (auto it = m_headings.cbegin(); it != m_headings.cend(); ++it)
        it.value()->setVisible(used.value(it.key()));
    describeOptions();
}

void FormPage::describeOptions()
{
    QStringList different;
    for (const FieldEditor *editor : m_editors) {
        const FieldSpec &spec = editor->row();
        if (spec.section == Section::Options && spec.presentIn(chosenCase()) && editor->differsFromAssumed())
            different.append(QStringLiteral("%1 %2").arg(spec.name, editor->summary()));
    }
    const QString title = sectionTitle(Section::Options);
    m_fold->setText(different.isEmpty() ? tr("%1: all at default").arg(title)
                                        : tr("%1: %2").arg(title, different.join(u", ")));
    m_fold->setToolTip(m_fold->text());
    m_fold->setAccessibleDescription(m_folded ? tr("folded") : tr("unfolded"));
}

void FormPage::setFolded(bool folded)
{
    m_folded = folded;
    m_fold->setIcon(m_theme.icon(
        folded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"), m_theme.colors().dim));
    follow();
}

void FormPage::retranslate()
{
    const FieldSpec &selector = m_spec.selector();
    for (auto it = m_headings.cbegin(); it != m_headings.cend(); ++it)
        it.value()->setText(it.key() == Section::Comparison
                ? QStringLiteral("%1  %2").arg(translated(selector.label), selector.name)
                : sectionTitle(it.key()));
    for (const FieldChoice &choice : selector.choices) {
        m_selector->setText(choice.value, QStringLiteral("%1 %2").arg(translated(choice.label), choice.value),
            translated(selector.help));
    }
    m_selector->setAccessibleName(accessibleLabel(selector));
    sayCaseRefusal();
    for (qsizetype i = 0; i < m_editors.size(); ++i) {
        m_editors.at(i)->retranslate();
        m_labels.at(i).box->setToolTip(translated(m_editors.at(i)->row().help));
    }
    follow();
}

} // namespace faceid
