#include "inspector/itemviewsearch.h"

#include <QAbstractItemView>

namespace faceid {

void ItemViewSearch::search(const QString &needle, Found found)
{
    m_matches.clear();
    collect(needle, {});
    found(int(m_matches.size()));
}

void ItemViewSearch::collect(const QString &needle, const QModelIndex &parent)
{
    const QAbstractItemModel *model = m_view.model();
    for (int row = 0; row < model->rowCount(parent); ++row) {
        for (int column = 0; column < model->columnCount(parent); ++column) {
            const QModelIndex cell = model->index(row, column, parent);
            if (cell.data().toString().contains(needle, Qt::CaseInsensitive)) {
                m_matches.append(cell);
                break;
            }
        }
        collect(needle, model->index(row, 0, parent));
    }
}

void ItemViewSearch::showMatch(int match)
{
    if (match < 0 || match >= m_matches.size() || !m_matches[match].isValid())
        return;
    m_view.setCurrentIndex(m_matches[match]);
    m_view.scrollTo(m_matches[match], QAbstractItemView::PositionAtCenter);
}

} // namespace faceid
