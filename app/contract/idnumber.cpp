#include "contract/idnumber.h"

namespace faceid {

QString repairedIdNumber(const QString &text)
{
    QString result;
    for (QChar c : text) {
        constexpr char16_t fullWidthStart = 0xff01; // the full-width forms of ASCII 0x21 to 0x7e
        constexpr char16_t fullWidthEnd = 0xff5e;
        if (c >= QChar(fullWidthStart) && c <= QChar(fullWidthEnd))
            c = QChar(c.unicode() - fullWidthStart + u'!');
        const bool filler = c.isSpace() || c == u'-' || c.category() == QChar::Other_Format;
        if (!filler)
            result += c;
    }
    if (result.endsWith(u'x'))
        result.back() = u'X';
    return result;
}

QDate birthDateIn(QStringView number)
{
    if (number.size() != 18)
        return {};
    return QDate::fromString(number.sliced(6, 8).toString(), QStringLiteral("yyyyMMdd"));
}

bool idNumberCheckDigitFits(QStringView number)
{
    if (number.size() != 18)
        return false;
    // ISO 7064 MOD 11-2, from the left: the running value doubles with each digit and the whole is congruent
    // to 1.
    int value = 0;
    for (qsizetype i = 0; i < 17; ++i)
        value = (value + (number[i].unicode() - u'0')) * 2 % 11;
    const int check = (12 - value) % 11;
    const QChar expected = check == 10 ? QChar(u'X') : QChar(u'0' + check);
    return number[17].toUpper() == expected;
}

} // namespace faceid
