#include "export/codeliteral.h"

#include <utility>

namespace faceid::literal {

namespace {

/// Whether a character cannot be seen, ends a line or turns the direction of what follows: it would hide
/// something from the reader of a program, or break it.
bool isUnseen(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString hex(QChar c)
{
    return QStringLiteral("\\u%1").arg(ushort(c.unicode()), 4, 16, QLatin1Char('0'));
}

/// What the languages with a backslash agree on; null where the character stands for itself.
QString shortEscape(QChar c)
{
    switch (c.unicode()) {
    case u'\\':
        return QStringLiteral("\\\\");
    case u'"':
        return QStringLiteral("\\\"");
    case u'\n':
        return QStringLiteral("\\n");
    case u'\r':
        return QStringLiteral("\\r");
    case u'\t':
        return QStringLiteral("\\t");
    default:
        return {};
    }
}

QString escaped(const QString &text, bool (*mustBeHex)(QChar))
{
    QString result(u'"');
    for (const QChar c : text) {
        const QString escape = shortEscape(c);
        result += !escape.isNull() ? escape : mustBeHex(c) ? hex(c) : QString(c);
    }
    return result + u'"';
}

/// \a text with \a before put before each character of \a which.
QString prefixed(const QString &text, QStringView which, QStringView before)
{
    QString result;
    for (const QChar c : text) {
        if (which.contains(c))
            result += before;
        result += c;
    }
    return result;
}

} // namespace

QString quoted(const QString &text)
{
    return escaped(text, &isUnseen);
}

QString java(const QString &text)
{
    return escaped(text, [](QChar c) { return c.unicode() < 0x20 || c.unicode() > 0x7e; });
}

QString php(const QString &text)
{
    return u'\'' + prefixed(text, u"\\'", u"\\") + u'\'';
}

QString shell(const QString &text)
{
    QString inside = text;
    inside.replace(u'\'', QLatin1String("'\\''"));
    return u'\'' + inside + u'\'';
}

QString powerShell(const QString &text)
{
    QString result(u'\'');
    for (const QChar c : text) {
        if (QStringView(u"'\u2018\u2019\u201a\u201b").contains(c))
            result += c;
        result += c;
    }
    return result + u'\'';
}

QString cmd(const QString &text)
{
    // For the program that gets it: a quote is \", and backslashes before one are doubled.
    QString argument(u'"');
    qsizetype backslashes = 0;
    for (const QChar c : text + u'"') {
        if (c == u'"')
            argument += QString(backslashes, u'\\');
        backslashes = c == u'\\' ? backslashes + 1 : 0;
        argument += c == u'"' ? QStringLiteral("\\\"") : QString(c);
    }
    argument.chop(2);
    argument += u'"';
    // For cmd.exe: everything that it reads itself is escaped, the quotes too, so that it never is inside
    // any.
    QString line;
    for (const QChar c : std::as_const(argument)) {
        if (c == u'\r')
            continue; // it drops them
        if (c == u'\n')
            line += QLatin1String("^\n\n");
        else if (c == u'%')
            line += QLatin1String("%%");
        else if (QStringView(u"^\"&|<>()!").contains(c))
            line += QString(u'^') + c;
        else
            line += c;
    }
    return line;
}

QString curlConfig(const QString &text)
{
    QString result(u'"');
    for (const QChar c : text) {
        const QString escape = shortEscape(c);
        result += escape.isNull() ? QString(c) : escape;
    }
    return result + u'"';
}

QString curlForm(const QString &text)
{
    return u'"' + prefixed(text, u"\\\"", u"\\") + u'"';
}

} // namespace faceid::literal
