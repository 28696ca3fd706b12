#include "export/curloptions.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

namespace faceid {

namespace {

struct Option
{
    const char *name;
    char letter = 0;
};

// As `curl --help all` of curl 7.88 lists them, and the values of later ones.
// clang-format off
constexpr Option withValue[] = {
        {"abstract-unix-socket"}, {"alt-svc"}, {"aws-sigv4"}, {"cacert"}, {"capath"}, {"cert", 'E'},
        {"cert-type"}, {"ciphers"}, {"config", 'K'}, {"connect-timeout"}, {"connect-to"},
        {"continue-at", 'C'}, {"cookie", 'b'}, {"cookie-jar", 'c'}, {"create-file-mode"}, {"crlfile"},
        {"curves"}, {"data", 'd'}, {"data-ascii"}, {"data-binary"}, {"data-raw"}, {"data-urlencode"},
        {"delegation"}, {"dns-interface"}, {"dns-ipv4-addr"}, {"dns-ipv6-addr"}, {"dns-servers"},
        {"doh-url"}, {"dump-header", 'D'}, {"ech"}, {"egd-file"}, {"engine"}, {"etag-compare"},
        {"etag-save"}, {"expect100-timeout"}, {"form", 'F'}, {"form-string"}, {"ftp-account"},
        {"ftp-alternative-to-user"}, {"ftp-method"}, {"ftp-port", 'P'}, {"ftp-ssl-ccc-mode"},
        {"happy-eyeballs-timeout-ms"}, {"haproxy-clientip"}, {"header", 'H'}, {"help", 'h'}, {"hostpubmd5"},
        {"hostpubsha256"}, {"hsts"}, {"interface"}, {"ip-tos"}, {"ipfs-gateway"}, {"json"},
        {"keepalive-cnt"}, {"keepalive-time"}, {"key"}, {"key-type"}, {"krb"}, {"libcurl"}, {"limit-rate"},
        {"local-port"}, {"login-options"}, {"mail-auth"}, {"mail-from"}, {"mail-rcpt"}, {"max-filesize"},
        {"max-redirs"}, {"max-time", 'm'}, {"netrc-file"}, {"noproxy"}, {"oauth2-bearer"}, {"output", 'o'},
        {"output-dir"}, {"parallel-max"}, {"pass"}, {"pinnedpubkey"}, {"preproxy"}, {"proto"},
        {"proto-default"}, {"proto-redir"}, {"proxy", 'x'}, {"proxy-cacert"}, {"proxy-capath"},
        {"proxy-cert"}, {"proxy-cert-type"}, {"proxy-ciphers"}, {"proxy-crlfile"}, {"proxy-header"},
        {"proxy-key"}, {"proxy-key-type"}, {"proxy-pass"}, {"proxy-pinnedpubkey"}, {"proxy-service-name"},
        {"proxy-tls13-ciphers"}, {"proxy-tlsauthtype"}, {"proxy-tlspassword"}, {"proxy-tlsuser"},
        {"proxy-user", 'U'}, {"proxy1.0"}, {"pubkey"}, {"quote", 'Q'}, {"random-file"}, {"range", 'r'},
        {"rate"}, {"referer", 'e'}, {"request", 'X'}, {"request-target"}, {"resolve"}, {"retry"},
        {"retry-delay"}, {"retry-max-time"}, {"sasl-authzid"}, {"service-name"}, {"sigalgs"}, {"socks4"},
        {"socks4a"}, {"socks5"}, {"socks5-gssapi-service"}, {"socks5-hostname"}, {"speed-limit", 'Y'},
        {"speed-time", 'y'}, {"stderr"}, {"telnet-option", 't'}, {"tftp-blksize"}, {"time-cond", 'z'},
        {"tls-max"}, {"tls13-ciphers"}, {"tlsauthtype"}, {"tlspassword"}, {"tlsuser"}, {"trace"},
        {"trace-ascii"}, {"trace-config"}, {"unix-socket"}, {"upload-file", 'T'}, {"upload-flags"}, {"url"},
        {"url-query"}, {"user", 'u'}, {"user-agent", 'A'}, {"variable"}, {"vlan-priority"},
        {"write-out", 'w'},
};

constexpr Option withoutValue[] = {
        {"anyauth"}, {"append", 'a'}, {"basic"}, {"cert-status"}, {"compressed"}, {"compressed-ssh"},
        {"create-dirs"}, {"crlf"}, {"digest"}, {"disable", 'q'}, {"disable-eprt"}, {"disable-epsv"},
        {"disallow-username-in-url"}, {"doh-cert-status"}, {"doh-insecure"}, {"fail", 'f'}, {"fail-early"},
        {"fail-with-body"}, {"false-start"}, {"form-escape"}, {"ftp-create-dirs"}, {"ftp-pasv"},
        {"ftp-pret"}, {"ftp-skip-pasv-ip"}, {"ftp-ssl-ccc"}, {"ftp-ssl-control"}, {"get", 'G'},
        {"globoff", 'g'}, {"haproxy-protocol"}, {"head", 'I'}, {"http0.9"}, {"http1.0", '0'}, {"http1.1"},
        {"http2"}, {"http2-prior-knowledge"}, {"http3"}, {"http3-only"}, {"ignore-content-length"},
        {"include", 'i'}, {"insecure", 'k'}, {"ipv4", '4'}, {"ipv6", '6'}, {"junk-session-cookies", 'j'},
        {"list-only", 'l'}, {"location", 'L'}, {"location-trusted"}, {"mail-rcpt-allowfails"},
        {"manual", 'M'}, {"metalink"}, {"negotiate"}, {"netrc", 'n'}, {"netrc-optional"}, {"next", ':'},
        {"no-alpn"}, {"no-buffer", 'N'}, {"no-clobber"}, {"no-keepalive"}, {"no-npn"},
        {"no-progress-meter"}, {"no-sessionid"}, {"ntlm"}, {"ntlm-wb"}, {"parallel", 'Z'},
        {"parallel-immediate"}, {"path-as-is"}, {"post301"}, {"post302"}, {"post303"},
        {"progress-bar", '#'}, {"proxy-anyauth"}, {"proxy-basic"}, {"proxy-digest"}, {"proxy-insecure"},
        {"proxy-negotiate"}, {"proxy-ntlm"}, {"proxy-ssl-allow-beast"}, {"proxy-ssl-auto-client-cert"},
        {"proxy-tlsv1"}, {"proxytunnel", 'p'}, {"raw"}, {"remote-header-name", 'J'}, {"remote-name", 'O'},
        {"remote-name-all"}, {"remote-time", 'R'}, {"remove-on-error"}, {"retry-all-errors"},
        {"retry-connrefused"}, {"sasl-ir"}, {"show-error", 'S'}, {"silent", 's'}, {"socks5-basic"},
        {"socks5-gssapi"}, {"socks5-gssapi-nec"}, {"ssl"}, {"ssl-allow-beast"}, {"ssl-auto-client-cert"},
        {"ssl-no-revoke"}, {"ssl-reqd"}, {"ssl-revoke-best-effort"}, {"sslv2", '2'}, {"sslv3", '3'},
        {"styled-output"}, {"suppress-connect-headers"}, {"tcp-fastopen"}, {"tcp-nodelay"},
        {"tftp-no-options"}, {"tlsv1", '1'}, {"tlsv1.0"}, {"tlsv1.1"}, {"tlsv1.2"}, {"tlsv1.3"},
        {"tr-encoding"}, {"trace-time"}, {"use-ascii", 'B'}, {"verbose", 'v'}, {"version", 'V'}, {"xattr"},
};
// clang-format on

struct Found
{
    const Option *option = nullptr;
    bool takesValue = false;
};

template <typename Fits>
Found findOption(const Fits &fits)
{
    for (const Option &option : withValue) {
        if (fits(option))
            return {&option, true};
    }
    for (const Option &option : withoutValue) {
        if (fits(option))
            return {&option, false};
    }
    return {};
}

/// curl takes the beginning of a name for the whole.
Found byName(const QString &name)
{
    const Found exact = findOption([&name](const Option &o) { return name == QLatin1String(o.name); });
    if (exact.option || name.isEmpty())
        return exact;
    return findOption([&name](const Option &o) { return QLatin1String(o.name).startsWith(name); });
}

Found byLetter(QChar letter)
{
    return findOption([letter](const Option &o) { return o.letter != 0 && letter == QLatin1Char(o.letter); });
}

/// Reads the words of a command line.
class ArgumentList
{
public:
    explicit ArgumentList(const QList<ShellWord> &words)
        : m_words(words)
    { }

