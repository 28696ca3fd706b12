#pragma once

#include <QStyledItemDelegate>

namespace faceid {

class Theme;

/// Draws the outcome of a history row as icon and word in its colour.
class OutcomeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    OutcomeDelegate(Theme &theme, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    Theme &m_theme;
};

} // namespace faceid
