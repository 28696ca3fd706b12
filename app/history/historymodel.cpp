#include "history/historymodel.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace faceid {

namespace {

constexpr int block = 64; // rows asked for at once, more than a screen has
constexpr qsizetype maxKept = 2000; // rows in memory, about a kilobyte each

bool isNumeric(HistoryColumn column)
{
    return column == HistoryColumn::TimeLeft;
}

bool startsWith(const QList<qint64> &whole, const QList<qint64> &part)
{
    return whole.size() >= part.size() && std::equal(part.cbegin(), part.cend(), whole.cbegin());
}

} // namespace

HistoryModel::HistoryModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_shownAt(QDateTime::currentDateTimeUtc())
{
    m_ask.setSingleShot(true);
    m_ask.setInterval(0);
    connect(&m_ask, &QTimer::timeout, this, &HistoryModel::askForWanted);
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_numbers.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto column = Column(index.column());
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const HistoryRow *row = known(index.row());
    if (!row) {
        if (role == Qt::DisplayRole)
            want(index.row()); // a view is about to paint it
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return display(*row, column);
    case Qt::ToolTipRole:
        return toolTip(*row, column);
    case Qt::AccessibleTextRole: {
        const QString text = display(*row, column);
        return text.isEmpty() ? tr("%1: empty").arg(title(column)) : tr("%1: %2").arg(title(column), text);
    }
    case Qt::EditRole: // the note alone, without the mark before it
        return column == Column::Note ? QVariant(row->note) : value(*row, column);
    case ValueRole:
        return value(*row, column);
    case RowRole:
        return QVariant::fromValue(*row);
    }
    return {};
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return int((isNumeric(Column(section)) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? QVariant(title(Column(section))) : QVariant();
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex &index) const
{
    const auto column = Column(index.column());
    const bool isEditable = column == Column::Note || column == Column::Tags || column == Column::Ticket;
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && isEditable && rowAt(index.row()) ? flags | Qt::ItemIsEditable : flags;
}

bool HistoryModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const HistoryRow *row = index.isValid() ? rowAt(index.row()) : nullptr;
    const QString typed = value.toString().trimmed();
    if (!row || role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable)
        || typed == index.data(Qt::EditRole).toString())
        return false;
    const QUuid id = row->id;
    if (index.column() == int(Column::Note))
        Q_EMIT edited(id, NoteRemark{typed});
    else if (index.column() == int(Column::Tags))
        Q_EMIT edited(id, TagsRemark{typed});
    else
        Q_EMIT edited(id, TicketRemark{typed});
    return true;
}

void HistoryModel::sort(int column, Qt::SortOrder order)
{
    HistoryQuery query = m_query;
    query.sortBy = Column(std::clamp(column, 0, columns - 1));
    query.order = order;
    setQuery(query);
}

void HistoryModel::setQuery(const HistoryQuery &query)
{
    if (query == m_query)
        return;
    m_query = query;
    reload();
}

void HistoryModel::reload()
{
    m_isComplete = false;
    Q_EMIT asked(m_query);
}

void HistoryModel::setRows(const QList<HistoryRow> &rows)
{
    showFirst(rows, true);
}

void HistoryModel::showFirst(const QList<HistoryRow> &rows, bool isAll)
{
    QList<HistoryRow> first = rows;
    QList<qint64> numbers;
    for (HistoryRow &row : first) {
        if (row.number == 0)
            row.number = m_nextOwn--;
        numbers.append(row.number);
    }
    numbers = withoutHidden(numbers);
    const bool isSame = m_answered == m_query && startsWith(m_numbers, numbers);
    m_answered = m_query;
    if (isSame && (!isAll || m_numbers.size() == numbers.size())) {
        // Asked again: what stands there stays, and the view with it, down to what is typed into a cell.
        keep(first);
        m_isComplete = m_isComplete || isAll;
        if (!numbers.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(numbers.size()) - 1, columns - 1));
        if (isAll)
            Q_EMIT completed();
        return;
    }
    beginResetModel();
    m_numbers = numbers;
    m_rows.clear();
    m_kept.clear();
    m_wanted.clear();
    m_isComplete = isAll;
    keep(first);
    endResetModel();
    if (isAll)
        Q_EMIT completed();
}

void HistoryModel::setOrder(const QList<qint64> &numbers)
{
    const QList<qint64> all = withoutHidden(numbers);
    const qsizetype known = m_numbers.size();
    m_isComplete = true;
    const bool isMore = startsWith(all, m_numbers);
    if (isMore && all.size() > known) {
        beginInsertRows({}, int(known), int(all.size()) - 1);
        m_numbers = all;
        endInsertRows();
    } else if (!isMore) {
        beginResetModel();
        m_numbers = all;
        endResetModel();
    }
    Q_EMIT completed();
}

QList<qint64> HistoryModel::savedNumbers() const
{
    QList<qint64> numbers = m_numbers;
    numbers.removeIf([](qint64 number) { return number < 0; });
    return numbers;
}

void HistoryModel::supply(const QList<qint64> &numbers, const QList<HistoryRow> &rows)
{
    QSet<qint64> gone(numbers.cbegin(), numbers.cend());
    m_wanted -= gone;
    for (const HistoryRow &row : rows)
        gone.remove(row.number);
    for (const qint64 number : std::as_const(gone))
        removeNumber(number);
    if (rows.isEmpty())
        return;
    keep(rows);
    const auto first = m_numbers.indexOf(rows.constFirst().number);
    const auto last = m_numbers.indexOf(rows.constLast().number);
    if (first >= 0 && last >= 0)
        Q_EMIT dataChanged(
            index(int(std::min(first, last)), 0), index(int(std::max(first, last)), columns - 1));
}

