#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace faceid {

/// The sign of a callback: sha1(api_secret + data) in lower-case hex, over the bytes of \a data.
QByteArray callbackSign(QByteArrayView secret, QByteArrayView data);

/// Why a sign of a callback is not the one that its data should have, as seen from receivers in the wild.
enum class CallbackFlaw {
    UpperCase, ///< right, in capitals: compare without case, or write it small
    Whitespace, ///< blanks or a line break around the sign
    NewlineInData, ///< the data was saved with a line break at its end
    DataStillEncoded, ///< %7B for {: the form was not decoded
    SpacesForPlus, ///< a second decoding turned + into blanks
    Reformatted, ///< the JSON was parsed and written anew: other blanks, other order, other escapes
    KeyedDigest, ///< HMAC-SHA1 instead of SHA-1 over secret and data
    SecretBehind, ///< sha1(data + secret)
    OtherAlgorithm, ///< not 40 hexadecimal digits
};

struct CallbackCheck
{
    bool matches = false; ///< exactly
    std::optional<CallbackFlaw> flaw; ///< when it does not: what would make it match, or what is seen
};

/// Compares in constant time, and looks for the usual mistakes when it does not match. Reformatted is only
/// guessed: the data is JSON with blanks between its members, which the service does not write.
CallbackCheck checkCallback(QByteArrayView secret, QByteArrayView data, QByteArrayView sign);

/// One sentence, translated.
QString describe(CallbackFlaw flaw);

} // namespace faceid
