#include "export/bundle.h"

#include "client/timephase.h"
#include "export/redaction.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSslSocket>
#include <QSysInfo>

#include <algorithm>

namespace faceid {

namespace {

constexpr QLatin1String manifestName("bundle.json");
constexpr QLatin1String bundleFormat("faceid-console support bundle");
constexpr int formatVersion = 1;
constexpr qsizetype mostReplacements = 5000; // of a bundle of strangers

ZipEntry jsonFile(const QString &name, const QJsonObject &object)
{
    return {name, QJsonDocument(object).toJson()};
}

QJsonValue momentOf(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

/// The program and everything below it that has a say in a request.
QJsonObject versions()
{
    return {{QStringLiteral("program"), QCoreApplication::applicationVersion()},
        {QStringLiteral("qt"), QLatin1String(qVersion())},
        {QStringLiteral("tls"), QSslSocket::sslLibraryVersionString()},
        {QStringLiteral("tls_backend"), QSslSocket::activeBackend()},
        {QStringLiteral("os"), QSysInfo::prettyProductName()},
        {QStringLiteral("kernel"), QSysInfo::kernelType() + u' ' + QSysInfo::kernelVersion()},
        {QStringLiteral("cpu"), QSysInfo::currentCpuArchitecture()}};
}

QJsonObject requestOf(const Exchange &e, const Redaction &redaction)
{
    QJsonArray parts;
    for (const Part &part : e.request) {
        QJsonObject object{
            {QStringLiteral("name"), part.name}, {QStringLiteral("value"), redaction.part(part)}};
        if (part.isFile())
            object.insert(QStringLiteral("file"), redaction.text(part.fileName));
        parts.append(object);
    }
    QJsonObject sign;
    for (const QString &field : e.sign.split(u'&', Qt::SkipEmptyParts))
        sign.insert(field.section(u'=', 0, 0), field.section(u'=', 1));
    return {{QStringLiteral("id"), e.id.toString(QUuid::WithoutBraces)},
        {QStringLiteral("retry_of"),
            e.retryOf.isNull() ? QJsonValue() : QJsonValue(e.retryOf.toString(QUuid::WithoutBraces))},
        {QStringLiteral("started_at"), momentOf(e.startedAt)}, {QStringLiteral("endpoint"), e.endpointId},
        {QStringLiteral("environment"), environmentName(e.environment)},
        {QStringLiteral("address"), redaction.url(e.address)},
        {QStringLiteral("key_fingerprint"), e.keyFingerprint},
        {QStringLiteral("sign_without_hmac"), sign.isEmpty() ? QJsonValue() : QJsonValue(sign)},
        {QStringLiteral("parts"), parts}, {QStringLiteral("body_bytes"), e.bodyBytes},
        {QStringLiteral("bytes_handed_over"), e.bytesHandedOver}, {QStringLiteral("posts"), e.posts},
        {QStringLiteral("outcome"), outcomeName(e.outcome)},
        {QStringLiteral("why"), redaction.text(stopSentence(e))}};
}

QJsonObject answerOf(const Exchange &e, const Redaction &redaction, const QString &bodyFile)
{
    const Reply &reply = e.reply;
    QJsonArray headers;
    for (const auto &[name, value] : reply.headers)
        headers.append(QJsonArray{QString::fromLatin1(name), redaction.header(name, value)});
    return {{QStringLiteral("http_status"), reply.httpStatus}, {QStringLiteral("headers"), headers},
        {QStringLiteral("body_file"), bodyFile.isEmpty() ? QJsonValue() : QJsonValue(bodyFile)},
        {QStringLiteral("body_bytes"), reply.body.size()},
        {QStringLiteral("request_id"), redaction.text(reply.requestId)},
        {QStringLiteral("error"), redaction.text(reply.errorText)},
        {QStringLiteral("expires_at"), momentOf(e.expiresAt())},
        {QStringLiteral("oddity"), redaction.text(reply.oddity)}};
}

QJsonObject timesOf(const Exchange &e)
{
    const auto known = [](qint64 ms) { return ms >= 0 ? QJsonValue(ms) : QJsonValue(); };
    QJsonArray phases;
    for (const TimePhase &phase : phasesOf(e.timing))
        phases.append(QJsonObject{{QStringLiteral("phase"), phaseName(phase.kind)},
            {QStringLiteral("from_ms"), phase.start}, {QStringLiteral("took_ms"), phase.length()}});
    return {{QStringLiteral("phases"), phases}, {QStringLiteral("total_ms"), known(e.timing.finished)},
        {QStringLiteral("time_used_ms"), known(e.reply.timeUsedMs)},
        {QStringLiteral("clock_skew_ms"), e.clockSkewMs ? QJsonValue(*e.clockSkewMs) : QJsonValue()}};
}

void addExchange(const Exchange &e, const QString &folder, Pseudonyms &pseudonyms, QList<ZipEntry> &files)
{
    const Redaction redaction(e, pseudonyms);
    const QString bodyFile = e.reply.body.isEmpty() ? QString()
        : e.reply.isJson                            ? QStringLiteral("answer-body.json")
                                                    : QStringLiteral("answer-body.txt");
    files.append(jsonFile(folder + QStringLiteral("request.json"), requestOf(e, redaction)));
    if (e.reply.httpStatus != 0)
        files.append(jsonFile(folder + QStringLiteral("answer.json"), answerOf(e, redaction, bodyFile)));
    if (!bodyFile.isEmpty())
        files.append({folder + bodyFile, redaction.body(e.reply.body).toUtf8()});
    files.append(jsonFile(folder + QStringLiteral("times.json"), timesOf(e)));
    if (e.result)
        files.append(
            jsonFile(folder + QStringLiteral("result.json"), redaction.json(toJson(*e.result)).toObject()));
}

QJsonObject manifestOf(const Bundle &bundle, qsizetype exchanges)
{
    QJsonArray replacements;
    for (const Replacement &one : bundle.replacements)
        replacements.append(QJsonObject{{QStringLiteral("pseudonym"), one.pseudonym},
            {QStringLiteral("kind"), one.kind}, {QStringLiteral("times"), one.times}});
    return {{QStringLiteral("format"), bundleFormat}, {QStringLiteral("version"), formatVersion},
        {QStringLiteral("made_at"), momentOf(bundle.madeAt)}, {QStringLiteral("requests"), exchanges},
        {QStringLiteral("about"),
            QStringLiteral(
                "What stands in square brackets stands for another value, the same one everywhere "
                "in these files. Secrets were never here; photos are told by size and check sum.")},
        {QStringLiteral("versions"), versions()}, {QStringLiteral("replacements"), replacements}};
}

/// Counts where the pseudonyms stand, and forgets those that stand nowhere.
void count(Bundle &bundle)
{
    for (const ZipEntry &file : std::as_const(bundle.files)) {
        for (const BundleMark &mark : marksIn(QString::fromUtf8(file.content), bundle.replacements))
            ++bundle.replacements[mark.replacement].times;
    }
    bundle.replacements.removeIf([](const Replacement &one) { return one.times == 0; });
}

} // namespace

Bundle supportBundle(const QList<Exchange> &exchanges, const QDateTime &madeAt)
{
    Bundle bundle;
    bundle.madeAt = madeAt.toUTC();
    Pseudonyms pseudonyms;
    for (qsizetype i = 0; i < exchanges.size(); ++i)
        addExchange(exchanges[i], QStringLiteral("request-%1/").arg(i + 1), pseudonyms, bundle.files);
    bundle.replacements = pseudonyms.all();
    count(bundle);
    bundle.files.prepend(jsonFile(manifestName, manifestOf(bundle, exchanges.size())));
    return bundle;
}

bool writeBundle(QIODevice &out, const Bundle &bundle)
{
    return writeZip(out, bundle.files, bundle.madeAt);
}

Bundle readBundle(QIODevice &in)
{
    Bundle bundle;
    ZipReading zip = readZip(in);
    bundle.error = zip.error;
    if (!bundle.error.isEmpty())
        return bundle;
    const auto manifest = std::find_if(zip.entries.cbegin(), zip.entries.cend(),
        [](const ZipEntry &entry) { return entry.name == manifestName; });
    const QJsonObject object =
        manifest == zip.entries.cend() ? QJsonObject() : QJsonDocument::fromJson(manifest->content).object();
    if (object.value(u"format").toString() != bundleFormat) {
        bundle.error = QCoreApplication::translate("Bundle", "This is no support bundle of this program.");
        return bundle;
    }
    bundle.madeAt = QDateTime::fromString(object.value(u"made_at").toString(), Qt::ISODateWithMs);
    const QJsonArray replacements = object.value(u"replacements").toArray();
    for (const QJsonValue &value : replacements) {
        const Replacement one{
            value[u"pseudonym"].toString(), value[u"kind"].toString(), {}, value[u"times"].toInt()};
        const bool isOurs = one.pseudonym.startsWith(u'[') && one.pseudonym.endsWith(u']');
        if (isOurs && one.pseudonym.size() > 2 && bundle.replacements.size() < mostReplacements)
            bundle.replacements.append(one);
    }
    bundle.files = std::move(zip.entries);
    return bundle;
}

AuditNote bundleDeed(const QList<Exchange> &exchanges)
{
    const QString id =
        exchanges.size() == 1 ? exchanges.constFirst().id.toString(QUuid::WithoutBraces) : QString();
    return {Deed::Export, id, QStringLiteral("%1 rows as a support bundle").arg(exchanges.size())};
}

QList<BundleMark> marksIn(const QString &text, const QList<Replacement> &replacements)
{
    QHash<QString, int> places;
    for (qsizetype i = 0; i < replacements.size(); ++i)
        places.insert(replacements[i].pseudonym, int(i));
    QList<BundleMark> marks;
    static const QRegularExpression bracketed(QStringLiteral("\\[[^\\[\\]]+\\]"));
    for (auto it = bracketed.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (const auto place = places.constFind(match.captured()); place != places.cend())
            marks.append({match.capturedStart(), match.capturedLength(), *place});
    }
    return marks;
}

} // namespace faceid
