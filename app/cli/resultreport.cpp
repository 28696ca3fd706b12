#include "cli/resultreport.h"

#include "contract/imagefacts.h"
#include "contract/refusal.h"
#include "contract/tokenreading.h"

#include <QJsonArray>

namespace faceid {

namespace {

QJsonObject toJson(const Comparison &comparison, int securityLevel)
{
    QJsonObject thresholds;
    for (size_t i = 0; i < falseAcceptRates.size(); ++i) {
        const auto threshold = comparison.thresholds[i];
        thresholds.insert(
            QLatin1String(falseAcceptRates[i]), threshold ? QJsonValue(*threshold) : QJsonValue());
    }
    const auto passes = comparison.passes(securityLevel);
    return {{QStringLiteral("with"), comparison.with}, {QStringLiteral("confidence"), comparison.confidence},
        {QStringLiteral("thresholds"), thresholds},
        {QStringLiteral("passes"), passes ? QJsonValue(*passes) : QJsonValue()}};
}

QJsonObject toJson(const ResultImage &image)
{
    const ImageFacts facts = inspectImage(image.bytes);
    return {{QStringLiteral("name"), image.name}, {QStringLiteral("format"), textOrNull(facts.formatName())},
        {QStringLiteral("width"), facts.pixels.width()}, {QStringLiteral("height"), facts.pixels.height()},
        {QStringLiteral("bytes"), image.bytes.size()}};
}

/// "ref1  84.10   1e-3 64 +   [1e-4 69 +]   ...": the chosen level in brackets, + reached, - not.
QString scoreLine(const Comparison &comparison, int securityLevel)
{
    QString line = QStringLiteral("%1  %2").arg(comparison.with, -10).arg(comparison.confidence, 0, 'f', 2);
    for (int level = 1; level <= int(falseAcceptRates.size()); ++level) {
        const auto threshold = comparison.thresholds[size_t(level) - 1];
        const auto passes = comparison.passes(level);
        const QString text = QStringLiteral("%1 %2 %3")
                                 .arg(QLatin1String(falseAcceptRates[size_t(level) - 1]),
                                     threshold ? QString::number(*threshold) : QStringLiteral("?"),
                                     !passes       ? QStringLiteral("?")
                                         : *passes ? QStringLiteral("+")
                                                   : QStringLiteral("-"));
        line += level == securityLevel ? QStringLiteral("   [%1]").arg(text)
                                       : QStringLiteral("    %1 ").arg(text);
    }
    return line.trimmed();
}

QString imageLine(const ResultImage &image)
{
    const ImageFacts facts = inspectImage(image.bytes);
    if (facts.format == ImageFacts::Format::None)
        return Cli::tr("%1: no picture, %2 bytes").arg(image.name).arg(image.bytes.size());
    return Cli::tr("%1: %2, %3 x %4 pixels, %5 bytes")
        .arg(image.name, facts.formatName())
        .arg(facts.pixels.width())
        .arg(facts.pixels.height())
        .arg(image.bytes.size());
}

/// Until when the service knows the result, where its document says so.
QDateTime queryableUntil(const ResultLookup &lookup)
{
    const QDateTime issued = timeInId(lookup.id);
    const qint64 life = lookup.spec()->queryLife.count();
    return life > 0 && issued.isValid() ? issued.addSecs(life) : QDateTime();
}

} // namespace

bool isPass(const LivenessReport &report, int securityLevel)
{
    const bool isCompared = report.spec->endpoint->auth == Auth::Signature || !report.comparisons.isEmpty();
    return verdictsOf(report, securityLevel).isPass(isCompared);
}

QJsonObject toJson(const LivenessReport &report, int securityLevel)
{
    const Verdicts verdicts = verdictsOf(report, securityLevel);
    QJsonArray comparisons;
    for (const Comparison &comparison : report.comparisons)
        comparisons.append(toJson(comparison, securityLevel));
    QJsonArray suspicions;
    for (const Suspicion &suspicion : report.suspicions)
        suspicions.append(QJsonObject{{QStringLiteral("what"), suspicion.what},
            {QStringLiteral("confidence"), suspicion.confidence},
            {QStringLiteral("threshold"), suspicion.threshold},
            {QStringLiteral("founded"), suspicion.isFounded()}});
    QJsonArray images;
    for (const ResultImage &image : report.images)
        images.append(toJson(image));
    return {{QStringLiteral("endpoint"), report.spec->endpoint->id}, {QStringLiteral("id"), report.id},
        {QStringLiteral("biz_no"), textOrNull(report.bizNo)},
        {QStringLiteral("result_code"), report.code > 0 ? QJsonValue(report.code) : QJsonValue()},
        {QStringLiteral("result"), report.isLive ? QStringLiteral("success") : report.name},
        {QStringLiteral("meaning"), endMeaning(report)}, {QStringLiteral("who"), endActor(report)},
        {QStringLiteral("advice"), endAdvice(report)},
        {QStringLiteral("verdicts"),
            QJsonObject{{QStringLiteral("flow"), findingName(verdicts.flow)},
                {QStringLiteral("liveness"), findingName(verdicts.liveness)},
                {QStringLiteral("comparison"), findingName(verdicts.comparison)},
                {QStringLiteral("disagrees"), verdicts.disagrees}}},
        {QStringLiteral("pass"), isPass(report, securityLevel)},
        {QStringLiteral("security_level"), securityLevel}, {QStringLiteral("comparisons"), comparisons},
        {QStringLiteral("suspicions"), suspicions},
        {QStringLiteral("id_exceptions"), QJsonArray::fromStringList(report.exceptions)},
        {QStringLiteral("images"), images}};
}

QStringList toLines(const LivenessReport &report, int securityLevel)
{
    const Verdicts verdicts = verdictsOf(report, securityLevel);
    const QString code = report.code > 0 ? QString::number(report.code) + u' ' : QString();
    QStringList lines{verdictsText(verdicts),
        labelled(QStringLiteral("result"), report.isLive ? QStringLiteral("success") : code + report.name),
        endMeaning(report), Cli::tr("Who must act: %1. %2").arg(endActor(report), endAdvice(report))};
    for (const Comparison &comparison : report.comparisons)
        lines.append(printable(scoreLine(comparison, securityLevel)));
    if (verdicts.disagrees)
        lines.append(Cli::tr("The service itself called the comparison otherwise: it judged by another "
                             "security_level, or contradicts itself."));
    for (const Suspicion &suspicion : report.suspicions) {
        if (suspicion.isFounded())
            lines.append(Cli::tr("Suspicious: %1 %2, over %3.")
                             .arg(printable(suspicion.what))
                             .arg(suspicion.confidence)
                             .arg(suspicion.threshold));
    }
    for (const QString &exception : report.exceptions)
        lines.append(Cli::tr("Said of the ID photo: %1.").arg(printable(exception)));
    for (const ResultImage &image : report.images)
        lines.append(printable(imageLine(image)));
    if (!report.bizNo.isEmpty())
        lines.append(labelled(QStringLiteral("biz_no"), report.bizNo));
    return lines;
}

ResultReport::ResultReport(const ResultLookup &lookup, int securityLevel, int calls, const QUuid &row)
    : m_lookup(lookup)
    , m_level(securityLevel)
    , m_calls(calls)
    , m_row(row)
{
    if (lookup.report)
        m_verdicts = verdictsOf(*lookup.report, securityLevel);
}

ExitStatus ResultReport::status() const
{
    if (!m_lookup.report)
        return ExitNotSent;
    return isPass(*m_lookup.report, m_level) ? ExitDone : ExitRefused;
}

QJsonObject ResultReport::json() const
{
    const Reply &reply = m_lookup.reply;
    QJsonObject object = m_lookup.report ? toJson(*m_lookup.report, m_level) : QJsonObject();
    const QDateTime until = queryableUntil(m_lookup);
    object.insert(QStringLiteral("found"), m_lookup.report.has_value());
    object.insert(QStringLiteral("id"), m_lookup.id);
    object.insert(
        QStringLiteral("http_status"), reply.httpStatus > 0 ? QJsonValue(reply.httpStatus) : QJsonValue());
    object.insert(QStringLiteral("request_id"), textOrNull(reply.requestId));
    object.insert(QStringLiteral("error"), textOrNull(reply.errorCode));
    object.insert(QStringLiteral("problem"), textOrNull(lookupProblem(m_lookup).join(u' ')));
    object.insert(QStringLiteral("queryable_until"), textOrNull(until.toString(Qt::ISODate)));
    object.insert(QStringLiteral("calls"), m_calls > 0 ? QJsonValue(m_calls) : QJsonValue());
    object.insert(
        QStringLiteral("row"), textOrNull(m_row.isNull() ? QString() : m_row.toString(QUuid::WithoutBraces)));
    return object;
}

QStringList ResultReport::lines() const
{
    QStringList lines = m_lookup.report ? foundLines() : QStringList{Cli::tr("No result.")};
    for (const QString &problem : lookupProblem(m_lookup))
        lines.append(printable(problem));
    if (!m_lookup.reply.requestId.isEmpty())
        lines.append(labelled(QStringLiteral("request_id"), m_lookup.reply.requestId));
    return lines;
}

QStringList ResultReport::foundLines() const
{
    QStringList lines = toLines(*m_lookup.report, m_level);
    const QDateTime until = queryableUntil(m_lookup);
    if (until.isValid())
        lines.append(Cli::tr("Can be looked up until %1 (UTC).").arg(until.toString(Qt::ISODate)));
    if (m_calls > 0)
        lines.append(Cli::tr("Look-ups by this program so far: %1.").arg(m_calls));
    return lines;
}

} // namespace faceid
