#include "history/searchpieces.h"

#include <QList>

#include <algorithm>

namespace faceid {

namespace {

constexpr qsizetype pieceSize = 3; // code points
constexpr qsizetype maxAsked = 12; // pieces; each costs a look-up, and a dozen leave hardly a wrong row
constexpr uint wordArea = 0xe000; // private use: what "ascii" takes for a letter

/// Code points, each of which is a letter for the tokenizer.
QList<uint> lettersOf(const QString &text)
{
    QList<uint> letters = searchForm(text).toUcs4();
    for (uint &letter : letters) {
        const bool isWord =
            letter > 127 || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z');
        if (!isWord)
            letter += wordArea;
    }
    return letters;
}

QString pieceAt(const QList<uint> &letters, qsizetype from)
{
    const qsizetype size = std::min(pieceSize, letters.size() - from);
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(letters.constData() + from), size);
}

QString quoted(const QString &piece)
{
    return u'"' + piece + u'"';
}

} // namespace

QString searchForm(const QString &text)
{
    return text.toCaseFolded();
}

QString searchPieces(const QStringList &texts)
{
    QStringList pieces;
    for (const QString &text : texts) {
        const QList<uint> letters = lettersOf(text);
        for (qsizetype i = 0; i < letters.size(); ++i)
            pieces.append(pieceAt(letters, i));
    }
    std::sort(pieces.begin(), pieces.end());
    QStringList needed; // a short piece is found by a longer one that begins with it
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (i + 1 == pieces.size() || !pieces[i + 1].startsWith(pieces[i]))
            needed.append(pieces[i]);
    }
    return needed.join(u' ');
}

QString searchQuery(const QString &typed)
{
    const QList<uint> letters = lettersOf(typed);
    if (letters.size() < pieceSize)
        return quoted(pieceAt(letters, 0)) + u'*';
    QStringList pieces{quoted(pieceAt(letters, letters.size() - pieceSize))};
    for (qsizetype i = 0; i + pieceSize < letters.size() && pieces.size() < maxAsked; i += pieceSize)
        pieces.append(quoted(pieceAt(letters, i)));
    return pieces.join(QStringLiteral(" AND "));
}

bool isShortSearch(const QString &typed)
{
    return lettersOf(typed).size() < pieceSize;
}

bool isExactSearch(const QString &typed)
{
    return lettersOf(typed).size() <= pieceSize;
}

} // namespace faceid
