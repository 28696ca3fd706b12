#pragma once

#include <QTreeWidget>

namespace faceid {

/// What an examination found, in two columns: what was looked at and what was found, and below it, always
/// unfolded, what to do about it.
class FindingList : public QTreeWidget
{
    Q_OBJECT

public:
    explicit FindingList(const QString &name, QWidget *parent = nullptr);

    /// Appends a line, and one below it where there is \a advice. Texts longer than the column stand in full
    /// in the tooltip.
    QTreeWidgetItem *add(const QString &title, const QString &text, const QString &advice);
};

} // namespace faceid
