// Reads header values with parameters: Content-Type and Content-Disposition.

#include "sandbox/headervalue.h"

namespace faceid {

namespace {

/// Reads up to an unquoted \a end, which is consumed, or to the end of the text.
class Cursor
{
public:
    explicit Cursor(QByteArrayView text)
        : m_text(text)
    { }

    bool atEnd() const { return m_at >= m_text.size(); }

    QByteArray word(QByteArrayView ends, char &ended)
    {
        const qsizetype begin = m_at;
        while (!atEnd() && !ends.contains(m_text[m_at]))
            ++m_at;
        const QByteArray word = m_text.sliced(begin, m_at - begin).toByteArray().trimmed();
        ended = atEnd() ? ';' : m_text[m_at++];
        return word;
    }

    QByteArray value()
    {
        while (!atEnd() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
        char ended = 0;
        if (atEnd() || m_text[m_at] != '"')
            return word(";", ended);
        ++m_at;
        return quotedRest(); // what stands behind it up to the next ; is taken for a parameter of its own
    }

private:
    QByteArray quotedRest()
    {
        QByteArray value;
        for (; !atEnd(); ++m_at) {
            char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                break;
            }
            const bool more = m_at + 1 < m_text.size();
            if (c == '\\' && more && (m_text[m_at + 1] == '"' || m_text[m_at + 1] == '\\'))
                c = m_text[++m_at];
            value.append(c);
        }
        return value;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace

HeaderValue readHeaderValue(QByteArrayView text)
{
    Cursor cursor(text);
    HeaderValue result;
    char ended = 0;
    result.word = cursor.word(";", ended).toLower();
    while (!cursor.atEnd()) {
        const QByteArray name = cursor.word("=;", ended).toLower();
        const QByteArray value = ended == '=' ? cursor.value() : QByteArray();
        if (!name.isEmpty() && !result.parameters.contains(name))
            result.parameters.insert(name, value);
    }
    return result;
}

} // namespace faceid
