#pragma once

#include <QAbstractItemModel>
#include <QStringList>

/// A model's texts, two blanks for each level.
inline QString printed(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells += model.index(row, column, parent).data().toString();
        text += QString(2 * depth, u' ') + cells.join(QStringLiteral(" = ")) + u'\n';
        text += printed(model, model.index(row, 0, parent), depth + 1);
    }
    return text;
}
