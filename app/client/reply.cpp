#include "client/reply.h"

#include "contract/masking.h"
#include "contract/refusal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <limits>

namespace faceid {

namespace {

// Either API's key is read for both: which gateway answers decides, not which document was asked for.
constexpr QLatin1String errorKeys[] = {QLatin1String("error"), QLatin1String("error_message")};

constexpr qint64 maxHeaderBytes = 256 * 1024;
constexpr qint64 lastPlausibleSecond = 100'000'000'000; // beyond it, somebody counts milliseconds

QList<QByteArray> headerValues(const Reply &reply, QByteArrayView name)
{
    QList<QByteArray> values;
    for (const auto &[key, value] : reply.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            values.append(value);
    }
    return values;
}

QString headerText(const Reply &reply, QByteArrayView name)
{
    const QList<QByteArray> values = headerValues(reply, name);
    return values.size() == 1 ? QString::fromLatin1(values.constFirst().trimmed()) : QString();
}

std::optional<qint64> decimal(const QString &text)
{
    static const QRegularExpression digits(QStringLiteral("\\A[0-9]{1,18}\\z"));
    if (!digits.match(text).hasMatch())
        return std::nullopt;
    return text.toLongLong();
}

void readHeaders(Reply &reply)
{
    reply.location = QUrl(headerText(reply, "Location"));
    const auto seconds = decimal(headerText(reply, "Retry-After"));
    if (seconds && *seconds <= std::numeric_limits<int>::max())
        reply.retryAfterSeconds = int(*seconds);
}

/// Qt passes no header at all on when there are too many; other versions pass them all on.
QString headerOddity(Reply &reply)
{
    if (reply.headers.isEmpty())
        return QStringLiteral("no header lines, or more than can be read");
    qint64 bytes = 0;
    for (const auto &[name, value] : std::as_const(reply.headers))
        bytes += name.size() + value.size();
    if (bytes <= maxHeaderBytes)
        return {};
    reply.headers.clear();
    return QStringLiteral("%1 bytes of header lines").arg(bytes);
}

/// Why the bytes received cannot be the body that the sender meant. Qt reports no error for any of these.
QString framingOddity(const Reply &reply)
{
    const QList<QByteArray> encodings = headerValues(reply, "Content-Encoding");
    for (const QByteArray &encoding : encodings) {
        if (encoding.compare("identity", Qt::CaseInsensitive) != 0)
            return QStringLiteral("Content-Encoding that was not asked for");
    }
    const QList<QByteArray> lengths = headerValues(reply, "Content-Length");
    if (lengths.isEmpty())
        return {};
    if (lengths.size() > 1 || lengths.constFirst().contains(','))
        return QStringLiteral("more than one Content-Length");
    if (!headerValues(reply, "Transfer-Encoding").isEmpty())
        return QStringLiteral("Content-Length together with Transfer-Encoding");
    const auto length = decimal(QString::fromLatin1(lengths.constFirst().trimmed()));
    if (!length)
        return QStringLiteral("Content-Length is no number");
    if (*length != reply.body.size())
        return QStringLiteral("Content-Length says %1 bytes, %2 came").arg(*length).arg(reply.body.size());
    return {};
}

/// The end of the JSON string that starts at \a open, behind its closing quote. \a json is valid JSON.
qsizetype endOfString(const QByteArray &json, qsizetype open)
{
    qsizetype i = open + 1;
    while (i < json.size() && json[i] != '"')
        i += json[i] == '\\' ? 2 : 1;
    return i + 1;
}

/// The keys of the outermost object in the order written. QJsonDocument lets the last of two equal keys win
/// and tells nobody, so the text is walked. \a json is valid JSON.
QStringList topLevelKeys(const QByteArray &json)
{
    QStringList keys;
    int depth = 0;
    bool expectsKey = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        switch (json[i]) {
        case '{':
        case '[':
            expectsKey = ++depth == 1;
            break;
        case '}':
        case ']':
            --depth;
            break;
        case ',':
            expectsKey = depth == 1;
            break;
        case '"': {
            const qsizetype end = endOfString(json, i);
            if (expectsKey) // read as JSON, because t can be written \u0074
                keys.append(
                    QJsonDocument::fromJson('[' + json.sliced(i, end - i) + ']').array().at(0).toString());
            expectsKey = false;
            i = end - 1;
            break;
        }
        }
    }
    return keys;
}

std::optional<QJsonObject> strictObject(Reply &reply)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(reply.body, &error);
    if (error.error != QJsonParseError::NoError) {
        reply.oddity = reply.body.isEmpty()
            ? QStringLiteral("empty body")
            : QStringLiteral("no JSON: %1 at byte %2").arg(error.errorString()).arg(error.offset);
        return std::nullopt;
    }
    if (!document.isObject()) {
        reply.oddity = QStringLiteral("JSON, but no object");
        return std::nullopt;
    }
    return document.object();
}

