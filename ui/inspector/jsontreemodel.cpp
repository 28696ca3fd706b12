#include "inspector/jsontreemodel.h"

#include "client/imagefile.h"
#include "client/worker.h"
#include "inspector/jsonimage.h"
#include "shell/plaintext.h"
#include "shell/theme.h"

#include <QGuiApplication>
#include <QLocale>

namespace faceid {

namespace {

constexpr qsizetype longestShown = 200; // characters of a string in its row
constexpr QSize pictureBox(160, 64); // pixels at scale 1
constexpr int pictureRowHeight = 72;

/// The rest of a string that is too long for a row, with its length.
QString shortened(const QString &text)
{
    if (text.size() <= longestShown)
        return visibleText(text);
    return visibleText(text.left(longestShown)) + QStringLiteral(" … ")
        + JsonTreeModel::tr("%1 characters").arg(QLocale().toString(text.size()));
}

} // namespace

JsonTreeModel::JsonTreeModel(Theme &theme, QObject *parent)
    : QAbstractItemModel(parent)
    , m_theme(theme)
{ }

void JsonTreeModel::setTree(std::shared_ptr<const JsonTree> tree)
{
    beginResetModel();
    m_tree = std::move(tree);
    m_pictures.clear();
    endResetModel();
}

void JsonTreeModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

int JsonTreeModel::node(const QModelIndex &index) const
{
    return index.isValid() ? int(index.internalId()) : JsonTree::root;
}

QModelIndex JsonTreeModel::indexOf(int node, Column column) const
{
    if (!m_tree || node <= JsonTree::root)
        return {};
    return createIndex(m_tree->row(node), int(column), quintptr(node));
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, quintptr(m_tree->child(node(parent), row)));
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(m_tree->parent(node(index))) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!m_tree || !m_tree->isValid() || parent.column() > 0)
        return 0;
    return m_tree->childCount(node(parent));
}

int JsonTreeModel::columnCount(const QModelIndex & /*parent*/) const
{
    return columns;
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Name:
        return tr("Name");
    case Column::Value:
        return tr("Value");
    }
    return {};
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int at = node(index);
    switch (Column(index.column())) {
    case Column::Name:
        if (role == Qt::DisplayRole)
            return shortened(m_tree->name(at));
        if (role == Qt::ForegroundRole)
            return m_tree->kind(m_tree->parent(at)) == JsonTree::Kind::Object ? m_theme.colors().accent
                                                                              : m_theme.colors().dim;
        return {};
    case Column::Value:
        return valueData(at, role);
    }
    return {};
}

QVariant JsonTreeModel::valueData(int node, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return valueText(node);
    case Qt::ForegroundRole:
        return valueColor(node);
    case Qt::DecorationRole:
        if (const Picture *shown = picture(node); shown && !shown->image.isNull())
            return shown->image;
        return {};
    case Qt::SizeHintRole:
        // Kept free while the picture is decoded, so that nothing jumps.
        if (const Picture *shown = picture(node); shown && (!shown->looked || !shown->image.isNull()))
            return QSize(0, pictureRowHeight);
        return {};
    default:
        return {};
    }
}

QString JsonTreeModel::valueText(int node) const
{
    switch (m_tree->kind(node)) {
    case JsonTree::Kind::Object:
        return tr("%n member(s)", nullptr, m_tree->memberCount(node));
    case JsonTree::Kind::Array:
    case JsonTree::Kind::Group:
        return tr("%n element(s)", nullptr, m_tree->memberCount(node));
    case JsonTree::Kind::String:
        if (const Picture *shown = picture(node); shown && !shown->image.isNull())
            return shown->facts;
        if (const QStringView literal = m_tree->literal(node); literal.size() > 8 * longestShown) {
            // Not decoded as a whole for the few characters that are shown.
            return visibleText(literal.sliced(1, longestShown).toString()) + QStringLiteral(" … ")
                + tr("%1 characters").arg(QLocale().toString(literal.size() - 2));
        }
        return shortened(m_tree->value(node));
    case JsonTree::Kind::Number:
    case JsonTree::Kind::Word:
        return shortened(m_tree->value(node));
    }
    return {};
}

QColor JsonTreeModel::valueColor(int node) const
{
    switch (m_tree->kind(node)) {
    case JsonTree::Kind::Object:
    case JsonTree::Kind::Array:
    case JsonTree::Kind::Group:
        return m_theme.colors().dim;
    case JsonTree::Kind::String:
        return m_theme.colors().issued;
    case JsonTree::Kind::Number:
    case JsonTree::Kind::Word:
        return m_theme.colors().unknown;
    }
    return m_theme.colors().text;
}

const JsonTreeModel::Picture *JsonTreeModel::picture(int node) const
{
    const auto known = m_pictures.constFind(node);
    if (known != m_pictures.cend())
        return &*known;
    if (m_tree->kind(node) != JsonTree::Kind::String || !mayBeImage(m_tree->literal(node)))
        return nullptr;
    struct Decoded
    {
        QImage image;
        ImageFacts facts;
        qsizetype size = 0;
    };
    auto *self = const_cast<JsonTreeModel *>(this); // the context of the answer; nothing of it changes before
    runOnWorker(
        self,
        [tree = m_tree, node, ratio = qGuiApp->devicePixelRatio()] {
            Decoded decoded;
            if (const auto found = embeddedImage(tree->value(node))) {
                decoded.image = decodeScaled(found->bytes, found->facts, pictureBox * ratio);
                decoded.image.setDevicePixelRatio(ratio);
                decoded.facts = found->facts;
                decoded.size = found->bytes.size();
            }
            return decoded;
        },
        [self, tree = m_tree, node](const Decoded &decoded) {
            if (tree != self->m_tree)
                return;
            const QString facts = QStringLiteral("%1  %2 × %3, %4")
                                      .arg(decoded.facts.formatName())
                                      .arg(decoded.facts.pixels.width())
                                      .arg(decoded.facts.pixels.height())
                                      .arg(QLocale().formattedDataSize(decoded.size));
            self->m_pictures[node] = {true, decoded.image, facts};
            const QModelIndex changed = self->indexOf(node, Column::Value);
            Q_EMIT self->dataChanged(changed, changed);
        });
    return &*m_pictures.insert(node, {});
}

} // namespace faceid
