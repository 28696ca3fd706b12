#include "cli/console.h"

#include "cli/verb.h"
#include "credentials/secret.h"
#include "policy/policy.h"

#include <QStringDecoder>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

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

constexpr qsizetype longestLine = 64 * 1024; // bytes; more than any keychain takes

#ifdef Q_OS_WIN
bool readByte(char *byte)
{
    return _read(_fileno(stdin), byte, 1) == 1;
}
#else
bool readByte(char *byte)
{
    ssize_t count = 0;
    do {
        count = ::read(STDIN_FILENO, byte, 1);
    } while (count < 0 && errno == EINTR);
    return count == 1;
}
#endif

/// While it lives a terminal does not show what is typed; the operator is told to type.
class UnseenInput
{
public:
    UnseenInput()
    {
#ifndef Q_OS_WIN
        if (::tcgetattr(STDIN_FILENO, &m_before) != 0)
            return; // no terminal
        m_isTerminal = true;
        termios unseen = m_before;
        unseen.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSANOW, &unseen);
        note(Cli::tr("Type the api_secret (it is not shown) and press Return:"));
#endif
    }
    ~UnseenInput()
    {
#ifndef Q_OS_WIN
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
#endif
    }
    UnseenInput(const UnseenInput &) = delete;
    UnseenInput &operator=(const UnseenInput &) = delete;

private:
#ifndef Q_OS_WIN
    termios m_before{};
    bool m_isTerminal = false;
#endif
};

void refuseSecretEntry(const Policy &policy)
{
    if (!policy.allowsSecretEntry)
        throw Forbidden{
            Cli::tr("Your administrator lets no api_secret be entered here. What the keychain has serves.")};
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

QString labelled(const QString &label, const QString &value, int width)
{
    return QStringLiteral("%1  %2").arg(label, -width).arg(printable(value));
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

Secret takeEnvironmentSecret(const Policy &policy, const char *name)
{
    char *value = std::getenv(name);
    if (!value)
        return {};
    Secret secret{QByteArray(value)};
    std::memset(value, '*', std::strlen(value)); // this is the text that /proc/PID/environ shows
    qunsetenv(name);
    if (!secret.isEmpty() && qstrcmp(name, apiSecretVariable) == 0)
        refuseSecretEntry(policy);
    return secret;
}

Secret takeSecret(const Policy &policy)
{
    refuseSecretEntry(policy);
    Secret fromEnvironment = takeEnvironmentSecret(policy);
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    const UnseenInput unseen;
    QByteArray line(longestLine, Qt::Uninitialized); // at once: growing would leave copies behind
    qsizetype length = 0;
    // Byte by byte and past the C library, whose buffer nobody could wipe.
    while (length < longestLine && readByte(line.data() + length) && line[length] != '\n')
        ++length;
    line.resize(length);
    if (line.endsWith('\r'))
        line.chop(1);
    return Secret(std::move(line));
}

} // namespace faceid
