#include "shell/command.h"

#include <QStringList>

namespace faceid {

namespace {

// What a word of the pattern is worth, by how it was found.
constexpr int atStart = 100;
constexpr int atWordStart = 80;
constexpr int inside = 60;
constexpr int scattered = 10;

bool isWordStart(const QString &text, qsizetype at)
{
    // Chinese has no spaces: every character that is not a letter of an alphabet starts a word.
    const QChar here = text.at(at);
    return at == 0 || !text.at(at - 1).isLetterOrNumber() || here.script() == QChar::Script_Han
        || (here.isUpper() && text.at(at - 1).isLower());
}

int wordScore(const QString &word, const QString &text)
{
    int best = 0;
    for (qsizetype at = text.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(word, at + 1, Qt::CaseInsensitive))
        best = std::max(best, at == 0 ? atStart : isWordStart(text, at) ? atWordStart : inside);
    if (best > 0)
        return best;
    // Letters in order, the first at the start of a word: "cpt" finds "Copy token", "t" in "Quit" does not.
    qsizetype from = -1;
    for (qsizetype i = 0; i < text.size() && from < 0; ++i) {
        if (isWordStart(text, i) && text.at(i).toCaseFolded() == word.at(0).toCaseFolded())
            from = i;
    }
    if (from < 0)
        return 0;
    for (const QChar letter : word) {
        from = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (from < 0)
            return 0;
        ++from;
    }
    return scattered;
}

} // namespace

QString keysText(const Command &command)
{
    QStringList texts;
    for (const QKeySequence &key : command.keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(QStringLiteral(" / "));
}

int fuzzyScore(const QString &pattern, const QString &text)
{
    int sum = 1; // an empty pattern fits everything
    for (const QString &word : pattern.split(u' ', Qt::SkipEmptyParts)) {
        const int score = wordScore(word, text);
        if (score == 0)
            return 0;
        sum += score;
    }
    return sum;
}

} // namespace faceid
