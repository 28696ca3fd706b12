#include "export/redaction.h"

#include "contract/idnumber.h"
#include "contract/masking.h"
#include "contract/sha256.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

#include <algorithm>

namespace faceid {

namespace {

constexpr qsizetype shortestMask = 2; // letters: an ellipsis alone stands for other things, too
constexpr qsizetype shortestValue = 3; // anything shorter would take ordinary words apart
constexpr QLatin1String extraData("biz_extra_data");

QString sizeAndHash(qsizetype size, const char *unit, const QByteArray &bytes)
{
    return QStringLiteral("%1 %2, sha256 %3")
        .arg(size)
        .arg(QLatin1String(unit), QLatin1String(sha256Hex(bytes)));
}

} // namespace

Redaction::Redaction(const Exchange &exchange, Pseudonyms &pseudonyms)
    : m_pseudonyms(pseudonyms)
{
    hideParts(exchange);
    for (const QString &token : tokensIn(exchange.reply))
        hide(token, pseudonyms.of(HiddenKind::Token, token.toUtf8(), maskedToken(token)));
    if (const QString home = QDir::homePath(); home.size() > 1)
        hide(home, pseudonyms.of(HiddenKind::Folder, home.toUtf8(), home));
    makePattern();
    // With what stands for names in hand, the addresses that may carry them.
    const EndpointSpec *spec = exchange.spec();
    for (const Part &part : spec ? exchange.request : Parts()) {
        const FieldSpec *row = spec->field(part.name);
        if (!row || row->kind != Kind::Url)
            continue;
        const QString value = QString::fromUtf8(part.value);
        if (!value.isEmpty())
            hide(value, url(QUrl(value)));
    }
    makePattern();
}

void Redaction::hideParts(const Exchange &exchange)
{
    const EndpointSpec *spec = exchange.spec();
    for (const Part &part : spec ? exchange.request : Parts()) {
        const FieldSpec *row = spec->field(part.name);
        if (!row || part.isFile() || row->kind == Kind::Image)
            continue;
        const QString value = QString::fromUtf8(part.value);
        QString pseudonym;
        if (row->isPersonal()) {
            const bool isName = row->kind == Kind::PersonName;
            const QByteArray &code = isName ? exchange.nameKey : exchange.numberKey;
            pseudonym = m_pseudonyms.of(isName ? HiddenKind::Name : HiddenKind::IdNumber,
                code.isEmpty() ? exchange.id.toByteArray() : code, value);
            if (value.size() >= shortestMask)
                hide(value, pseudonym);
        } else if (row->section == Section::Subject) {
            pseudonym = m_pseudonyms.of(HiddenKind::UserId, part.value, value);
        } else if (part.name == extraData) {
            pseudonym = m_pseudonyms.of(HiddenKind::Text, part.value, value);
        } else {
            continue;
        }
        m_parts.insert(part.name, pseudonym);
        if (!row->isPersonal() && value.size() >= shortestValue)
            hide(value, pseudonym);
    }
}

/// In every way in which the value may stand in another one.
void Redaction::hide(const QString &value, const QString &pseudonym)
{
    QString slashes = value;
    slashes.replace(u'/', QStringLiteral("\\/")); // as some write it in JSON
    for (const QString &spelling : spellings(value) + QStringList{slashes})
        m_hidden.insert(spelling.toLower(), pseudonym);
}

/// One pass over a text, the longest first, so that nothing is replaced in what stands for another.
void Redaction::makePattern()
{
    QStringList all = m_hidden.keys();
    std::sort(all.begin(), all.end(),
        [](const QString &one, const QString &other) { return one.size() > other.size(); });
    QStringList choices;
    for (const QString &value : std::as_const(all))
        choices.append(QRegularExpression::escape(value));
    choices.append(QStringLiteral("(?<![0-9])[1-9][0-9]{16}[0-9Xx](?![0-9])"));
    choices.append(QStringLiteral("(?<![A-Za-z0-9+/_=\\\\-])(?<long>[A-Za-z0-9+/_=\\\\-]{256,}+)"));
    m_pattern.setPattern(choices.join(u'|'));
    m_pattern.setPatternOptions(
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

QString Redaction::replacementOf(const QRegularExpressionMatch &match) const
{
    const QString found = match.captured();
    const auto hidden = m_hidden.constFind(found.toLower());
    if (hidden != m_hidden.cend())
        return *hidden;
    if (match.capturedLength(QStringLiteral("long")) > 0)
        return m_pseudonyms.described(sizeAndHash(found.size(), "characters", found.toUtf8()));
    if (!birthDateIn(found).isValid())
        return found;
    return m_pseudonyms.of(HiddenKind::IdNumber, found.toUpper().toUtf8(), maskedIdNumber(found));
}

QString Redaction::text(const QString &text) const
{
    QString result;
    qsizetype end = 0;
    auto it = m_pattern.globalMatch(text);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        result += QStringView(text).sliced(end, match.capturedStart() - end);
        result += replacementOf(match);
        end = match.capturedEnd();
    }
    // Values too long for a pattern, or a text too long for it: nobody knows what stands there.
    if (!it.isValid() && !text.isEmpty())
        return m_pseudonyms.described(sizeAndHash(text.size(), "characters", text.toUtf8()));
    return result + text.mid(end);
}

QJsonValue Redaction::json(const QJsonValue &value) const
{
    switch (value.type()) {
    case QJsonValue::String:
        return text(value.toString());
    case QJsonValue::Double: {
        const QString digits = value.toVariant().toString();
        const QString clean = text(digits);
        return clean == digits ? value : QJsonValue(clean);
    }
    case QJsonValue::Array: {
        QJsonArray array;
        const QJsonArray all = value.toArray();
        for (const QJsonValue &one : all)
            array.append(json(one));
        return array;
    }
    case QJsonValue::Object: {
        QJsonObject object;
        const QJsonObject all = value.toObject();
        for (auto it = all.begin(); it != all.end(); ++it)
            object.insert(text(it.key()), json(*it));
        return object;
    }
    case QJsonValue::Null:
    case QJsonValue::Bool:
    case QJsonValue::Undefined:
        break;
    }
    return value;
}

QString Redaction::part(const Part &part) const
{
    const auto whole = m_parts.constFind(part.name);
    return whole != m_parts.cend() ? *whole : text(QString::fromUtf8(part.value));
}

QString Redaction::header(const QByteArray &name, const QByteArray &value) const
{
    const QString words = QString::fromUtf8(value);
    if (name.compare("set-cookie", Qt::CaseInsensitive) == 0)
        return m_pseudonyms.of(HiddenKind::Cookie, value, words);
    if (name.compare("location", Qt::CaseInsensitive) == 0)
        return url(QUrl(words));
    return text(words);
}

QString Redaction::url(const QUrl &address) const
{
    if (!address.isValid()) {
        const QString words = address.toString().isEmpty() ? address.errorString() : address.toString();
        return m_pseudonyms.of(HiddenKind::UrlValue, words.toUtf8(), words);
    }
    const QUrl bare = address.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString result = text(bare.toString(QUrl::PrettyDecoded));
    QStringList values;
    for (const auto &[name, value] :
        QUrlQuery(address.query(QUrl::FullyEncoded)).queryItems(QUrl::FullyDecoded)) {
        QString pseudonym = value.isEmpty() ? QString() : m_hidden.value(value.toLower());
        if (pseudonym.isEmpty() && !value.isEmpty())
            pseudonym = m_pseudonyms.of(HiddenKind::UrlValue, value.toUtf8(), value);
        values.append(text(name) + u'=' + pseudonym);
    }
    if (!values.isEmpty())
        result += u'?' + values.join(u'&');
    if (address.hasFragment())
        result +=
            u'#' + m_pseudonyms.of(HiddenKind::UrlValue, address.fragment().toUtf8(), address.fragment());
    return result;
}

QString Redaction::body(const QByteArray &bytes) const
{
    const QString words = QString::fromUtf8(bytes);
    return words.toUtf8() == bytes ? text(words)
                                   : m_pseudonyms.described(sizeAndHash(bytes.size(), "bytes", bytes));
}

Exchange pseudonymized(const Exchange &exchange, Pseudonyms &pseudonyms)
{
    const Redaction redaction(exchange, pseudonyms);
    Exchange result = exchange;
    for (Part &part : result.request) {
        part.value = redaction.part(part).toUtf8();
        part.fileName = redaction.text(part.fileName);
    }
    result.address = QUrl(redaction.url(exchange.address));
    Reply &reply = result.reply;
    for (auto &[name, value] : reply.headers)
        value = redaction.header(name, value).toUtf8();
    if (!reply.body.isEmpty())
        reply.body = redaction.body(reply.body).toUtf8();
    if (!reply.location.isEmpty())
        reply.location = QUrl(redaction.url(reply.location));
    for (QString *text : {&reply.requestId, &reply.errorText, &reply.oddity, &result.bizNo})
        *text = redaction.text(*text);
    reply.token.clear(); // what stands for it is none
    return result;
}

} // namespace faceid
