#include "history/coveredrows.h"

#include "history/historymodel.h"
#include "shell/presentation.h"

namespace faceid {

namespace {

bool isSecret(HistoryModel::Column column)
{
    switch (column) {
    case HistoryModel::Column::Token:
    case HistoryModel::Column::RequestId:
    case HistoryModel::Column::Person:
    case HistoryModel::Column::Note:
    case HistoryModel::Column::Tags:
    case HistoryModel::Column::Ticket:
        return true;
    case HistoryModel::Column::Time:
    case HistoryModel::Column::Outcome:
    case HistoryModel::Column::Endpoint:
    case HistoryModel::Column::Profile:
    case HistoryModel::Column::BizNo:
    case HistoryModel::Column::TimeLeft:
    case HistoryModel::Column::Operator:
        break;
    }
    return false;
}

} // namespace

CoveredRows::CoveredRows(Presentation &presentation, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_presentation(presentation)
{
    connect(&presentation, &Presentation::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

Qt::ItemFlags CoveredRows::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QIdentityProxyModel::flags(index);
    return m_presentation.showsWhatIsEdited() ? flags : flags & ~Qt::ItemIsEditable;
}

QVariant CoveredRows::data(const QModelIndex &index, int role) const
{
    const QVariant value = QIdentityProxyModel::data(index, role);
    const bool isEdited = role == Qt::EditRole && flags(index).testFlag(Qt::ItemIsEditable);
    const bool isText = role == Qt::DisplayRole || (role == Qt::EditRole && !isEdited)
        || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    return isText && isSecret(HistoryModel::Column(index.column())) ? m_presentation.shown(value.toString())
                                                                    : value;
}

} // namespace faceid
