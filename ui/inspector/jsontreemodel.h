#pragma once

#include "inspector/jsontree.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QImage>

#include <memory>

namespace faceid {

class Theme;

/// A JSON text as a tree of names and values. Pictures in strings are decoded on another thread as soon as
/// their row is looked at, and shown small.
class JsonTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Column { Name, Value };
    static constexpr int columns = 2;

    explicit JsonTreeModel(Theme &theme, QObject *parent = nullptr);

    void setTree(std::shared_ptr<const JsonTree> tree);
    const std::shared_ptr<const JsonTree> &tree() const { return m_tree; }
    int node(const QModelIndex &index) const; ///< the root for an invalid index
    QModelIndex indexOf(int node, Column column = Column::Name) const;
    void retranslate();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Picture
    {
        bool looked = false; ///< the worker has answered
        QImage image; ///< null: the string is no picture
        QString facts;
    };

    const Picture *picture(int node) const;
    QVariant valueData(int node, int role) const;
    QString valueText(int node) const;
    QColor valueColor(int node) const;

    Theme &m_theme;
    std::shared_ptr<const JsonTree> m_tree;
    mutable QHash<int, Picture> m_pictures; ///< by node; filled as rows are looked at
};

} // namespace faceid
