#include "history/historyview.h"

#include "history/coveredrows.h"
#include "history/filterbar.h"
#include "history/outcomedelegate.h"
#include "results/resultdialog.h"
#include "shell/presentation.h"
#include "shell/searchline.h"
#include "shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTableView>
#include <QVBoxLayout>

namespace faceid {

namespace {

int widthOf(HistoryModel::Column column)
{
    switch (column) {
    case HistoryModel::Column::Time:
        return 150;
    case HistoryModel::Column::Outcome:
        return 130;
    case HistoryModel::Column::Endpoint:
        return 90;
    case HistoryModel::Column::Profile:
        return 100;
    case HistoryModel::Column::BizNo:
        return 230;
    case HistoryModel::Column::Token:
        return 120;
    case HistoryModel::Column::RequestId:
        return 200;
    case HistoryModel::Column::TimeLeft:
        return 90;
    case HistoryModel::Column::Person:
        return 140;
    case HistoryModel::Column::Note:
        return 200;
    case HistoryModel::Column::Tags:
    case HistoryModel::Column::Ticket:
    case HistoryModel::Column::Operator:
        return 100;
    }
    return 100;
}

} // namespace

HistoryView::HistoryView(HistoryModel &model, Theme &theme, Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_presentation(presentation)
    , m_rows(new CoveredRows(presentation, this))
    , m_search(new SearchLine(theme, this))
    , m_filters(new FilterBar(this))
    , m_count(new QLabel(this))
    , m_table(new QTableView(this))
{
    m_rows->setSourceModel(&model);

    m_search->setMaximumWidth(320);
    m_search->setMinimumWidth(160);
    presentation.cover(m_search);
    m_count->setProperty("role", QStringLiteral("dim"));
    m_table->setModel(m_rows);
    m_table->setItemDelegateForColumn(int(HistoryModel::Column::Outcome), new OutcomeDelegate(theme, this));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(30);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSectionsMovable(true);
    m_table->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->horizontalHeader()->setSortIndicator(int(HistoryModel::Column::Time), Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    for (int column = 0; column < HistoryModel::columns; ++column)
        m_table->setColumnWidth(column, widthOf(HistoryModel::Column(column)));

    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 8, 12, 8);
    line->setSpacing(8);
    line->addWidget(m_search, 1);
    line->addWidget(m_filters);
    line->addStretch(0);
    line->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    auto *dates = new QHBoxLayout;
    dates->setContentsMargins(12, 0, 12, 0);
    dates->addStretch(1);
    dates->addWidget(m_filters->dates());
    layout->addLayout(dates);
    layout->addWidget(m_table, 1);

    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, [this] {
        const auto [first, last] = visibleRows();
        m_model.tick(first, last);
        followTime();
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, &HistoryView::followTime);
    connect(m_search, &QLineEdit::textChanged, this, &HistoryView::ask);
    connect(m_filters, &FilterBar::changed, this, &HistoryView::ask);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &HistoryView::followTime);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &HistoryView::showCount);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &HistoryView::showCount);
    connect(&model, &QAbstractItemModel::modelReset, this, &HistoryView::restoreRow);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryView::chooseRow);
    connect(m_table, &QTableView::customContextMenuRequested, this, &HistoryView::showMenu);
    connect(m_table->horizontalHeader(), &QHeaderView::customContextMenuRequested, this,
        &HistoryView::showColumnMenu);
    retranslate();
}

void HistoryView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HistoryView::search(const QString &text)
{
    m_filters->clear();
    m_search->setText(text);
}

void HistoryView::setProfiles(const QList<Profile> &profiles)
{
    m_filters->setProfiles(profiles);
}

void HistoryView::ask()
{
    HistoryQuery query = m_model.query();
    query.text = m_search->text();
    m_filters->narrow(query);
    m_model.setQuery(query);
}

void HistoryView::selectRow(const QUuid &id)
{
    m_current = id;
    restoreRow();
}

/// The row that was current is again, after all of them were replaced, and nobody hears of it.
void HistoryView::restoreRow()
{
    const QModelIndex index = m_rows->mapFromSource(m_model.index(m_model.indexOfId(m_current), 0));
    if (index.isValid()) {
        const QSignalBlocker blocker(m_table->selectionModel());
        m_table->selectRow(index.row());
        m_table->scrollTo(index);
        m_table->viewport()->update(); // it heard nothing of it either
    }
    showCount();
}

void HistoryView::chooseRow(const QModelIndex &index)
{
    const HistoryRow *row = index.isValid() ? m_model.rowAt(index.row()) : nullptr;
    if (!row || row->id == m_current)
        return;
    m_current = row->id;
    Q_EMIT rowChosen(row->id);
}

/// The first and the last row on the screen.
std::pair<int, int> HistoryView::visibleRows() const
{
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    return {m_table->rowAt(0), last < 0 ? m_model.rowCount() - 1 : last};
}

QByteArray HistoryView::saveColumns() const
{
    return m_table->horizontalHeader()->saveState();
}

void HistoryView::restoreColumns(const QByteArray &saved)
{
    QHeaderView *header = m_table->horizontalHeader();
    header->restoreState(saved);
    // What a table of an earlier version saved knows neither of these.
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
}

void HistoryView::addColumnChoices(QMenu *menu)
{
    QHeaderView *header = m_table->horizontalHeader();
    const bool isLast = header->count() - header->hiddenSectionCount() == 1;
    for (int place = 0; place < header->count(); ++place) {
        const int column = header->logicalIndex(place);
        QAction *action = menu->addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        action->setEnabled(
            !(action->isChecked() && isLast)); // a table without columns has no header to click
        connect(action, &QAction::toggled, header,
            [header, column](bool shown) { header->setSectionHidden(column, !shown); });
    }
}

