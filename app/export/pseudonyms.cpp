#include "export/pseudonyms.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <array>

namespace faceid {

namespace {

struct KindTexts
{
    const char *name;
    const char *title;
};

/// In the order of HiddenKind.
constexpr std::array<KindTexts, 9> kindTexts{{
    {"name", QT_TRANSLATE_NOOP("Pseudonyms", "Name")},
    {"id number", QT_TRANSLATE_NOOP("Pseudonyms", "ID number")},
    {"user", QT_TRANSLATE_NOOP("Pseudonyms", "User ID")},
    {"token", QT_TRANSLATE_NOOP("Pseudonyms", "Token")},
    {"text", QT_TRANSLATE_NOOP("Pseudonyms", "Text handed through")},
    {"url value", QT_TRANSLATE_NOOP("Pseudonyms", "Value in an address")},
    {"cookie", QT_TRANSLATE_NOOP("Pseudonyms", "Cookie")},
    {"content", QT_TRANSLATE_NOOP("Pseudonyms", "Long content")},
    {"folder", QT_TRANSLATE_NOOP("Pseudonyms", "Folder of the user")},
}};

} // namespace

QString hiddenName(HiddenKind kind)
{
    return QLatin1String(kindTexts[size_t(kind)].name);
}

QString hiddenTitle(const QString &name)
{
    for (const KindTexts &kind : kindTexts) {
        if (name == QLatin1String(kind.name))
            return QCoreApplication::translate("Pseudonyms", kind.title);
    }
    return name;
}

bool holdsPseudonym(const QString &text)
{
    static const QRegularExpression pattern = [] {
        QStringList names;
        for (const KindTexts &kind : kindTexts)
            names.append(QLatin1String(kind.name));
        return QRegularExpression(QStringLiteral("\\[(%1) \\d+\\]").arg(names.join(u'|')));
    }();
    return pattern.match(text).hasMatch();
}

QString Pseudonyms::of(HiddenKind kind, const QByteArray &identity, const QString &original)
{
    const QByteArray key = char('0' + int(kind)) + identity;
    const auto known = m_known.constFind(key);
    if (known != m_known.cend())
        return *known;
    const int number = ++m_counts[int(kind)];
    const QString pseudonym =
        add(kind, QStringLiteral("[%1 %2]").arg(hiddenName(kind)).arg(number), original);
    m_known.insert(key, pseudonym);
    return pseudonym;
}

QString Pseudonyms::described(const QString &words)
{
    const QByteArray key = words.toUtf8();
    if (!m_known.contains(key))
        m_known.insert(key, add(HiddenKind::Content, u'[' + words + u']', {}));
    return m_known.value(key);
}

QString Pseudonyms::add(HiddenKind kind, const QString &pseudonym, const QString &original)
{
    m_all.append({pseudonym, hiddenName(kind), original, 0});
    return pseudonym;
}

} // namespace faceid
