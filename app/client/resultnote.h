#pragma once

#include "contract/verdicts.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace faceid {

/// What is kept of looking up a token's result, with its history row.
struct ResultNote
{
    QDateTime askedAt; ///< UTC; the last time
    int calls = 0; ///< how often this program has asked, or a callback said so
    int securityLevel = 0; ///< that the scores were read against
    Verdicts verdicts;
    QString bizId; ///< of the PC API, by which to ask again
    QJsonObject answer; ///< redactedReport()
};

/// \a answer is redacted by it.
ResultNote resultNote(
    const LivenessReport &report, const QJsonObject &answer, int securityLevel, const QDateTime &askedAt);

/// As one text for the history, and back; nothing for a text that is none of these.
QString toText(const ResultNote &note);
std::optional<ResultNote> resultNoteFrom(const QString &text);
/// For JSON of the command line: the same members.
QJsonObject toJson(const ResultNote &note);

} // namespace faceid
