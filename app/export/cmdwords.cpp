// Words as cmd.exe and then Microsoft's C library read them: first carets, percent signs and quotes of the
// line, then backslashes and quotes of each argument. Nothing is expanded but variables that the script
// itself has set.

#include "export/shellwords.h"

#include <QRegularExpression>

#include <algorithm>

namespace faceid {

namespace {

/// What cmd.exe hands on.
struct Line
{
    QString text;
    struct Unknown
    {
        qsizetype at;
        QString written;
    };
    QList<Unknown> unknown; ///< in the order of their places
};

class CmdReader : private ShellCursor
{
public:
    CmdReader(QStringView text, const ShellVariables &variables)
        : ShellCursor(text)
        , m_variables(variables)
    { }

    Line read()
    {
        bool isOver = false;
        while (m_at < m_text.size() && !isOver) {
            const QChar c = m_text.at(m_at);
            if (c == u'\n' || (!m_isQuoted && (c == u'&' || c == u'|')))
                isOver = true;
            else
                step(c);
        }
        return m_line;
    }

    qsizetype end() const { return m_at; }

private:
    void step(QChar c)
    {
        if (c == u'^' && !m_isQuoted)
            return caret();
        if (c == u'%')
            return percent();
        if (!m_isQuoted && (c == u'<' || c == u'>'))
            return redirect();
        if (c == u'"')
            m_isQuoted = !m_isQuoted;
        if (c != u'\r')
            m_line.text += c;
        ++m_at;
    }

    /// What follows stands for itself; at the end of a line (mail programs put blanks there), what begins the
    /// next.
    void caret()
    {
        qsizetype next = 1;
        while (QStringView(u" \t\r").contains(peek(next)) && !peek(next).isNull())
            ++next;
        m_at += peek(next) == u'\n' ? next + 1 : 1;
        if (m_at < m_text.size())
            m_line.text += m_text.at(m_at++);
    }

    void percent()
    {
        static const QRegularExpression variable(QStringLiteral("^%([A-Za-z_]\\w*)(?::[^%\\n]*)?%"));
        static const QRegularExpression encoded(QStringLiteral("^%[0-9A-Fa-f]{2}%"));
        constexpr qsizetype sight = 256;
        const QString here = m_text.sliced(m_at, qMin(sight, m_text.size() - m_at)).toString();
        const auto match = variable.match(here);
        if (peek(1) == u'%') { // of a batch file
            m_line.text += u'%';
            m_at += 2;
        } else if (!match.hasMatch() || encoded.match(here).hasMatch()) {
            m_line.text += u'%';
            ++m_at;
        } else {
            insert(match.captured(1), match.captured());
            m_at += match.capturedEnd();
        }
    }

    void insert(const QString &name, const QString &written)
    {
        const auto known = std::find_if(m_variables.keyBegin(), m_variables.keyEnd(),
            [&name](const QString &key) { return key.compare(name, Qt::CaseInsensitive) == 0; });
        if (known != m_variables.keyEnd()) {
            const QString value = m_variables.value(*known).text;
            m_expanded += value.size();
            if (m_expanded <= mostExpanded) {
                m_line.text += value;
                return;
            }
        }
        m_line.unknown.append({m_line.text.size(), written});
        m_line.text += written;
    }

    /// Over the sign and the file, and back over the number of a stream.
    void redirect()
    {
        static const QRegularExpression stream(QStringLiteral("(^| )[0-9]$"));
        if (m_line.text.contains(stream))
            m_line.text.chop(1);
        while (m_at < m_text.size() && QStringView(u"<>& \t").contains(m_text.at(m_at)))
            ++m_at;
        while (m_at < m_text.size() && !m_text.at(m_at).isSpace())
            ++m_at;
    }

    const ShellVariables &m_variables;
    Line m_line;
    qsizetype m_expanded = 0; ///< letters that came by variables
    bool m_isQuoted = false;
};

/// Takes a line apart by the rules of Microsoft's C library.
class ArgumentReader
{
public:
    explicit ArgumentReader(const Line &line)
        : m_line(line)
    { }

    WordReading read()
    {
        while (m_at < m_line.text.size())
            step();
        return {m_builder.take(), 0, m_isQuoted};
    }

private:
    void step()
    {
        const QChar c = m_line.text.at(m_at);
        if (m_next < m_line.unknown.size() && m_line.unknown.at(m_next).at == m_at) {
            const QString written = m_line.unknown.at(m_next++).written;
            m_builder.putUnknown(written);
            m_at += written.size();
        } else if (c == u'\\') {
            backslashes();
        } else if (c == u'"') {
            quote();
        } else if (!m_isQuoted && (c == u' ' || c == u'\t')) {
            m_builder.end();
            ++m_at;
        } else {
            m_builder.put(c);
            ++m_at;
        }
    }

    /// Before a quote, two are one, and one that is left over makes the quote a letter.
    void backslashes()
    {
        const qsizetype from = m_at;
        while (m_at < m_line.text.size() && m_line.text.at(m_at) == u'\\')
            ++m_at;
        const qsizetype count = m_at - from;
        const bool isBeforeQuote = m_at < m_line.text.size() && m_line.text.at(m_at) == u'"';
        m_builder.put(QString(isBeforeQuote ? count / 2 : count, u'\\'));
        if (isBeforeQuote && count % 2 == 1) {
            m_builder.put(u'"');
            ++m_at;
        }
    }

    /// Within quotes, two are a letter.
    void quote()
    {
        m_builder.begin();
        if (m_isQuoted && m_at + 1 < m_line.text.size() && m_line.text.at(m_at + 1) == u'"') {
            m_builder.put(u'"');
            m_at += 2;
            return;
        }
        m_isQuoted = !m_isQuoted;
        ++m_at;
    }

    const Line &m_line;
    WordBuilder m_builder;
    qsizetype m_at = 0;
    qsizetype m_next = 0; ///< of what is unknown
    bool m_isQuoted = false;
};

} // namespace

WordReading readCmdWords(QStringView text, const ShellVariables &variables)
{
    CmdReader reader(text, variables);
    const Line line = reader.read();
    WordReading words = ArgumentReader(line).read();
    words.end = reader.end();
    return words;
}

} // namespace faceid
