#pragma once

#include <QCommandLineParser>
#include <QDateTime>

#include <optional>

namespace faceid {

/// The moment that an option names: a date (its midnight here) or a date and time in ISO 8601 (local time
/// unless it says another zone). Nothing when the option is not there; throws UsageError when it is neither.
std::optional<QDateTime> momentOption(const QCommandLineParser &parser, const QString &option);

} // namespace faceid
