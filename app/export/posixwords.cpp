// Words as POSIX shells and bash read them. Nothing is expanded but variables that the script itself has set.

#include "export/shellwords.h"

#include <QRegularExpression>

namespace faceid {

namespace {

class PosixReader : private ShellCursor
{
public:
    PosixReader(QStringView text, const ShellVariables &variables)
        : ShellCursor(text)
        , m_variables(variables)
    { }

    WordReading read()
    {
        while (m_at < m_text.size() && !m_isOver)
            step();
        return {m_builder.take(), m_at, m_isOpen};
    }

private:
    void step()
    {
        const QChar c = peek();
        if (c == u' ' || c == u'\t' || c == u'\r') {
            m_builder.end();
            ++m_at;
        } else if (c == u'\n' || c == u';' || c == u'|' || c == u')' || (c == u'&' && peek(1) != u'>')) {
            m_isOver = true;
        } else if (c == u'&' || c == u'<' || c == u'>') {
            redirect();
        } else if (c == u'#' && !m_builder.isInWord()) {
            m_at = endOfLine();
        } else {
            piece(c);
        }
    }

    /// Of a word.
    void piece(QChar c)
    {
        if (c == u'\\')
            escape();
        else if (c == u'\'')
            single();
        else if (c == u'"')
            inDoubleQuotes();
        else if (c == u'$')
            dollar(false);
        else if (c == u'`')
            unknownUpTo(u'`');
        else
            m_builder.put(m_text.at(m_at++));
    }

    /// \a pattern, which begins with ^, tried here; it sees no further than a name may be long.
    QRegularExpressionMatch ahead(const QRegularExpression &pattern) const
    {
        constexpr qsizetype sight = 256;
        return pattern.match(m_text.sliced(m_at, qMin(sight, m_text.size() - m_at)).toString());
    }

    /// A backslash at the end of its line, also with blanks behind it: mail programs put them there.
    bool skipLineEnd()
    {
        static const QRegularExpression lineEnd(QStringLiteral("^\\\\[ \\t\\r]*\\n"));
        const auto match = ahead(lineEnd);
        m_at += qMax(0, match.capturedEnd());
        return match.hasMatch();
    }

    void escape()
    {
        if (skipLineEnd())
            return;
        ++m_at;
        m_builder.put(m_at < m_text.size() ? m_text.at(m_at++) : QChar(u'\\'));
    }

    void single()
    {
        m_builder.begin();
        const qsizetype end = m_text.indexOf(u'\'', m_at + 1);
        m_isOpen = m_isOpen || end < 0;
        const qsizetype stop = end < 0 ? m_text.size() : end;
        m_builder.put(m_text.sliced(m_at + 1, stop - m_at - 1).toString());
        m_at = qMin(stop + 1, m_text.size());
    }

    void inDoubleQuotes()
    {
        m_builder.begin();
        for (++m_at; m_at < m_text.size() && peek() != u'"';) {
            if (peek() == u'\\' && QStringView(u"$`\"\\\n").contains(peek(1)))
                escape();
            else if (peek() == u'$')
                dollar(true);
            else if (peek() == u'`')
                unknownUpTo(u'`');
            else
                m_builder.put(m_text.at(m_at++));
        }
        m_isOpen = m_isOpen || m_at >= m_text.size();
        m_at = qMin(m_at + 1, m_text.size());
    }

    void dollar(bool isQuoted)
    {
        const QChar next = peek(1);
        if (!isQuoted && next == u'\'')
            return ansi();
        if (!isQuoted && next == u'"') {
            ++m_at;
            return inDoubleQuotes();
        }
        if (next == u'(')
            return unknownBracket(u'(', u')');
        if (next == u'{')
            return braced();
        static const QRegularExpression name(QStringLiteral("^\\$([A-Za-z_]\\w*|[0-9@*#?$!-])"));
        const auto match = ahead(name);
        if (!match.hasMatch())
            return m_builder.put(m_text.at(m_at++));
        variable(match.captured(1), match.captured());
        m_at += match.capturedEnd();
    }

    void variable(const QString &name, const QString &written)
    {
        const auto known = m_variables.constFind(name);
        if (known != m_variables.cend())
            m_builder.put(*known);
        else
            m_builder.putUnknown(written);
    }

    /// `${NAME}`, also with a value for the case that it is not set; anything cleverer stays unknown.
    void braced()
    {
        const QString written = skipBracket(u'{', u'}');
        static const QRegularExpression form(QStringLiteral("^\\$\\{([A-Za-z_]\\w*)(?::?[-=](.*))?\\}$"),
            QRegularExpression::DotMatchesEverythingOption);
        constexpr qsizetype longest = 1024; // letters: one may stand in another, and so on
        const auto match = written.size() > longest ? QRegularExpressionMatch() : form.match(written);
        if (!match.hasMatch())
            return m_builder.putUnknown(written);
        if (m_variables.contains(match.captured(1)) || match.capturedStart(2) < 0)
            return variable(match.captured(1), written);
        const QList<ShellWord> words = PosixReader(match.capturedView(2), m_variables).read().words;
        m_builder.begin();
        for (const ShellWord &word : words)
            m_builder.put(word);
    }

