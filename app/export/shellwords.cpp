#include "export/shellwords.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace faceid {

namespace {

/// `curl`, or a path to it, where what follows can be its arguments: a mail also talks about curl.
const QRegularExpression &callPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "(?:^|[\\s;|&({>\"'`])(?:[^\\s\"'`;|&]{0,256}[/\\\\])?curl(?:\\.exe)?[\"']?(?:\\s|[\\\\^`][ \\t]*\\r?\\n)+"
            "(?=-|[\"'^$%{]|https?:|[\\w.-]+[:/])"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    return pattern;
}

bool has(const QString &text, const char *pattern)
{
    return text.contains(QRegularExpression(QLatin1String(pattern), QRegularExpression::MultilineOption));
}

/// The character that the first line of \a command goes on with; null when it is one line.
QChar lineGoesOnWith(const QString &command)
{
    static const QRegularExpression lineEnd(QStringLiteral("([\\\\^`])[ \\t\\r]*\\n"));
    const auto match = lineEnd.match(command);
    return match.hasMatch() ? match.captured(1).front() : QChar();
}

/// Told by how the call goes on over lines; otherwise by what one language alone has, anywhere in \a text.
Shell shellOf(const QString &text, const QString &behind)
{
    switch (lineGoesOnWith(behind).unicode()) {
    case u'\\':
        return Shell::Posix;
    case u'^':
        return Shell::Cmd;
    case u'`':
        return Shell::PowerShell;
    default:
        break;
    }
    if (behind.contains(QLatin1String("^\"")) || has(text, "^\\s*@?echo off|^\\s*set \"?\\w+="))
        return Shell::Cmd;
    if (has(text, "\\$env:") || has(text, "^\\s*\\$\\w+\\s*="))
        return Shell::PowerShell;
    const bool hasSingle = text.contains(u'\'');
    if (has(text, "\\bcurl\\.exe\\b"))
        return hasSingle ? Shell::PowerShell : Shell::Cmd;
    return !hasSingle && has(text, "[@<]\"?[A-Za-z]:\\\\") ? Shell::Cmd : Shell::Posix;
}

WordReading readWords(Shell shell, QStringView text, const ShellVariables &variables)
{
    switch (shell) {
    case Shell::Posix:
        return readPosixWords(text, variables);
    case Shell::Cmd:
        return readCmdWords(text, variables);
    case Shell::PowerShell:
        return readPowerShellWords(text, variables);
    }
    return {};
}

/// How a variable is set, and behind it the value; in PowerShell also the last choice of an `if`.
QRegularExpression settingPattern(Shell shell)
{
    const auto pattern = [shell] {
        switch (shell) {
        case Shell::Posix:
            return QStringLiteral("(?:^|[\\s;])(?:export\\s+)?([A-Za-z_]\\w*)=");
        case Shell::Cmd:
            return QStringLiteral("\\bset\\s+(?=\"?\\w+=)\"?([A-Za-z_]\\w*)=");
        case Shell::PowerShell:
            return QStringLiteral(
                "^[ \\t]*\\$((?:env:)?\\w+)[ \\t]*=[ \\t]*(?:if\\b[^\\n]*\\belse\\s*\\{\\s*)?(?=[\"'])");
        }
        return QString();
    }();
    return QRegularExpression(
        pattern, QRegularExpression::MultilineOption | QRegularExpression::CaseInsensitiveOption);
}

/// \a text begins with the value.
ShellWord settingValue(Shell shell, QStringView text, const ShellVariables &variables)
{
    if (shell == Shell::Cmd) {
        const qsizetype line = text.indexOf(u'\n');
        QStringView value = text.first(line < 0 ? text.size() : line).trimmed();
        if (value.endsWith(u'"'))
            value.chop(1);
        return {value.toString(), {}};
    }
    const WordReading reading = readWords(shell, text, variables);
    return reading.words.isEmpty() || text.isEmpty() || text.front().isSpace() ? ShellWord()
                                                                               : reading.words.constFirst();
}

