#include "inspector/jsontreeview.h"

#include "client/worker.h"
#include "inspector/jsontreemodel.h"
#include "shell/theme.h"

#include <QContextMenuEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

namespace faceid {

namespace {

constexpr int glance = 100; // rows
constexpr int plenty = 5000;
constexpr int leastHeightWithHeader = 140; // pixels; in a small window every row counts
constexpr QKeyCombination copyPathKey = Qt::CTRL | Qt::SHIFT | Qt::Key_C;

std::vector<int> nodesWith(const QString &needle, const JsonTree &tree)
{
    std::vector<int> nodes;
    for (int node = JsonTree::root + 1; node < tree.size() && nodes.size() < size_t(maxMatches); ++node) {
        if (tree.kind(node) == JsonTree::Kind::Group)
            break; // they stand behind all that was in the text
        const bool hit = tree.name(node).contains(needle, Qt::CaseInsensitive)
            || (!tree.isContainer(node) && tree.value(node).contains(needle, Qt::CaseInsensitive));
        if (hit)
            nodes.push_back(node);
    }
    return nodes;
}

} // namespace

JsonTreeView::JsonTreeView(Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_model(new JsonTreeModel(theme, this))
{
    setModel(m_model);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollMode(ScrollPerPixel);
    header()->setStretchLastSection(true);
    header()->setSectionResizeMode(QHeaderView::Interactive);
    header()->setHighlightSections(false);
    retranslate();
}

void JsonTreeView::retranslate()
{
    setAccessibleName(tr("The answer as a tree"));
    m_model->retranslate();
}

void JsonTreeView::setTree(std::shared_ptr<const JsonTree> tree)
{
    ++m_searchNumber;
    m_matches.clear();
    m_model->setTree(std::move(tree));
    unfold({}, glance);
    setCurrentIndex(m_model->index(0, 0));
}

void JsonTreeView::unfold(const QModelIndex &top, int rows)
{
    std::vector<QModelIndex> level{top};
    for (size_t i = 0; i < level.size(); ++i) {
        const QModelIndex parent = level[i];
        const int children = m_model->rowCount(parent);
        if (children > rows)
            continue;
        rows -= children;
        if (parent.isValid())
            expand(parent);
        for (int row = 0; row < children; ++row) {
            const QModelIndex child = m_model->index(row, 0, parent);
            if (m_model->rowCount(child) > 0)
                level.push_back(child);
        }
    }
}

void JsonTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    header()->setVisible(height() >= leastHeightWithHeader);
    if (event->oldSize().width() != event->size().width())
        setColumnWidth(int(JsonTreeModel::Column::Name), qBound(140, viewport()->width() * 2 / 5, 320));
}

void JsonTreeView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyValue();
    else if (event->keyCombination() == copyPathKey)
        copyPath();
    else
        QTreeView::keyPressEvent(event);
}

void JsonTreeView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Copy value"), QKeySequence::Copy, this, &JsonTreeView::copyValue);
    menu->addAction(tr("Copy path"), QKeySequence(copyPathKey), this, &JsonTreeView::copyPath);
    menu->addSeparator();
    QAction *all = menu->addAction(
        tr("Unfold what is below"), this, [this, index] { unfold(index.siblingAtColumn(0), plenty); });
    all->setEnabled(m_model->rowCount(index.siblingAtColumn(0)) > 0);
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos());
}

void JsonTreeView::copyValue()
{
    if (!currentIndex().isValid())
        return;
    const int node = m_model->node(currentIndex());
    if (m_model->tree()->kind(node) != JsonTree::Kind::Group)
        Q_EMIT copyText(m_model->tree()->value(node));
}

void JsonTreeView::copyPath()
{
    if (currentIndex().isValid())
        Q_EMIT copyText(m_model->tree()->path(m_model->node(currentIndex())));
}

void JsonTreeView::search(const QString &needle, Found found)
{
    const int number = ++m_searchNumber;
    const std::shared_ptr<const JsonTree> tree = m_model->tree();
    if (!tree) {
        found(0);
        return;
    }
    runOnWorker(
        this, [needle, tree] { return nodesWith(needle, *tree); },
        [this, number, found = std::move(found)](const std::vector<int> &nodes) {
            if (number != m_searchNumber)
                return;
            m_matches = nodes;
            found(int(nodes.size()));
        });
}

void JsonTreeView::showMatch(int match)
{
    if (match < 0 || size_t(match) >= m_matches.size())
        return;
    const QModelIndex index = m_model->indexOf(m_matches[size_t(match)]);
    setCurrentIndex(index);
    scrollTo(index, PositionAtCenter);
}

} // namespace faceid
