#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace faceid {

/// What a pseudonym stands for.
enum class HiddenKind {
    Name,
    IdNumber,
    UserId, ///< uuid of a request
    Token,
    Text, ///< whatever an integrator hands through (biz_extra_data)
    UrlValue, ///< in the query of an address
    Cookie,
    Content, ///< long or binary: a picture for example
    Folder, ///< of this computer's user
};

/// Stable text for JSON: "name", "id number", ...
QString hiddenName(HiddenKind kind);
/// In a word or two, translated, for a name that hiddenName() gave; any other comes back.
QString hiddenTitle(const QString &name);

/// Whether a pseudonym stands somewhere in \a text: it is no value that could be sent.
bool holdsPseudonym(const QString &text);

/// One value that others are not to see, and what they see instead.
struct Replacement
{
    QString pseudonym; ///< "[name 1]": in square brackets, so that it is seen in plain text, too
    QString kind; ///< hiddenName()
    QString original; ///< as this program has it, masks included; never leaves it
    int times = 0; ///< how often the pseudonym stands in the files
};

/// Names for values, the same for the same value and another for another.
class Pseudonyms
{
public:
    /// The pseudonym of what \a identity is the same for; \a original is shown to who decides.
    QString of(HiddenKind kind, const QByteArray &identity, const QString &original);
    /// The same for a value of which size and check sum may be told: \a words are its pseudonym.
    QString described(const QString &words);

    QList<Replacement> &all() { return m_all; }

private:
    QString add(HiddenKind kind, const QString &pseudonym, const QString &original);

    QList<Replacement> m_all;
    QHash<QByteArray, QString> m_known;
    QHash<int, int> m_counts; ///< by kind
};

} // namespace faceid
