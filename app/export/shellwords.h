#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace faceid {

/// The command languages that people write cURL commands for.
enum class Shell {
    Posix, ///< bash, zsh, sh
    Cmd, ///< cmd.exe, whose arguments Microsoft's C library takes apart
    PowerShell,
};

/// The language's name, the same in every language of the interface.
QString shellName(Shell shell);

/// One argument as the program would get it.
struct ShellWord
{
    QString text;
    /// What only a shell could have put in, such as `$SIGN` or `$(date)`: it stands in the text as it was
    /// written, because nothing is ever run to learn it.
    QStringList unknown;
};

/// Variables that a script sets before it calls the program.
using ShellVariables = QHash<QString, ShellWord>;

/// Letters that values of variables add to one command at most, because a value of values of values, each
/// some times over, would fill any memory. What goes beyond stays unknown.
inline constexpr qsizetype mostExpanded = 64 * 1024;

/// The words of one command.
struct WordReading
{
    QList<ShellWord> words;
    qsizetype end = 0; ///< where in the text the command ends
    bool isOpen = false; ///< a quote or bracket is not closed
};

/// Each reads the command at the beginning of \a text, to the end of its last line.
WordReading readPosixWords(QStringView text, const ShellVariables &variables = {});
WordReading readCmdWords(QStringView text, const ShellVariables &variables = {});
WordReading readPowerShellWords(QStringView text, const ShellVariables &variables = {});
/// The elements of a PowerShell array, \a text beginning behind its `@(`.
WordReading readPowerShellArray(QStringView text, const ShellVariables &variables);

/// A call of curl found in a text.
struct CurlCall
{
    Shell shell = Shell::Posix;
    QList<ShellWord> words; ///< behind `curl`
    QList<ShellWord> input; ///< lines that a PowerShell script pipes into it
    bool isOpen = false; ///< a quote or bracket is not closed
    bool hasMore = false; ///< another call follows
};

/// Whether a call of curl stands in \a text. Quick, for texts that may be anything.
bool hasCurlCall(const QString &text);
/// The first call in \a text, whatever stands around it; no words when there is none. Nothing is run and no
/// file is read.
CurlCall findCurlCall(const QString &text);

/// A place in a text; what the readers of the shells share.
class ShellCursor
{
protected:
    explicit ShellCursor(QStringView text)
        : m_text(text)
    { }

    /// The letter so far ahead; null behind the end.
    QChar peek(qsizetype ahead = 0) const;
    /// Where the line ends, its line feed not included.
    qsizetype endOfLine() const;

    QStringView m_text;
    qsizetype m_at = 0;
};

/// Puts words together letter by letter; what the readers of the shells share.
class WordBuilder
{
public:
    /// From here on there is a word, even if it stays empty.
    void begin() { m_isWord = true; }
    void put(QChar c);
    void put(const QString &text);
    /// The value of a variable; see mostExpanded.
    void put(const ShellWord &word);
    /// Something that only the shell knows, as it was written.
    void putUnknown(const QString &written);
    /// The word is at its end, if there is one.
    void end();
    /// The next word is a file that a redirection names; so is the word so far when it is a number.
    void redirect();
    bool isInWord() const { return m_isWord; }
    QList<ShellWord> take();

private:
    QList<ShellWord> m_words;
    ShellWord m_word;
    qsizetype m_expanded = 0; ///< letters that came by variables, and pieces in them that are unknown
    bool m_isWord = false;
    bool m_drops = false;
};

} // namespace faceid
