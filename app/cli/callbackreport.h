#pragma once

#include "callback/callbackdesk.h"
#include "callback/notifyurl.h"

#include <QJsonObject>
#include <QStringList>

namespace faceid {

// What `callback` says of a callback: for programs, and for people.
QJsonObject toJson(const SeenCallback &seen);
QStringList toLines(const SeenCallback &seen);

/// "matches", "differs" or "unchecked".
QString checkName(const std::optional<CallbackCheck> &check);
/// The same in a sentence, with the mistake that is seen.
QString checkSentence(const std::optional<CallbackCheck> &check);

QJsonObject toJson(const NotifyFinding &finding);

} // namespace faceid
