// A streaming reader of application/x-www-form-urlencoded.

#include "sandbox/urlencodedreader.h"

#include <utility>

namespace faceid {

namespace {

/// -1 for what is no hex digit.
int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

ReadState UrlEncodedReader::feed(QByteArrayView bytes)
{
    for (const char c : bytes) {
        if (m_state != ReadState::Incomplete)
            break;
        take(c);
    }
    return m_state;
}

ReadState UrlEncodedReader::finish()
{
    if (m_state != ReadState::Incomplete)
        return m_state;
    closeField();
    if (m_state == ReadState::Incomplete)
        m_state = ReadState::Complete;
    return m_state;
}

Parts UrlEncodedReader::takeParts()
{
    return m_state == ReadState::Complete ? std::exchange(m_parts, {}) : Parts();
}

void UrlEncodedReader::take(char c)
{
    if (c == '\r' || c == '\n')
        return;
    if (m_inEscape && hexValue(c) >= 0) {
        if (m_firstDigit == 0) {
            m_firstDigit = c;
            return;
        }
        put(char(hexValue(m_firstDigit) * 16 + hexValue(c)));
        m_inEscape = false;
        return;
    }
    flushEscape();
    if (c == '%') {
        m_inEscape = true;
        m_firstDigit = 0;
        return;
    }
    if (c == '&')
        closeField();
    else if (c == '=' && !m_inValue)
        m_inValue = true;
    else
        put(c == '+' ? ' ' : c);
}

void UrlEncodedReader::put(char c)
{
    if (m_inValue)
        m_value.append(c);
    else if (m_name.size() < maxFormHeaderBytes)
        m_name.append(c);
    else
        fail();
}

/// What looked like an escape was text.
void UrlEncodedReader::flushEscape()
{
    if (!std::exchange(m_inEscape, false))
        return;
    put('%');
    if (m_firstDigit != 0)
        put(m_firstDigit);
}

void UrlEncodedReader::closeField()
{
    flushEscape();
    if (m_state == ReadState::Bad)
        return;
    if (!m_name.isEmpty()) {
        if (m_parts.size() == maxFormParts) {
            fail();
            return;
        }
        m_parts.append({QString::fromUtf8(m_name), std::exchange(m_value, {}), {}, {}});
    }
    m_name.clear();
    m_value.clear();
    m_inValue = false;
}

void UrlEncodedReader::fail()
{
    m_state = ReadState::Bad;
    m_parts = {};
    m_value = {};
}

} // namespace faceid
