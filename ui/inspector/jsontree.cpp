#include "inspector/jsontree.h"

#include "contract/jsonpath.h"

#include <QStringList>

namespace faceid {

namespace {

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

QChar unescapedLetter(QChar c)
{
    switch (c.unicode()) {
    case u'b':
        return u'\b';
    case u'f':
        return u'\f';
    case u'n':
        return u'\n';
    case u'r':
        return u'\r';
    case u't':
        return u'\t';
    default:
        return c; // quote, backslash, slash
    }
}

/// Of a string that the parser has found to be well-formed.
QString unescaped(QStringView escaped)
{
    if (!escaped.contains(u'\\'))
        return escaped.toString();
    QString result;
    result.reserve(escaped.size());
    for (qsizetype i = 0; i < escaped.size(); ++i) {
        if (escaped[i] != u'\\') {
            result += escaped[i];
        } else if (escaped[i + 1] == u'u') {
            result += QChar(escaped.sliced(i + 2, 4).toUShort(nullptr, 16));
            i += 5;
        } else {
            result += unescapedLetter(escaped[i + 1]);
            ++i;
        }
    }
    return result;
}

} // namespace

/// Goes through the text once, with a stack of its own: no depth of nesting can exhaust the thread's.
class JsonTree::Parser
{
public:
    Parser(const QString &text, std::vector<Node> &nodes)
        : m_text(text)
        , m_nodes(nodes)
    { }

    bool run()
    {
        skip();
        if (!readValue(-1, {}))
            return false;
        while (!m_open.empty()) {
            skip();
            if (!readMember())
                return false;
        }
        skip();
        return m_at == m_text.size();
    }

    qsizetype at() const { return m_at; }

private:
    struct Span
    {
        qint32 start = -1;
        qint32 length = 0;
    };

    bool isAt(QChar c) const { return m_at < m_text.size() && m_text[m_at] == c; }

    bool take(QChar c)
    {
        if (!isAt(c))
            return false;
        ++m_at;
        return true;
    }

    void skip()
    {
        while (isAt(u' ') || isAt(u'\n') || isAt(u'\r') || isAt(u'\t'))
            ++m_at;
    }

    /// The next member of the container that is open, or its end.
    bool readMember()
    {
        const qint32 container = m_open.back();
        Node &node = m_nodes[size_t(container)];
        if (take(node.kind == Kind::Object ? u'}' : u']')) {
            node.length = qint32(m_at) - node.start;
            m_open.pop_back();
            return true;
        }
        if (node.childCount > 0) {
            if (!take(u','))
                return false;
            skip();
        }
        Span key;
        if (node.kind == Kind::Object) {
            if (!readString(key))
                return false;
            skip();
            if (!take(u':'))
                return false;
            skip();
        }
        return readValue(container, key);
    }

    bool readValue(qint32 parent, const Span &key)
    {
        if (m_at >= m_text.size())
            return false;
        Node node{Kind::Word};
        node.parent = parent;
        node.keyStart = key.start;
        node.keyLength = key.length;
        node.start = qint32(m_at);
        if (parent >= 0)
            node.index = m_nodes[size_t(parent)].childCount++;
        const QChar c = m_text[m_at];
        if (c == u'{' || c == u'[') {
            node.kind = c == u'{' ? Kind::Object : Kind::Array;
            ++m_at;
            m_open.push_back(qint32(m_nodes.size()));
        } else if (c == u'"') {
            node.kind = Kind::String;
            Span span;
            if (!readString(span))
                return false;
        } else if (c == u'-' || c.isDigit()) {
            node.kind = Kind::Number;
            if (!readNumber())
                return false;
        } else if (!readWord()) {
            return false;
        }
        node.length = qint32(m_at) - node.start;
        m_nodes.push_back(node);
        return true;
    }

    bool readString(Span &span)
    {
        if (!take(u'"'))
            return false;
        span.start = qint32(m_at);
        while (m_at < m_text.size() && m_text[m_at] != u'"') {
            if (m_text[m_at].unicode() < 0x20)
                return false;
            if (m_text[m_at] == u'\\' && !readEscape())
                return false;
            ++m_at;
        }
        span.length = qint32(m_at) - span.start;
        return take(u'"');
    }

    /// Up to the last character of the sequence.
    bool readEscape()
    {
        ++m_at;
        if (m_at >= m_text.size() || !QStringView(u"\"\\/bfnrtu").contains(m_text[m_at]))
            return false;
        if (m_text[m_at] != u'u')
            return true;
        for (int i = 0; i < 4; ++i) {
            ++m_at;
            if (m_at >= m_text.size() || !isHex(m_text[m_at]))
                return false;
        }
        return true;
    }

