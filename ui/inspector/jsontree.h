#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace faceid {

/// A JSON text taken apart without loss: keys in the order they came, keys that come twice, numbers as they
/// are written. Strings stay in the text and are decoded when asked for. Never changes once parsed, so that
/// threads may share it.
///
/// Members of a container with more than groupSize of them stand in groups of that size, so that nobody who
/// walks the tree meets a million siblings.
class JsonTree
{
public:
    enum class Kind : quint8 { Object, Array, String, Number, Word, Group };
    static constexpr int groupSize = 1000;
    static constexpr int root = 0;

    /// Strict: what is no JSON gives a tree without nodes.
    static JsonTree parse(const QString &text);

    bool isValid() const { return !m_nodes.empty(); }
    qsizetype errorAt() const { return m_errorAt; } ///< character where the text stops being JSON; -1
    int size() const { return int(m_nodes.size()); } ///< nodes, groups among them

    Kind kind(int node) const { return m_nodes[size_t(node)].kind; }
    bool isContainer(int node) const { return kind(node) == Kind::Object || kind(node) == Kind::Array; }
    int parent(int node) const { return m_nodes[size_t(node)].parent; } ///< -1 for the root
    int row(int node) const; ///< among the children of its parent
    int childCount(int node) const { return m_nodes[size_t(node)].childCount; }
    int child(int node, int row) const;
    int memberCount(int node) const; ///< of a container or a group, however they are grouped

    /// The key of a member, decoded; the number of an array's element; "1000 … 1999" of a group.
    QString name(int node) const;
    QStringView literal(int node) const; ///< as it stands in the text; empty for a group
    QString value(int node) const; ///< a string decoded, anything else as it stands in the text
    QString path(int node) const; ///< $.images.list[2]['odd key']

private:
    struct Node
    {
        Kind kind;
        qint32 parent = -1;
        qint32 index = 0; ///< among all members of the container; of a group, its number
        qint32 keyStart = -1; ///< behind the quote; -1: no key
        qint32 keyLength = 0;
        qint32 start = 0;
        qint32 length = 0;
        qint32 firstChild = 0; ///< into m_children
        qint32 childCount = 0;
    };
    class Parser;

    void makeGroups();
    void linkChildren();

    QString m_text;
    std::vector<Node> m_nodes;
    std::vector<qint32> m_children;
    qsizetype m_errorAt = -1;
};

} // namespace faceid
