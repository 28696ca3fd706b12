#include "form/requestform.h"

#include "client/tokenclient.h"
#include "form/imageseditor.h"
#include "form/texteditor.h"
#include "shell/segmentedcontrol.h"
#include "shell/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace faceid {

namespace {

constexpr int labelWidth = 112;

QString sectionTitle(Section section)
{
    switch (section) {
    case Section::Comparison:
        return RequestForm::tr("Comparison");
    case Section::Subject:
        return RequestForm::tr("Person");
    case Section::Photos:
        return RequestForm::tr("Reference photos");
    case Section::Business:
        return RequestForm::tr("Business");
    case Section::Callbacks:
        return RequestForm::tr("Callbacks");
    case Section::Options:
        return RequestForm::tr("Options");
    }
    return {};
}

bool isEdited(const FieldSpec &row)
{
    return row.role == Role::Parameter;
}

} // namespace

RequestForm::RequestForm(const EndpointSpec &spec, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_spec(spec)
    , m_theme(theme)
    , m_scroll(new QScrollArea(this))
    , m_selector(new SegmentedControl)
    , m_fold(new QPushButton)
{
    build(theme);
    connect(m_selector, &SegmentedControl::chosen, this, [this] {
        m_strict = false;
        follow();
        judge();
        Q_EMIT changed();
    });
    connect(m_fold, &QPushButton::clicked, this, [this] { setFolded(!m_folded); });
    connect(&theme, &Theme::changed, this, [this] { setFolded(m_folded); });
    for (const Row &row : std::as_const(m_rows)) {
        if (row.editor->row().generated)
            static_cast<TextEditor *>(row.editor)->proposeFresh();
    }
    setFolded(true);
    retranslate();
    follow();
    judge();
}

void RequestForm::build(Theme &theme)
{
    auto *page = new QWidget;
    page->setProperty("role", QStringLiteral("page"));
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, labelWidth);
    grid->setColumnStretch(1, 1);

    for (const auto section : {Section::Comparison, Section::Subject, Section::Photos, Section::Business,
             Section::Callbacks, Section::Options}) {
        auto *heading = new QLabel;
        heading->setProperty("role", QStringLiteral("section"));
        m_headings.insert(section, heading);
        if (section == Section::Options) {
            m_fold->setProperty("role", QStringLiteral("fold"));
            m_fold->setAutoDefault(false);
            m_fold->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
            grid->addWidget(m_fold, grid->rowCount(), 0, 1, 2);
            heading->setParent(page);
            heading->hide();
        } else {
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
            } else if (isEdited(row)) {
                addRow(grid, row, theme);
            }
        }
    }
    grid->setRowStretch(grid->rowCount(), 1);

    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    page->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
}

