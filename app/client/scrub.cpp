#include "client/scrub.h"

namespace faceid {

namespace {

constexpr qsizetype shortestSecret = 4; // anything shorter would take ordinary words apart

/// \a text as JSON writers spell it that keep to ASCII: \u5f20.
QString escapedForJson(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (c.unicode() < 0x80)
            result += c;
        else
            result += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    }
    return result;
}

/// The personal parts once more, with their values spelled in JSON escapes.
Parts escapedParts(const EndpointSpec &spec, const Parts &sent)
{
    Parts result;
    for (const Part &part : sent) {
        const FieldSpec *row = spec.field(part.name);
        if (row && row->isPersonal() && !part.isFile())
            result.append(textPart(part.name, escapedForJson(QString::fromUtf8(part.value))));
    }
    return result;
}

} // namespace

void scrub(Reply &reply, const EndpointSpec &spec, const Parts &sent, const std::vector<Secret> &secrets)
{
    const Parts escaped = escapedParts(spec, sent);
    const auto scrubText = [&](const QString &text) {
        return redactedText(spec, escaped, redactedText(spec, sent, text));
    };
    const auto scrubBytes = [&](QByteArray &bytes) {
        for (const Secret &secret : secrets) {
            if (secret.bytes().size() >= shortestSecret)
                bytes.replace(secret.bytes(), "\xe2\x80\xa6");
        }
        const QString text = QString::fromUtf8(bytes);
        if (const QString clean = scrubText(text); clean != text)
            bytes = clean.toUtf8(); // only then: bytes that are no UTF-8 stay as they came
    };
    const auto scrubString = [&](QString &text) {
        QByteArray bytes = text.toUtf8();
        scrubBytes(bytes);
        text = QString::fromUtf8(bytes);
    };
    scrubBytes(reply.body);
    for (auto &[name, value] : reply.headers)
        scrubBytes(value);
    for (QString *text : {&reply.errorText, &reply.errorCode, &reply.oddity})
        scrubString(*text);
    QString location = reply.location.toString(QUrl::FullyEncoded);
    scrubString(location);
    reply.location = QUrl(location);
}

} // namespace faceid
