#include "contract/masking.h"

#include <QStringList>

namespace faceid {

namespace {

/// At most half of a text stays readable: what is shorter than expected may be something else, a name in the
/// field of the ID number for example.
QString keepEnds(const QString &text, qsizetype head, qsizetype tail)
{
    const QChar ellipsis(0x2026);
    if (text.size() < 2 * (head + tail))
        return text.isEmpty() ? QString() : QString(ellipsis);
    return text.first(head) + ellipsis + text.last(tail);
}

} // namespace

QString maskedName(const QString &name)
{
    // The two-character Chinese surnames in use today.
    static const QStringList compoundSurnames =
        QStringLiteral("欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 夏侯 端木 独孤 "
                       "南宫 西门 轩辕 闻人 "
                       "澹台 公冶 太史 申屠 公羊 钟离 鲜于 闾丘 濮阳 淳于 单于 百里 呼延 万俟 第五")
            .split(u' ');
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return {};
    qsizetype kept = trimmed.front().isHighSurrogate() ? 2 : 1;
    if (trimmed.size() > 2 && compoundSurnames.contains(trimmed.first(2)))
        kept = 2;
    return trimmed.first(qMin(kept, trimmed.size())) + u'*';
}

QString maskedIdNumber(const QString &number, Mask mask)
{
    switch (mask) {
    case Mask::List:
        return keepEnds(number, 1, 1);
    case Mask::Detail:
        return keepEnds(number, 3, 4);
    }
    return {};
}

bool isMasked(const QString &text)
{
    return text.contains(QChar(0x2026)) || (!text.isEmpty() && maskedName(text) == text);
}

QString maskedToken(const QString &token)
{
    return keepEnds(token, 4, 4);
}

} // namespace faceid
