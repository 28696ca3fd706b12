#include "form/imageseditor.h"

#include "form/imageslot.h"
#include "shell/presentation.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace faceid {

ImagesEditor::ImagesEditor(const FieldSpec &row, Theme &theme, QWidget *parent)
    : FieldEditor(row, parent)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    for (const QString &name : row.partNames()) {
        auto *slot = new ImageSlot(name, theme, this);
        m_slots.append(slot);
        line->addWidget(slot, 4);
        connect(slot, &ImageSlot::changed, this, &ImagesEditor::edited);
        connect(slot, &ImageSlot::searched, this, &ImagesEditor::learned);
        connect(slot, &ImageSlot::moreDropped, this, &ImagesEditor::addFiles);
        connect(slot, &ImageSlot::swapWanted, this, [this, slot](const QString &other) {
            for (ImageSlot *candidate : std::as_const(m_slots)) {
                if (candidate->partName() == other && candidate != slot)
                    swap(candidate, slot);
            }
        });
        connect(slot, &ImageSlot::moveWanted, this, [this, slot](int places) {
            const qsizetype target = m_slots.indexOf(slot) + places;
            if (target < 0 || target >= m_slots.size())
                return;
            swap(slot, m_slots.at(target));
            m_slots.at(target)->setFocus(Qt::OtherFocusReason);
        });
        connect(slot, &ImageSlot::failed, this, [this, name](const QString &message) {
            showRefusal(name, [name, message] { return tr("%1: %2").arg(name, message); });
        });
    }
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(verdict());
    setFocusProxy(m_slots.constFirst());
}

void ImagesEditor::appendTo(Parts &parts) const
{
    for (const ImageSlot *slot : m_slots) {
        if (!slot->photo())
            continue;
        parts.append(slot->photo()->toPart(slot->partName()));
        parts.last().faces = slot->faces();
    }
}

void ImagesEditor::save(FormValues &values) const
{
    for (const ImageSlot *slot : m_slots) {
        if (slot->photo())
            values.photos.insert(slot->partName(), slot->photo());
        else
            values.photos.remove(slot->partName());
    }
}

void ImagesEditor::restore(const FormValues &values)
{
    for (ImageSlot *slot : m_slots) {
        if (slot->isLoading() || slot->photo() != values.photos.value(slot->partName()))
            slot->setPhoto(values.photos.value(slot->partName()));
    }
    edited();
}

void ImagesEditor::clear()
{
    restore({});
}

void ImagesEditor::focusPart(const QString &partName)
{
    for (ImageSlot *slot : m_slots) {
        if (slot->partName() == partName)
            return slot->setFocus(Qt::OtherFocusReason);
    }
    m_slots.constFirst()->setFocus(Qt::OtherFocusReason);
}

void ImagesEditor::retranslate()
{
    for (ImageSlot *slot : m_slots)
        slot->retranslate();
}

void ImagesEditor::coverWith(Presentation &presentation)
{
    FieldEditor::coverWith(presentation);
    for (ImageSlot *slot : std::as_const(m_slots)) {
        const auto follow = [slot, &presentation] { slot->setCovered(presentation.covers()); };
        connect(&presentation, &Presentation::changed, slot, follow);
        follow();
    }
}

bool ImagesEditor::differsFromAssumed() const
{
    return std::any_of(
        m_slots.cbegin(), m_slots.cend(), [](const ImageSlot *slot) { return slot->photo() != nullptr; });
}

QString ImagesEditor::summary() const
{
    const auto photos = std::count_if(
        m_slots.cbegin(), m_slots.cend(), [](const ImageSlot *slot) { return slot->photo() != nullptr; });
    return tr("%n photo(s)", nullptr, int(photos));
}

void ImagesEditor::addFiles(const QStringList &paths)
{
    QStringList left = paths;
    for (ImageSlot *slot : m_slots) {
        if (!left.isEmpty() && !slot->photo() && !slot->isLoading())
            slot->load(left.takeFirst());
    }
    if (!left.isEmpty())
        showRefusal({}, [count = int(left.size())] {
            return tr("%n photo(s) did not fit into the free places.", nullptr, count);
        });
}

void ImagesEditor::loadFiles(const QMap<QString, QString> &paths)
{
    for (ImageSlot *slot : std::as_const(m_slots)) {
        if (paths.contains(slot->partName()))
            slot->load(paths.value(slot->partName()));
    }
}

bool ImagesEditor::isLoading() const
{
    return std::any_of(
        m_slots.cbegin(), m_slots.cend(), [](const ImageSlot *slot) { return slot->isLoading(); });
}

bool ImagesEditor::paste()
{
    for (ImageSlot *slot : std::as_const(m_slots)) {
        if (!slot->photo() && !slot->isLoading())
            return slot->paste();
    }
    return m_slots.constFirst()->paste();
}

void ImagesEditor::checkFiles()
{
    for (ImageSlot *slot : std::as_const(m_slots))
        slot->checkFile();
}

void ImagesEditor::swap(ImageSlot *a, ImageSlot *b)
{
    const auto photo = a->photo();
    a->setPhoto(b->photo());
    b->setPhoto(photo);
    edited();
}

void ImagesEditor::describeControls(const QString &text)
{
    for (ImageSlot *slot : std::as_const(m_slots))
        slot->setHelp(text);
}

void ImagesEditor::markPart(const QString &partName, const QString &state)
{
    for (ImageSlot *slot : m_slots) {
        if (slot->partName() == partName)
            slot->setState(state);
    }
}

} // namespace faceid
