#include "batch/batchform.h"

#include "batch/batchrun.h"
#include "batch/batchsheet.h"
#include "shell/plainlook.h"
#include "shell/plaintext.h"
#include "shell/segmentedcontrol.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QStandardPaths>

#include <algorithm>

namespace faceid {

namespace {

bool isSame(const Parts &one, const Parts &other)
{
    return std::equal(one.cbegin(), one.cend(), other.cbegin(), other.cend(),
        [](const Part &a, const Part &b) { return a.name == b.name && a.value == b.value; });
}

/// Whether what the window's form has there is meant for all rows: not who a row is about.
bool isForAll(const EndpointSpec &endpoint, const Part &part, Case chosen)
{
    const FieldSpec *field = endpoint.field(part.name);
    return field && field->role == Role::Parameter && field->section != Section::Subject
        && field->presentIn(chosen) && BatchSheet::canBeFixed(endpoint, part.name);
}

} // namespace

BatchForm::BatchForm(
    const EndpointSpec &endpoint, std::function<Parts(const EndpointSpec &)> formParts, QWidget *parent)
    : QWidget(parent)
    , m_formParts(std::move(formParts))
    , m_sheet(new QLineEdit(this))
    , m_chooseSheet(new QPushButton(this))
    , m_apiLabel(new QLabel(this))
    , m_api(new SegmentedControl(this))
    , m_case(new QComboBox(this))
    , m_fixedLabel(new QLabel(this))
    , m_fixed(new QLabel(this))
    , m_out(new QLineEdit(this))
    , m_chooseOut(new QPushButton(this))
    , m_withCodes(new QCheckBox(this))
    , m_codes(new QLineEdit(this))
    , m_chooseCodes(new QPushButton(this))
    , m_parallelLabel(new QLabel(this))
    , m_parallel(new QSpinBox(this))
{
    for (const EndpointSpec *spec : endpoints())
        m_api->addChoice(spec->id, {});
    m_api->setValue(endpoint.id);
    m_parallel->setRange(1, BatchRun::mostParallel);
    m_parallel->setValue(BatchRun::usualParallel);
    m_sheet->setObjectName(QStringLiteral("batchSheet"));
    m_out->setObjectName(QStringLiteral("batchOut"));
    m_codes->setObjectName(QStringLiteral("batchCodes"));
    m_fixed->setTextFormat(Qt::PlainText);
    m_fixed->setWordWrap(true);
    m_fixed->setProperty("role", QStringLiteral("dim"));
    arrange();
    connect(m_sheet, &QLineEdit::editingFinished, this, &BatchForm::takeSheet);
    connect(m_sheet, &QLineEdit::returnPressed, this, [this] { // also the same one again, put right by now
        if (!takeSheet())
            Q_EMIT changed();
    });
    connect(m_chooseSheet, &QPushButton::clicked, this, &BatchForm::askSheet);
    connect(m_chooseOut, &QPushButton::clicked, this, &BatchForm::askOut);
    connect(m_chooseCodes, &QPushButton::clicked, this, &BatchForm::askFolder);
    connect(m_withCodes, &QCheckBox::toggled, this, &BatchForm::follow);
    connect(m_api, &SegmentedControl::chosen, this, [this] {
        fillCases();
        refresh();
        Q_EMIT changed();
    });
    connect(m_case, &QComboBox::currentIndexChanged, this, [this] {
        refresh();
        Q_EMIT changed();
    });
    fillCases();
    refresh();
    retranslate();
}

QLabel *BatchForm::addLine(QGridLayout *grid, QLineEdit *line, QPushButton *button)
{
    auto *label = new QLabel(this);
    label->setBuddy(line);
    const int row = grid->rowCount();
    grid->addWidget(label, row, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(line, row, 1);
    grid->addWidget(button, row, 2);
    return label;
}

void BatchForm::arrange()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    m_sheetLabel = addLine(grid, m_sheet, m_chooseSheet);
    auto *api = new QHBoxLayout;
    api->setSpacing(12);
    api->addWidget(m_api);
    api->addWidget(m_case, 1);
    int row = grid->rowCount();
    grid->addWidget(m_apiLabel, row, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addLayout(api, row, 1, 1, 2);
    grid->addWidget(m_fixedLabel, ++row, 0, Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(m_fixed, row, 1, 1, 2);
    m_outLabel = addLine(grid, m_out, m_chooseOut);
    row = grid->rowCount();
    grid->addWidget(m_withCodes, row, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_codes, row, 1);
    grid->addWidget(m_chooseCodes, row, 2);
    grid->addWidget(m_parallelLabel, ++row, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_parallel, row, 1, Qt::AlignLeft);
    m_parallelLabel->setBuddy(m_parallel);
    for (QPushButton *button : {m_chooseSheet, m_chooseOut, m_chooseCodes})
        makePlain(button);
}

QString BatchForm::sheet() const
{
    return m_sheetPath;
}

const EndpointSpec &BatchForm::endpoint() const
{
    return *endpointById(m_plan ? m_plan->endpointId : m_api->value());
}

Parts BatchForm::fixed() const
{
    if (m_plan)
        return m_plan->fixed;
    const EndpointSpec &spec = endpoint();
    const QString chosen = m_case->currentData().toString();
    Parts parts{textPart(spec.selector().name, chosen)};
    const Parts ofForm = m_formParts(spec);
    for (const Part &part : ofForm) {
        if (isForAll(spec, part, caseFromValue(chosen)))
            parts.append(part);
    }
    return parts;
}

QString BatchForm::out() const
{
    return m_out->text().trimmed();
}

QString BatchForm::qrFolder() const
{
    return m_withCodes->isChecked() ? m_codes->text().trimmed() : QString();
}

int BatchForm::parallel() const
{
    return m_parallel->value();
}

void BatchForm::fillCases()
{
    const EndpointSpec &spec = endpoint();
    const QString name = spec.selector().name;
    QString wanted = m_plan ? partText(m_plan->fixed, name) : m_case->currentData().toString();
    if (wanted.isEmpty())
        wanted = partText(m_formParts(spec), name);
    const QSignalBlocker blocker(m_case);
    m_case->clear();
    for (const FieldChoice &choice : spec.selector().choices)
        m_case->addItem(QStringLiteral("%1  %2").arg(translated(choice.label), choice.value), choice.value);
    m_case->setCurrentIndex(std::max(0, m_case->findData(wanted)));
}

void BatchForm::setSheet(const QString &path)
{
    m_sheet->setText(QDir::toNativeSeparators(path));
    takeSheet();
}

/// False when it is the one that is chosen already.
bool BatchForm::takeSheet()
{
    const QString typed = QDir::fromNativeSeparators(m_sheet->text().trimmed());
    const QString path = typed.isEmpty() ? QString() : QFileInfo(typed).absoluteFilePath();
    if (path == m_sheetPath)
        return false;
    m_sheetPath = path;
    proposeFiles();
    refresh();
    Q_EMIT changed();
    return true;
}

void BatchForm::proposeFiles()
{
    const QFileInfo info(m_sheetPath);
    const QString stem = info.path() + u'/' + info.completeBaseName();
    m_out->setText(
        m_sheetPath.isEmpty() ? QString() : QDir::toNativeSeparators(stem + QStringLiteral("-tokens.csv")));
    m_codes->setText(
        m_sheetPath.isEmpty() ? QString() : QDir::toNativeSeparators(stem + QStringLiteral("-codes")));
}

bool BatchForm::refresh()
{
    m_plan.reset();
    if (!m_sheetPath.isEmpty()) {
        auto loaded = BatchPlan::load(m_sheetPath);
        if (auto *plan = std::get_if<BatchPlan>(&loaded))
            m_plan = std::move(*plan);
    }
    if (m_plan) {
        m_api->setValue(m_plan->endpointId);
        fillCases();
    }
    const Parts now = fixed();
    const bool isOther = !isSame(now, m_seen);
    m_seen = now;
    follow();
    return isOther;
}

void BatchForm::setLocked(bool locked)
{
    m_isLocked = locked;
    follow();
}

void BatchForm::follow()
{
    for (QWidget *choice :
        std::initializer_list<QWidget *>{m_sheet, m_chooseSheet, m_out, m_chooseOut, m_withCodes, m_parallel})
        choice->setEnabled(!m_isLocked);
    for (QWidget *choice : std::initializer_list<QWidget *>{m_codes, m_chooseCodes})
        choice->setEnabled(!m_isLocked && m_withCodes->isChecked());
    for (QWidget *choice : std::initializer_list<QWidget *>{m_api, m_case})
        choice->setEnabled(!m_isLocked && !m_plan);
    QStringList words;
    for (const Part &part : std::as_const(m_seen)) {
        if (part.name != endpoint().selector().name) // which has a choice of its own
            words.append(
                QStringLiteral("%1 = %2").arg(part.name, visibleText(QString::fromUtf8(part.value))));
    }
    m_fixed->setText(words.isEmpty()
            ? tr("Nothing more. What the window's form has beside the person would be sent with every row.")
            : words.join(QStringLiteral(",  ")));
}

void BatchForm::askSheet()
{
    auto *dialog = new QFileDialog(this, tr("Choose a sheet"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({QStringLiteral("CSV (*.csv *.tsv *.txt)"), tr("All files (*)")});
    dialog->setDirectory(m_sheetPath.isEmpty()
            ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
            : QFileInfo(m_sheetPath).path());
    connect(dialog, &QFileDialog::fileSelected, this, &BatchForm::setSheet);
    dialog->open();
}

void BatchForm::askOut()
{
    auto *dialog = new QFileDialog(this, tr("Where the results go"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(QStringLiteral("CSV (*.csv)"));
    dialog->selectFile(out());
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString &path) { m_out->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void BatchForm::askFolder()
{
    auto *dialog = new QFileDialog(this, tr("Folder for the QR codes"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString &path) { m_codes->setText(QDir::toNativeSeparators(path)); });
    dialog->open();
}

void BatchForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void BatchForm::retranslate()
{
    m_sheetLabel->setText(tr("Sheet"));
    m_sheet->setAccessibleName(tr("Sheet, a CSV file"));
    m_sheet->setPlaceholderText(tr("A CSV file whose columns are named as the API's fields"));
    m_chooseSheet->setText(tr("Choose…"));
    m_chooseSheet->setAccessibleName(tr("Choose a sheet"));
    m_apiLabel->setText(tr("API"));
    m_api->setAccessibleName(tr("API"));
    for (const EndpointSpec *spec : endpoints())
        m_api->setText(spec->id, translated(spec->title) + QStringLiteral(" · ") + spec->id);
    m_case->setAccessibleName(translated(endpoint().selector().label));
    const QSignalBlocker blocker(m_case);
    for (int i = 0; i < m_case->count(); ++i) {
        const FieldChoice &choice = endpoint().selector().choices[size_t(i)];
        m_case->setItemText(i, QStringLiteral("%1  %2").arg(translated(choice.label), choice.value));
    }
    m_fixedLabel->setText(tr("In every row"));
    m_outLabel->setText(tr("Results"));
    m_out->setAccessibleName(tr("File for the results"));
    m_chooseOut->setText(tr("Choose…"));
    m_chooseOut->setAccessibleName(tr("Choose the file for the results"));
    m_withCodes->setText(tr("QR codes"));
    m_codes->setAccessibleName(tr("Folder for the QR codes"));
    m_chooseCodes->setText(tr("Choose…"));
    m_chooseCodes->setAccessibleName(tr("Choose the folder for the QR codes"));
    m_parallelLabel->setText(tr("At a time"));
    m_parallel->setAccessibleName(tr("Requests at a time"));
    follow();
}

} // namespace faceid
