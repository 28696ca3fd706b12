#include "history/historyview.h"

#include "history/attemptsline.h"
#include "history/coveredrows.h"
#include "history/filterbar.h"
#include "history/historytable.h"
#include "history/rowmenu.h"
#include "history/unresolvedline.h"
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
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace faceid {

HistoryView::HistoryView(
    HistoryModel &model, const Policy &policy, Theme &theme, Presentation &presentation, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_policy(policy)
    , m_presentation(presentation)
    , m_rows(new CoveredRows(presentation, this))
    , m_search(new SearchLine(theme, this))
    , m_filters(new FilterBar(this))
    , m_count(new QLabel(this))
    , m_unresolved(new UnresolvedLine(theme, this))
    , m_table(new HistoryTable(theme, this))
    , m_nothing(new QLabel(m_table->viewport()))
    , m_attempts(new AttemptsLine(this))
{
    m_rows->setSourceModel(&model);
    m_table->setModel(m_rows);
    presentation.cover(m_search);
    arrange();

    m_ticker.setInterval(1000);
    connect(&m_ticker, &QTimer::timeout, this, [this] {
        const auto [first, last] = m_table->visibleRows();
        m_model.tick(first, last);
        followTime();
    });
    connect(m_search, &QLineEdit::textChanged, this, &HistoryView::ask);
    connect(m_filters, &FilterBar::changed, this, &HistoryView::ask);
    connect(m_unresolved, &UnresolvedLine::showWanted, m_filters, &FilterBar::showUnresolved);
    connect(m_unresolved, &UnresolvedLine::allWanted, this, &HistoryView::showAll);
    connect(m_unresolved, &UnresolvedLine::marked, this,
        [this](const QUuid &id, Resolution resolution, const QString &note) {
            Q_EMIT remarkWanted(id, ResolutionRemark{resolution, note});
        });
    connect(m_attempts, &AttemptsLine::rowWanted, this, &HistoryView::jumpTo);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &HistoryView::followTime);
    connect(m_table, &QTableView::customContextMenuRequested, this, &HistoryView::showMenu);
    auto *erase = new QShortcut(QKeySequence(Qt::Key_Delete), m_table);
    erase->setContext(Qt::WidgetShortcut); // not while a cell is edited
    connect(erase, &QShortcut::activated, this, [this] {
        const HistoryRow *row = m_model.rowAt(m_table->currentIndex().row());
        const bool isOne = m_table->selectionModel()->selectedRows().size() <= 1;
        if (row && isOne && row->outcome != Outcome::Pending)
            Q_EMIT deleteWanted(row->id);
    });
    // Under X11 Qt 6.4 takes the Menu key alone for it, which many keyboards have not.
    auto *menu = new QShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F10), m_table);
    menu->setContext(Qt::WidgetShortcut);
    connect(menu, &QShortcut::activated, this, [this] {
        m_table->scrollTo(m_table->currentIndex());
        showMenu(m_table->visualRect(m_table->currentIndex()).center());
    });
    connectModel();
    retranslate();
    ask();
}

void HistoryView::arrange()
{
    m_search->setMaximumWidth(320);
    m_search->setMinimumWidth(160);
    m_count->setProperty("role", QStringLiteral("dim"));
    m_nothing->setProperty("role", QStringLiteral("dim"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setObjectName(QStringLiteral("nothing"));
    auto *cover = new QVBoxLayout(m_table->viewport());
    cover->addWidget(m_nothing);

    auto *line = new QHBoxLayout;
    line->setContentsMargins(12, 8, 12, 8);
    line->setSpacing(8);
    line->addWidget(m_search, 1);
    line->addWidget(m_filters);
    line->addStretch(0);
    line->addWidget(m_count);
    auto *dates = new QHBoxLayout;
    dates->setContentsMargins(12, 0, 12, 0);
    dates->addStretch(1);
    dates->addWidget(m_filters->dates());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addLayout(dates);
    layout->addWidget(m_unresolved);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_attempts);
}

void HistoryView::connectModel()
{
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_isChoicePending)
            return chooseRow(m_table->currentIndex()); // it may have come into memory only now
        follow(); // it was chosen long ago, or another one is on its way to be
    });
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &HistoryView::showCount);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &HistoryView::showCount);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &HistoryView::rowsReplaced);
    connect(&m_model, &HistoryModel::completed, this, &HistoryView::rowsReplaced);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryView::chooseRow);
}

