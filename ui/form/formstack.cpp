#include "form/formstack.h"

#include "client/exchange.h"
#include "form/draftkeeper.h"
#include "form/requestform.h"

#include <algorithm>

namespace faceid {

FormStack::FormStack(Theme &theme, Presentation &presentation, DraftKeeper &drafts, QWidget *parent)
    : QStackedWidget(parent)
    , m_drafts(drafts)
{
    for (const EndpointSpec *spec : endpoints()) {
        auto *form = new RequestForm(*spec, theme, this);
        form->coverWith(presentation);
        addWidget(form);
        connect(form, &RequestForm::changed, this, [this, form] {
            if (form != current())
                return;
            keepDraft();
            Q_EMIT changed();
        });
    }
}

RequestForm *FormStack::current() const
{
    return static_cast<RequestForm *>(currentWidget());
}

Parts FormStack::partsFor(const EndpointSpec &spec) const
{
    for (const RequestForm *form : forms()) {
        if (&form->spec() == &spec)
            return form->parts();
    }
    return {};
}

QList<RequestForm *> FormStack::forms() const
{
    QList<RequestForm *> forms;
    for (int i = 0; i < count(); ++i)
        forms.append(static_cast<RequestForm *>(widget(i)));
    return forms;
}

void FormStack::choose(const QString &endpointId)
{
    if (isForbidden(endpointId))
        return;
    RequestForm *before = current();
    for (RequestForm *form : forms()) {
        if (form->spec().id != endpointId || form == before)
            continue;
        // So that switching to and fro loses nothing. An option left at its default goes not along: the
        // other endpoint assumes something else, and its preset may say more.
        FormValues values = before->values();
        for (const FieldSpec &row : form->spec().fields) {
            if (row.section == Section::Options && values.texts.value(row.name).isEmpty())
                values.texts.remove(row.name);
        }
        form->setValues(values);
        setCurrentWidget(form);
        keepDraft();
        Q_EMIT chosen(endpointId);
        return;
    }
}

void FormStack::forbid(const QString &endpointId)
{
    m_forbidden.insert(endpointId);
}

RequestForm *FormStack::next() const
{
    const QList<RequestForm *> all = forms();
    int index = currentIndex();
    do
        index = (index + 1) % count();
    while (index != currentIndex() && isForbidden(all.at(index)->spec().id));
    return all.at(index);
}

void FormStack::chooseNext()
{
    choose(next()->spec().id);
}

void FormStack::restoreDraft()
{
    m_drafts.restore([this](const DraftKeeper::Draft &draft) {
        if (isForbidden(draft.endpointId))
            return;
        choose(draft.endpointId);
        current()->applyValues(draft.texts, draft.photoPaths);
    });
    m_keeping = true;
}

void FormStack::fillAddresses(const QString &notifyUrl, const QString &returnUrl)
{
    if (isForbidden(getToken().id))
        return;
    choose(getToken().id);
    current()->applyValues(
        {{QStringLiteral("notify_url"), notifyUrl}, {QStringLiteral("return_url"), returnUrl}}, {});
}

FormStack::Filled FormStack::fill(
    const QString &endpointId, const FormValues &values, const QMap<QString, QString> &photoPaths)
{
    const Filled before{current()->spec().id, current()->values()};
    choose(endpointId);
    clearCurrent();
    current()->setValues(values);
    if (!photoPaths.isEmpty())
        current()->applyValues(values.texts, photoPaths);
    current()->focusFirst();
    return before;
}

void FormStack::putBack(const Filled &before)
{
    choose(before.endpointId);
    current()->setValues(before.values);
}

void FormStack::clearCurrent()
{
    const FormValues values = current()->values();
    const auto &rows = current()->spec().fields;
    const bool hasPerson = std::any_of(rows.cbegin(), rows.cend(), [&values](const FieldSpec &row) {
        return row.isPersonal() && !values.texts.value(row.name).isEmpty();
    });
    // Pressed twice, it must not forget what the first press cleared.
    if (hasPerson || !values.photos.isEmpty() || !m_cleared)
        m_cleared = values;
    current()->clear();
    Q_EMIT cleared();
}

bool FormStack::restoreCleared()
{
    if (!m_cleared)
        return false;
    current()->setValues(*m_cleared);
    m_cleared.reset();
    return true;
}

void FormStack::renewUnique(const Parts &sent)
{
    for (RequestForm *form : forms())
        form->renewUnique(sent);
}

void FormStack::forgetRefusals()
{
    for (RequestForm *form : forms())
        form->forgetRefusal();
}

void FormStack::setHelpShown(bool shown)
{
    m_helpShown = shown;
    for (RequestForm *form : forms())
        form->setHelpShown(shown);
}

void FormStack::keepDraft()
{
    if (m_keeping)
        m_drafts.keep(current()->spec().id, current()->values());
}

bool FormStack::fillFrom(const Exchange &exchange, const FormValues &remembered, bool keepsUnique)
{
    const EndpointSpec *spec = exchange.spec();
    if (!spec || isForbidden(spec->id))
        return false;
    FormValues values = remembered;
    if (const FieldSpec *unique = spec->uniqueField())
        values.texts.remove(unique->name);
    for (const Part &part : exchange.request) {
        const FieldSpec *field = spec->field(part.name);
        const bool isKept = field && !part.isFile() && field->section != Section::Subject
            && (!field->unique || keepsUnique) && !holdsMask(*spec, exchange.request, part);
        if (isKept && !values.texts.contains(part.name))
            values.texts.insert(part.name, QString::fromUtf8(part.value));
    }
    choose(spec->id);
    clearCurrent(); // what was in it can be brought back
    current()->setValues(values);
    current()->focusFirst();
    return true;
}

} // namespace faceid