    QList<CurlArgument> read()
    {
        bool hasOptions = true;
        while (m_at < m_words.size()) {
            const ShellWord word = m_words.at(m_at++);
            if (hasOptions && word.text == u"--")
                hasOptions = false;
            else if (hasOptions && word.text.startsWith(QLatin1String("--")))
                readLong(word.text.sliced(2));
            else if (hasOptions && word.text.size() > 1 && word.text.startsWith(u'-'))
                readLetters(word);
            else
                m_arguments.append({{}, word});
        }
        return m_arguments;
    }

private:
    ShellWord nextWord() { return m_at < m_words.size() ? m_words.at(m_at++) : ShellWord(); }

    void add(const Found &found, const ShellWord &value)
    {
        m_arguments.append({QLatin1String(found.option->name), value});
    }

    void readLong(const QString &name)
    {
        Found found = byName(name);
        if (!found.option && name.startsWith(QLatin1String("no-")))
            found = byName(name.sliced(3));
        if (found.option)
            add(found, found.takesValue ? nextWord() : ShellWord());
        else
            m_arguments.append({name, {}, false});
    }

    void readLetters(const ShellWord &word)
    {
        for (qsizetype i = 1; i < word.text.size(); ++i) {
            const Found found = byLetter(word.text.at(i));
            if (!found.option) {
                m_arguments.append({word.text.at(i), {}, false});
            } else if (!found.takesValue) {
                add(found, {});
            } else {
                const ShellWord rest{word.text.sliced(i + 1), word.unknown};
                return add(found, rest.text.isEmpty() ? nextWord() : rest);
            }
        }
    }