void HistoryView::showColumnMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Columns"));
    addColumnChoices(menu);
    menu->popup(m_table->horizontalHeader()->mapToGlobal(position));
}

void HistoryView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void HistoryView::retranslate()
{
    m_search->setPlaceholderText(tr("Search serial number, request_id, token …  Ctrl+F"));
    m_search->setAccessibleName(tr("Search the history"));
    m_table->setAccessibleName(tr("History"));
    m_model.retranslate();
    showCount();
}

void HistoryView::showCount()
{
    const int count = m_model.rowCount();
    const QString number = QLocale().toString(count);
    if (!m_model.isComplete())
        m_count->setText(tr("%1 rows and more …").arg(number));
    else if (m_model.query().isNarrow())
        m_count->setText(tr("%Ln row(s) found", nullptr, count));
    else
        m_count->setText(tr("%Ln row(s)", nullptr, count));
    followTime();
}

void HistoryView::followTime()
{
    const auto [first, last] = visibleRows();
    const bool counting = m_model.isCounting(first, last);
    if (counting && !m_ticker.isActive())
        m_ticker.start();
    else if (!counting)
        m_ticker.stop();
}

/// What an operator can say about a row: what became of it, and a note.
void HistoryView::addRemarks(QMenu *menu, const HistoryRow &row)
{
    QMenu *marks = menu->addMenu(tr("Mark by hand"));
    marks->setEnabled(canBeResolved(row.outcome));
    const auto add = [&](const QString &text, Resolution resolution) {
        QAction *action = marks->addAction(text, this, [this, row, resolution] {
            Q_EMIT remarkWanted(row.id, ResolutionRemark{resolution, row.note});
        });
        action->setEnabled(resolution != row.resolution);
    };
    add(tr("A token was issued"), Resolution::Issued);
    add(tr("Nothing was issued"), Resolution::NotIssued);
    add(tr("Cannot be found out"), Resolution::GaveUp);
    marks->addSeparator();
    add(tr("Take the mark back"), Resolution::None);
    const bool isEditable = !m_presentation.isOn();
    menu->addAction(tr("Note…"), this, [this, row] { editNote(row); })->setEnabled(isEditable);
    menu->addAction(tr("Edit tags"), this, [this, row] { editCell(row.id, HistoryModel::Column::Tags); })
        ->setEnabled(isEditable);
    menu->addAction(
            tr("Edit ticket number"), this, [this, row] { editCell(row.id, HistoryModel::Column::Ticket); })
        ->setEnabled(isEditable);
}

/// Edits a cell where it stands, in a column that may have to be shown first.
void HistoryView::editCell(const QUuid &id, HistoryModel::Column column)
{
    const QModelIndex index = m_rows->mapFromSource(m_model.index(m_model.indexOfId(id), int(column)));
    if (!index.isValid())
        return;
    m_table->horizontalHeader()->showSection(int(column));
    m_table->scrollTo(index);
    m_table->setCurrentIndex(index);
    m_table->edit(index);
}

void HistoryView::addRowActions(QMenu *menu, const HistoryRow &row)
{
    menu->addAction(tr("Open as a new form"), this, [this, id = row.id] { Q_EMIT formWanted(id); });
    menu->addAction(tr("Look up the result…"), this, [this, row] { Q_EMIT resultWanted(row); })
        ->setEnabled(ResultDialog::isPossible(row));
    menu->addAction(tr("Show all attempts with this serial number"), this, [this, row] { search(row.bizNo); })
        ->setEnabled(!row.bizNo.isEmpty());
    menu->addAction(tr("Delete"), this, [this, id = row.id] { Q_EMIT deleteWanted(id); })
        ->setEnabled(row.outcome != Outcome::Pending);
}

void HistoryView::editNote(const HistoryRow &row)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Note"));
    dialog->setLabelText(tr("Note on serial number %1").arg(row.bizNo));
    dialog->setTextValue(row.note);
    dialog->setOkButtonText(tr("Save"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, id = row.id](const QString &text) { Q_EMIT remarkWanted(id, NoteRemark{text.trimmed()}); });
    dialog->open();
}

void HistoryView::showMenu(const QPoint &position)
{
    QModelIndex shown = m_table->indexAt(position);
    if (!shown.isValid())
        shown = m_table->currentIndex(); // asked for by a key
    const QModelIndex index = m_rows->mapToSource(shown);
    const HistoryRow *row = index.isValid() ? m_model.rowAt(index.row()) : nullptr;
    if (!row)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const HistoryRow copy = *row;
    menu->addAction(tr("Copy token"), this, [this, copy] { Q_EMIT copyToken(copy); })
        ->setEnabled(!copy.token.isEmpty());
    menu->addAction(tr("Copy request_id"), this, [this, copy] { Q_EMIT copyText(copy.requestId); })
        ->setEnabled(!copy.requestId.isEmpty());
    menu->addAction(tr("Copy biz_no"), this, [this, copy] { Q_EMIT copyText(copy.bizNo); })
        ->setEnabled(!copy.bizNo.isEmpty());
    menu->addSeparator();
    addRemarks(menu, copy);
    menu->addSeparator();
    addRowActions(menu, copy);
    menu->addSeparator();
    addColumnChoices(menu->addMenu(tr("Columns")));
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace faceid
