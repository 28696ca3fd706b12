#include "sandbox/requestspanel.h"

#include "contract/endpointspec.h"
#include "contract/refusal.h"
#include "shell/plainlook.h"
#include "shell/plaintext.h"
#include "shell/presentation.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace faceid {

namespace {

constexpr int rowHeight = 28;

int widthOf(SandboxRequests::Column column)
{
    switch (column) {
    case SandboxRequests::Column::Time:
        return 110;
    case SandboxRequests::Column::Request:
        return 230;
    case SandboxRequests::Column::Answer:
        return 120;
    case SandboxRequests::Column::Done:
        return 95;
    case SandboxRequests::Column::Bytes:
        return 100;
    case SandboxRequests::Column::Took:
        return 70;
    }
    return 100;
}

} // namespace

RequestsPanel::RequestsPanel(SandboxRequests &requests, Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_requests(requests)
    , m_presentation(presentation)
    , m_heading(new QLabel(this))
    , m_clear(new QPushButton(this))
    , m_table(new QTableView)
    , m_verdict(new QLabel)
    , m_parts(new QTreeWidget)
{
    m_heading->setProperty("role", QStringLiteral("section"));
    makePlain(m_clear);
    m_table->setObjectName(QStringLiteral("sandboxRequests"));
    m_table->setModel(&requests);
    makePlain(m_table);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < SandboxRequests::columns; ++column)
        m_table->setColumnWidth(column, widthOf(SandboxRequests::Column(column)));
    m_verdict->setObjectName(QStringLiteral("sandboxVerdict"));
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_parts->setObjectName(QStringLiteral("sandboxParts"));
    m_parts->setRootIsDecorated(false);
    m_parts->setUniformRowHeights(true);
    layOut();

    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_requests.clear();
        m_follows = true;
        showChosen();
    });
    connect(&requests, &QAbstractItemModel::rowsInserted, this, &RequestsPanel::arrived);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            m_follows = !current.isValid() || current.row() == 0;
            showChosen();
        });
    connect(&presentation, &Presentation::changed, this, &RequestsPanel::showChosen);
    retranslate();
    arrived();
}

void RequestsPanel::layOut()
{
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch(1);
    top->addWidget(m_clear);
    auto *detail = new QWidget;
    auto *inDetail = new QVBoxLayout(detail);
    inDetail->setContentsMargins(0, 8, 0, 0);
    inDetail->setSpacing(8);
    inDetail->addWidget(m_verdict);
    inDetail->addWidget(m_parts, 1);
    auto *splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_table);
    splitter->addWidget(detail);
    splitter->setChildrenCollapsible(false);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(splitter, 1);
}

void RequestsPanel::arrived()
{
    if (m_follows && m_requests.rowCount() > 0)
        m_table->selectRow(0);
    showChosen();
}

void RequestsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RequestsPanel::retranslate()
{
    m_heading->setText(tr("Requests as the sandbox saw them"));
    m_clear->setText(tr("Clear the list"));
    m_table->setAccessibleName(tr("Requests as the sandbox saw them"));
    m_parts->setAccessibleName(tr("Parts of the request"));
    m_parts->setHeaderLabels({tr("Part"), tr("Value")});
    showChosen();
}

QString RequestsPanel::verdictOf(const SandboxRecord &record) const
{
    const EndpointSpec *spec = endpointById(record.api);
    if (!record.scenario.isEmpty())
        return tr("A scenario was played: %1.").arg(record.scenario);
    if (record.error.isEmpty())
        return tr("Answered: %1.").arg(SandboxRequests::answerOf(record));
    if (!spec)
        return tr("Refused: %1.").arg(SandboxRequests::answerOf(record));
    const Refusal refusal = explainRefusal(*spec, record.httpStatus, record.error);
    return tr("Refused: %1. %2").arg(SandboxRequests::answerOf(record), refusal.meaning());
}

void RequestsPanel::showChosen()
{
    m_parts->clear();
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || current.row() >= m_requests.rowCount()) {
        m_verdict->setText(
            m_requests.rowCount() == 0 ? tr(
                "No request yet. Issue a token with the sandbox's profile, or point a program of yours at the "
                "address above.")
                                       : tr("Choose a request to see its parts."));
        return;
    }
    const SandboxRecord &record = m_requests.record(current.row());
    m_verdict->setText(visibleText(verdictOf(record)));
    for (const Part &part : record.parts) {
        const QString value = m_presentation.shown(visibleText(QString::fromUtf8(part.value)));
        auto *item = new QTreeWidgetItem(m_parts, {visibleText(part.name), value});
        item->setToolTip(1, value);
    }
    m_parts->resizeColumnToContents(0);
}

} // namespace faceid