void HistoryModel::put(const HistoryRow &row)
{
    const int known = row.number == 0 ? indexOfId(row.id) : int(m_numbers.indexOf(row.number));
    if (known >= 0) {
        HistoryRow changed = row;
        changed.number = m_numbers.at(known);
        m_rows[changed.number] = changed;
        Q_EMIT dataChanged(index(known, 0), index(known, columns - 1));
        return;
    }
    if (m_hidden.contains(row.id) || !m_query.matches(row, QDateTime::currentDateTimeUtc()))
        return;
    const bool isNewest = m_numbers.isEmpty() || row.number == 0 || row.number > m_numbers.constFirst();
    if (!m_query.isNewestFirst() || !isNewest || !m_isComplete) {
        reload();
        return;
    }
    HistoryRow added = row;
    if (added.number == 0)
        added.number = m_nextOwn--;
    beginInsertRows({}, 0, 0);
    m_numbers.prepend(added.number);
    keep({added});
    endInsertRows();
}

void HistoryModel::refresh()
{
    QList<qint64> numbers;
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        if (it.key() > 0)
            numbers.append(it.key());
    }
    if (!numbers.isEmpty())
        Q_EMIT rowsWanted(numbers);
}

void HistoryModel::hide(const QUuid &id)
{
    const int row = indexOfId(id);
    if (row < 0)
        return;
    const qint64 number = m_numbers.at(row);
    m_hidden.insert(id, number);
    removeNumber(number);
}

void HistoryModel::showAgain(const QUuid &id)
{
    if (m_hidden.remove(id))
        reload();
}

QList<qint64> HistoryModel::withoutHidden(const QList<qint64> &numbers) const
{
    if (m_hidden.isEmpty())
        return numbers;
    const QList<qint64> hidden = m_hidden.values();
    QList<qint64> result = numbers;
    result.removeIf([&hidden](qint64 number) { return hidden.contains(number); });
    return result;
}

void HistoryModel::removeNumber(qint64 number)
{
    m_rows.remove(number);
    const auto row = m_numbers.indexOf(number);
    if (row < 0)
        return;
    beginRemoveRows({}, int(row), int(row));
    m_numbers.removeAt(row);
    endRemoveRows();
}

const HistoryRow *HistoryModel::rowAt(int row) const
{
    return row >= 0 && row < m_numbers.size() ? known(row) : nullptr;
}

int HistoryModel::indexOfId(const QUuid &id) const
{
    const auto it =
        std::find_if(m_rows.cbegin(), m_rows.cend(), [&id](const HistoryRow &row) { return row.id == id; });
    return it == m_rows.cend() ? -1 : int(m_numbers.indexOf(it.key()));
}

const HistoryRow *HistoryModel::known(int row) const
{
    const auto it = m_rows.constFind(m_numbers.at(row));
    return it == m_rows.cend() ? nullptr : &*it;
}

/// Asks for a row and those around it, all of one turn of the event loop at once.
void HistoryModel::want(int row) const
{
    const int from = row / block * block;
    const int to = std::min(from + block, int(m_numbers.size()));
    for (int i = from; i < to; ++i) {
        const qint64 number = m_numbers.at(i);
        if (m_wanted.contains(number) || m_rows.contains(number))
            continue;
        m_wanted.insert(number);
        m_toAsk.append(number);
    }
    if (!m_toAsk.isEmpty() && !m_ask.isActive())
        m_ask.start();
}

void HistoryModel::askForWanted()
{
    Q_EMIT rowsWanted(std::exchange(m_toAsk, {}));
}

/// Takes rows into memory, and drops those that came longest ago.
void HistoryModel::keep(const QList<HistoryRow> &rows)
{
    QList<qint64> numbers;
    for (const HistoryRow &row : rows) {
        m_rows.insert(row.number, row);
        numbers.append(row.number);
    }
    m_kept.append(numbers);
    while (m_rows.size() > maxKept && m_kept.size() > 1) {
        const QSet<qint64> recent(numbers.cbegin(), numbers.cend());
        for (const qint64 number : m_kept.takeFirst()) {
            if (!recent.contains(number))
                m_rows.remove(number);
        }
    }
}

void HistoryModel::tick(int first, int last)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime before = std::exchange(m_shownAt, now);
    for (int row = std::max(first, 0); row <= std::min(last, rowCount() - 1); ++row) {
        const HistoryRow *shown = known(row);
        // A clock that was set back brings an expired row back to life, so equality is what counts.
        if (shown && shown->expiresAt.isValid()
            && wholeSecondsLeft(shown->expiresAt, before) != wholeSecondsLeft(shown->expiresAt, now)) {
            const QModelIndex cell = index(row, int(Column::TimeLeft));
            Q_EMIT dataChanged(cell, cell, {Qt::DisplayRole, Qt::AccessibleTextRole});
        }
    }
}

bool HistoryModel::isCounting(int first, int last) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int row = std::max(first, 0); row <= std::min(last, rowCount() - 1); ++row) {
        const HistoryRow *shown = known(row);
        if (shown && shown->expiresAt > now)
            return true;
    }
    return false;
}

void HistoryModel::retranslate()
{
    if (!m_numbers.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columns - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

} // namespace faceid
