#include "form/hardialog.h"

#include "form/fillpreview.h"
#include "history/historyrow.h"
#include "shell/plainlook.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr QSize harDialogSize(760, 600);

} // namespace

HarDialog::HarDialog(const HarReading &reading, const Presentation &presentation, QWidget *parent)
    : QDialog(parent)
    , m_entries(reading.entries)
    , m_presentation(presentation)
    , m_list(new QTableWidget(this))
    , m_preview(new FillPreview(this))
{
    setWindowTitle(tr("Fill the form from an HTTP archive"));
    arrange(reading.others);
    listEntries();
    connect(m_list, &QTableWidget::currentCellChanged, this, [this](int row) { showEntry(row); });
    connect(&presentation, &Presentation::changed, this, [this] { showEntry(m_list->currentRow()); });
    m_list->selectRow(0);
    m_list->setFocus();
}

void HarDialog::arrange(int others)
{
    m_list->setObjectName(QStringLiteral("harEntries"));
    m_list->setAccessibleName(tr("Token requests in the archive"));
    makePlain(m_list);
    auto *left = new QLabel(tr("%n other request(s) are left out.", nullptr, others), this);
    left->setProperty("role", QStringLiteral("dim"));
    left->setVisible(others > 0);
    auto *fill = new QPushButton(tr("Fill the form"), this);
    fill->setObjectName(QStringLiteral("harFill"));
    auto *close = new QPushButton(tr("Close"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(left);
    buttons->addStretch(1);
    for (QPushButton *button : {fill, close}) {
        makePlain(button);
        buttons->addWidget(button);
    }
    fill->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_list, 2);
    layout->addWidget(m_preview, 3);
    layout->addLayout(buttons);
    resize(harDialogSize);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(fill, &QPushButton::clicked, this, [this] {
        const HarEntry &entry = m_entries.at(m_list->currentRow());
        Q_EMIT fillWanted(entry.spec->id, entry.parts);
        accept();
    });
}

void HarDialog::listEntries()
{
    const QStringList titles{
        tr("Time"), tr("API"), tr("Outcome"), QStringLiteral("HTTP"), tr("Serial number"), tr("Error")};
    m_list->setColumnCount(int(titles.size()));
    m_list->setHorizontalHeaderLabels(titles);
    m_list->setRowCount(int(m_entries.size()));
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const Exchange &exchange = m_entries.at(row).exchange;
        const int status = exchange.reply.httpStatus;
        const QStringList cells{
            exchange.startedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
            translated(m_entries.at(row).spec->title), outcomeTitle(exchange.outcome),
            status > 0 ? QString::number(status) : QString(), visibleText(exchange.bizNo),
            visibleText(exchange.reply.errorText)};
        for (int column = 0; column < cells.size(); ++column)
            m_list->setItem(row, column, new QTableWidgetItem(cells.at(column)));
    }
    m_list->resizeColumnsToContents();
    m_list->horizontalHeader()->setStretchLastSection(true);
}

void HarDialog::showEntry(int row)
{
    if (row < 0)
        return;
    const HarEntry &entry = m_entries.at(row);
    m_preview->showGroups({{tr("Goes into the form"), filledLines(*entry.spec, entry.parts, m_presentation)},
        {tr("Does not fit"), findingLines(entry.findings, m_presentation)}});
}

} // namespace faceid