std::optional<qint64> wholeNumber(const QJsonValue &value)
{
    if (value.isString())
        return decimal(value.toString());
    const double number = value.toDouble(-1);
    if (number < 0 || number > 9e15 || number != std::floor(number))
        return std::nullopt;
    return qint64(number);
}

/// Printable ASCII that no shell, web page or label can take for anything else.
constexpr QLatin1String tokenCharacters("[!#-&(-;=?-~]");

bool isPlainToken(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("\\A%1{1,1024}\\z").arg(tokenCharacters));
    return shape.match(text).hasMatch();
}

/// What is worth keeping of any answer, valid or not. Missing values are no fault: some failures carry
/// neither request_id nor time_used.
void readFacts(const QJsonObject &object, Reply &reply)
{
    const QString requestId = object.value(u"request_id").toString();
    if (isPlainToken(requestId))
        reply.requestId = requestId;
    reply.timeUsedMs = wholeNumber(object.value(u"time_used")).value_or(-1);
    for (const QLatin1String key : errorKeys) {
        if (reply.errorText.isEmpty())
            reply.errorText = object.value(key).toString();
    }
}

void explainError(const EndpointSpec &spec, Reply &reply)
{
    if (reply.errorText.trimmed().isEmpty() && reply.httpStatus != 413)
        return;
    const Refusal refusal = explainRefusal(spec, reply.httpStatus, reply.errorText);
    reply.errorCode = refusal.code;
    reply.errorField = refusal.field;
}

Verdict invalid(Reply &reply, const QString &oddity)
{
    reply.oddity = oddity;
    return Verdict::Invalid;
}

/// Takes token and expiry out of a success; what is wrong with it, or nothing.
QString readToken(const EndpointSpec &spec, const QJsonObject &object, Reply &reply)
{
    const QJsonValue token = object.value(spec.tokenKey);
    if (token.isUndefined())
        return QStringLiteral("no %1").arg(spec.tokenKey);
    if (!token.isString())
        return QStringLiteral("%1 is no text").arg(spec.tokenKey);
    if (!isPlainToken(token.toString()))
        return QStringLiteral("%1 is empty, too long or has characters that no token has").arg(spec.tokenKey);
    reply.token = token.toString();
    const auto expiry = spec.expiryKey.isEmpty() ? std::nullopt : wholeNumber(object.value(spec.expiryKey));
    if (expiry && *expiry > 0 && *expiry < lastPlausibleSecond)
        reply.expiresAt = QDateTime::fromSecsSinceEpoch(*expiry, Qt::UTC);
    return {};
}

