#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace faceid::signature {

/// What a sign (hmac_sha1) states: a, b, c and d of its raw text.
struct Claims
{
    QString apiKey; ///< a
    qint64 expiresAt = 0; ///< b, epoch seconds; 0: good for a single use
    qint64 issuedAt = 0; ///< c, epoch seconds
    QByteArray random; ///< d, 1 to 11 decimal digits seen in the wild, kept as text for its leading zeros
};

/// A deviation from what the document asks for, as seen from clients in the wild.
enum class Flaw {
    Whitespace, ///< line breaks or blanks around or inside
    PercentEncoded, ///< still url-encoded (%2B, %3D)
    SpaceForPlus, ///< a form decoder turned + into a blank
    UrlSafeAlphabet, ///< - and _ for + and /
    NotBase64,
    TooShort, ///< less than a digest and a text
    HexDigest, ///< 40 hex digits where 20 bytes belong
    UnreadableClaims, ///< not a=..&b=..&c=..&d=.. in that order
    NewlineInText, ///< the signed text ends in a line break, as `echo` makes it
    Milliseconds, ///< b or c counts milliseconds
    ExpiryAtIssue, ///< b is c: expired as soon as it was made
    ExpiryBeforeIssue,
};

/// A sign taken apart. Read leniently, so that a flaw can be named instead of "invalid".
struct Reading
{
    bool readable = false; ///< digest and claims could be read
    QByteArray digest; ///< 20 bytes
    QByteArray raw; ///< the text that was signed
    Claims claims;
    QList<Flaw> flaws;
};

/// The text that is signed: a=..&b=..&c=..&d=.., unencoded.
QByteArray rawText(const Claims &claims);
/// Standard padded Base64 of HMAC-SHA1(secret, rawText) followed by rawText, without line breaks.
QByteArray make(const Claims &claims, QByteArrayView secret);
/// A decimal number of ten digits from the system's random generator, for Claims::random.
QByteArray randomNumber();

Reading read(QByteArrayView sign);
/// Whether the digest is the one that \a secret gives, however flawed its spelling. False for an unreadable
/// sign.
bool matches(const Reading &reading, QByteArrayView secret);

/// What a sign states, "a=…&b=…&c=…&d=…", for who may not have it: without the HMAC, the api_key masked.
/// Empty for what is no sign.
QString statement(QByteArrayView sign);

/// One sentence about a flaw, in the language of the program.
QString describe(Flaw flaw);

} // namespace faceid::signature