ShellVariables variablesIn(Shell shell, QStringView script)
{
    ShellVariables variables;
    const QRegularExpression pattern = settingPattern(shell);
    // A mail may be anything: no more is looked at than a script would set.
    constexpr int mostSettings = 500;
    constexpr qsizetype longestValue = 8 * 1024;
    int left = mostSettings;
    for (auto it = pattern.globalMatch(script.toString()); it.hasNext() && left > 0; --left) {
        const QRegularExpressionMatch match = it.next();
        const QStringView behind = script.sliced(match.capturedEnd());
        variables.insert(match.captured(1),
            settingValue(shell, behind.first(qMin(longestValue, behind.size())), variables));
    }
    return variables;
}

/// The lines of the array that the end of \a script pipes on.
QList<ShellWord> pipedLines(QStringView script, const ShellVariables &variables)
{
    static const QRegularExpression array(
        QStringLiteral("^[ \\t]*@\\("), QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = array.match(script.toString());
    if (!script.trimmed().endsWith(u'|') || !match.hasMatch())
        return {};
    return readPowerShellArray(script.sliced(match.capturedEnd()), variables).words;
}

} // namespace

QString shellName(Shell shell)
{
    switch (shell) {
    case Shell::Posix:
        return QStringLiteral("bash");
    case Shell::Cmd:
        return QStringLiteral("cmd");
    case Shell::PowerShell:
        return QStringLiteral("PowerShell");
    }
    return {};
}

bool hasCurlCall(const QString &text)
{
    return callPattern().match(text).hasMatch();
}

CurlCall findCurlCall(const QString &text)
{
    const QRegularExpressionMatch match = callPattern().match(text);
    if (!match.hasMatch())
        return {};
    CurlCall call;
    const QStringView before = QStringView(text).first(match.capturedStart());
    const QStringView behind = QStringView(text).sliced(match.capturedEnd());
    call.shell = shellOf(text, text.sliced(match.capturedStart()));
    const ShellVariables variables = variablesIn(call.shell, before);
    const WordReading reading = readWords(call.shell, behind, variables);
    call.words = reading.words;
    call.isOpen = reading.isOpen;
    call.hasMore = hasCurlCall(behind.sliced(reading.end).toString());
    // A pipe stands before the program, or is what the pattern began with.
    if (call.shell == Shell::PowerShell)
        call.input = pipedLines(QStringView(text).first(match.capturedStart() + 1), variables);
    return call;
}

QChar ShellCursor::peek(qsizetype ahead) const
{
    return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar();
}

qsizetype ShellCursor::endOfLine() const
{
    const qsizetype end = m_text.indexOf(u'\n', m_at);
    return end < 0 ? m_text.size() : end;
}

void WordBuilder::put(QChar c)
{
    m_isWord = true;
    m_word.text += c;
}

void WordBuilder::put(const QString &text)
{
    m_isWord = true;
    m_word.text += text;
}

void WordBuilder::put(const ShellWord &word)
{
    m_expanded += word.text.size() + word.unknown.size();
    if (m_expanded > mostExpanded)
        return putUnknown(QStringLiteral("…"));
    put(word.text);
    m_word.unknown += word.unknown;
}

void WordBuilder::putUnknown(const QString &written)
{
    put(written);
    m_word.unknown.append(written);
}

void WordBuilder::end()
{
    if (!m_isWord)
        return;
    if (!std::exchange(m_drops, false))
        m_words.append(m_word);
    m_word = {};
    m_isWord = false;
}

void WordBuilder::redirect()
{
    const auto isDigit = [](QChar c) { return c.isDigit(); };
    if (std::all_of(m_word.text.cbegin(), m_word.text.cend(), isDigit)) // 2> names a stream
        m_word = {}, m_isWord = false;
    end();
    m_drops = true;
}

QList<ShellWord> WordBuilder::take()
{
    end();
    return std::exchange(m_words, {});
}

} // namespace faceid
