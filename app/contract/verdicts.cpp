#include "contract/verdicts.h"

#include <QCoreApplication>

#include <algorithm>

namespace faceid {

namespace {

/// What scores say, all together; nothing without any.
std::optional<Finding> scored(const QList<Comparison> &comparisons, int securityLevel)
{
    if (comparisons.isEmpty())
        return std::nullopt;
    Finding all = Finding::Passed;
    for (const Comparison &comparison : comparisons) {
        const std::optional<bool> passes = comparison.passes(securityLevel);
        if (passes && !*passes)
            return Finding::Failed;
        if (!passes)
            all = Finding::Unclear;
    }
    return all;
}

/// The row of the end, or of its code where the name is a new one: the code alone says most of it.
const EndSpec *nearestEnd(const LivenessReport &report)
{
    if (const EndSpec *end = report.end())
        return end;
    if (!report.spec || report.code == 0)
        return nullptr;
    const auto &ends = report.spec->ends;
    const auto it = std::find_if(
        ends.cbegin(), ends.cend(), [&report](const EndSpec &row) { return row.code == report.code; });
    return it == ends.cend() ? nullptr : &*it;
}

/// Scores of the answer itself speak of an attack.
bool isSuspicious(const LivenessReport &report)
{
    return std::any_of(report.suspicions.cbegin(), report.suspicions.cend(),
        [](const Suspicion &suspicion) { return suspicion.isFounded(); });
}

Verdicts ownWords(const LivenessReport &report)
{
    if (report.spec && report.spec->endpoint->auth == Auth::KeyPair && report.isLive)
        return {Finding::Passed, Finding::Passed, Finding::NotDone};
    const EndSpec *end = nearestEnd(report);
    return end ? Verdicts{end->flow, end->liveness, end->comparison} : Verdicts();
}

} // namespace

bool Verdicts::isPass(bool isCompared) const
{
    return flow == Finding::Passed && liveness == Finding::Passed
        && comparison == (isCompared ? Finding::Passed : Finding::NotDone);
}

bool Verdicts::operator==(const Verdicts &other) const
{
    return flow == other.flow && liveness == other.liveness && comparison == other.comparison
        && disagrees == other.disagrees;
}

Verdicts verdictsOf(const LivenessReport &report, int securityLevel)
{
    Verdicts verdicts = ownWords(report);
    if (isSuspicious(report))
        verdicts.liveness = Finding::Failed;
    if (const std::optional<Finding> scores = scored(report.comparisons, securityLevel)) {
        const bool isCalled =
            verdicts.comparison == Finding::Passed || verdicts.comparison == Finding::Failed;
        verdicts.disagrees = isCalled && *scores != Finding::Unclear && *scores != verdicts.comparison;
        if (*scores != Finding::Unclear || !isCalled)
            verdicts.comparison = *scores;
    }
    return verdicts;
}

QString verdictsText(const Verdicts &verdicts)
{
    return translated(QT_TRANSLATE_NOOP("Contract", "Flow %1, liveness %2, comparison %3"))
        .arg(findingTitle(verdicts.flow), findingTitle(verdicts.liveness), findingTitle(verdicts.comparison));
}

QString endMeaning(const LivenessReport &report)
{
    if (const EndSpec *end = report.end())
        return translated(end->meaning);
    if (report.isLive && isSuspicious(report))
        return translated(QT_TRANSLATE_NOOP(
            "Contract", "The service calls the face live, but its own scores speak of an attack."));
    if (report.isLive)
        return translated(QT_TRANSLATE_NOOP("Contract", "The service calls the face live."));
    return translated(
        QT_TRANSLATE_NOOP("Contract", "The service names an end that no public page explains."));
}

QString endAdvice(const LivenessReport &report)
{
    if (const EndSpec *end = report.end())
        return translated(end->advice);
    if (report.isLive && isSuspicious(report))
        return translated(attackAdvice);
    if (report.isLive)
        return translated(
            QT_TRANSLATE_NOOP("Contract", "Read all three verdicts: live is not yet the right person."));
    return translated(QT_TRANSLATE_NOOP("Contract", "Give the request_id and the code to FaceID support."));
}

QString endActor(const LivenessReport &report)
{
    const EndSpec *end = report.end();
    return actorName(end ? end->actor : report.isLive ? Actor::Operator : Actor::Service);
}

} // namespace faceid
