#include "history/reportdialog.h"

#include "export/outfile.h"
#include "export/shiftreport.h"
#include "history/historystore.h"
#include "shell/plainlook.h"

#include <QDateEdit>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardPaths>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr QSize usualSize(760, 620);
constexpr qreal pageMargin = 24;

QDateEdit *dayEdit(const QString &name, QWidget *parent)
{
    auto *edit = new QDateEdit(QDate::currentDate(), parent);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setAccessibleName(name);
    return edit;
}

} // namespace

ReportDialog::ReportDialog(HistoryStore &history, QWidget *parent)
    : QDialog(parent)
    , m_history(history)
    , m_first(dayEdit(tr("From"), this))
    , m_last(dayEdit(tr("Until the end of"), this))
    , m_page(new QTextBrowser(this))
    , m_message(new QLabel(this))
    , m_save(new QPushButton(tr("Save as PDF…"), this))
{
    setWindowTitle(tr("Shift report"));
    resize(usualSize);
    setSizeGripEnabled(true);
    auto *days = new QHBoxLayout;
    days->setSpacing(8);
    for (QDateEdit *edit : {m_first, m_last}) {
        auto *label = new QLabel(edit->accessibleName(), this);
        label->setBuddy(edit);
        days->addWidget(label);
        days->addWidget(edit);
        days->addSpacing(8);
    }
    days->addStretch(1);

    // Paper, whatever the window looks like.
    QPalette paper = m_page->palette();
    paper.setColor(QPalette::Base, Qt::white);
    paper.setColor(QPalette::Text, Qt::black);
    m_page->setPalette(paper);
    m_page->setProperty("role", QStringLiteral("paper"));
    m_page->setAccessibleName(tr("The report"));
    m_page->setOpenLinks(false);
    m_page->document()->setDocumentMargin(pageMargin);
    m_page->document()->setDefaultStyleSheet(shiftReportStyle());
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setProperty("role", QStringLiteral("hint"));
    auto *close = new QPushButton(tr("Close"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_message, 1);
    buttons->addWidget(close);
    for (QPushButton *button : {m_save, close})
        makePlain(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addLayout(days);
    layout->addWidget(m_page, 1);
    layout->addLayout(buttons);

    connect(m_first, &QDateEdit::dateChanged, this, [this](const QDate &day) {
        m_last->setMinimumDate(day);
        count();
    });
    connect(m_last, &QDateEdit::dateChanged, this, &ReportDialog::count);
    connect(m_save, &QPushButton::clicked, this, &ReportDialog::askWhere);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    m_last->setMinimumDate(m_first->date());
    count();
}

void ReportDialog::count()
{
    const QDateTime since = m_first->date().startOfDay();
    const QDateTime until = m_last->date().addDays(1).startOfDay();
    m_save->setEnabled(false);
    m_history.countShift(since, until, this, [this, since, until](const ShiftFigures &figures) {
        const bool isStillAsked =
            since == m_first->date().startOfDay() && until == m_last->date().addDays(1).startOfDay();
        if (isStillAsked)
            showFigures(figures);
    });
}

void ReportDialog::showFigures(const ShiftFigures &figures)
{
    m_figures = figures;
    m_message->setText(figures.error);
    m_page->setHtml(figures.error.isEmpty() ? shiftReportHtml(figures) : QString());
    m_save->setEnabled(figures.error.isEmpty());
}

void ReportDialog::askWhere()
{
    auto *dialog = new QFileDialog(this, tr("Save the report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->setNameFilter(QStringLiteral("PDF (*.pdf)"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(QStringLiteral("faceid-report-%1.pdf").arg(m_first->date().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &ReportDialog::save);
    dialog->open();
}

void ReportDialog::save(const QString &path)
{
    OutFile file(path);
    const bool saved = file.begin() && writeShiftReport(file, m_figures) && file.commit();
    m_message->setText(saved ? tr("Saved: %1").arg(QDir::toNativeSeparators(path))
                             : tr("It could not be saved: %1").arg(file.errorString()));
    if (!saved)
        return;
    m_history.audit(shiftReportDeed(), this, [this](const QString &error) {
        if (!error.isEmpty())
            m_message->setText(error);
    });
}

} // namespace faceid
