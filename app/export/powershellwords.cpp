// Words as PowerShell reads them, which knows several characters for each quote. Nothing is expanded but
// variables that the script itself has set.

#include "export/shellwords.h"

#include <QRegularExpression>

namespace faceid {

namespace {

bool isSingleQuote(QChar c)
{
    return QStringView(u"'\u2018\u2019\u201a\u201b").contains(c);
}

bool isDoubleQuote(QChar c)
{
    return QStringView(u"\"\u201c\u201d\u201e").contains(c);
}

class PowerShellReader : private ShellCursor
{
public:
    enum class Place { Command, Array };

    PowerShellReader(QStringView text, const ShellVariables &variables, Place place)
        : ShellCursor(text)
        , m_variables(variables)
        , m_place(place)
    { }

    WordReading read()
    {
        while (m_at < m_text.size() && !m_isOver)
            step();
        return {m_builder.take(), m_at, m_isOpen};
    }

private:
    bool separates(QChar c) const
    {
        return c == u' ' || c == u'\t' || c == u'\r'
            || (m_place == Place::Array && (c == u'\n' || c == u',' || c == u';'));
    }

    bool endsCommand(QChar c) const
    {
        return c == u')'
            || (m_place == Place::Command && (c == u'\n' || c == u';' || c == u'|' || c == u'}'));
    }

    void step()
    {
        const QChar c = peek();
        if (separates(c)) {
            m_builder.end();
            ++m_at;
        } else if (endsCommand(c)) {
            m_isOver = true;
        } else if (c == u'#' && !m_builder.isInWord()) {
            m_at = endOfLine();
        } else if (c == u'>' && m_place == Place::Command) {
            m_builder.redirect();
            while (m_at < m_text.size() && QStringView(u">&").contains(peek()))
                ++m_at;
        } else {
            piece(c);
        }
    }

    void piece(QChar c)
    {
        if (c == u'`')
            backtick(true);
        else if (c == u'@' && !m_builder.isInWord() && (isSingleQuote(peek(1)) || isDoubleQuote(peek(1))))
            here();
        else if (isSingleQuote(c))
            single();
        else if (isDoubleQuote(c))
            inDoubleQuotes();
        else if (c == u'$')
            dollar();
        else if (c == u'(' && !m_builder.isInWord())
            m_builder.putUnknown(skipBracket());
        else
            m_builder.put(m_text.at(m_at++));
    }

    /// An escape; at the end of a line, also with blanks behind it, the command goes on.
    void backtick(bool isOutside)
    {
        qsizetype next = 1;
        while (isOutside && !peek(next).isNull() && QStringView(u" \t\r").contains(peek(next)))
            ++next;
        if (isOutside && peek(next) == u'\n') {
            m_builder.end();
            m_at += next + 1;
            return;
        }
        static const QHash<QChar, QChar> letters{{u'n', u'\n'}, {u't', u'\t'}, {u'r', u'\r'}, {u'a', u'\a'},
            {u'b', u'\b'}, {u'f', u'\f'}, {u'v', u'\v'}, {u'e', QChar(0x1b)}};
        if (m_at + 1 < m_text.size())
            m_builder.put(letters.value(peek(1), peek(1)));
        m_at = qMin(m_at + 2, m_text.size());
    }

    void single()
    {
        m_builder.begin();
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (isSingleQuote(peek()) && !isSingleQuote(peek(1)))
                break;
            if (isSingleQuote(peek()))
                ++m_at; // two are one
            m_builder.put(peek());
        }
        close();
    }

    void inDoubleQuotes()
    {
        m_builder.begin();
        for (++m_at; m_at < m_text.size();) {
            if (isDoubleQuote(peek()) && !isDoubleQuote(peek(1)))
                break;
            if (isDoubleQuote(peek())) {
                m_builder.put(peek());
                m_at += 2;
            } else {
                inside();
            }
        }
        close();
    }

    void inside()
    {
        if (peek() == u'`')
            backtick(false);
        else if (peek() == u'$')
            dollar();
        else
            m_builder.put(m_text.at(m_at++));
    }

    /// Past the quote at the end, if there is one.
    void close()
    {
        m_isOpen = m_isOpen || m_at >= m_text.size();
        m_at = qMin(m_at + 1, m_text.size());
    }

    /// `@'` to `'@`, each on a line of its own.
    void here()
    {
        m_builder.begin();
        const bool isLiteral = isSingleQuote(peek(1));
        const qsizetype from = m_text.indexOf(u'\n', m_at) + 1;
        const QString ending = isLiteral ? QStringLiteral("\n'@") : QStringLiteral("\n\"@");
        const qsizetype end = from > 0 ? m_text.indexOf(ending, from - 1) : -1;
        m_isOpen = m_isOpen || end < 0;
        const qsizetype stop = end < 0 ? m_text.size() : end;
        m_at = from > 0 ? from : m_text.size();
        while (m_at < stop) {
            if (isLiteral)
                m_builder.put(m_text.at(m_at++));
            else
                inside();
        }
        m_at = qMin(stop + ending.size(), m_text.size());
    }

    void dollar()
    {
        if (peek(1) == u'(') {
            m_builder.putUnknown(skipBracket());
            return;
        }
        static const QRegularExpression name(
            QStringLiteral("^\\$(?:\\{([^}\\n]+)\\}|((?:\\w+:)?[A-Za-z_]\\w*))"));
        constexpr qsizetype sight = 256;
        const auto match = name.match(m_text.sliced(m_at, qMin(sight, m_text.size() - m_at)).toString());
        if (!match.hasMatch())
            return m_builder.put(m_text.at(m_at++));
        const QString variable = match.captured(match.capturedStart(1) >= 0 ? 1 : 2);
        if (m_variables.contains(variable))
            m_builder.put(m_variables.value(variable));
        else
            m_builder.putUnknown(match.captured());
        m_at += match.capturedEnd();
    }

    QString skipBracket()
    {
        const qsizetype from = m_at;
        int depth = 0;
        for (; m_at < m_text.size(); ++m_at) {
            if (peek() == u'(')
                ++depth;
            else if (peek() == u')' && --depth == 0)
                break;
        }
        close();
        return m_text.sliced(from, m_at - from).toString();
    }

    const ShellVariables &m_variables;
    const Place m_place;
    WordBuilder m_builder;
    bool m_isOver = false;
    bool m_isOpen = false;
};

} // namespace

WordReading readPowerShellWords(QStringView text, const ShellVariables &variables)
{
    return PowerShellReader(text, variables, PowerShellReader::Place::Command).read();
}

WordReading readPowerShellArray(QStringView text, const ShellVariables &variables)
{
    return PowerShellReader(text, variables, PowerShellReader::Place::Array).read();
}

} // namespace faceid
