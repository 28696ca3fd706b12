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
        return true;
    case HistoryModel::Column::Time:
    case HistoryModel::Column::Outcome:
    case HistoryModel::Column::Endpoint:
    case HistoryModel::Column::Profile:
    case HistoryModel::Column::BizNo:
    case HistoryModel::Column::TimeLeft:
        break;
    }
    return false;
}

} // namespace

CoveredRows::CoveredRows(Presentation &presentation, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_presentation(presentation)
{
    connect(&presentation, &Presentation::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

QVariant CoveredRows::data(const QModelIndex &index, int role) const
{
    const QVariant value = QSortFilterProxyModel::data(index, role);
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    return isText && isSecret(HistoryModel::Column(index.column())) ? m_presentation.shown(value.toString())
                                                                    : value;
}

} // namespace faceid