    bool readDigits()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text[m_at] >= u'0' && m_text[m_at] <= u'9')
            ++m_at;
        return m_at > start;
    }

    bool readNumber()
    {
        take(u'-');
        if (!take(u'0') && !readDigits())
            return false;
        if (take(u'.') && !readDigits())
            return false;
        if (take(u'e') || take(u'E')) {
            if (!take(u'+'))
                take(u'-');
            return readDigits();
        }
        return true;
    }

    bool readWord()
    {
        for (const QStringView word : {u"true", u"false", u"null"}) {
            if (QStringView(m_text).sliced(m_at).startsWith(word)) {
                m_at += word.size();
                return true;
            }
        }
        return false;
    }

    const QString &m_text;
    std::vector<Node> &m_nodes;
    std::vector<qint32> m_open;
    qsizetype m_at = 0;
};

JsonTree JsonTree::parse(const QString &text)
{
    JsonTree tree;
    tree.m_text = text;
    Parser parser(tree.m_text, tree.m_nodes);
    if (!parser.run()) {
        tree.m_nodes.clear();
        tree.m_errorAt = parser.at();
        return tree;
    }
    tree.makeGroups();
    tree.linkChildren();
    return tree;
}

void JsonTree::makeGroups()
{
    const size_t count = m_nodes.size();
    std::vector<qint32> firstGroup(count, -1);
    for (size_t i = 0; i < count; ++i) {
        const qint32 members = m_nodes[i].childCount;
        if (members <= groupSize)
            continue;
        firstGroup[i] = qint32(m_nodes.size());
        const qint32 groups = (members + groupSize - 1) / groupSize;
        m_nodes[i].childCount = groups;
        for (qint32 g = 0; g < groups; ++g) {
            Node group{Kind::Group};
            group.parent = qint32(i);
            group.index = g;
            group.childCount = qMin(groupSize, members - g * groupSize);
            m_nodes.push_back(group);
        }
    }
    for (size_t i = 1; i < count; ++i) {
        Node &node = m_nodes[i];
        const qint32 group = firstGroup[size_t(node.parent)];
        if (group >= 0)
            node.parent = group + node.index / groupSize;
    }
}

void JsonTree::linkChildren()
{
    qint32 next = 0;
    for (Node &node : m_nodes) {
        node.firstChild = next;
        next += node.childCount;
    }
    m_children.resize(size_t(next));
    for (size_t i = 1; i < m_nodes.size(); ++i) {
        const Node &parent = m_nodes[size_t(m_nodes[i].parent)];
        m_children[size_t(parent.firstChild + row(int(i)))] = qint32(i);
    }
}

int JsonTree::row(int node) const
{
    const Node &n = m_nodes[size_t(node)];
    const bool grouped = n.parent >= 0 && kind(n.parent) == Kind::Group;
    return grouped ? n.index % groupSize : n.index;
}

int JsonTree::child(int node, int row) const
{
    return m_children[size_t(m_nodes[size_t(node)].firstChild + row)];
}

int JsonTree::memberCount(int node) const
{
    const int children = childCount(node);
    if (children == 0 || kind(child(node, 0)) != Kind::Group)
        return children;
    return (children - 1) * groupSize + childCount(child(node, children - 1));
}

QString JsonTree::name(int node) const
{
    const Node &n = m_nodes[size_t(node)];
    if (n.kind == Kind::Group)
        return QStringLiteral("%1 … %2").arg(n.index * groupSize).arg(n.index * groupSize + n.childCount - 1);
    if (n.keyStart >= 0)
        return unescaped(QStringView(m_text).sliced(n.keyStart, n.keyLength));
    return n.parent < 0 ? QStringLiteral("$") : QString::number(n.index);
}

QStringView JsonTree::literal(int node) const
{
    const Node &n = m_nodes[size_t(node)];
    return QStringView(m_text).sliced(n.start, n.length);
}

QString JsonTree::value(int node) const
{
    const QStringView text = literal(node);
    return kind(node) == Kind::String ? unescaped(text.sliced(1, text.size() - 2)) : text.toString();
}

QString JsonTree::path(int node) const
{
    QStringList steps;
    for (int at = node; at > root; at = parent(at)) {
        if (kind(at) == Kind::Group)
            continue;
        const Node &n = m_nodes[size_t(at)];
        steps.prepend(n.keyStart < 0 ? pathStep(qsizetype(n.index)) : pathStep(name(at)));
    }
    return u'$' + steps.join(QString());
}

} // namespace faceid
