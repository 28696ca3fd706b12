#pragma once

#include <QIdentityProxyModel>

namespace faceid {

class Presentation;

/// The rows of the history as they may be seen: in presentation mode dots stand for person, token and
/// request_id, in cells, tool tips and for screen readers alike. Searching and copying work on the real rows.
/// What the operator wrote is edited as it is where it may be: see Presentation::showsWhatIsEdited().
class CoveredRows : public QIdentityProxyModel
{
    Q_OBJECT

public:
    CoveredRows(Presentation &presentation, QObject *parent);

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    const Presentation &m_presentation;
};

} // namespace faceid
