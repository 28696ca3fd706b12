#pragma once

#include "callback/notifyurl.h"

namespace faceid {

// What the doctor of notify_url found, for people, translated; the details are a receiver's words and may
// hold any character.

QString weightTitle(NotifyFinding::Weight weight);
/// The finding in a sentence, with what was found behind it.
QString sentenceOf(const NotifyFinding &finding);
/// What to do about it; empty where there is nothing to do.
QString adviceOf(const NotifyFinding &finding);
/// All of it, a line each, advice indented beneath what it is about.
QString toText(const QList<NotifyFinding> &findings);

} // namespace faceid