QString HistoryView::narrowing() const
{
    QStringList words = m_filters->words();
    if (!m_search->text().isEmpty())
        words.prepend(tr("“%1”").arg(m_presentation.shown(m_search->text())));
    return words.join(QStringLiteral(" · "));
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

void HistoryView::showAll()
{
    search({});
}

void HistoryView::setProfiles(const QList<Profile> &profiles)
{
    m_filters->setProfiles(profiles);
}

void HistoryView::setUnresolved(int count)
{
    m_unresolved->setCount(count);
}

void HistoryView::ask()
{
    HistoryQuery query = m_model.query();
    query.text = m_search->text();
    m_filters->narrow(query);
    m_isSought = m_isSought || !(query == m_model.query()); // other rows: the current one stays in sight
    m_unresolved->setListed(query.isUnresolved);
    m_model.setQuery(query);
}

void HistoryView::selectRow(const QUuid &id)
{
    m_current = id;
    m_currentNumber = 0;
    m_isSought = true;
    m_isChoicePending = false;
    restoreRow();
    Q_EMIT attemptsWanted(id);
}

void HistoryView::jumpTo(const QUuid &id)
{
    if (m_model.indexOfId(id) < 0)
        return void(Q_EMIT rowSought(id)); // the list knows numbers of those that are not in memory
    selectRow(id);
    Q_EMIT rowChosen(id);
}

void HistoryView::showRow(const QUuid &id, qint64 number)
{
    m_current = id;
    m_currentNumber = number;
    m_isSought = true;
    m_isChoicePending = false;
    if (m_model.indexOfNumber(number) < 0)
        showAll();
    restoreRow();
    Q_EMIT attemptsWanted(id);
    Q_EMIT rowChosen(id);
}

void HistoryView::showAttempts(const QUuid &id, const QList<HistoryRow> &rows)
{
    if (id == m_current)
        m_attempts->showAttempts(id, rows);
}

void HistoryView::rowsReplaced()
{
    m_isAnswered = true;
    restoreRow();
    showCount();
}

/// The row that was current is again, after all of them were replaced, and nobody hears of it.
void HistoryView::restoreRow()
{
    const int place =
        m_currentNumber > 0 ? m_model.indexOfNumber(m_currentNumber) : m_model.indexOfId(m_current);
    const QModelIndex index = m_rows->mapFromSource(m_model.index(place, 0));
    if (index.isValid()) {
        const QSignalBlocker blocker(m_table->selectionModel());
        const bool isThere = m_table->currentIndex().row() == index.row()
            && m_table->selectionModel()->isRowSelected(index.row()); // and maybe others, too
        if (!isThere)
            m_table->selectionModel()->setCurrentIndex(
                index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        if (std::exchange(m_isSought, false))
            m_table->scrollTo(index);
        m_table->viewport()->update(); // it heard nothing of it either
        if (const HistoryRow *row = m_model.rowAt(index.row()))
            m_currentNumber = row->number;
    }
    follow();
}

void HistoryView::chooseRow(const QModelIndex &index)
{
    const HistoryRow *row = index.isValid() ? m_model.rowAt(index.row()) : nullptr;
    m_isChoicePending = index.isValid() && !row;
    if (!row || row->id == m_current)
        return follow();
    m_current = row->id;
    m_currentNumber = row->number;
    m_attempts->clear();
    follow();
    Q_EMIT attemptsWanted(row->id);
    Q_EMIT rowChosen(row->id);
}

/// What the row that is current says may be other than before.
void HistoryView::follow()
{
    const QModelIndex current = m_table->currentIndex();
    m_unresolved->setRow(current.isValid() ? m_model.rowAt(current.row()) : nullptr);
    followTime();
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
    const bool isNarrow = m_model.query().isNarrow();
    if (!m_model.isComplete())
        m_count->setText(tr("%1 rows and more …").arg(QLocale().toString(count)));
    else if (isNarrow)
        m_count->setText(tr("%Ln row(s) found", nullptr, count));
    else
        m_count->setText(tr("%Ln row(s)", nullptr, count));
    m_nothing->setVisible(count == 0 && m_isAnswered && m_model.isComplete());
    m_nothing->setText(isNarrow ? tr("No row fits the search and the filters.")
                                : tr("What you issue is listed here, with everything that was sent and came "
                                     "back."));
    followTime();
}

void HistoryView::followTime()
{
    const auto [first, last] = m_table->visibleRows();
    const bool counting = m_model.isCounting(first, last);
    if (counting && !m_ticker.isActive())
        m_ticker.start();
    else if (!counting)
        m_ticker.stop();
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

/// The rows that are selected, in the list's order; null for one that is not in memory.
QList<QUuid> HistoryView::selectedIds() const
{
    QModelIndexList indexes = m_table->selectionModel()->selectedRows();
    std::sort(indexes.begin(), indexes.end());
    QList<QUuid> ids;
    for (const QModelIndex &index : std::as_const(indexes)) {
        const HistoryRow *row = m_model.rowAt(index.row());
        ids.append(row ? row->id : QUuid());
    }
    return ids;
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
    auto *menu = new RowMenu(*row, selectedIds(), m_presentation.showsWhatIsEdited(), m_policy, this);
    connect(menu, &RowMenu::copyToken, this, &HistoryView::copyToken);
    connect(menu, &RowMenu::copyText, this, &HistoryView::copyText);
    connect(menu, &RowMenu::remarkWanted, this, &HistoryView::remarkWanted);
    connect(menu, &RowMenu::noteWanted, this, &HistoryView::editNote);
    connect(menu, &RowMenu::tagsWanted, this,
        [this](const QUuid &id) { editCell(id, HistoryModel::Column::Tags); });
    connect(menu, &RowMenu::ticketWanted, this,
        [this](const QUuid &id) { editCell(id, HistoryModel::Column::Ticket); });
    connect(menu, &RowMenu::formWanted, this, &HistoryView::formWanted);
    connect(menu, &RowMenu::repeatWanted, this, &HistoryView::repeatWanted);
    connect(menu, &RowMenu::resultWanted, this, &HistoryView::resultWanted);
    connect(menu, &RowMenu::compareWanted, this, &HistoryView::compareWanted);
    connect(menu, &RowMenu::bundleWanted, this, &HistoryView::bundleWanted);
    connect(menu, &RowMenu::archiveWanted, this, &HistoryView::archiveWanted);
    connect(menu, &RowMenu::searchWanted, this, &HistoryView::search);
    connect(menu, &RowMenu::deleteWanted, this, &HistoryView::deleteWanted);
    menu->addSeparator();
    m_table->addColumnChoices(menu->addMenu(tr("Columns")));
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

} // namespace faceid
