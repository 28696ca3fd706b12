#include "contract/signature.h"

#include "contract/fieldspec.h"
#include "contract/masking.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

namespace faceid::signature {

namespace {

constexpr qsizetype digestBytes = 20;
constexpr qint64 firstMilliseconds = 100'000'000'000; // in seconds, the year 5138

QByteArray hmac(const QByteArray &raw, QByteArrayView secret)
{
    return QMessageAuthenticationCode::hash(raw, secret.toByteArray(), QCryptographicHash::Sha1);
}

/// \a text in one line, without tabs and without blanks at the ends of its lines. Blanks inside a line stay:
/// a form decoder makes them of +. So do those in front of a text that only with them has whole groups of
/// four.
QByteArray inOneLine(QByteArray text)
{
    text.replace('\r', '\n').replace('\t', '\n');
    QByteArray joined;
    for (const QByteArray &line : text.split('\n'))
        joined += line.trimmed();
    const auto firstOther = std::find_if(text.cbegin(), text.cend(), [](char c) { return c != ' '; });
    const qsizetype blanks = std::distance(text.cbegin(), firstOther);
    if (joined.size() % 4 != 0 && (joined.size() + blanks) % 4 == 0)
        joined.prepend(QByteArray(blanks, ' '));
    return joined;
}

/// Undoes what a copy, a mail program or a form decoder did to the text, and notes it.
QByteArray cleaned(QByteArrayView sign, QList<Flaw> &flaws)
{
    QByteArray text = sign.toByteArray();
    if (text.contains('%')) {
        flaws.append(Flaw::PercentEncoded);
        text = QByteArray::fromPercentEncoding(text);
    }
    const QByteArray plain = inOneLine(text);
    if (plain != text)
        flaws.append(Flaw::Whitespace);
    text = plain;
    if (text.contains(' ')) {
        flaws.append(Flaw::SpaceForPlus);
        text.replace(' ', '+');
    }
    if (text.contains('-') || text.contains('_')) {
        flaws.append(Flaw::UrlSafeAlphabet);
        text.replace('-', '+').replace('_', '/');
    }
    return text;
}

bool readClaims(const QByteArray &raw, Claims &claims)
{
    static const QRegularExpression shape(QRegularExpression::anchoredPattern(
        QStringLiteral("a=(.*)&b=([0-9]{1,18})&c=([0-9]{1,18})&d=([0-9]{1,11})[\\r\\n]*")));
    const auto match = shape.match(QString::fromUtf8(raw));
    if (!match.hasMatch())
        return false;
    claims.apiKey = match.captured(1);
    claims.expiresAt = match.captured(2).toLongLong();
    claims.issuedAt = match.captured(3).toLongLong();
    claims.random = match.captured(4).toLatin1();
    return true;
}

void judgeClaims(const Claims &claims, QList<Flaw> &flaws)
{
    if (claims.expiresAt >= firstMilliseconds || claims.issuedAt >= firstMilliseconds)
        flaws.append(Flaw::Milliseconds);
    else if (claims.expiresAt != 0 && claims.expiresAt == claims.issuedAt)
        flaws.append(Flaw::ExpiryAtIssue);
    else if (claims.expiresAt != 0 && claims.expiresAt < claims.issuedAt)
        flaws.append(Flaw::ExpiryBeforeIssue);
}

} // namespace

QByteArray rawText(const Claims &claims)
{
    return "a=" + claims.apiKey.toUtf8() + "&b=" + QByteArray::number(claims.expiresAt)
        + "&c=" + QByteArray::number(claims.issuedAt) + "&d=" + claims.random;
}

QByteArray make(const Claims &claims, QByteArrayView secret)
{
    const QByteArray raw = rawText(claims);
    return (hmac(raw, secret) + raw).toBase64();
}

QByteArray randomNumber()
{
    return QByteArray::number(
        QRandomGenerator::system()->bounded(qint64(1'000'000'000), qint64(10'000'000'000)));
}

Reading read(QByteArrayView sign)
{
    Reading reading;
    const auto decoded =
        QByteArray::fromBase64Encoding(cleaned(sign, reading.flaws), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded) {
        reading.flaws.append(Flaw::NotBase64);
        return reading;
    }
    const QByteArray &bytes = *decoded;
    static const QRegularExpression hexDigest(QStringLiteral("^[0-9a-fA-F]{40}a="));
    if (hexDigest.match(QString::fromLatin1(bytes)).hasMatch()) {
        reading.flaws.append(Flaw::HexDigest);
        reading.digest = QByteArray::fromHex(bytes.first(2 * digestBytes));
        reading.raw = bytes.sliced(2 * digestBytes);
    } else if (bytes.size() <= digestBytes) {
        reading.flaws.append(Flaw::TooShort);
        return reading;
    } else {
        reading.digest = bytes.first(digestBytes);
        reading.raw = bytes.sliced(digestBytes);
    }
    if (reading.raw.endsWith('\n') || reading.raw.endsWith('\r'))
        reading.flaws.append(Flaw::NewlineInText);
    reading.readable = readClaims(reading.raw, reading.claims);
    if (!reading.readable)
        reading.flaws.append(Flaw::UnreadableClaims);
    else
        judgeClaims(reading.claims, reading.flaws);
    return reading;
}

bool matches(const Reading &reading, QByteArrayView secret)
{
    return reading.readable && reading.digest == hmac(reading.raw, secret);
}

QString statement(QByteArrayView sign)
{
    Reading reading = read(sign);
    if (!reading.readable)
        return {};
    reading.claims.apiKey = maskedToken(reading.claims.apiKey);
    return QString::fromUtf8(rawText(reading.claims));
}

QString describe(Flaw flaw)
{
    switch (flaw) {
    case Flaw::Whitespace:
        return translated(
            QT_TRANSLATE_NOOP("Contract", "It has line breaks or blanks; a strict server refuses it."));
    case Flaw::PercentEncoded:
        return translated(QT_TRANSLATE_NOOP(
            "Contract", "It is url-encoded; decode it before it goes into a multipart form."));
    case Flaw::SpaceForPlus:
        return translated(QT_TRANSLATE_NOOP(
            "Contract", "It has blanks where + belongs: + was not written as %2B in a url-encoded form."));
    case Flaw::UrlSafeAlphabet:
        return translated(QT_TRANSLATE_NOOP(
            "Contract", "It uses the URL-safe Base64 alphabet; the service expects + and /."));
    case Flaw::NotBase64:
        return translated(QT_TRANSLATE_NOOP("Contract", "It is not Base64."));
    case Flaw::TooShort:
        return translated(
            QT_TRANSLATE_NOOP("Contract", "It is too short to hold a digest and the signed text."));
    case Flaw::HexDigest:
        return translated(QT_TRANSLATE_NOOP(
            "Contract", "The digest stands there as hex digits; its 20 bytes belong there."));
    case Flaw::UnreadableClaims:
        return translated(
            QT_TRANSLATE_NOOP("Contract", "The signed text is not a=..&b=..&c=..&d=.. in that order."));
    case Flaw::NewlineInText:
        return translated(QT_TRANSLATE_NOOP(
            "Contract", "The signed text ends in a line break; it must end with the digits of d."));
    case Flaw::Milliseconds:
        return translated(
            QT_TRANSLATE_NOOP("Contract", "Its times count milliseconds; seconds are expected."));
    case Flaw::ExpiryAtIssue:
        return translated(
            QT_TRANSLATE_NOOP("Contract", "It expires in the second it was made (b equals c)."));
    case Flaw::ExpiryBeforeIssue:
        return translated(QT_TRANSLATE_NOOP("Contract", "It expires before it was made (b is less than c)."));
    }
    return {};
}

} // namespace faceid::signature
