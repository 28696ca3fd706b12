#include "export/curlrequest.h"

#include "export/formvalue.h"
#include "sandbox/requestbody.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <limits>

namespace faceid {

namespace {

using Finding = FillFinding::Kind;
using From = CurlField::From;

/// What an option is to the reader.
enum class Meaning {
    Form,
    Data,
    DataUrlencode,
    Json,
    Address,
    Query,
    Get,
    Method,
    Header,
    Secret,
    Profile,
    Next,
    None
};

Meaning meaningOf(const QString &option)
{
    static const QHash<QString, Meaning> meanings = [] {
        QHash<QString, Meaning> all;
        const auto add = [&all](Meaning meaning, std::initializer_list<const char *> names) {
            for (const char *name : names)
                all.insert(QLatin1String(name), meaning);
        };
        add(Meaning::Form, {"form", "form-string"});
        add(Meaning::Data, {"data", "data-ascii", "data-binary", "data-raw"});
        add(Meaning::DataUrlencode, {"data-urlencode"});
        add(Meaning::Json, {"json"});
        add(Meaning::Address, {"", "url"});
        add(Meaning::Query, {"url-query"});
        add(Meaning::Get, {"get"});
        add(Meaning::Method, {"request"});
        add(Meaning::Header, {"header"});
        add(Meaning::Secret,
            {"user", "cookie", "oauth2-bearer", "netrc", "netrc-file", "proxy-user", "pass"});
        add(Meaning::Profile,
            {"insecure", "proxy", "preproxy", "noproxy", "socks4", "socks4a", "socks5", "socks5-hostname",
                "proxytunnel", "cacert", "capath", "cert", "key", "resolve", "connect-to", "max-time",
                "connect-timeout"});
        add(Meaning::Next, {"next"});
        return all;
    }();
    return meanings.value(option, Meaning::None);
}

/// Takes what stands behind `?` or in a body. Those of \a unknown that stand in a value are of that field.
QList<CurlField> fieldsOf(const Parts &parts, const QStringList &unknown)
{
    QList<CurlField> fields;
    for (const Part &part : parts) {
        CurlField field{part.name, QString::fromUtf8(part.value)};
        if (part.isFile()) {
            field = {part.name, {}, From::Upload, part.fileName};
        } else {
            std::copy_if(unknown.cbegin(), unknown.cend(), std::back_inserter(field.unknown),
                [&field](const QString &written) { return field.text.contains(written); });
        }
        fields.append(field);
    }
    return fields;
}

Parts partsIn(const QString &text, const QByteArray &type)
{
    const QByteArray bytes = text.toUtf8();
    RequestBody body(type, bytes.size(), std::numeric_limits<qint64>::max());
    body.feed(bytes);
    return body.finish();
}

Parts partsInJson(const QString &text)
{
    Parts parts;
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        parts.append(textPart(it.key(), it.value().toVariant().toString()));
    return parts;
}

class RequestReader
{
public:
    CurlRequest read(const CurlCall &call)
    {
        for (const CurlArgument &argument : curlArguments(call)) {
            if (meaningOf(argument.option) == Meaning::Next && argument.isKnown) {
                find(Finding::Rest, QStringLiteral("curl"));
                break;
            }
            take(argument);
        }
        if (call.hasMore)
            find(Finding::Rest, QStringLiteral("curl"));
        if (call.isOpen)
            find(Finding::Open, QStringLiteral("curl"));
        takeBody();
        takeQuery();
        return m_request;
    }

private:
    void find(Finding kind, const QString &name, const QString &detail = {})
    {
        const QString key = QStringLiteral("%1\n%2\n%3").arg(int(kind)).arg(name, detail);
        if (m_found.contains(key))
            return;
        m_found.insert(key);
        m_request.findings.append({kind, name, detail});
    }

    void take(const CurlArgument &argument)
    {
        const QString option = QStringLiteral("--") + argument.option;
        if (!argument.isKnown)
            return find(Finding::UnknownOption, argument.option.size() == 1 ? option.sliced(1) : option);
        switch (meaningOf(argument.option)) {
        case Meaning::Form:
            return takeForm(argument.value, argument.option == u"form-string");
        case Meaning::Data:
            return takeData(argument.value, argument.option != u"data-raw");
        case Meaning::DataUrlencode:
        case Meaning::Query:
            return takeEncoded(argument.value);
        case Meaning::Json:
            m_type = "application/json";
            return takeData(argument.value, true);
        case Meaning::Address:
            return takeAddress(argument.value);
        case Meaning::Get:
            return find(Finding::Method, option, QStringLiteral("GET"));
        case Meaning::Method:
            if (argument.value.text.compare(u"POST", Qt::CaseInsensitive) != 0)
                find(Finding::Method, option, argument.value.text);
            return;
        case Meaning::Header:
            return takeHeader(argument.value.text);
        case Meaning::Secret:
            return find(Finding::Credential, option);
        case Meaning::Profile:
            return find(Finding::ProfileOption, option);
        case Meaning::Next:
            return;
        case Meaning::None:
            return find(Finding::Option, option);
        }
    }

