#include "contract/callbacksign.h"

#include "contract/fieldspec.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

#include <algorithm>

namespace faceid {

namespace {

/// Takes as long wherever two texts differ.
bool sameBytes(QByteArrayView a, QByteArrayView b)
{
    if (a.size() != b.size())
        return false;
    uchar difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= uchar(a[i]) ^ uchar(b[i]);
    return difference == 0;
}

bool isHexDigest(QByteArrayView text)
{
    return text.size() == 40 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

QByteArray withPlusForSpaces(QByteArrayView data)
{
    return data.toByteArray().replace(' ', '+');
}

std::optional<CallbackFlaw> flawOf(QByteArrayView secret, QByteArrayView data, QByteArrayView sign)
{
    const QByteArray trimmed = sign.toByteArray().trimmed();
    const QByteArray small = trimmed.toLower();
    const auto fits = [&](QByteArrayView other) { return sameBytes(callbackSign(secret, other), small); };
    if (fits(data))
        return trimmed.size() < sign.size() ? CallbackFlaw::Whitespace : CallbackFlaw::UpperCase;
    if (!isHexDigest(small))
        return CallbackFlaw::OtherAlgorithm;
    const QByteArray bytes = data.toByteArray();
    if (const QByteArray ending = bytes.trimmed(); ending.size() < bytes.size() && fits(ending))
        return CallbackFlaw::NewlineInData;
    if (fits(QByteArray::fromPercentEncoding(bytes))
        || fits(QByteArray::fromPercentEncoding(QByteArray(bytes).replace('+', ' '))))
        return CallbackFlaw::DataStillEncoded;
    if (bytes.contains(' ') && fits(withPlusForSpaces(data)))
        return CallbackFlaw::SpacesForPlus;
    const QByteArray keyed =
        QMessageAuthenticationCode::hash(bytes, secret.toByteArray(), QCryptographicHash::Sha1).toHex();
    if (sameBytes(keyed, small))
        return CallbackFlaw::KeyedDigest;
    if (sameBytes(callbackSign(data, secret), small))
        return CallbackFlaw::SecretBehind;
    if (bytes.contains("\": ") || bytes.contains(", \"") || bytes.contains("\n"))
        return CallbackFlaw::Reformatted;
    return std::nullopt;
}

} // namespace

QByteArray callbackSign(QByteArrayView secret, QByteArrayView data)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(secret);
    hash.addData(data);
    return hash.result().toHex();
}

CallbackCheck checkCallback(QByteArrayView secret, QByteArrayView data, QByteArrayView sign)
{
    if (sameBytes(callbackSign(secret, data), sign))
        return {true, std::nullopt};
    return {false, flawOf(secret, data, sign)};
}

QString describe(CallbackFlaw flaw)
{
    switch (flaw) {
    case CallbackFlaw::UpperCase:
        return translated(QT_TRANSLATE_NOOP("Contract", "The sign is right but written in capitals."));
    case CallbackFlaw::Whitespace:
        return translated(
            QT_TRANSLATE_NOOP("Contract", "The sign is right but has blanks or a line break around it."));
    case CallbackFlaw::NewlineInData:
        return translated(QT_TRANSLATE_NOOP("Contract",
            "The sign is that of the data without the line break at its end: take the bytes as they came."));
    case CallbackFlaw::DataStillEncoded:
        return translated(QT_TRANSLATE_NOOP(
            "Contract", "The sign is that of the data after url-decoding: decode the form first."));
    case CallbackFlaw::SpacesForPlus:
        return translated(QT_TRANSLATE_NOOP(
            "Contract", "The sign is that of the data with + for blanks: it was decoded twice."));
    case CallbackFlaw::Reformatted:
        return translated(QT_TRANSLATE_NOOP("Contract",
            "The data looks as if its JSON was read and written anew. The sign holds for the bytes as they came."));
    case CallbackFlaw::KeyedDigest:
        return translated(QT_TRANSLATE_NOOP("Contract",
            "The sign is an HMAC. It should be the plain SHA-1 of secret and data behind each other."));
    case CallbackFlaw::SecretBehind:
        return translated(
            QT_TRANSLATE_NOOP("Contract", "The secret was put behind the data; it belongs in front."));
    case CallbackFlaw::OtherAlgorithm:
        return translated(
            QT_TRANSLATE_NOOP("Contract", "The sign is not 40 hexadecimal digits, as a SHA-1 has."));
    }
    return {};
}

} // namespace faceid