    /// `$'..'`: its escapes may give bytes, which together are UTF-8.
    void ansi()
    {
        m_builder.begin();
        QByteArray bytes;
        for (m_at += 2; m_at < m_text.size() && peek() != u'\'';) {
            if (peek() == u'\\' && m_at + 1 < m_text.size())
                bytes += ansiEscape();
            else
                bytes += plainRun();
        }
        m_isOpen = m_isOpen || m_at >= m_text.size();
        m_at = qMin(m_at + 1, m_text.size());
        m_builder.put(QString::fromUtf8(bytes));
    }

    QByteArray plainRun()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && peek() != u'\'' && peek() != u'\\')
            ++m_at;
        return m_text.sliced(from, m_at - from).toUtf8();
    }

    QByteArray ansiEscape()
    {
        static const QRegularExpression number(QStringLiteral(
            "^\\\\(?:x([0-9A-Fa-f]{1,2})|([0-7]{1,3})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8}))"));
        const auto match = ahead(number);
        if (match.hasMatch()) {
            m_at += match.capturedEnd();
            return numbered(match);
        }
        static const QHash<QChar, char> letters{{u'n', '\n'}, {u't', '\t'}, {u'r', '\r'}, {u'a', '\a'},
            {u'b', '\b'}, {u'e', '\x1b'}, {u'E', '\x1b'}, {u'f', '\f'}, {u'v', '\v'}, {u'\\', '\\'},
            {u'\'', '\''}, {u'"', '"'}, {u'?', '?'}};
        const QChar c = peek(1);
        m_at += 2;
        return letters.contains(c) ? QByteArray(1, letters.value(c)) : (u'\\' + QString(c)).toUtf8();
    }

    QByteArray numbered(const QRegularExpressionMatch &match)
    {
        if (match.capturedStart(1) >= 0)
            return QByteArray(1, char(match.captured(1).toInt(nullptr, 16)));
        if (match.capturedStart(2) >= 0)
            return QByteArray(1, char(match.captured(2).toInt(nullptr, 8)));
        const bool isShort = match.capturedStart(3) >= 0;
        char32_t code = match.captured(isShort ? 3 : 4).toUInt(nullptr, 16);
        // Browsers write a letter beyond the first plane as two halves, each with an escape of its own.
        static const QRegularExpression low(
            QStringLiteral("^\\\\u(d[c-f][0-9a-f]{2})"), QRegularExpression::CaseInsensitiveOption);
        if (QChar::isHighSurrogate(code)) {
            const auto second = ahead(low);
            if (second.hasMatch()) {
                m_at += second.capturedEnd();
                code =
                    QChar::surrogateToUcs4(char16_t(code), char16_t(second.captured(1).toUInt(nullptr, 16)));
            }
        }
        return QString::fromUcs4(&code, 1).toUtf8();
    }

    void unknownUpTo(QChar quote)
    {
        const qsizetype end = m_text.indexOf(quote, m_at + 1);
        m_isOpen = m_isOpen || end < 0;
        const qsizetype stop = end < 0 ? m_text.size() : end + 1;
        m_builder.putUnknown(m_text.sliced(m_at, stop - m_at).toString());
        m_at = stop;
    }

    void unknownBracket(QChar open, QChar close) { m_builder.putUnknown(skipBracket(open, close)); }

    /// From a dollar or `<` to the bracket that closes the next one, quotes in between left out of count.
    QString skipBracket(QChar open, QChar close)
    {
        const qsizetype from = m_at;
        int depth = 0;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            const QChar c = peek();
            if (c == u'\\')
                ++m_at;
            else if (c == u'\'' && m_text.indexOf(u'\'', m_at + 1) > 0)
                m_at = m_text.indexOf(u'\'', m_at + 1);
            else if (c == open)
                ++depth;
            else if (c == close && --depth == 0)
                break;
        }
        m_isOpen = m_isOpen || m_at >= m_text.size();
        m_at = qMin(m_at + 1, m_text.size());
        return m_text.sliced(from, m_at - from).toString();
    }

    void redirect()
    {
        if (peek() != u'&' && peek(1) == u'(')
            return unknownBracket(u'(', u')');
        m_builder.redirect();
        while (m_at < m_text.size() && QStringView(u"<>&|").contains(peek()))
            ++m_at;
    }

    const ShellVariables &m_variables;
    WordBuilder m_builder;
    bool m_isOver = false;
    bool m_isOpen = false;
};

} // namespace

WordReading readPosixWords(QStringView text, const ShellVariables &variables)
{
    return PosixReader(text, variables).read();
}

} // namespace faceid