void RequestForm::addRow(QGridLayout *grid, const FieldSpec &row, Theme &theme)
{
    const int line = grid->rowCount();
    FieldEditor *editor = FieldEditor::create(row, theme, this);
    QWidget *label = makeLabel(row);
    grid->addWidget(label, line, 0, Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(editor, line, 1);
    m_rows.append({editor, label});
    connect(editor, &FieldEditor::changed, this, [this] {
        judge();
        Q_EMIT changed();
    });
}

/// What it is, and beneath it, smaller, the name of the parameter on the wire.
QWidget *RequestForm::makeLabel(const FieldSpec &row)
{
    auto *box = new QWidget;
    auto *title = new QLabel(box);
    title->setObjectName(QStringLiteral("title"));
    title->setAlignment(Qt::AlignRight);
    title->setWordWrap(true);
    auto *name = new QLabel(row.name, box);
    name->setProperty("role", QStringLiteral("parameter"));
    name->setAlignment(Qt::AlignRight);
    name->setWordWrap(true);
    name->setMaximumWidth(labelWidth);
    // A parameter's name breaks after its underscores when the column is too narrow for it.
    QString breakable = row.name;
    name->setText(breakable.replace(u'_', QStringLiteral("_\u200b")));
    QFont small = name->font();
    small.setPointSizeF(small.pointSizeF() * 0.84);
    name->setFont(small);
    box->setProperty("row", QVariant::fromValue(static_cast<const void *>(&row)));
    box->setFixedWidth(labelWidth);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 3, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(name);
    return box;
}

Case RequestForm::chosenCase() const
{
    return caseFromValue(m_selector->value());
}

Parts RequestForm::parts() const
{
    Parts parts{textPart(m_spec.selector().name, m_selector->value())};
    for (const Row &row : m_rows)
        row.editor->appendTo(parts);
    return assembled(m_spec, parts);
}

FormValues RequestForm::values() const
{
    FormValues values;
    values.texts.insert(m_spec.selector().name, m_selector->value());
    for (const Row &row : m_rows)
        row.editor->save(values);
    return values;
}

void RequestForm::setValues(const FormValues &values)
{
    m_selector->setValue(values.texts.value(m_spec.selector().name));
    for (const Row &row : std::as_const(m_rows))
        row.editor->restore(values);
    m_strict = false;
    follow();
    judge();
    Q_EMIT changed();
}

void RequestForm::applyValues(const QMap<QString, QString> &texts, const QMap<QString, QString> &photoPaths)
{
    m_selector->setValue(texts.value(m_spec.selector().name));
    for (const Row &row : std::as_const(m_rows)) {
        if (row.editor->row().kind != Kind::Image)
            row.editor->restore({texts, {}});
    }
    if (ImagesEditor *editor = photos())
        editor->loadFiles(photoPaths);
    follow();
    judge();
}

bool RequestForm::readyToIssue()
{
    m_strict = true;
    judge();
    const Problem *first = firstRefusal(m_problems);
    if (!first)
        return true;
    if (FieldEditor *editor = editorOf(first->field)) {
        if (editor->row().section == Section::Options)
            setFolded(false);
        editor->focusPart(first->field);
        m_scroll->ensureWidgetVisible(editor, 0);
    }
    return false;
}

bool RequestForm::showRefusal(const QString &partName, const QString &text)
{
    FieldEditor *editor = editorOf(partName);
    if (!editor || !editor->row().presentIn(chosenCase()))
        return false;
    if (editor->row().section == Section::Options)
        setFolded(false);
    editor->showRefusal(partName, text);
    editor->focusPart(partName);
    m_scroll->ensureWidgetVisible(editor, 0);
    return true;
}

void RequestForm::renewUnique(const Parts &sent)
{
    for (const Row &row : std::as_const(m_rows)) {
        if (!row.editor->row().unique || !row.editor->row().generated)
            continue;
        auto *editor = static_cast<TextEditor *>(row.editor);
        if (editor->text() == partText(sent, row.editor->row().name))
            editor->proposeFresh();
    }
}

void RequestForm::clear()
{
    m_strict = false;
    for (const Row &row : std::as_const(m_rows)) {
        row.editor->clear();
        if (row.editor->row().generated)
            static_cast<TextEditor *>(row.editor)->proposeFresh();
    }
    focusFirst();
}

void RequestForm::addPhotos(const QStringList &paths)
{
    ImagesEditor *editor = photos();
    if (!editor)
        return;
    if (!editor->row().presentIn(chosenCase())) {
        m_selector->setValue(caseValue(Uploaded));
        follow();
    }
    editor->addFiles(paths);
}

bool RequestForm::isLoadingPhotos() const
{
    const ImagesEditor *editor = photos();
    return editor && editor->isLoading();
}

bool RequestForm::pastePhoto()
{
    ImagesEditor *editor = photos();
    return editor && editor->row().presentIn(chosenCase()) && editor->paste();
}

void RequestForm::checkPhotos()
{
    if (ImagesEditor *editor = photos())
        editor->checkFiles();
}

void RequestForm::coverWith(Presentation &presentation)
{
    for (const Row &row : std::as_const(m_rows)) {
        const FieldSpec &spec = row.editor->row();
        if (spec.isPersonal() || spec.section == Section::Subject)
            row.editor->coverWith(presentation);
    }
}

void RequestForm::focusFirst()
{
    for (const Row &row : std::as_const(m_rows)) {
        const FieldSpec &spec = row.editor->row();
        if (spec.presentIn(chosenCase()) && spec.requiredInCase(chosenCase())
            && !row.editor->differsFromAssumed())
            return row.editor->focusPart(spec.partNames().constFirst());
    }
    if (!m_rows.isEmpty())
        m_rows.constFirst().editor->focusPart(m_rows.constFirst().editor->row().partNames().constFirst());
}

/// Nothing of the form may be cut off at its edge: it scrolls downwards only.
bool RequestForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_scroll->widget() && event->type() == QEvent::LayoutRequest) {
        m_scroll->setMinimumWidth(m_scroll->widget()->minimumSizeHint().width()
            + m_scroll->verticalScrollBar()->sizeHint().width());
    }
    return QWidget::eventFilter(watched, event);
}

void RequestForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RequestForm::retranslate()
{
    for (auto it = m_headings.cbegin(); it != m_headings.cend(); ++it)
        it.value()->setText(it.key() == Section::Comparison
                ? QStringLiteral("%1  %2").arg(translated(m_spec.selector().label), m_spec.selector().name)
                : sectionTitle(it.key()));
    for (const FieldChoice &choice : m_spec.selector().choices) {
        m_selector->setText(choice.value, QStringLiteral("%1 %2").arg(translated(choice.label), choice.value),
            translated(m_spec.selector().help));
    }
    m_selector->setAccessibleName(accessibleLabel(m_spec.selector()));
    for (const Row &row : std::as_const(m_rows))
        row.editor->retranslate();
    follow();
    judge();
}

void RequestForm::follow()
{
    const Case chosen = chosenCase();
    QMap<Section, bool> used;
    for (const Row &row : std::as_const(m_rows)) {
        const FieldSpec &spec = row.editor->row();
        const bool present = spec.presentIn(chosen);
        used[spec.section] = used[spec.section] || present;
        const bool visible = present && (spec.section != Section::Options || !m_folded);
        row.editor->setVisible(visible);
        row.label->setVisible(visible);
    }
    used[Section::Comparison] = true;
    for (auto it = m_headings.cbegin(); it != m_headings.cend(); ++it)
        it.value()->setVisible(it.key() != Section::Options && used.value(it.key()));

    for (QWidget *box : findChildren<QWidget *>()) {
        const auto *spec = static_cast<const FieldSpec *>(box->property("row").value<const void *>());
        if (!spec)
            continue;
        QString title = translated(spec->label);
        if (spec->requiredInCase(chosen))
            title += QStringLiteral(" *");
        auto *label = box->findChild<QLabel *>(QStringLiteral("title"));
        label->setText(title);
        box->setToolTip(translated(spec->help));
    }
}

void RequestForm::judge()
{
    m_problems = requestProblems(m_spec, parts());
    const Case chosen = chosenCase();
    for (const Row &row : std::as_const(m_rows)) {
        Problems own;
        if (row.editor->row().presentIn(chosen)) {
            const QStringList names = row.editor->row().partNames();
            std::copy_if(
                m_problems.cbegin(), m_problems.cend(), std::back_inserter(own), [&](const Problem &problem) {
                    const bool wholeRequest =
                        problem.field.isEmpty() && row.editor->row().kind == Kind::Image;
                    return names.contains(problem.field) || wholeRequest;
                });
        }
        row.editor->showProblems(own, m_strict);
    }
    describeOptions();
}

void RequestForm::describeOptions()
{
    QStringList different;
    for (const Row &row : std::as_const(m_rows)) {
        const FieldSpec &spec = row.editor->row();
        if (spec.section == Section::Options && spec.presentIn(chosenCase())
            && row.editor->differsFromAssumed())
            different.append(QStringLiteral("%1 %2").arg(spec.name, row.editor->summary()));
    }
    const QString title = sectionTitle(Section::Options);
    m_fold->setText(different.isEmpty() ? tr("%1: all at default").arg(title)
                                        : tr("%1: %2").arg(title, different.join(u", ")));
    m_fold->setToolTip(m_fold->text());
    m_fold->setAccessibleDescription(m_folded ? tr("folded") : tr("unfolded"));
}

void RequestForm::setFolded(bool folded)
{
    m_folded = folded;
    m_fold->setIcon(m_theme.icon(
        folded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"), m_theme.colors().dim));
    follow();
    describeOptions();
}

FieldEditor *RequestForm::editorOf(const QString &partName) const
{
    for (const Row &row : m_rows) {
        if (row.editor->row().partNames().contains(partName))
            return row.editor;
    }
    return nullptr;
}

ImagesEditor *RequestForm::photos() const
{
    for (const Row &row : m_rows) {
        if (row.editor->row().kind == Kind::Image)
            return static_cast<ImagesEditor *>(row.editor);
    }
    return nullptr;
}

} // namespace faceid
