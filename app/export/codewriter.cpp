// Programs from templates: resources/code has one for each language. A line of a template begins with three
// characters that say when it is written (nothing: always; S: the endpoint wants a sign; K: it wants the key
// pair; T: once for each text; F: once for each photo; F1: once when there is a photo), and holds @markers@.

#include "export/codewriter.h"

#include "export/codeliteral.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace faceid {

namespace {

constexpr qsizetype conditionLength = 3; // "S |"

QString curlFile(const QString &name, const QString &path, const QString &upload)
{
    return QStringLiteral("%1=@%2;filename=%3").arg(name, literal::curlForm(path), literal::curlForm(upload));
}

/// Says what a marker stands for while a line is written.
class Markers
{
public:
    Markers(const CodeLanguage &language, const CodeRequest &request)
        : m_language(language)
        , m_request(request)
    { }

    void setPart(const Part *part) { m_part = part; }

    QString operator()(const QString &marker) const
    {
        const auto literal = m_language.literal;
        const QString base = m_request.base.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
        if (marker == u"base")
            return literal(base);
        if (marker == u"plainbase")
            return base;
        if (marker == u"path")
            return literal(m_request.spec.path);
        if (marker == u"plainpath")
            return m_request.spec.path;
        if (marker == u"valid")
            return QString::number(m_request.validSeconds);
        return m_part ? ofPart(marker, *m_part) : QString();
    }

private:
    QString ofPart(const QString &marker, const Part &part) const
    {
        const auto literal = m_language.literal;
        const auto inQuotes = [](const QString &text) { return u'"' + text + u'"'; };
        const QString pair = part.name + u'=' + QString::fromUtf8(part.isFile() ? QByteArray() : part.value);
        const QString path = m_request.photoPaths.value(part.name, part.fileName);
        const QString file = curlFile(part.name, path, part.fileName);
        const std::pair<QStringView, std::function<QString()>> all[] = {
            {u"name", [&] { return literal(part.name); }},
            {u"value", [&] { return literal(QString::fromUtf8(part.value)); }},
            {u"file", [&] { return literal(path); }},
            {u"upload", [&] { return literal(part.fileName); }},
            {u"uploadhead", [&] { return literal(QStringLiteral("; filename=") + inQuotes(part.fileName)); }},
            {u"quotedname", [&] { return literal(inQuotes(part.name)); }},
            {u"quotedupload", [&] { return literal(inQuotes(part.fileName)); }},
            {u"pair", [&] { return literal(pair); }},
            {u"filepair", [&] { return literal(file); }},
            {u"configpair",
                [&] { return literal(QStringLiteral("form-string = ") + literal::curlConfig(pair)); }},
            {u"configfile", [&] { return literal(QStringLiteral("form = ") + literal::curlConfig(file)); }},
        };
        const auto *it = std::find_if(
            std::cbegin(all), std::cend(all), [&marker](const auto &entry) { return entry.first == marker; });
        return it != std::cend(all) ? it->second() : QString();
    }

    const CodeLanguage &m_language;
    const CodeRequest &m_request;
    const Part *m_part = nullptr;
};

/// \a line with what its markers stand for. What is put in is not read again.
QString filled(const QString &line, const Markers &markers)
{
    static const QRegularExpression marker(QStringLiteral("@([a-z]+)@"));
    QString result;
    qsizetype end = 0;
    for (auto it = marker.globalMatch(line); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += QStringView(line).sliced(end, match.capturedStart() - end);
        result += markers(match.captured(1));
        end = match.capturedEnd();
    }
    return result.append(QStringView(line).sliced(end));
}

QStringList templateLines(const CodeLanguage &language)
{
    QFile file(QStringLiteral(":/code/%1.txt").arg(QLatin1String(language.id)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

const std::vector<CodeLanguage> &codeLanguages()
{
    static const std::vector<CodeLanguage> languages{
        {"curl", "cURL (bash)", "faceid-token.sh", &literal::shell},
        {"curl-cmd", "cURL (cmd)", "faceid-token.bat", &literal::cmd},
        {"curl-powershell", "cURL (PowerShell)", "faceid-token.ps1", &literal::powerShell},
        {"python", "Python (requests)", "faceid_token.py", &literal::quoted},
        {"java", "Java (HttpClient)", "FaceidToken.java", &literal::java},
        {"go", "Go (net/http)", "faceid_token.go", &literal::quoted},
        {"node", "Node (fetch)", "faceid-token.js", &literal::quoted},
        {"php", "PHP (curl)", "faceid-token.php", &literal::php},
        {"csharp", "C# (HttpClient)", "FaceidToken.cs", &literal::quoted},
    };
    return languages;
}

const CodeLanguage *codeLanguage(QStringView id)
{
    const auto &languages = codeLanguages();
    const auto it = std::find_if(languages.cbegin(), languages.cend(),
        [id](const CodeLanguage &language) { return id == QLatin1String(language.id); });
    return it != languages.cend() ? &*it : nullptr;
}

QString codeFor(const CodeLanguage &language, const CodeRequest &request)
{
    Markers markers(language, request);
    const bool hasPhoto = std::any_of(
        request.parts.cbegin(), request.parts.cend(), [](const Part &part) { return part.isFile(); });
    const QString credentials =
        request.spec.auth == Auth::Signature ? QStringLiteral("S") : QStringLiteral("K");
    QString code;
    for (const QString &line : templateLines(language)) {
        const QString condition = line.first(qMin(conditionLength - 1, line.size())).trimmed();
        const QString text = line.sliced(qMin(conditionLength, line.size()));
        if (condition.isEmpty() || condition == credentials || (condition == u"F1" && hasPhoto)) {
            code += filled(text, markers) + u'\n';
        } else if (condition == u"T" || condition == u"F") {
            for (const Part &part : request.parts) {
                if (part.isFile() != (condition == u"F"))
                    continue;
                markers.setPart(&part);
                code += filled(text, markers) + u'\n';
            }
            markers.setPart(nullptr);
        }
    }
    return code;
}

} // namespace faceid