/// Judges a strict JSON object without doubled keys by its status. \a ofSuccess is a key that only a success
/// has; empty: there is none.
Verdict judgeObject(
    const QJsonObject &object, const QString &ofSuccess, const SuccessJudge &judge, Reply &reply)
{
    const int status = reply.httpStatus;
    const bool hasError = std::any_of(std::begin(errorKeys), std::end(errorKeys),
        [&object](const QString &key) { return object.contains(key); });
    if (status == 200) {
        const QString oddity = hasError ? QStringLiteral("HTTP 200 with an error") : judge(object);
        return oddity.isEmpty() ? Verdict::Issued : invalid(reply, oddity);
    }
    if (!ofSuccess.isEmpty() && object.contains(ofSuccess))
        return invalid(reply, QStringLiteral("HTTP %1 with a %2").arg(status).arg(ofSuccess));
    if (status >= 400 && status < 500 && !reply.errorCode.isEmpty())
        return Verdict::Refused;
    if (status == 500 && reply.errorCode == u"INTERNAL_ERROR")
        return Verdict::ServerError;
    return invalid(reply, QStringLiteral("HTTP %1 with JSON that no document describes").arg(status));
}

std::optional<QString> duplicateKey(const QByteArray &json)
{
    QStringList keys = topLevelKeys(json);
    std::sort(keys.begin(), keys.end());
    const auto twice = std::adjacent_find(keys.cbegin(), keys.cend());
    return twice == keys.cend() ? std::nullopt : std::optional(*twice);
}

Verdict readStrictly(
    const EndpointSpec &spec, Reply &reply, const QString &ofSuccess, const SuccessJudge &judge)
{
    readHeaders(reply);
    const std::optional<QJsonObject> object = strictObject(reply);
    reply.isJson = object.has_value();
    if (object)
        readFacts(*object, reply);
    explainError(spec, reply);

    const bool holdsSuccess = object && !ofSuccess.isEmpty() && object->contains(ofSuccess);
    if (reply.httpStatus == 413 && !holdsSuccess) { // plain text from a proxy; its status says it all
        reply.oddity.clear();
        return Verdict::Refused;
    }
    if (reply.httpStatus < 200 || (reply.httpStatus >= 300 && reply.httpStatus < 400))
        return invalid(reply, QStringLiteral("HTTP %1 is no final answer").arg(reply.httpStatus));
    for (const QString &oddity : {headerOddity(reply), framingOddity(reply)}) {
        if (!oddity.isEmpty())
            return invalid(reply, oddity);
    }
    if (!object)
        return invalid(reply, QStringLiteral("HTTP %1, %2").arg(reply.httpStatus).arg(reply.oddity));
    if (const auto key = duplicateKey(reply.body))
        return invalid(reply, QStringLiteral("the key \"%1\" stands there twice").arg(key->left(40)));
    return judgeObject(*object, ofSuccess, judge, reply);
}

} // namespace

Verdict readReply(const EndpointSpec &spec, Reply &reply)
{
    return readStrictly(spec, reply, spec.tokenKey,
        [&](const QJsonObject &object) { return readToken(spec, object, reply); });
}

Verdict readReply(const EndpointSpec &spec, Reply &reply, const SuccessJudge &judge)
{
    return readStrictly(spec, reply, {}, judge);
}

QStringList tokensIn(const Reply &reply)
{
    static const QRegularExpression shape = [] {
        QStringList keys;
        for (const EndpointSpec *spec : endpoints())
            keys.append(QRegularExpression::escape(spec->tokenKey));
        return QRegularExpression(QStringLiteral("\"(?:%1)\"\\s*:\\s*\"(%2{8,1024})(?=\"|\\z)")
                                      .arg(keys.join(u'|'), tokenCharacters));
    }();
    QStringList tokens;
    if (!reply.token.isEmpty())
        tokens.append(reply.token);
    for (auto matches = shape.globalMatch(QString::fromUtf8(reply.body)); matches.hasNext();) {
        const QString token = matches.next().captured(1);
        if (!tokens.contains(token))
            tokens.append(token);
    }
    return tokens;
}

QString withTokensMasked(QString text, const QStringList &tokens)
{
    for (const QString &token : tokens)
        text.replace(token, maskedToken(token));
    return text;
}

} // namespace faceid
