#include "shell/plaintext.h"

namespace faceid {

QString visibleText(const QString &text, bool keepLines)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        const bool line = c == u'\n' || c == u'\t';
        const bool hidden = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
            || c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
        if (hidden && !(line && keepLines))
            result += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return result;
}

} // namespace faceid
