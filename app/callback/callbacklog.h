#pragma once

#include "callback/receivedcallback.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace faceid {

/// One line of a log of callbacks: all that is needed to send it again. RequestLog appends such lines.
QJsonObject toJson(const ReceivedCallback &callback);
/// Nothing for JSON that is none of toJson()'s.
std::optional<ReceivedCallback> callbackFrom(const QJsonObject &json);

/// The callbacks of a log, in the order they came; lines that are none are passed over. \a error,
/// untranslated, says why the file cannot be read; empty when it could be.
QList<ReceivedCallback> readCallbackLog(const QString &path, QString &error);

} // namespace faceid
