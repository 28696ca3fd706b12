#include "history/comparemodel.h"

#include "shell/plaintext.h"
#include "shell/presentation.h"
#include "shell/theme.h"

#include <QFont>
#include <QLocale>

#include <algorithm>

namespace faceid {

namespace {

constexpr quintptr isBranch = 0; // internal id; of a row the number of its branch from 1
constexpr qsizetype longestShown = 200; // characters of a value in its cell
constexpr qsizetype longestWhole = 20'000; // and where it is shown to its end

QString shortened(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    return text.left(longest) + QStringLiteral(" … ")
        + CompareModel::tr("%1 characters").arg(QLocale().toString(text.size()));
}

/// With a sign in front, so that it is found at a glance without its colour.
QString differenceTitle(Difference difference)
{
    switch (difference) {
    case Difference::None:
        return CompareModel::tr("= same");
    case Difference::EachTime:
        return CompareModel::tr("~ differs each time");
    case Difference::Unclear:
        return CompareModel::tr("? masked alike");
    case Difference::Real:
        return CompareModel::tr("≠ differs");
    }
    return {};
}

} // namespace

CompareModel::CompareModel(const Theme &theme, const Presentation &presentation, QObject *parent)
    : QAbstractItemModel(parent)
    , m_theme(theme)
    , m_presentation(presentation)
{
    connect(&theme, &Theme::changed, this, &CompareModel::coverChanged);
    connect(&presentation, &Presentation::changed, this, &CompareModel::coverChanged);
}

void CompareModel::setRows(const QList<DiffRow> &rows, const QString &left, const QString &right)
{
    beginResetModel();
    m_rows = rows;
    m_left = left;
    m_right = right;
    makeBranches();
    endResetModel();
}

void CompareModel::setOnlyDifferent(bool only)
{
    beginResetModel();
    m_onlyDifferent = only;
    makeBranches();
    endResetModel();
}

void CompareModel::makeBranches()
{
    m_branches.clear();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const DiffRow &row = m_rows[i];
        if (m_onlyDifferent && row.difference == Difference::None)
            continue;
        if (m_branches.isEmpty() || m_branches.constLast().section != row.section)
            m_branches.append({row.section, {}});
        m_branches.last().rows.append(int(i));
    }
}

void CompareModel::coverChanged()
{
    for (int branch = 0; branch < m_branches.size(); ++branch) {
        const QModelIndex parent = index(branch, 0);
        Q_EMIT dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, columns - 1, parent));
    }
}

int CompareModel::count(Difference difference) const
{
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(),
        [difference](const DiffRow &row) { return row.difference == difference; }));
}

const DiffRow *CompareModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == isBranch)
        return nullptr;
    return &m_rows[m_branches[qsizetype(index.internalId()) - 1].rows[index.row()]];
}

Difference CompareModel::differenceAt(const QModelIndex &index) const
{
    const DiffRow *row = rowAt(index);
    return row ? row->difference : Difference::None;
}

QModelIndex CompareModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : isBranch);
}

QModelIndex CompareModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == isBranch)
        return {};
    return createIndex(int(index.internalId()) - 1, 0, isBranch);
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_branches.size());
    const bool hasRows = parent.internalId() == isBranch && parent.column() == 0;
    return hasRows ? int(m_branches[parent.row()].rows.size()) : 0;
}

int CompareModel::columnCount(const QModelIndex & /*parent*/) const
{
    return columns;
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Name:
        return tr("Name");
    case Column::Difference:
        return tr("Difference");
    case Column::Left:
        return m_left;
    case Column::Right:
        return m_right;
    }
    return {};
}

/// Outcomes and environments are stored under names that stay; people read their own.
QString CompareModel::valueText(const DiffRow &row, const std::optional<QString> &value) const
{
    if (!value)
        return tr("(not there)");
    if (row.section == DiffSection::Facts && row.name == u"outcome") {
        const std::optional<Outcome> outcome = outcomeFromName(*value);
        return outcome ? outcomeTitle(*outcome) : visibleText(*value);
    }
    if (row.section == DiffSection::Facts && row.name == u"environment")
        return environmentTitle(environmentFromName(*value));
    const bool isOpen = row.section == DiffSection::Timings || row.name == u"http_status"
        || row.name == u"started_at" || row.name == u"endpoint" || row.name == u"address";
    return visibleText(isOpen ? *value : m_presentation.shown(*value));
}

QString CompareModel::wholeValue(const QModelIndex &index, Column column) const
{
    const DiffRow *row = rowAt(index);
    return row ? shortened(valueText(*row, column == Column::Left ? row->left : row->right), longestWhole)
               : QString();
}

QString CompareModel::display(const DiffRow &row, Column column) const
{
    switch (column) {
    case Column::Name:
        return visibleText(diffTitle(row));
    case Column::Difference:
        return differenceTitle(row.difference);
    case Column::Left:
        return shortened(valueText(row, row.left), longestShown);
    case Column::Right:
        return shortened(valueText(row, row.right), longestShown);
    }
    return {};
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = Column(index.column());
    const DiffRow *row = rowAt(index);
    if (!row) {
        const bool isTitle = role == Qt::DisplayRole && column == Column::Name;
        return isTitle ? sectionTitle(m_branches[index.row()].section) : QVariant();
    }
    if (role == Qt::DisplayRole)
        return display(*row, column);
    if (role == Qt::FontRole && row->difference == Difference::Real) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::ForegroundRole || column == Column::Name)
        return {};
    switch (row->difference) {
    case Difference::Real:
        return m_theme.colors().refused;
    case Difference::Unclear:
        return m_theme.colors().unknown;
    case Difference::None:
    case Difference::EachTime:
        return m_theme.colors().dim;
    }
    return {};
}

} // namespace faceid
