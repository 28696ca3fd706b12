#pragma once

#include <QSortFilterProxyModel>

namespace faceid {

class Presentation;

/// The rows of the history as they may be seen: in presentation mode dots stand for person, token and
/// request_id, in cells, tool tips and for screen readers alike. Searching and copying work on the real rows.
class CoveredRows : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    CoveredRows(Presentation &presentation, QObject *parent);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    const Presentation &m_presentation;
};

} // namespace faceid
