#include "client/scrub.h"

#include <cctype>

namespace faceid {

namespace {

constexpr qsizetype shortestSecret = 4; // anything shorter would take ordinary words apart

/// The digits of %2b and \u5f2b in capital letters.
QByteArray withLargeDigits(QByteArray spelling)
{
    for (qsizetype i = 0; i < spelling.size(); ++i) {
        const bool isUnicode = spelling.mid(i, 2) == "\\u";
        const qsizetype from = i + (isUnicode ? 2 : 1);
        const qsizetype digits = isUnicode ? 4 : spelling[i] == '%' ? 2 : 0;
        for (qsizetype at = from; at < qMin(from + digits, spelling.size()); ++at)
            spelling[at] = char(std::toupper(uchar(spelling[at])));
    }
    return spelling;
}

/// The same in small ones.
QByteArray withSmallDigits(QByteArray spelling)
{
    for (qsizetype i = 0; i + 2 < spelling.size(); ++i) {
        if (spelling[i] != '%')
            continue;
        spelling[i + 1] = char(std::tolower(uchar(spelling[i + 1])));
        spelling[i + 2] = char(std::tolower(uchar(spelling[i + 2])));
    }
    return spelling;
}

/// The secrets as they may stand in an answer.
std::vector<Secret> spelled(const std::vector<Secret> &secrets)
{
    std::vector<Secret> result;
    for (const Secret &secret : secrets) {
        if (secret.bytes().size() < shortestSecret)
            continue;
        result.push_back(secret.duplicate());
        QString text = QString::fromUtf8(secret.bytes());
        for (QString &spelling : spellings(text)) {
            QByteArray bytes = spelling.toUtf8();
            result.emplace_back(withLargeDigits(bytes));
            result.emplace_back(withSmallDigits(bytes));
            wipe(bytes);
            wipe(spelling);
        }
        wipe(text);
    }
    return result;
}

} // namespace

void scrub(Reply &reply, const EndpointSpec &spec, const Parts &sent, const std::vector<Secret> &secrets)
{
    const std::vector<Secret> hidden = spelled(secrets);
    const auto scrubBytes = [&](QByteArray &bytes) {
        for (const Secret &secret : hidden)
            bytes.replace(secret.bytes(), "\xe2\x80\xa6");
        const QString text = QString::fromUtf8(bytes);
        if (const QString clean = redactedText(spec, sent, text); clean != text)
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
