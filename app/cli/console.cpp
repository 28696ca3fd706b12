#include "cli/console.h"

#include "credentials/secret.h"

#include <QStringDecoder>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace faceid {

namespace {

constexpr char16_t escapedByte = 0xDC00;

bool isEscapedByte(const QString &text, qsizetype i)
{
    const char16_t c = text[i].unicode();
    return c >= escapedByte + 0x80 && c <= escapedByte + 0xFF && (i == 0 || !text[i - 1].isHighSurrogate());
}

/// The UTF-8 character at the front of \a bytes; how many bytes it has, or 0 when none begins there.
qsizetype frontCharacter(QByteArrayView bytes, QString &character)
{
    for (qsizetype length = 1; length <= qMin<qsizetype>(4, bytes.size()); ++length) {
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        character = decoder.decode(bytes.first(length));
        if (!decoder.hasError())
            return length;
    }
    return 0;
}

QString argumentText(QByteArrayView bytes)
{
    QString text;
    while (!bytes.isEmpty()) {
        QString character;
        const qsizetype length = frontCharacter(bytes, character);
        text.append(length > 0 ? character : QString(QChar(escapedByte + uchar(bytes.front()))));
        bytes = bytes.sliced(qMax<qsizetype>(1, length));
    }
    return text;
}

} // namespace

QStringList commandLine([[maybe_unused]] int argc, [[maybe_unused]] char **argv)
{
#ifdef Q_OS_WIN
    return QCoreApplication::arguments(); // argv is in the code page there, Qt asks for UTF-16
#else
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(argumentText(argv[i]));
    return arguments;
#endif
}

QByteArray valueBytes(const QString &argument)
{
    QByteArray bytes;
    qsizetype start = 0;
    for (qsizetype i = 0; i < argument.size(); ++i) {
        if (!isEscapedByte(argument, i))
            continue;
        bytes += argument.sliced(start, i - start).toUtf8();
        bytes += char(argument[i].unicode() - escapedByte);
        start = i + 1;
    }
    return bytes + argument.sliced(start).toUtf8();
}

int deliver(const QByteArray &result, ExitStatus status)
{
    const auto size = size_t(result.size());
    if (std::fwrite(result.constData(), 1, size, stdout) == size && std::fflush(stdout) == 0)
        return status;
    note(Cli::tr("The result could not be written: %1").arg(QString::fromLocal8Bit(std::strerror(errno))));
    return ExitNoOutput;
}

int deliver(const QStringList &lines, ExitStatus status)
{
    return deliver(lines.join(u'\n').toUtf8() + '\n', status);
}

int deliver(const QJsonDocument &json, ExitStatus status)
{
    return deliver(json.toJson(QJsonDocument::Compact) + '\n', status);
}

void note(const QString &message)
{
    std::fputs((message + u'\n').toUtf8().constData(), stderr);
}

QString printable(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        switch (c.category()) {
        case QChar::Other_Control:
        case QChar::Other_Format: // right-to-left override and its kin
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            result += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QChar(u'0'));
            break;
        default:
            result += c;
        }
    }
    return result;
}

Secret takeEnvironmentSecret()
{
    char *value = std::getenv("FACEID_API_SECRET");
    if (!value)
        return {};
    Secret secret{QByteArray(value)};
    std::memset(value, '*', std::strlen(value)); // this is the text that /proc/PID/environ shows
    qunsetenv("FACEID_API_SECRET");
    return secret;
}

} // namespace faceid
