#include "client/resultnote.h"

#include <QJsonDocument>

namespace faceid {

namespace {

constexpr QLatin1String askedAtKey("asked_at");
constexpr QLatin1String callsKey("calls");
constexpr QLatin1String levelKey("security_level");
constexpr QLatin1String flowKey("flow");
constexpr QLatin1String livenessKey("liveness");
constexpr QLatin1String comparisonKey("comparison");
constexpr QLatin1String disagreesKey("disagrees");
constexpr QLatin1String bizIdKey("biz_id");
constexpr QLatin1String answerKey("answer");

} // namespace

ResultNote resultNote(
    const LivenessReport &report, const QJsonObject &answer, int securityLevel, const QDateTime &askedAt)
{
    ResultNote note;
    note.askedAt = askedAt;
    note.calls = 1;
    note.securityLevel = securityLevel;
    note.verdicts = verdictsOf(report, securityLevel);
    if (report.spec->endpoint->auth == Auth::KeyPair)
        note.bizId = report.id;
    note.answer = redactedReport(answer);
    return note;
}

QJsonObject toJson(const ResultNote &note)
{
    QJsonObject object{{askedAtKey, note.askedAt.toUTC().toString(Qt::ISODate)}, {callsKey, note.calls},
        {levelKey, note.securityLevel}, {flowKey, findingName(note.verdicts.flow)},
        {livenessKey, findingName(note.verdicts.liveness)},
        {comparisonKey, findingName(note.verdicts.comparison)}, {disagreesKey, note.verdicts.disagrees},
        {answerKey, note.answer}};
    if (!note.bizId.isEmpty())
        object.insert(bizIdKey, note.bizId);
    return object;
}

QString toText(const ResultNote &note)
{
    return QString::fromUtf8(QJsonDocument(toJson(note)).toJson(QJsonDocument::Compact));
}

std::optional<ResultNote> resultNoteFrom(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    ResultNote note;
    note.askedAt = QDateTime::fromString(object.value(askedAtKey).toString(), Qt::ISODate);
    if (!note.askedAt.isValid())
        return std::nullopt;
    note.calls = object.value(callsKey).toInt();
    note.securityLevel = object.value(levelKey).toInt();
    note.verdicts = {findingFromName(object.value(flowKey).toString()),
        findingFromName(object.value(livenessKey).toString()),
        findingFromName(object.value(comparisonKey).toString()), object.value(disagreesKey).toBool()};
    note.bizId = object.value(bizIdKey).toString();
    note.answer = object.value(answerKey).toObject();
    return note;
}

} // namespace faceid
