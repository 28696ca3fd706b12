#include "form/carrydialog.h"

#include "form/fillpreview.h"
#include "shell/presentation.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace faceid {

namespace {

constexpr QSize carryDialogSize(640, 480);

/// What goes over as it is; a photo by its size.
QList<FillLine> carriedLines(const EndpointSpec &to, const CarryOver &carry, const Presentation &presentation)
{
    Parts parts;
    std::copy_if(
        carry.parts.cbegin(), carry.parts.cend(), std::back_inserter(parts), [&carry](const Part &part) {
            return std::none_of(carry.notes.cbegin(), carry.notes.cend(),
                [&part](const CarryNote &note) { return note.name == part.name; });
        });
    return filledLines(to, parts, presentation);
}

} // namespace

CarryDialog::CarryDialog(
    const EndpointSpec &to, const CarryOver &carry, const Presentation &presentation, QWidget *parent)
    : QDialog(parent)
{
    const QString title = translated(to.title);
    setWindowTitle(tr("Carry over to the %1 API").arg(title));
    QList<FillLine> changes;
    QList<FillLine> lost;
    for (const CarryNote &note : carry.notes)
        (note.kind == CarryNote::Kind::SaidOutright ? changes : lost).append({note.name, describe(note, to)});
    QList<FillLine> wanted;
    for (const Problem &problem : carry.wanted)
        wanted.append({problem.field, describe(problem)});
    auto *preview = new FillPreview(this);
    preview->showGroups(
        {{tr("Carried over"), carriedLines(to, carry, presentation)}, {tr("Said in another way"), changes},
            {tr("No counterpart"), lost}, {tr("Still wanted by %1").arg(to.id), wanted}});
    auto *carryOver = new QPushButton(tr("Carry over"), this);
    carryOver->setObjectName(QStringLiteral("carryOver"));
    auto *close = new QPushButton(tr("Close"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {carryOver, close}) {
        button->setProperty("role", QStringLiteral("plain"));
        buttons->addWidget(button);
    }
    carryOver->setDefault(true);
    close->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(preview, 1);
    layout->addLayout(buttons);
    resize(carryDialogSize);
    carryOver->setFocus();
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(carryOver, &QPushButton::clicked, this, [this] {
        Q_EMIT carryWanted();
        accept();
    });
}

} // namespace faceid
