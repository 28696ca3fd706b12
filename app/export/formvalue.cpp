#include "export/formvalue.h"

namespace faceid {

namespace {

/// Reads what stands between semicolons, quoted or not.
class PieceReader
{
public:
    explicit PieceReader(QStringView text)
        : m_text(text)
    { }

    bool atEnd() const { return m_at >= m_text.size(); }

    /// Up to the next semicolon, and past it.
    QString next()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        const qsizetype from = m_at;
        if (m_at < m_text.size() && m_text.at(m_at) == u'"') {
            const QString inside = quoted();
            if (m_isClosed) {
                skipPiece();
                return inside;
            }
            m_at = from; // curl takes a quote that is not closed for a letter
        }
        const qsizetype end = skipPiece();
        return m_text.sliced(from, end - from).toString().trimmed();
    }

private:
    /// Past the next semicolon; where it stood, or the end.
    qsizetype skipPiece()
    {
        const qsizetype semicolon = m_text.indexOf(u';', m_at);
        const qsizetype end = semicolon < 0 ? m_text.size() : semicolon;
        m_at = qMin(end + 1, m_text.size());
        return end;
    }

    QString quoted()
    {
        QString inside;
        m_isClosed = false;
        for (++m_at; m_at < m_text.size() && !m_isClosed; ++m_at) {
            const bool isEscape = m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size()
                && QStringView(u"\\\"").contains(m_text.at(m_at + 1));
            if (isEscape)
                inside += m_text.at(++m_at);
            else if (m_text.at(m_at) == u'"')
                m_isClosed = true;
            else
                inside += m_text.at(m_at);
        }
        return inside;
    }

    QStringView m_text;
    qsizetype m_at = 0;
    bool m_isClosed = false;
};

} // namespace

FormValue readFormValue(const QString &argument, bool isLiteral)
{
    const qsizetype equals = argument.indexOf(u'=');
    FormValue value;
    value.name = argument.first(equals < 0 ? argument.size() : equals);
    QStringView rest = QStringView(argument).sliced(equals < 0 ? argument.size() : equals + 1);
    if (isLiteral) {
        value.content = rest.toString();
        return value;
    }
    if (rest.startsWith(u'@') || rest.startsWith(u'<')) {
        value.sign = rest.front();
        rest = rest.sliced(1);
    }
    PieceReader reader(rest);
    value.content = reader.next();
    while (!reader.atEnd())
        value.notes.append(reader.next());
    value.notes.removeAll(QString());
    return value;
}

} // namespace faceid
