#include "history/outcomedelegate.h"

#include "history/historymodel.h"
#include "outcome/outcomelook.h"
#include "shell/theme.h"

namespace faceid {

OutcomeDelegate::OutcomeDelegate(Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

void OutcomeDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto outcome = Outcome(index.data(HistoryModel::ValueRole).toInt());
    const OutcomeLook look = lookOf(outcome, m_theme.colors());
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = m_theme.icon(look.icon, look.color);
    option->decorationSize = QSize(14, 14);
    option->palette.setColor(QPalette::Text, look.color);
    option->palette.setColor(QPalette::HighlightedText, look.color);
    option->font.setBold(true);
}

} // namespace faceid