    void takeForm(const ShellWord &word, bool isLiteral)
    {
        const FormValue value = readFormValue(word.text, isLiteral);
        CurlField field{value.name, {}};
        if (value.sign.isNull()) {
            field.text = value.content;
            field.unknown = word.unknown;
        } else {
            field.from = value.sign == u'@' ? From::Upload : From::FileText;
            field.file = value.content;
        }
        m_request.fields.append(field);
        for (const QString &note : value.notes) {
            // What a file is called and what type it is, the form says of it as well.
            const bool isUsual = field.from == From::Upload
                && (note.startsWith(QLatin1String("filename=")) || note.startsWith(QLatin1String("type=")));
            if (!isUsual && !isCredential(value.name)) // of a secret it is a piece
                find(Finding::PartNote, value.name, note);
        }
    }

    void takeData(const ShellWord &word, bool namesFiles)
    {
        if (namesFiles && word.text.startsWith(u'@')) {
            find(Finding::FileText, QStringLiteral("--data"), word.text.sliced(1));
            return;
        }
        m_body.append(word.text);
        m_unknown += word.unknown;
    }

    /// `name=content`, `name@file`; without a name the content is one without a value.
    void takeEncoded(const ShellWord &word)
    {
        const qsizetype equals = word.text.indexOf(u'=');
        const qsizetype at = equals >= 0 ? equals : word.text.indexOf(u'@');
        CurlField field{at > 0 ? word.text.first(at) : word.text.sliced(at + 1), {}};
        if (at > 0 && word.text.at(at) == u'=') {
            field.text = word.text.sliced(at + 1);
            field.unknown = word.unknown;
        } else if (at >= 0 && word.text.at(at) == u'@') {
            field.from = From::FileText;
            field.file = word.text.sliced(at + 1);
        }
        m_request.fields.append(field);
    }

    void takeAddress(const ShellWord &word)
    {
        if (!m_request.address.text.isEmpty())
            return find(Finding::Rest, QStringLiteral("curl"));
        m_request.address = word;
    }

    /// Only the type of the body matters. No value is kept: it may be a key.
    void takeHeader(const QString &header)
    {
        const QString name = header.section(u':', 0, 0).trimmed();
        static const QRegularExpression secret(
            QStringLiteral("auth|cookie|token|key|secret"), QRegularExpression::CaseInsensitiveOption);
        if (name.compare(u"Content-Type", Qt::CaseInsensitive) == 0)
            m_type = header.section(u':', 1).trimmed().toUtf8();
        else
            find(name.contains(secret) ? Finding::Credential : Finding::Option, QStringLiteral("-H ") + name);
    }

    void takeBody()
    {
        if (m_body.isEmpty())
            return;
        const QByteArray type = m_type.split(';').constFirst().trimmed().toLower();
        const QString text = m_body.join(u'&');
        if (type.contains("json")) {
            find(Finding::Body, QStringLiteral("Content-Type"), QString::fromLatin1(type));
            m_request.fields += fieldsOf(partsInJson(text), m_unknown);
            return;
        }
        const bool isForm = type == "multipart/form-data" || type == "application/x-www-form-urlencoded";
        if (!isForm && !type.isEmpty())
            find(Finding::Body, QStringLiteral("Content-Type"), QString::fromLatin1(type));
        m_request.fields += fieldsOf(partsIn(text, isForm ? m_type : QByteArray()), m_unknown);
    }

    void takeQuery()
    {
        QString &address = m_request.address.text;
        address = address.section(u'#', 0, 0);
        const qsizetype mark = address.indexOf(u'?');
        if (mark >= 0) {
            m_request.fields += fieldsOf(partsIn(address.sliced(mark + 1), {}), m_request.address.unknown);
            address.truncate(mark);
        }
        static const QRegularExpression user(QStringLiteral("^((?:https?://)?)[^/@]*@"));
        if (address.contains(user)) {
            find(Finding::Credential, QStringLiteral("user@host"));
            address.replace(user, QStringLiteral("\\1"));
        }
        m_request.address.unknown.removeIf([&address](const QString &u) { return !address.contains(u); });
    }

    CurlRequest m_request;
    QSet<QString> m_found; ///< findings, each once
    QStringList m_body;
    QStringList m_unknown; ///< in the body
    QByteArray m_type; ///< of the body
};

} // namespace

CurlRequest curlRequest(const CurlCall &call)
{
    return RequestReader().read(call);
}

} // namespace faceid
