#pragma once

#include <QString>
#include <QStringList>

namespace faceid {

// How any substring is found with an index of words: every text is taken apart into its pieces of three
// letters, each beginning one further on, and the piece is the word. Whoever looks for "rder-1" asks for rows
// with "rde" and "r-1" and looks at those; one or two letters are the beginning of a piece, and so are the
// last two of a text, which are shorter pieces. SQLite's own trigram tokenizer has no such pieces, and drops
// a query of fewer than three letters, which in Chinese is most of them.

/// A text as it is compared: upper and lower case are the same.
QString searchForm(const QString &text);
/// The different pieces of all \a texts as words for FTS5's tokenizer "ascii".
QString searchPieces(const QStringList &texts);
/// What to MATCH for rows that may contain \a typed, which is not empty. With three letters or fewer all of
/// them do; see isExactSearch().
QString searchQuery(const QString &typed);
/// Whether \a typed is only the beginning of pieces, of which there may be very many.
bool isShortSearch(const QString &typed);
/// Whether the index alone answers, and no row needs to be looked at.
bool isExactSearch(const QString &typed);

} // namespace faceid
