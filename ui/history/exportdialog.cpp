#include "history/exportdialog.h"

#include "history/historymodel.h"
#include "history/historystore.h"
#include "shell/plainlook.h"
#include "shell/presentation.h"
#include "shell/segmentedcontrol.h"
#include "shell/theme.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr int exportWidth = 560;
constexpr QLatin1String csvChoice("csv");
constexpr QLatin1String jsonChoice("json");
constexpr QLatin1String harChoice("har");

} // namespace

ExportDialog::ExportDialog(HistoryStore &history, HistoryModel &list, const QString &narrowing,
    const Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_history(history)
    , m_list(list)
    , m_narrowing(narrowing)
    , m_presentation(presentation)
    , m_what(new QLabel(this))
    , m_format(new SegmentedControl(this))
    , m_mark(new QCheckBox(tr("For a spreadsheet (marks the file as UTF-8)"), this))
    , m_personal(new QCheckBox(this))
    , m_progress(new QProgressBar(this))
    , m_message(new QLabel(this))
    , m_save(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Close"), this))
{
    setWindowTitle(tr("Export the history"));
    m_format->addChoice(csvChoice, QStringLiteral("CSV"));
    m_format->addChoice(jsonChoice, QStringLiteral("JSON"));
    m_format->addChoice(harChoice, QStringLiteral("HAR"));
    m_format->setAccessibleName(tr("Format"));
    m_mark->setChecked(true);
    m_what->setTextFormat(Qt::PlainText);
    m_what->setWordWrap(true);
    m_what->setObjectName(QStringLiteral("exportRows"));
    m_save->setObjectName(QStringLiteral("exportSave"));
    m_progress->setTextVisible(false);
    m_progress->setVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setMinimumHeight(2 * m_message->fontMetrics().lineSpacing());
    layOut();
    wire();
    cover();
    choose();
}

void ExportDialog::layOut()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    int line = 0;
    grid->addWidget(new QLabel(tr("Rows"), this), line, 0, Qt::AlignRight | Qt::AlignTop);
    grid->addWidget(m_what, line++, 1);
    grid->addWidget(new QLabel(tr("Format"), this), line, 0, Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_format, line++, 1, Qt::AlignLeft);
    grid->addWidget(m_mark, line++, 1);
    grid->addWidget(m_personal, line++, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_save, m_cancel}) {
        makePlain(button);
        buttons->addWidget(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(grid);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    layout->addStretch(1);
    layout->addLayout(buttons);
    resize(exportWidth, sizeHint().height());
}

void ExportDialog::wire()
{
    connect(m_format, &SegmentedControl::chosen, this, &ExportDialog::choose);
    connect(m_personal, &QCheckBox::toggled, this, &ExportDialog::choose);
    connect(&m_list, &HistoryModel::completed, this, &ExportDialog::follow);
    connect(&m_list, &QAbstractItemModel::modelReset, this, &ExportDialog::follow);
    connect(&m_list, &QAbstractItemModel::rowsInserted, this, &ExportDialog::follow);
    connect(&m_list, &QAbstractItemModel::rowsRemoved, this, &ExportDialog::follow);
    connect(m_save, &QPushButton::clicked, this, &ExportDialog::askWhere);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_export ? drop() : reject(); });
    connect(&m_presentation, &Presentation::changed, this, &ExportDialog::cover);
}

bool ExportDialog::isArchive() const
{
    return m_format->value() == harChoice;
}

bool ExportDialog::isPersonal() const
{
    return m_personal->isChecked();
}

/// Nothing leaves in a file that the list would not show.
void ExportDialog::cover()
{
    const QString what = tr("With masked names and ID numbers, uuids and notes");
    m_personal->setText(m_presentation.covers() ? tr("%1 (%2)").arg(what, m_presentation.reason()) : what);
    if (m_presentation.covers())
        m_personal->setChecked(false);
    follow();
}

ExportWish ExportDialog::wish() const
{
    ExportWish wish;
    wish.format = isArchive()             ? ExportWish::Format::Har
        : m_format->value() == jsonChoice ? ExportWish::Format::Json
                                          : ExportWish::Format::Csv;
    wish.withPersonal = isPersonal();
    wish.withMark = m_mark->isChecked();
    return wish;
}

