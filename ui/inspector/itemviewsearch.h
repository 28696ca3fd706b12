#pragma once

#include "shell/searchable.h"

#include <QList>
#include <QPersistentModelIndex>

class QAbstractItemView;

namespace faceid {

/// Searches the texts of a small item view.
class ItemViewSearch : public Searchable
{
public:
    explicit ItemViewSearch(QAbstractItemView &view)
        : m_view(view)
    { }

    void search(const QString &needle, Found found) override;
    void showMatch(int match) override;

private:
    void collect(const QString &needle, const QModelIndex &parent);

    QAbstractItemView &m_view;
    QList<QPersistentModelIndex> m_matches; ///< the first matching cell of each row
};

} // namespace faceid
