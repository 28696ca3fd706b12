#include "inspector/jsonformat.h"

#include "shell/theme.h"

#include <QLocale>
#include <QRegularExpression>

namespace faceid {

namespace {

constexpr int indentWidth = 2;
constexpr int deepestIndent = 32; // levels
constexpr qsizetype shownOfLongString = 80; // characters

/// Of an escape sequence or a surrogate pair, 1 otherwise. Stays within \a json.
qsizetype lengthOfCharacter(const QString &json, qsizetype at)
{
    qsizetype length = 1;
    if (json[at] == u'\\')
        length = at + 1 < json.size() && json[at + 1] == u'u' ? 6 : 2;
    else if (json[at].isHighSurrogate())
        length = 2;
    return qMin(length, json.size() - at);
}

qsizetype endOfString(const QString &json, qsizetype start)
{
    qsizetype i = start + 1;
    while (i < json.size() && json[i] != u'"')
        i += json[i] == u'\\' ? 2 : 1;
    return qMin(i, json.size() - 1);
}

class Indenter
{
public:
    Indenter(const QString &json, const JsonLimits &limits)
        : m_json(json)
        , m_limits(limits)
    { }

    IndentedJson run()
    {
        for (m_at = 0; m_at < m_json.size() && !m_result.cutOff; ++m_at)
            step(m_json[m_at]);
        return m_result;
    }

private:
    void step(QChar c)
    {
        if (c == u'"') {
            copyString();
        } else if (c == u'{' || c == u'[') {
            open(c);
        } else if (c == u'}' || c == u']') {
            m_depth = qMax(0, m_depth - 1);
            newLine();
            m_result.text += c;
        } else if (c == u',') {
            m_result.text += c;
            newLine();
        } else if (c == u':') {
            m_result.text += QStringLiteral(": ");
        } else if (!c.isSpace()) {
            m_result.text += c;
        }
    }

    void newLine()
    {
        ++m_lines;
        if (m_limits.maxLines > 0 && m_lines >= m_limits.maxLines)
            m_result.cutOff = true;
        m_result.text += u'\n' + QString(qMin(m_depth, deepestIndent) * indentWidth, u' ');
    }

    void open(QChar bracket)
    {
        m_result.text += bracket;
        qsizetype next = m_at + 1;
        while (next < m_json.size() && m_json[next].isSpace())
            ++next;
        if (next < m_json.size() && (m_json[next] == u'}' || m_json[next] == u']')) {
            m_result.text += m_json[next];
            m_at = next;
        } else {
            ++m_depth;
            newLine();
        }
    }

    void copyString()
    {
        const qsizetype start = m_at;
        const qsizetype end = endOfString(m_json, start);
        const qsizetype length = end - start - 1;
        m_at = end;
        if (m_limits.longestString == 0 || length <= m_limits.longestString) {
            m_result.text += QStringView(m_json).sliced(start, end - start + 1);
            return;
        }
        qsizetype cut = start + 1;
        while (cut < start + 1 + shownOfLongString)
            cut += lengthOfCharacter(m_json, cut);
        ++m_result.shortened;
        m_result.text += QStringView(m_json).sliced(start, cut - start);
        m_result.text += m_limits.leftOut.arg(QLocale().toString(end - cut)) + u'"';
    }

    const QString &m_json;
    const JsonLimits &m_limits;
    IndentedJson m_result;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_lines = 0;
};

} // namespace

IndentedJson indentedJson(const QString &json, const JsonLimits &limits)
{
    return Indenter(json, limits).run();
}

QList<QTextLayout::FormatRange> jsonColours(const QString &line, const ThemeColors &colors)
{
    static const QRegularExpression token(QStringLiteral(
        R"re(("(?:[^"\\]|\\.)*+")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\btrue\b|\bfalse\b|\bnull\b))re"));
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&ranges](qsizetype start, qsizetype length, const QColor &color) {
        QTextLayout::FormatRange range;
        range.start = int(start);
        range.length = int(length);
        range.format.setForeground(color);
        ranges.append(range);
    };
    auto matches = token.globalMatch(line);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedLength(2) > 0)
            add(match.capturedStart(1), match.capturedLength(1), colors.accent);
        else if (match.capturedLength(1) > 0)
            add(match.capturedStart(1), match.capturedLength(1), colors.issued);
        else
            add(match.capturedStart(3), match.capturedLength(3), colors.unknown);
    }
    return ranges;
}

} // namespace faceid
