#include "history/searchpieces.h"

#include <QList>

#include <algorithm>
#include <vector>

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

/// A piece in one number, which sorts as the piece does: a row has hundreds. No letter is 0.
using PackedPiece = quint64;
constexpr int letterBits = 21;
constexpr PackedPiece letterMask = (PackedPiece(1) << letterBits) - 1;

PackedPiece packedPiece(const QList<uint> &letters, qsizetype from)
{
    PackedPiece piece = 0;
    for (qsizetype i = from; i < from + pieceSize; ++i)
        piece = piece << letterBits | (i < letters.size() ? letters[i] : 0);
    return piece;
}

bool beginsWith(PackedPiece piece, PackedPiece start)
{
    PackedPiece mask = ~PackedPiece(0);
    for (PackedPiece rest = start; (rest & letterMask) == 0; rest >>= letterBits)
        mask <<= letterBits;
    return (piece & mask) == start;
}

void appendPiece(QString &text, PackedPiece piece)
{
    for (int place = pieceSize - 1; place >= 0; --place) {
        if (const auto letter = char32_t(piece >> (place * letterBits) & letterMask))
            text += QChar::fromUcs4(letter);
    }
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
    std::vector<PackedPiece> pieces;
    for (const QString &text : texts) {
        const QList<uint> letters = lettersOf(text);
        for (qsizetype i = 0; i < letters.size(); ++i)
            pieces.push_back(packedPiece(letters, i));
    }
    std::sort(pieces.begin(), pieces.end());
    QString needed; // a short piece is found by a longer one that begins with it
    for (size_t i = 0; i < pieces.size(); ++i) {
        if (i + 1 < pieces.size() && beginsWith(pieces[i + 1], pieces[i]))
            continue;
        if (!needed.isEmpty())
            needed += u' ';
        appendPiece(needed, pieces[i]);
    }
    return needed;
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
