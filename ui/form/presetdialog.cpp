#include "form/presetdialog.h"

#include "shell/presentation.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr int longestName = 60; // characters; a menu still shows it

} // namespace

PresetDialog::PresetDialog(const QStringList &taken, const QString &profileName, bool startWith,
    Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_taken(taken)
    , m_line(new QLineEdit(this))
    , m_note(new QLabel(this))
    , m_startWith(new QCheckBox(this))
{
    setWindowTitle(tr("Keep as a preset"));
    auto *question = new QLabel(tr("Name of the preset"), this);
    question->setBuddy(m_line);
    m_line->setObjectName(QStringLiteral("presetName"));
    m_line->setAccessibleName(question->text());
    m_line->setMaxLength(longestName);
    presentation.cover(m_line);
    m_note->setProperty("role", QStringLiteral("dim"));
    m_note->setWordWrap(true);
    m_startWith->setObjectName(QStringLiteral("presetStart"));
    m_startWith->setText(
        tr("Start profile “%1” with it").arg(profileName).replace(u'&', QStringLiteral("&&")));
    m_startWith->setChecked(startWith);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_keep = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    m_keep->setDefault(true);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    for (QPushButton *button : {m_keep, cancel}) {
        button->setProperty("role", QStringLiteral("plain"));
        button->setIcon({});
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(name(), m_startWith->isChecked());
        accept();
    });
    connect(m_line, &QLineEdit::textChanged, this, &PresetDialog::judge);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(question);
    column->addWidget(m_line);
    column->addWidget(m_note);
    column->addWidget(m_startWith);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(440);
    judge();
}

QString PresetDialog::name() const
{
    return m_line->text().trimmed();
}

void PresetDialog::judge()
{
    m_keep->setEnabled(!name().isEmpty());
    m_note->setText(m_taken.contains(name())
            ? tr("There is a preset of this name: it is replaced.")
            : tr("Personal fields, photos and serial numbers are not kept."));
}

} // namespace faceid