    const QList<ShellWord> &m_words;
    qsizetype m_at = 0;
    QList<CurlArgument> m_arguments;
};

QString unescaped(const QString &text)
{
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != u'\\' || i + 1 == text.size()) {
            result += text.at(i);
            continue;
        }
        const QChar c = text.at(++i);
        result += c == u'n' ? QChar(u'\n')
            : c == u't'     ? QChar(u'\t')
            : c == u'r'     ? QChar(u'\r')
            : c == u'v'     ? QChar(u'\v')
                            : c;
    }
    return result;
}

/// A line of a configuration file as words of a command line; none for a comment.
QList<ShellWord> configWords(const ShellWord &line)
{
    static const QRegularExpression form(
        QStringLiteral(
            "^\\s*(-{0,2}[^\\s=:#]+)(?:\\s*[=:]\\s*|\\s+)?(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S.*))?"),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(line.text);
    if (!match.hasMatch())
        return {};
    const QString name = match.captured(1);
    QList<ShellWord> words{{name.startsWith(u'-') ? name : QStringLiteral("--") + name, {}}};
    if (match.capturedStart(2) >= 0)
        words.append({unescaped(match.captured(2)), line.unknown});
    else if (match.capturedStart(3) >= 0)
        words.append({match.captured(3).trimmed(), line.unknown});
    return words;
}

} // namespace

QList<CurlArgument> curlArguments(const CurlCall &call)
{
    QList<CurlArgument> arguments;
    for (const CurlArgument &argument : ArgumentList(call.words).read()) {
        if (argument.option != u"config" || argument.value.text != u"-" || call.input.isEmpty()) {
            arguments.append(argument);
            continue;
        }
        for (const ShellWord &line : call.input)
            arguments += ArgumentList(configWords(line)).read();
    }
    return arguments;
}

} // namespace faceid
