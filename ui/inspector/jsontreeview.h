#pragma once

#include "shell/searchable.h"

#include <QTreeView>

#include <memory>
#include <vector>

namespace faceid {

class JsonTree;
class JsonTreeModel;
class Theme;

/// The tree of a JSON text. Ctrl+C copies the value of the current row, Ctrl+Shift+C its path.
class JsonTreeView : public QTreeView, public Searchable
{
    Q_OBJECT

public:
    JsonTreeView(Theme &theme, QWidget *parent);

    /// Shows it with as much unfolded as one can take in at a glance.
    void setTree(std::shared_ptr<const JsonTree> tree);
    void retranslate();

    void search(const QString &needle, Found found) override;
    void showMatch(int match) override;

    void copyValue();
    void copyPath();

Q_SIGNALS:
    void copyText(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Breadth first, until \a rows more are to be seen.
    void unfold(const QModelIndex &top, int rows);

    JsonTreeModel *m_model;
    std::vector<int> m_matches; ///< nodes
    int m_searchNumber = 0;
};

} // namespace faceid
