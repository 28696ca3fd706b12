#pragma once

#include "sandbox/multipartreader.h"

#include <QByteArray>

namespace faceid {

/// Reads application/x-www-form-urlencoded, fed in chunks of any size. A + is a blank, as browsers mean it (a
/// sign sent with a bare + arrives with a blank, which signature::read() knows). Line breaks that are not
/// encoded are dropped: wrapped Base64 and a newline at the end of a file come that way. A % without two hex
/// digits is itself.
class UrlEncodedReader
{
public:
    ReadState feed(QByteArrayView bytes);
    /// The end of the body, which only its sender knows: Complete or Bad.
    ReadState finish();
    /// The fields in the order they came, once Complete; none otherwise.
    Parts takeParts();

private:
    void take(char c);
    void put(char c);
    void flushEscape();
    void closeField();
    void fail();

    ReadState m_state = ReadState::Incomplete;
    QByteArray m_name;
    QByteArray m_value;
    bool m_inValue = false;
    bool m_inEscape = false; ///< a % was read and not yet both of its digits
    char m_firstDigit = 0; ///< 0: not read
    Parts m_parts;
};

} // namespace faceid
