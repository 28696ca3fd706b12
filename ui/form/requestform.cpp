#include "form/requestform.h"

#include "client/tokenclient.h"
#include "form/fieldhelp.h"
#include "form/formpage.h"
#include "form/imageseditor.h"
#include "form/texteditor.h"

#include <QApplication>
#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace faceid {

namespace {

/// A field for which the program proposes a value, or null.
TextEditor *proposer(FieldEditor *editor)
{
    return editor->row().generated ? static_cast<TextEditor *>(editor) : nullptr;
}

} // namespace

RequestForm::RequestForm(const EndpointSpec &spec, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_spec(spec)
    , m_scroll(new QScrollArea(this))
    , m_page(new FormPage(spec, theme))
    , m_help(new FieldHelp(spec, this))
    , m_explained(&spec.selector())
{
    m_scroll->setWidget(m_page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_page->installEventFilter(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_help);

    for (FieldEditor *editor : m_page->editors()) {
        if (TextEditor *text = proposer(editor))
            text->proposeFresh();
        connect(editor, &FieldEditor::changed, this, [this] {
            judge();
            Q_EMIT changed();
        });
        connect(editor, &FieldEditor::learned, this, &RequestForm::judge);
    }
    connect(m_page, &FormPage::caseChosen, this, [this] {
        m_strict = false;
        judge();
        Q_EMIT changed();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { followFocus(now); });
    retranslate();
}

/// A window that closes in the destructor of QWidget still moves the focus; by then this is no form any more.
RequestForm::~RequestForm()
{
    disconnect(qApp, nullptr, this, nullptr);
}

void RequestForm::followFocus(QWidget *now)
{
    const FieldSpec *row = now ? m_page->rowOf(now) : nullptr;
    if (!row)
        return;
    m_explained = row;
    explain();
}

void RequestForm::explain()
{
    m_help->explain(*m_explained, m_page->chosenCase());
}

void RequestForm::setHelpShown(bool shown)
{
    m_help->setVisible(shown);
}

Parts RequestForm::parts() const
{
    Parts parts{textPart(m_spec.selector().name, caseValue(m_page->chosenCase()))};
    for (const FieldEditor *editor : m_page->editors())
        editor->appendTo(parts);
    return assembled(m_spec, parts);
}

FormValues RequestForm::values() const
{
    FormValues values;
    values.texts.insert(m_spec.selector().name, caseValue(m_page->chosenCase()));
    for (const FieldEditor *editor : m_page->editors())
        editor->save(values);
    return values;
}

void RequestForm::setValues(const FormValues &values)
{
    m_page->choose(values.texts.value(m_spec.selector().name));
    for (FieldEditor *editor : m_page->editors())
        editor->restore(values);
    m_strict = false;
    judge();
    Q_EMIT changed();
}

void RequestForm::applyValues(const QMap<QString, QString> &texts, const QMap<QString, QString> &photoPaths)
{
    m_page->choose(texts.value(m_spec.selector().name));
    for (FieldEditor *editor : m_page->editors()) {
        if (editor->row().kind != Kind::Image)
            editor->restore({texts, {}});
    }
    if (ImagesEditor *editor = photos())
        editor->loadFiles(photoPaths);
    judge();
}

void RequestForm::withdrawValues(const QMap<QString, QString> &texts)
{
    const FormValues now = values();
    for (FieldEditor *editor : m_page->editors()) {
        const QString &name = editor->row().name;
        if (!texts.value(name).isEmpty() && texts.value(name) == now.texts.value(name))
            editor->clear();
    }
}

bool RequestForm::readyToIssue()
{
    m_strict = true;
    judge();
    const Problem *first = firstRefusal(m_problems);
    if (!first)
        return true;
    if (FieldEditor *editor = m_page->editorOf(first->field))
        goTo(editor, first->field);
    return false;
}

bool RequestForm::showRefusal(const QString &partName, std::function<QString()> text)
{
    if (partName == m_spec.selector().name) {
        m_scroll->ensureWidgetVisible(m_page->refuseCase(std::move(text)), 0);
        return true;
    }
    FieldEditor *editor = m_page->editorOf(partName);
    if (!editor || !editor->row().presentIn(m_page->chosenCase()))
        return false;
    editor->showRefusal(partName, std::move(text));
    goTo(editor, partName);
    return true;
}

void RequestForm::forgetRefusal()
{
    m_page->forgetCaseRefusal();
    for (FieldEditor *editor : m_page->editors())
        editor->forgetRefusal();
}

void RequestForm::goTo(FieldEditor *editor, const QString &partName)
{
    if (editor->row().section == Section::Options)
        m_page->setFolded(false);
    editor->focusPart(partName);
    m_scroll->ensureWidgetVisible(editor, 0);
}

void RequestForm::doubtUnique(const std::function<QString()> &text)
{
    for (FieldEditor *editor : m_page->editors()) {
        if (editor->row().unique)
            editor->showDoubt(text);
    }
}

void RequestForm::renewUnique(const Parts &sent)
{
    for (FieldEditor *editor : m_page->editors()) {
        TextEditor *text = proposer(editor);
        if (text && editor->row().unique && text->text() == partText(sent, editor->row().name))
            text->proposeFresh();
    }
}

void RequestForm::clear()
{
    m_strict = false;
    for (FieldEditor *editor : m_page->editors()) {
        editor->clear();
        if (TextEditor *text = proposer(editor))
            text->proposeFresh();
    }
}

void RequestForm::addPhotos(const QStringList &paths)
{
    ImagesEditor *editor = photos();
    if (!editor)
        return;
    if (!editor->row().presentIn(m_page->chosenCase()))
        m_page->choose(caseValue(Uploaded));
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
    return editor && editor->row().presentIn(m_page->chosenCase()) && editor->paste();
}

void RequestForm::checkPhotos()
{
    if (ImagesEditor *editor = photos())
        editor->checkFiles();
}

void RequestForm::coverWith(Presentation &presentation)
{
    for (FieldEditor *editor : m_page->editors()) {
        if (editor->row().tellsWho())
            editor->coverWith(presentation);
    }
}

void RequestForm::focusFirst()
{
    const Case chosen = m_page->chosenCase();
    const QList<FieldEditor *> &editors = m_page->editors();
    const auto wanted = std::find_if(editors.cbegin(), editors.cend(), [chosen](const FieldEditor *editor) {
        const FieldSpec &row = editor->row();
        return row.presentIn(chosen) && row.requiredInCase(chosen) && !editor->differsFromAssumed();
    });
    FieldEditor *first = wanted == editors.cend() ? editors.constFirst() : *wanted;
    first->focusPart(first->row().partNames().constFirst());
}

/// Nothing of the form may be cut off at its edge: it scrolls downwards only.
bool RequestForm::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_page && event->type() == QEvent::LayoutRequest)
        m_scroll->setMinimumWidth(
            m_page->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width());
    return QWidget::eventFilter(watched, event);
}

void RequestForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_page->retranslate();
        retranslate();
    }
    QWidget::changeEvent(event);
}

void RequestForm::retranslate()
{
    setAccessibleName(tr("Form for %1").arg(m_spec.id));
    m_help->setAccessibleName(tr("Help on the field"));
    judge();
}

void RequestForm::judge()
{
    m_problems = requestProblems(m_spec, parts());
    const Case chosen = m_page->chosenCase();
    for (FieldEditor *editor : m_page->editors()) {
        Problems own;
        if (editor->row().presentIn(chosen)) {
            const QStringList names = editor->row().partNames();
            const bool isPhotos = editor->row().kind == Kind::Image;
            std::copy_if(
                m_problems.cbegin(), m_problems.cend(), std::back_inserter(own), [&](const Problem &problem) {
                    return names.contains(problem.field) || (problem.field.isEmpty() && isPhotos);
                });
        }
        editor->showProblems(own, m_strict);
    }
    m_page->describeOptions();
    explain();
}

ImagesEditor *RequestForm::photos() const
{
    for (FieldEditor *editor : m_page->editors()) {
        if (editor->row().kind == Kind::Image)
            return static_cast<ImagesEditor *>(editor);
    }
    return nullptr;
}

} // namespace faceid