/// The button says what leaves the computer, so that pressing it confirms that.
void ExportDialog::choose()
{
    follow();
    Theme::mark(m_message, "state", isPersonal() ? QStringLiteral("unknown") : QStringLiteral("dim"));
    m_message->setText(
        isPersonal() ? tr(
            "With serial number and time, masked names lead to persons. Whoever gets the file must be allowed "
            "to. The audit trail notes it.")
            : isArchive()
            ? tr(
                "Pseudonyms stand for names, ID numbers, user ids and tokens. The audit trail notes the export.")
            : tr("Tokens stand masked. The audit trail notes the export."));
}

/// What the list shows at this moment; while it is still coming in, nothing can be exported.
void ExportDialog::follow()
{
    const int rows = int(m_list.savedNumbers().size());
    QStringList words;
    if (!m_list.isComplete())
        words.append(tr("The rows are being counted …"));
    else if (rows == 0)
        words.append(tr("The list shows no rows."));
    else
        words.append(m_narrowing.isEmpty() ? tr("All rows: %Ln", nullptr, rows)
                                           : tr("%Ln row(s), as the list shows them", nullptr, rows));
    if (!m_narrowing.isEmpty())
        words.append(m_narrowing);
    m_what->setText(words.join(u'\n'));
    m_save->setText(isPersonal() ? tr("Export %Ln row(s) with personal data…", nullptr, rows)
                                 : tr("Export %Ln row(s)…", nullptr, rows));
    m_save->setEnabled(!m_export && m_list.isComplete() && rows > 0);
    m_format->setEnabled(!m_export); // what is written down at the end is what was chosen at the start
    m_personal->setEnabled(!m_export && !m_presentation.covers());
    m_mark->setEnabled(!m_export && m_format->value() == csvChoice);
}

void ExportDialog::askWhere()
{
    const QString suffix = m_format->value();
    auto *dialog = new QFileDialog(this, tr("Export the history"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(QStringLiteral("%1 (*.%2)").arg(suffix.toUpper(), suffix));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(QStringLiteral("faceid-history.") + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::save);
    dialog->open();
}

void ExportDialog::save(const QString &path)
{
    m_file = std::make_unique<OutFile>(path);
    if (!m_file->begin())
        return handleFinished(tr("It could not be saved: %1").arg(m_file->errorString()));
    const QList<qint64> numbers = m_list.savedNumbers();
    const int all = int(numbers.size());
    m_progress->setRange(0, all);
    m_progress->setValue(0);
    const RowExport::Source rows = rowsOf(m_history, numbers);
    m_wish = wish();
    m_export =
        std::make_unique<RowExport>(*m_file, m_wish, isArchive() ? withExchanges(m_history, rows) : rows);
    connect(m_export.get(), &RowExport::progress, this, [this, all](qint64 rows) {
        m_progress->setValue(int(rows));
        m_message->setText(
            tr("%1 of %2 rows written …").arg(QLocale().toString(rows), QLocale().toString(all)));
    });
    connect(m_export.get(), &RowExport::finished, this, &ExportDialog::handleFinished);
    follow();
    m_cancel->setText(tr("Cancel"));
    m_progress->setVisible(true);
    m_export->start();
}

void ExportDialog::handleFinished(const QString &error)
{
    const qint64 rows = m_export ? m_export->rows() : 0;
    const QString path = m_file->fileName();
    QString words = error;
    if (words.isEmpty() && !m_file->commit())
        words = tr("It could not be saved: %1").arg(m_file->errorString());
    const bool isSaved = words.isEmpty();
    if (isSaved) {
        words = tr("%n row(s) saved: %1", nullptr, int(rows)).arg(QDir::toNativeSeparators(path));
        m_history.audit(exportDeed(m_wish, rows), this, [this](const QString &problem) {
            if (!problem.isEmpty())
                m_message->setText(problem);
        });
    }
    drop();
    Theme::mark(m_message, "state", isSaved ? QStringLiteral("issued") : QStringLiteral("refused"));
    m_message->setText(words);
}

void ExportDialog::drop()
{
    if (m_export) {
        m_export->cancel();
        m_export.release()->deleteLater(); // it may be what calls this
        m_message->setText(tr("Cancelled. Nothing was saved."));
    }
    m_file.reset();
    follow();
    m_cancel->setText(tr("Close"));
    m_progress->setVisible(false);
}

} // namespace faceid
