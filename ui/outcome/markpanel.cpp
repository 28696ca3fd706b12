#include "outcome/markpanel.h"

#include "shell/plainlook.h"
#include "shell/presentation.h"
#include "shell/segmentedcontrol.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace faceid {

namespace {

/// Longest note, in UTF-16 units: enough for a sentence or a ticket's address.
constexpr int maxNote = 500;

} // namespace

MarkPanel::MarkPanel(Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_choice(new SegmentedControl(this))
    , m_note(new QLineEdit(this))
    , m_save(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    for (const auto resolution : {Resolution::Issued, Resolution::NotIssued, Resolution::GaveUp})
        m_choice->addChoice(resolutionName(resolution), {});
    m_note->setProperty("role", QStringLiteral("search"));
    m_note->setObjectName(QStringLiteral("markNote"));
    m_note->setMaxLength(maxNote);
    presentation.coverOwnWords(m_note);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_note, 1);
    for (QPushButton *button : {m_save, m_cancel}) {
        makePlain(button);
        line->addWidget(button);
    }
    m_save->setObjectName(QStringLiteral("markSave"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_choice);
    layout->addLayout(line);
    const auto save = [this] {
        Q_EMIT marked(
            resolutionFromName(m_choice->value()).value_or(Resolution::None), m_note->text().trimmed());
    };
    connect(m_save, &QPushButton::clicked, this, save);
    connect(m_note, &QLineEdit::returnPressed, this, save);
    connect(m_cancel, &QPushButton::clicked, this, &MarkPanel::cancelled);
    retranslate();
}

void MarkPanel::start()
{
    m_choice->setValue(resolutionName(Resolution::NotIssued));
    m_note->clear();
    m_note->setFocus(Qt::OtherFocusReason);
}

void MarkPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MarkPanel::retranslate()
{
    m_choice->setAccessibleName(tr("What became of the request"));
    m_choice->setText(resolutionName(Resolution::Issued), tr("Issued"));
    m_choice->setText(resolutionName(Resolution::NotIssued), tr("Not issued"));
    m_choice->setText(resolutionName(Resolution::GaveUp), tr("Cannot be found out"));
    m_note->setPlaceholderText(tr("How this was found out"));
    m_note->setAccessibleName(tr("Note"));
    m_save->setText(tr("Save"));
    m_save->setAccessibleName(tr("Save the mark"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace faceid
